// One name for several things: as many pages, each leading to the other, whatever order sources come in, and a person's word wins.
import { describe, expect, it } from "vitest";
import { lint } from "../../src/run/lint.ts";
import { decideTopics, topics } from "../../src/run/topics.ts";
import { AMBIGUOUS } from "./ambiguous.ts";
import { type Lights, lights } from "./lighthouses.ts";

const titles = (v: Lights, every = false) =>
  v.with(async (workspace) => (await topics(workspace, every)).topics.map(({ title }) => title));
const only = (...names: string[]) =>
  Object.fromEntries(Object.entries(AMBIGUOUS).filter(([path]) => names.some((name) => path.includes(name))));

describe("an ambiguous name", () => {
  it("gives each thing a page of its own that leads to the other, with the claims of its own sources", async () => {
    const v = lights(AMBIGUOUS);
    await v.run();
    const island = v.read("wiki/entities/java-island.md");
    expect(island).toContain(
      "> [!info] “Java” means several things\n> This page is about the island. See also [[wiki/entities/java-language|Java (language)]].",
    );
    expect(island).toContain("aliases:\n  - Java (island)\n  - Java\n");
    expect(island).not.toContain("bytecode");
    const language = v.read("wiki/entities/java-language.md");
    expect(language).toContain("See also [[wiki/entities/java-island|Java (island)]].");
    expect(language).not.toContain("Sumatra");
    expect(await titles(v)).toEqual(expect.arrayContaining(["Mercury (element)", "Mercury (planet)"]));
    expect(v.read("wiki/sources/pauses.md")).toContain("[[wiki/entities/java-language|Java (language)]]");
    expect(v.read("wiki/sources/batavia-under-the-dutch.md")).toContain("[[wiki/entities/java-island|Java (island)]]");
    // Another page's sentence links to the thing that its own source speaks of.
    expect(v.read("wiki/concepts/batavia.md")).toMatch(/java-island/u);
    expect(v.read("wiki/concepts/batavia.md")).not.toMatch(/java-language/u);
  });

  it("passes the vault's own checks, and a second run changes nothing", async () => {
    const v = lights(AMBIGUOUS);
    await v.run();
    const again = await v.run();
    expect(again.report.pages.every(({ status }) => status === "unchanged")).toBe(true);
    const { findings } = await v.with((workspace) => lint(workspace, {}));
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("comes out the same whatever order its sources arrive in", async () => {
    const v = lights(AMBIGUOUS);
    await v.run();
    const late = lights(only("write-once", "mercury-element", "old-glass", "bridges"));
    await late.run();
    for (const [path, text] of Object.entries(AMBIGUOUS)) late.put(path, text);
    await late.run();
    const pages = (of: Lights) =>
      Object.fromEntries(Object.entries(of.wiki()).filter(([path]) => /concepts|entities|methods/u.test(path)));
    expect(pages(late)).toEqual(pages(v));
  });

  it("takes links along when the second thing comes", async () => {
    const v = lights(only("write-once", "pauses"));
    await v.run();
    expect(await titles(v)).toContain("Java");
    v.put("notes.md", "See [[wiki/entities/java|the language]].\n");
    for (const [path, text] of Object.entries(only("island", "batavia"))) v.put(path, text);
    await v.run();
    const link = /\[\[(wiki\/[^|]+)\|the language\]\]/u.exec(v.read("notes.md"))?.[1] ?? "";
    expect(v.read(`${link}.md`)).toContain("title: Java (language)");
  });

  it("is one thing again when a person says so, and has no page when they forbid it", async () => {
    const v = lights(AMBIGUOUS);
    await v.run();
    await v.with((workspace) =>
      decideTopics(workspace, { kind: "merge", names: ["Java (language)", "Java (island)"] }),
    );
    await v.run();
    expect((await titles(v)).filter((title) => title.startsWith("Java"))).toEqual(["Java"]);
    await v.with((workspace) => decideTopics(workspace, { kind: "forbid", name: "Mercury (element)" }));
    await v.run();
    expect((await titles(v)).filter((title) => title.startsWith("Mercury"))).toEqual(["Mercury (planet)"]);
  });

  it("is two things in the sources that a person names, where kb sees one", async () => {
    const v = lights(only("write-once", "pauses"));
    await v.run();
    const split = (...names: string[]) =>
      v.with((workspace) => decideTopics(workspace, { kind: "split", names, in: ["raw/pauses.md"] }));
    await expect(split("Java", "JVM")).rejects.toThrow("in brackets");
    await split("Java", "Java (at Sun)");
    await v.run();
    const { topics: all } = await v.with((workspace) => topics(workspace, true));
    expect(all.filter(({ title }) => title.startsWith("Java")).map(({ title, sources }) => [title, sources])).toEqual([
      ["Java", 1],
      ["Java (at Sun)", 1],
    ]);
    expect(v.read("wiki/entities/java.md")).not.toContain("stop-the-world");
  });

  it("is renamed by the title of one thing, not by the name of both", async () => {
    const v = lights(AMBIGUOUS);
    await v.run();
    const rename = (from: string) =>
      v.with((workspace) => decideTopics(workspace, { kind: "rename", from, to: "Java, Indonesia" }));
    await expect(rename("Java")).rejects.toThrow("“Java (island)”, “Java (language)”");
    await rename("Java (island)");
    await v.run();
    expect((await titles(v)).filter((title) => title.startsWith("Java"))).toEqual([
      "Java (language)",
      "Java, Indonesia",
    ]);
  });
});

describe("names that differ only in case or plural", () => {
  it("stay apart where their sources share no ground: Rust and rust, Windows and a window", async () => {
    const v = lights(AMBIGUOUS);
    await v.run();
    const listed = await titles(v);
    expect(listed).toEqual(expect.arrayContaining(["Rust", "Rust (oxide)", "Windows"]));
    expect(v.read("wiki/entities/rust.md")).not.toMatch(/iron|steel/u);
    expect(v.read("wiki/concepts/windows.md")).not.toContain("abbey");
    expect(v.read("wiki/concepts/rust-oxide.md")).toContain("damp air");
  });

  it("are one where sources of one subject write both ways", async () => {
    const v = lights({
      ...only("why-rust"),
      "raw/cargo.md":
        "# Cargo in brief\n\nCargo builds programs in rust. The borrow checker of rust runs before Cargo links anything. With rust a value has one owner. Mozilla tests rust on each platform.\n",
    });
    await v.run();
    expect((await titles(v, true)).filter((title) => /rust/iu.test(title))).toEqual(["Rust"]);
    const { topics: all } = await v.with((workspace) => topics(workspace, true));
    expect(all.find(({ title }) => title === "Rust")?.sources).toBe(2);
  });

  it("are one, or two, when a person says so", async () => {
    const v = lights(AMBIGUOUS);
    await v.run();
    await v.with((workspace) => decideTopics(workspace, { kind: "merge", names: ["Rust", "Rust (oxide)"] }));
    await v.run();
    expect((await titles(v)).filter((title) => title.startsWith("Rust"))).toEqual(["Rust"]);
  });
});
