// The repository of a program in raw/: one source, whatever of its files changes.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { ingest } from "../../src/run/ingest.ts";
import { lights } from "./lighthouses.ts";

const REPOSITORY: Readonly<Record<string, string>> = {
  "raw/lampctl/README.md":
    "# lampctl\n\nLampctl is a program that turns the lamps of lighthouses on at dusk.\n\n## Use\n\nThe dusk is computed from the place of the lamp.\n",
  "raw/lampctl/package.json": '{ "name": "lampctl", "license": "MIT", "bin": { "lampctl": "src/cli.ts" } }\n',
  "raw/lampctl/.gitignore": "build/\n*.secret\n",
  "raw/lampctl/build/out.js": "// The build of lampctl was made on a Tuesday in Elie.\n",
  "raw/lampctl/key.secret": "The password of the keeper is swordfish.\n",
  "raw/lampctl/src/cli.ts":
    "// Reads the command line and prints what each lamp does.\nexport function runLamps() {\n  return 1;\n}\n",
  "raw/lampctl/src/sun/index.ts":
    "// Computes the hours of dusk and dawn without any tables.\nexport const duskAt = (day: number) => day;\n",
  "raw/lampctl/docs/wiring.md": "# Wiring\n\nEach lamp needs a relay of ten amperes.\n",
};
const PAGE = /^wiki\/sources\/lampctl.*\.md$/;

describe("a repository", () => {
  it("is one source with its tree, files and facts, and each claim links its own file", async () => {
    const v = lights(REPOSITORY);
    const { report } = await v.run();
    const wiki = v.wiki();
    const pages = Object.keys(wiki).filter((path) => PAGE.test(path));
    expect(pages).toHaveLength(1);
    const page = wiki[pages[0] ?? ""] ?? "";
    expect(page).toContain('source: "[[raw/lampctl/README.md]]"');
    expect(page).toMatch(
      /ten amperes\. \[\[wiki\/texts\/[^\]]+\]\] \[\[raw\/lampctl\/docs\/wiring\.md\|wiring\.md\]\] \^c-/,
    );
    const text = Object.entries(wiki).find(([path]) => path.startsWith("wiki/texts/lampctl"))?.[1] ?? "";
    expect(text).toContain("lampctl/\n  docs/\n    wiring.md\n  src/\n    sun/\n      index.ts\n    cli.ts\n");
    expect(text).toContain("- src/sun/: Computes the hours of dusk and dawn without any tables.");
    expect(text).toContain("lampctl is written in the language TypeScript (2 files).");
    expect(text).toContain("The entry points of lampctl are src/cli.ts.");
    expect(text).toContain("lampctl is published under the licence MIT.");
    expect(text).toContain("export function runLamps() {");
    expect(report.ingest.sources.find((one) => one.path === "raw/lampctl/build")?.reason).toContain(".gitignore");
  });

  it("brings nothing of what its .gitignore leaves out", async () => {
    const v = lights(REPOSITORY);
    await v.run();
    expect(Object.values(v.wiki()).join("\n")).not.toMatch(/swordfish|Tuesday/);
  });

  it("answers where something is defined and what its documents say, naming the file", async () => {
    const v = lights(REPOSITORY);
    await v.run();
    const asked = (question: string) => v.with((workspace) => ask(workspace, question, { save: false }));
    const where = await asked("Where is runLamps defined?");
    const relay = await asked("Which relay does each lamp of lampctl need?");
    expect(where.answer).toContain("src/cli.ts defines runLamps.");
    expect(relay.citations.map((one) => one.source)).toContain("raw/lampctl/docs/wiring.md");
  });

  it("is read again when any of its files changes, and found by what is new", async () => {
    const v = lights(REPOSITORY);
    await v.run();
    v.put("raw/lampctl/src/fog.ts", "// Sounds the horn of the station in thick weather.\nexport const sound = 2;\n");
    const { counter } = await v.run();
    expect(counter.times).toMatchObject({ read: 1, note: 1 });
    const question = "What sounds the horn of the station?";
    const { answer } = await v.with((workspace) => ask(workspace, question, { save: false }));
    expect(answer).toContain("Sounds the horn of the station in thick weather.");
  });

  it("that holds mostly notes stays a folder of sources", async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [
        `raw/garden/Lamp ${i}.md`,
        `# Lamp ${i}\n\nThe lamp number ${i} of the garden burns ${i + 3} litres of oil a night.\n`,
      ]),
    );
    const v = lights({
      ...notes,
      "raw/garden/README.md": "# Garden\n\nNotes on lamps.\n",
      "raw/garden/.gitignore": "x\n",
    });
    await v.run();
    expect(Object.keys(v.wiki()).filter((path) => path.startsWith("wiki/sources/lamp-")).length).toBe(24);
  });

  it("outside raw/ is copied without what it ignores, and a later state gets a folder of its own", async () => {
    const away = lights(REPOSITORY);
    const v = lights({});
    const from = join(away.root, "raw/lampctl");
    const copy = async () => {
      const { report } = await v.with((workspace) => ingest(workspace, [from]));
      return report.sources.filter((one) => one.status === "added").map((one) => one.path);
    };
    expect(await copy()).toEqual(["raw/lampctl/README.md"]);
    expect(existsSync(join(v.root, "raw/lampctl/key.secret"))).toBe(false);
    expect(await copy()).toEqual([]);
    rmSync(join(from, "docs"), { recursive: true });
    expect(await copy()).toContain("raw/lampctl_2/README.md");
  });
});
