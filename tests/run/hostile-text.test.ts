// Strings and front matter made to break programs, through whole compiles: nothing crashes, nothing is lost, nothing becomes live.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { type Lights, lights } from "./lighthouses.ts";

const DATA = `${process.env.KB_BENCH_DATA ?? "../shared/data"}/hostile`;
/** Reads a wiki from outside, as a sceptic would; not everybody has it. */
const CHECK = join(DATA, "../../tools/check-wiki");
const LIVE = /(?<!\\)<(?:script|iframe|img|object|embed|svg|form)\b|^```dataview|<%/imu;

const facts = (n: number): string => `Harbour ${n} is a port of ${n + 3} piers. It opened in ${1500 + n}.`;
const bodies = (v: Lights): [string, string][] =>
  Object.entries(v.wiki())
    .filter(([path]) => path.startsWith("wiki/"))
    .map(([path, text]) => [path, text.replace(/^---\n[\s\S]*?\n---\n/u, "")]);

/** Every file is a source with its facts on a page, or was skipped with a reason; a second run has nothing to do. */
async function holds(v: Lights, raws: ReadonlyMap<string, number>): Promise<void> {
  const { report, exitCode } = await v.run();
  expect(exitCode).toBe(0);
  expect(report.pages.filter((page) => page.status === "conflict")).toEqual([]);
  const pages = v.wiki();
  for (const { path, status, page, reason } of report.ingest.sources) {
    if (status === "skipped")
      expect([path, reason]).toEqual([path, expect.stringMatching(/bytes are no text|hidden/u)]);
    else
      expect([path, pages[page ?? ""]]).toEqual([path, expect.stringContaining(`Harbour ${raws.get(path)} is a port`)]);
  }
  expect(report.ingest.sources.length).toBe(raws.size);
  for (const [path, text] of bodies(v)) expect([path, LIVE.exec(text)?.[0]]).toEqual([path, undefined]);
  if (existsSync(CHECK)) expect(found(v.root)).toBe("");
  const times = v.times();
  const again = await v.run();
  expect(again.report.pages.filter((page) => page.status !== "unchanged")).toEqual([]);
  expect(v.times()).toEqual(times);
}

/** Tags that a reader never sees are not in a quotation; a name with "#" can be told, not linked; bare cases make no topics. */
const ALLOWED = /quotations stand in raw|source page names its raw file|there is something here/u;

function found(root: string): string {
  const { stdout, stderr, status } = spawnSync(CHECK, [root, "--most", "20"], { encoding: "utf8" });
  if (status === 0) return "";
  const short = /^falls short: (.*)$/mu.exec(stdout)?.[1]?.split("), ");
  return short === undefined ? stderr : short.filter((one) => !ALLOWED.test(one)).join(", ");
}

const blns = join(DATA, "blns.json");
test.skipIf(!existsSync(blns))(
  "naughty strings as titles, authors, headings, names and file names",
  { timeout: 240_000 },
  async () => {
    const strings = z.array(z.string()).parse(JSON.parse(readFileSync(blns, "utf8")));
    const v = lights({});
    const raws = new Map<string, number>();
    const put = (path: string, n: number, text: string): void => {
      v.put(path, text);
      raws.set(path.normalize("NFC"), n);
    };
    // One in three of each kind; together every string is used. KB_SEED turns the kinds.
    const turn = Number(process.env.KB_SEED ?? 0);
    for (const [n, text] of strings.entries()) {
      const kind = (n + turn) % 3;
      const told = `${facts(n)} The keeper of ${text} lived there.`;
      const quoted = JSON.stringify(text);
      if (kind === 0)
        put(
          `raw/t${n}.md`,
          n,
          `---\ntitle: ${quoted}\nauthor: ${quoted}\ntags: [${quoted}]\npublished: ${quoted}\n---\n\n${told}\n`,
        );
      if (kind === 1) put(`raw/h${n}.md`, n, `# ${text}\n\n## ${text}\n\n${told}\n`);
      if (kind === 2)
        put(`raw/r${n}.md`, n, `---\ntitle: ${text.replace(/\n/gu, " ")}\n---\n\n# Raw ${n}\n\n${told}\n`);
      const name = [...text.replace(/[/\\<>:"|?*\p{Cc}]/gu, "_")].slice(0, 60).join("").trim();
      if (name !== "" && !/^\.|[. ]$/u.test(name) && !raws.has(`raw/names-${n}/${name}.md`.normalize("NFC")))
        put(`raw/names-${n}/${name}.md`, n, `# File ${n}\n\n${facts(n)}\n`);
    }
    await holds(v, raws);
  },
);

const suite = join(DATA, "yaml-test-suite.tar.gz");
test.skipIf(!existsSync(suite) || process.platform === "win32")(
  "the cases of the YAML test suite as front matter",
  { timeout: 240_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "kb-yaml-"));
    mkdirSync(folder, { recursive: true });
    execFileSync("tar", ["xzf", suite, "-C", folder]);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /src\/.*\.yaml$/u.test(name))
      .sort();
    const v = lights({});
    const raws = new Map<string, number>();
    for (const file of files) {
      const cases = z
        .array(z.object({ yaml: z.string().optional() }))
        .parse(parse(readFileSync(join(folder, file), "utf8")));
      for (const { yaml } of cases) {
        if (yaml === undefined) continue;
        // How the suite spells white space.
        const text = yaml
          .replace(/␣/gu, " ")
          .replace(/—*»/gu, "\t")
          .replace(/←/gu, "\r")
          .replace(/[↵⇔]|∎\n?$/gu, "");
        const n = raws.size;
        v.put(`raw/case-${n}.md`, `---\n${text}${text.endsWith("\n") ? "" : "\n"}---\n\n# Case ${n}\n\n${facts(n)}\n`);
        raws.set(`raw/case-${n}.md`, n);
      }
    }
    rmSync(folder, { recursive: true });
    expect(raws.size).toBeGreaterThan(350);
    await holds(v, raws);
  },
);
