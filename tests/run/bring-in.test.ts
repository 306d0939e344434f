// What a person names to kb ingest comes into raw/: whole, once, as one run.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { history } from "../../src/run/history.ts";
import { ingest } from "../../src/run/ingest.ts";
import { status } from "../../src/run/status.ts";
import { undo } from "../../src/run/undo.ts";
import { type Lights, lights, SOURCES } from "./lighthouses.ts";

function elsewhere(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "kb-elsewhere-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const rawOf = (v: Lights): string[] => readdirSync(v.path("raw"), { recursive: true }).map(String).sort();
const FERRY = "A ferry is a ship that carries people over water.\n";
const TRAM = "A tram is a vehicle on rails in streets.\n";

describe("ingest", () => {
  it("copies a file from elsewhere into raw/, once, and never over another", async () => {
    const v = lights({});
    const elsewhere = mkdtempSync(join(tmpdir(), "kb-elsewhere-"));
    onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
    const [file, text] = [join(elsewhere, "pharos.md"), SOURCES["raw/pharos.md"] ?? ""];
    writeFileSync(file, text);
    await v.with((workspace) => ingest(workspace, [file]));
    expect(v.read("raw/pharos.md")).toBe(text);
    await v.with((workspace) => ingest(workspace, [file]));
    expect(existsSync(v.path("raw/pharos-2.md"))).toBe(false);
    writeFileSync(file, text.replace("100 metres", "110 metres"));
    await v.with((workspace) => ingest(workspace, ["pharos.md"], elsewhere));
    expect(v.read("raw/pharos.md")).toBe(text);
    expect(v.read("raw/pharos-2.md")).toContain("110 metres");
    expect(readFileSync(file, "utf8")).toContain("110 metres");
  });

  it("says in one sentence that a path is not there", async () => {
    const v = lights({});
    await expect(v.with((workspace) => ingest(workspace, ["nowhere.md"], v.root))).rejects.toMatchObject({
      exitCode: 2,
    });
  });

  it("takes nothing back from the wiki, where kb wrote it", async () => {
    const v = lights({ "raw/pharos.md": SOURCES["raw/pharos.md"] ?? "" });
    await v.run();
    for (const path of ["wiki/sources/pharos.md", "wiki", "outputs", ".kb"])
      if (existsSync(v.path(path)))
        await expect(v.with((workspace) => ingest(workspace, [v.path(path)]))).rejects.toThrow(
          /which kb writes itself/u,
        );
    expect(rawOf(v)).toEqual(["pharos.md"]);
  });

  it("calls a source that gives its name up to another changed, not new", async () => {
    const v = lights({ "raw/a/ferry.md": FERRY });
    await v.run();
    const { report } = await v.with((workspace) =>
      ingest(workspace, [join(elsewhere({ "ferry.md": TRAM }), "ferry.md")]),
    );
    expect(report.sources.map(({ path, status: how }) => [path, how])).toEqual([
      ["raw/a/ferry.md", "changed"],
      ["raw/ferry.md", "added"],
    ]);
  });

  it("brings in files of one name from several folders, each under a name of its own", async () => {
    const v = lights({});
    const from = elsewhere({ "a/notes.md": TRAM, "b/notes.md": FERRY, "c/notes.md": TRAM });
    const { report } = await v.with((workspace) => ingest(workspace, ["a/notes.md", "b/notes.md", "c/notes.md"], from));
    expect(rawOf(v)).toEqual(["notes-2.md", "notes.md"]);
    expect([v.read("raw/notes.md"), v.read("raw/notes-2.md")]).toEqual([TRAM, FERRY]);
    expect(report.sources.map(({ path, status }) => [path, status])).toEqual([
      ["raw/notes-2.md", "added"],
      ["raw/notes.md", "added"],
    ]);
  });

  it("is one run: its name stands in the history, and one undo takes the copies and their pages back", async () => {
    const v = lights({});
    const from = elsewhere({ "travel/ferry.md": FERRY, "travel/towns/tram.md": TRAM });
    await v.with((workspace) => ingest(workspace, ["travel"], from));
    expect(rawOf(v)).toEqual(["travel", "travel/ferry.md", "travel/towns", "travel/towns/tram.md"]);
    await v.with(async (workspace) => {
      expect(history(workspace).runs).toMatchObject([{ command: "ingest", reason: "travel" }]);
      undo(workspace);
    });
    expect(rawOf(v).filter((path) => path.endsWith(".md"))).toEqual([]);
    expect(Object.keys(v.wiki()).filter((path) => path.startsWith("wiki/sources/"))).toEqual([]);
    expect(readFileSync(join(from, "travel/ferry.md"), "utf8")).toBe(FERRY);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "names a file that it may not read, and brings in the rest",
    async () => {
      const v = lights({});
      const from = elsewhere({ "all/ferry.md": FERRY, "all/secret.md": TRAM });
      chmodSync(join(from, "all/secret.md"), 0o000);
      const { report, exitCode } = await v.with((workspace) => ingest(workspace, ["all"], from));
      expect(exitCode).toBe(1);
      expect(report.sources).toMatchObject([
        { path: "raw/all/ferry.md", status: "added" },
        { path: join(from, "all/secret.md"), status: "failed", reason: expect.stringContaining("may not read it") },
      ]);
    },
  );

  it("of a note that stands in the vault says that its name is there twice now", async () => {
    const v = lights({});
    v.put("Travel/ferry.md", FERRY);
    const said: string[] = [];
    await v.with((workspace) => {
      const progress = { ...workspace.progress, notice: (line: string) => void said.push(line) };
      return ingest({ ...workspace, progress }, ["Travel"], v.root);
    });
    expect(said.join(" ")).toMatch(/ferry\.md lies in this vault.*kb undo.*into raw\/ in Obsidian/u);
    expect(rawOf(v)).toEqual(["Travel", "Travel/ferry.md"]);
  });

  it("leaves its sources waiting in the status until a compile has worked them in", async () => {
    const v = lights({});
    const waiting = (): Promise<readonly string[]> => v.with(async (workspace) => (await status(workspace)).stale);
    await v.with((workspace) => ingest(workspace, ["tram.md"], elsewhere({ "tram.md": TRAM })));
    expect(await waiting()).toEqual(["raw/tram.md (read, not in topics and index yet)"]);
    await v.run();
    expect(await waiting()).toEqual([]);
  });

  it("puts no file where a folder of its name stands", async () => {
    const v = lights({});
    v.put("raw/notes.md/inner.md", TRAM);
    const from = elsewhere({ "notes.md": FERRY });
    await v.with((workspace) => ingest(workspace, ["notes.md"], from));
    expect(v.read("raw/notes-2.md")).toBe(FERRY);
    expect(v.read("raw/notes.md/inner.md")).toBe(TRAM);
  });
});
