import { describe, expect, it } from "vitest";
import { decideTopics, forgetTopic, topics } from "../../src/run/topics.ts";
import { undo } from "../../src/run/undo.ts";
import { lights } from "./lighthouses.ts";

describe("kb topics", () => {
  it("lists the topics that have a page, each name with its reason", async () => {
    const v = lights();
    await v.run();
    const { topics: listed } = await v.with((workspace) => topics(workspace));
    const lens = listed.find(({ title }) => title === "Fresnel lens");
    expect(lens).toMatchObject({ page: "wiki/concepts/fresnel-lens.md", type: "concept" });
    expect(lens?.names[0]).toEqual({ name: "Fresnel lens", reason: "title" });
    const fresnel = listed.find(({ title }) => title === "Augustin Fresnel");
    expect(fresnel?.names).toContainEqual({ name: "Fresnel", reason: "surname, beside it in raw/augustin-fresnel.md" });
  });

  it("keeps a merge for ever, with every claim of both, and links in notes follow", async () => {
    const v = lights();
    await v.run();
    v.put("notes.md", "See [[wiki/concepts/lightvessel|the ship]].\n");
    await v.with((workspace) =>
      decideTopics(workspace, { kind: "merge", names: ["Lighthouse keeper", "Lightvessel"] }),
    );
    await v.run();
    const wiki = v.wiki();
    expect(wiki["wiki/concepts/lightvessel.md"]).toBeUndefined();
    expect(Object.values(wiki).join("\n")).toMatch(/The first .*lightvessel.* was moored at the Nore in 1732\./);
    expect(v.read("notes.md")).toMatch(/\[\[wiki\/[a-z]+\/lighthouse-keeper\|the ship\]\]/);
    const again = await v.run();
    expect(again.report.pages.every(({ status }) => status === "unchanged")).toBe(true);
  });

  it("renames a topic and every link to it, and takes it back when told", async () => {
    const v = lights();
    await v.run();
    v.put("notes.md", "See [[wiki/concepts/sun-valve|it]].\n");
    await v.with((workspace) => decideTopics(workspace, { kind: "rename", from: "Sun valve", to: "Dalén's valve" }));
    await v.run();
    expect(v.read("notes.md")).toMatch(/\[\[wiki\/concepts\/dal[eé]n-?s-valve\|it\]\]/);
    await v.with((workspace) => forgetTopic(workspace, "Sun valve"));
    await v.run();
    expect(v.read("notes.md")).toContain("[[wiki/concepts/sun-valve|it]]");
  });

  it("forbids a page, and undo takes the word back", async () => {
    const v = lights();
    await v.run();
    await v.with((workspace) => decideTopics(workspace, { kind: "forbid", name: "Sun valve" }));
    await v.run();
    expect(v.wiki()["wiki/concepts/sun-valve.md"]).toBeUndefined();
    await v.with(async (workspace) => {
      undo(workspace);
      undo(workspace);
    });
    await v.run();
    expect(v.wiki()["wiki/concepts/sun-valve.md"]).toBeDefined();
  });

  it("knows what a slip of the pen may have meant, and decides nothing by it", async () => {
    const v = lights();
    await v.run();
    const slip = v.with((workspace) => decideTopics(workspace, { kind: "forbid", name: "Sun vlave" }));
    await expect(slip).rejects.toThrow("“Sun valve”");
  });
});
