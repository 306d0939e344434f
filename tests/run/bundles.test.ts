// Short posts without a title: one source a folder, author and month, whatever order they come in.
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { search } from "../../src/run/search.ts";
import { lights } from "./lighthouses.ts";

const post = (day: string, text: string, author = "Ada Example"): string =>
  `---\nauthor: ${author}\npublished: ${day}\n---\n\n${text}\n`;

const POSTS: Readonly<Record<string, string>> = {
  "raw/toots/2024-03-02-100.md": post("2024-03-02", "A fog horn is a device that warns ships in thick weather."),
  "raw/toots/2024-03-04-101.md": post("2024-03-04", "The fog horn of Elie sounds twice a minute."),
  "raw/toots/2024-03-05-102.md": post("2024-03-05", "The lamp of Elie burns paraffin oil.", "Bo Example"),
  "raw/toots/2024-04-01-103.md": post("2024-04-01", "The fog horn of Elie fell silent in 1987."),
  "raw/log/2024-05-01.txt": "The keeper of Elie painted the gallery white.\n",
  "raw/log/2024-05-03.txt": "The lightship Flora was built in Hamburg in 1912.\n",
  "raw/log/Gallery.md": "The gallery of Elie is a walk around the lantern.\n",
};
const MARCH = "wiki/sources/ada-example-2024-03.md";

describe("short posts", () => {
  it("make one page a folder, author and month; a file whose name is a title keeps its own", async () => {
    const v = lights(POSTS);
    await v.run();
    const wiki = v.wiki();
    expect(Object.keys(wiki).filter((path) => path.startsWith("wiki/sources/"))).toEqual([
      MARCH,
      "wiki/sources/ada-example-2024-04.md",
      "wiki/sources/bo-example-2024-03.md",
      "wiki/sources/gallery.md",
      "wiki/sources/log-2024-05.md",
    ]);
    expect(wiki[MARCH]).toContain(
      '\nsource:\n  - "[[raw/toots/2024-03-02-100.md]]"\n  - "[[raw/toots/2024-03-04-101.md]]"\n',
    );
    expect(wiki[MARCH]).toContain("twice a minute. [[raw/toots/2024-03-04-101.md|¶]] ^c-");
    expect(wiki["wiki/sources/log-2024-05.md"]).toMatch(
      /\[\[wiki\/texts\/log-2024-05-text#\^p-\w+\|2024-05-03\.txt\]\] \^c-/u,
    );
    expect(wiki["wiki/texts/log-2024-05-text.md"]).toContain("\n## 2024-05-03.txt\n");
    expect(wiki["wiki/texts/log-2024-05-text.md"]?.split("\n---\n")[1]).not.toContain("[[raw/");
  });

  it("cost one note for one post more, and change their bundle alone of the source pages", async () => {
    const v = lights(POSTS);
    await v.run();
    const before = v.wiki();
    v.put("raw/toots/2024-03-20-104.md", post("2024-03-20", "The fog horn of Elie weighs two tons."));
    const { counter } = await v.run();
    expect(counter.times).toMatchObject({ read: 1, note: 1 });
    const after = v.wiki();
    const changed = Object.keys(after).filter((path) => path.includes("sources/") && after[path] !== before[path]);
    expect(changed).toEqual([MARCH]);
    expect(after[MARCH]).toContain("two tons");
  });

  it("are counted one by one when files vanish: five of sixty are no missing drive, seven are", async () => {
    const path = (i: number): string => `raw/toots/2024-03-01-${100 + i}.md`;
    const v = lights(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [path(i), post("2024-03-01", `Buoy ${i} lies in lane ${i}.`)]),
      ),
    );
    await v.run();
    for (let i = 0; i < 5; i++) rmSync(v.path(path(i)));
    expect((await v.run()).exitCode).toBe(0);
    for (let i = 5; i < 12; i++) rmSync(v.path(path(i)));
    await expect(v.run()).rejects.toThrow("7 of 55 sources are gone");
  });

  it("leave their bundle when their file goes, and the bundle goes with its last post", async () => {
    const v = lights(POSTS);
    await v.run();
    rmSync(join(v.root, "raw/toots/2024-03-04-101.md"));
    rmSync(join(v.root, "raw/toots/2024-04-01-103.md"));
    await v.run({ prune: true });
    const wiki = v.wiki();
    expect(wiki[MARCH]).not.toContain("twice a minute");
    expect(wiki["wiki/sources/ada-example-2024-04.md"]).toBeUndefined();
  });

  it("give the same pages in any order of arrival", async () => {
    const whole = lights(POSTS);
    await whole.run();
    const pagesOf = (wiki: Record<string, string>) =>
      Object.fromEntries(Object.entries(wiki).filter(([path]) => !path.endsWith("log.md")));
    const expected = pagesOf(whole.wiki());
    const paths = Object.keys(POSTS);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(paths, { minLength: paths.length }),
        fc.nat(paths.length),
        async (order, at) => {
          const v = lights(Object.fromEntries(order.slice(0, at).map((path) => [path, POSTS[path] ?? ""])));
          await v.run();
          for (const path of order.slice(at)) v.put(path, POSTS[path] ?? "");
          await v.run();
          expect(pagesOf(v.wiki())).toEqual(expected);
        },
      ),
      { numRuns: 6 },
    );
  });

  it("are named one by one where an answer rests on them", async () => {
    const v = lights(POSTS);
    await v.run();
    const { citations } = await v.with((workspace) =>
      ask(workspace, "Where was the lightship Flora built?", { save: false }),
    );
    expect(citations[0]?.source).toBe("raw/log/2024-05-03.txt");
  });

  it("in one file of records make a source an author and month, and a month costs one note", async () => {
    const record = (day: string, full_text: string) => ({
      created_at: `${day}T10:00:00Z`,
      user: { username: "ada" },
      full_text,
    });
    const records = [
      record("2023-01-02", "A fog horn is a device that warns ships in thick weather."),
      record("2023-01-09", "The fog horn of Elie sounds twice a minute in fog."),
      record("2023-02-03", "The lamp of Elie burns paraffin oil all night long."),
    ];
    const v = lights({ "raw/toots.json": JSON.stringify(records) });
    await v.run();
    // Its sections are what several posts speak of; each claim has its own post's time.
    expect(v.read("wiki/sources/ada-2023-01.md")).toMatch(
      /## Claims\n\n(?:### fog horn\n\n)?- A fog horn .*\|2023-01-02 10:00\]\] \^c-\w+\n- The fog horn .*\|2023-01-09 10:00\]\]/iu,
    );
    const sources = Object.keys(v.wiki()).filter((path) => path.startsWith("wiki/sources/"));
    expect(sources).toEqual(["wiki/sources/ada-2023-01.md", "wiki/sources/ada-2023-02.md"]);
    const before = v.wiki();
    v.put(
      "raw/toots.json",
      JSON.stringify([...records, record("2023-02-09", "The lamp of Elie was lit by hand until 1938.")]),
    );
    const { counter } = await v.run();
    expect(counter.times.note).toBe(1);
    expect(v.wiki()["wiki/sources/ada-2023-01.md"]).toBe(before["wiki/sources/ada-2023-01.md"]);
    expect(v.wiki()["wiki/sources/ada-2023-02.md"]).toContain("until 1938");
    const { results } = await v.with((workspace) => search(workspace, "paraffin lamp", { type: "source" }));
    expect(results.map(({ path }) => path)).toEqual(["wiki/sources/ada-2023-02.md"]);
  });
});
