// raw/ as people have it: hidden and foreign files, copies, renames, links out, names of every sort and length.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type Lights, lights, SOURCES } from "./lighthouses.ts";
import { faultsOf } from "./sound-wiki.ts";

const text = (of: string): string => SOURCES[of] ?? "";
/** 250 bytes with its ending: as long as a file system takes. */
const LONG = `${"a-very-long-name-".repeat(15).slice(0, 247)}.md`;
/** Three bytes a letter. */
const LONG_ZH = `${"灯塔的历史".repeat(16)}.md`;
const DEEP = `${"a folder of a folder/".repeat(15)}note.md`;

/** Wiki and raw by path, as Obsidian sees them. */
function all(v: Lights): Record<string, string> {
  const raw = readdirSync(v.path("raw"), { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(v.path("raw"), name)).isFile())
    .map((name) => [`raw/${name}`.normalize("NFC"), readFileSync(join(v.path("raw"), name), "utf8")] as const);
  return { ...v.wiki(), ...Object.fromEntries(raw) };
}

it("each file becomes a source or a line with its reason, and every link of the wiki holds", async () => {
  const v = lights({
    "raw/pharos.md": text("raw/pharos.md"),
    "raw/z copy of pharos.md": text("raw/pharos.md"),
    "raw/.hidden.md": "# Hidden\n\nNobody reads this.\n",
    "raw/.obsidian/app.json": "{}",
    "raw/node_modules/left-pad/readme.md": "# left-pad\n\nA package that pads.\n",
    "raw/.later.pdf.icloud": "bplist00",
    "raw/Cafe\u0301 des phares.md": text("raw/eddystone.md"),
    [`raw/${LONG}`]: text("raw/sun-valve.md"),
    [`raw/${LONG_ZH}`]: text("raw/lightvessel.md"),
    [`raw/${DEEP}`]: text("raw/augustin-fresnel.md"),
  });
  const outside = mkdtempSync(join(tmpdir(), "kb-outside-"));
  writeFileSync(join(outside, "secret.md"), "# Secret\n\nThe password is a word.\n");
  symlinkSync(outside, v.path("raw/elsewhere"));
  symlinkSync(join(outside, "secret.md"), v.path("raw/secret.md"));

  const { report, exitCode } = await v.run();
  expect(exitCode).toBe(0);
  const told = new Map(report.ingest.sources.map((one) => [one.path, one]));
  for (const path of ["raw/pharos.md", "raw/Café des phares.md", `raw/${DEEP}`])
    expect(told.get(path.normalize("NFC"))).toMatchObject({ status: "added" });
  for (const [path, reason] of [
    ["raw/z copy of pharos.md", "the same bytes as raw/pharos.md"],
    ["raw/.hidden.md", "hidden"],
    ["raw/.later.pdf.icloud", "iCloud"],
    ["raw/node_modules", "packages"],
    ["raw/elsewhere", "out of the vault"],
    ["raw/secret.md", "out of the vault"],
  ] as const)
    expect(told.get(path)).toMatchObject({ status: "skipped", reason: expect.stringContaining(reason) });
  expect(faultsOf(all(v))).toEqual([]);
  const wiki = Object.entries(v.wiki());
  expect(wiki.some(([, page]) => page.includes("password is a word"))).toBe(false);
  // Windows and sync programs stop at paths of some 250 characters, others at names of 255 bytes.
  for (const [path] of wiki) expect(Buffer.byteLength(path)).toBeLessThan(160);
});

it("of a file whose name no link can hold, the citations lead to its text in the wiki", async () => {
  const v = lights({ "raw/A [draft] #1 ^2 | of lenses.md": text("raw/fresnel-lens.md") });
  expect((await v.run()).exitCode).toBe(0);
  const page = v.read("wiki/sources/the-lens-that-saved-a-million-ships.md");
  expect(page).toContain("A [draft] #1 ^2 | of lenses.md");
  expect(page).not.toContain("[[raw/");
  const cited = [...page.matchAll(/\[\[(wiki\/texts\/[^#|]+)#(\^[\w-]+)\|/gu)];
  expect(cited.length).toBeGreaterThan(3);
  for (const [, target, block] of cited) expect(v.read(`${target}.md`)).toContain(` ${block}\n`);
});

it("a source that is renamed keeps its page and its citations, which lead to where it is now", async () => {
  const v = lights();
  await v.run();
  const citing = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(v.wiki()).filter(([path]) => /^wiki\/(?:concepts|entities|methods)\//u.test(path)),
    );
  const before = citing();
  mkdirSync(dirname(v.path("raw/towers/four towers.md")), { recursive: true });
  renameSync(v.path("raw/eddystone.md"), v.path("raw/towers/four towers.md"));
  const { report } = await v.run();
  expect(report.ingest.sources.filter((one) => one.status === "removed")).toEqual([]);
  expect(Object.keys(citing())).toEqual(Object.keys(before));
  const files = all(v);
  expect(faultsOf(files)).toEqual([]);
  expect(Object.values(v.wiki()).some((page) => page.includes("raw/eddystone.md"))).toBe(false);
  expect(files["wiki/sources/four-towers-on-one-reef.md"]).toContain("raw/towers/four towers.md");
});

it.skipIf(process.platform !== "linux")(
  "a name that is not in UTF-8 and a text nested without end are named",
  async () => {
    const v = lights({ "raw/pharos.md": text("raw/pharos.md"), "raw/deep.md": `${"> ".repeat(20_000)}deep\n` });
    writeFileSync(
      Buffer.concat([Buffer.from(`${v.path("raw")}/`), Buffer.from([0xff, 0xe4]), Buffer.from(".md")]),
      "x",
    );
    const { report, exitCode } = await v.run();
    expect(exitCode).toBe(1);
    const reasons = report.ingest.sources.map(({ status, reason }) => [status, reason ?? ""]);
    expect(reasons).toContainEqual(["skipped", "its name is not in UTF-8: rename it"]);
    expect(reasons).toContainEqual(["failed", "could not be read as markdown: it is nested too deeply"]);
  },
);

it.skipIf(process.platform === "win32")(
  "raw/ or wiki/ that lies outside the vault is refused before anything is done",
  async () => {
    for (const name of ["raw", "wiki"]) {
      const v = lights({});
      rmSync(v.path(name), { recursive: true, force: true });
      symlinkSync(mkdtempSync(join(tmpdir(), "kb-outside-")), v.path(name));
      await expect(v.run()).rejects.toThrow(`${name}/ is a link to a folder outside the vault`);
    }
  },
);
