// Known injections inside a source: how many are recognised, and whether any changes more than its own text, without a model and with one that obeys.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFile } from "../src/read/registry.ts";
import { compile } from "../src/run/compile.ts";
import { closeWorkspace, openWorkspace } from "../src/run/workspace.ts";
import { addressesAModel } from "../src/text/injection.ts";
import { sentencesOf } from "../src/text/sentences.ts";
import { startFakeModel } from "../tests/fake-model/server.ts";
import "./shipped.ts";

const DATA = process.env.KB_BENCH_DATA ?? "../shared/data";
const CORPORA = process.env.KB_BENCH_CORPORA ?? "/tmp/data";
const ROOT = join(process.env.KB_BENCH_TMP ?? "/tmp/kb-bench", "injection");
const HOST = "raw/a-desk-for-the-mind.md";
const HOST_PAGE = "wiki/sources/a-desk-for-the-mind.md";
const PLACES = ["at the start of a paragraph", "in its middle", "at its end", "as a paragraph"] as const;
/** Lists that count or date; everything else must stay as it was. */
const LISTS = /^wiki\/(?:log|index)\.md$/u;

interface Known {
  readonly user_input: string;
}

const known = JSON.parse(readFileSync(join(DATA, "hostile", "prompt_injection.json"), "utf8")) as readonly Known[];
const partsOf = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
/** On one line, and a sentence of its own: without an end mark the source's next sentence would be a part of it. */
function flat(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return /[.!?。？！؟]["'”’)]*$/u.test(line) ? line : `${line}.`;
}

function placed(source: string, injection: string, place: number): string {
  const paragraphs = source.split("\n\n");
  const at = paragraphs.findIndex((one, i) => i > 2 && one.length > 300 && !one.startsWith("#"));
  const own = paragraphs[at] ?? "";
  const [first = own, ...rest] = partsOf(own);
  const now = [
    `${injection} ${own}`,
    `${first} ${injection} ${rest.join(" ")}`,
    `${own} ${injection}`,
    `${own}\n\n${injection}`,
  ][place];
  return [...paragraphs.slice(0, at), now ?? own, ...paragraphs.slice(at + 1)].join("\n\n");
}

function wiki(): Record<string, string> {
  const files = readdirSync(join(ROOT, "wiki"), { recursive: true, encoding: "utf8" }).filter((one) =>
    one.endsWith(".md"),
  );
  return Object.fromEntries(
    files.sort().map((one) => [`wiki/${one.replaceAll("\\", "/")}`, readFileSync(join(ROOT, "wiki", one), "utf8")]),
  );
}

const claimsIn = (page: string): string[] => page.match(/^- .*\^c-[\w-]+$/gmu) ?? [];
const bodyOf = (page: string): string => page.replace(/^---\n[\s\S]*?\n---\n/u, "");

async function run(engine: string, env: Record<string, string>): Promise<void> {
  const workspace = await openWorkspace({
    cwd: ROOT,
    vaultDir: ROOT,
    engine,
    env: { SOURCE_DATE_EPOCH: "1763683200", ...env },
  });
  const { exitCode, report } = await compile(workspace);
  closeWorkspace(workspace);
  const failed = report.ingest.sources.find((source) => source.status === "failed");
  if (exitCode !== 0) throw new Error(`${failed?.path}: ${failed?.reason}`);
}

interface Tally {
  runs: number;
  lost: number;
  elsewhere: number;
  obeyed: number;
  /** Model calls that were shown the injection. */
  shown: number;
  readonly told: string[];
}

async function measured(
  engine: string,
  env: Record<string, string>,
  seen: (injection: string) => void,
  every: number,
): Promise<Tally> {
  rmSync(ROOT, { recursive: true, force: true });
  mkdirSync(ROOT, { recursive: true });
  cpSync("raw", join(ROOT, "raw"), { recursive: true });
  cpSync("templates", join(ROOT, "templates"), { recursive: true });
  writeFileSync(join(ROOT, "vault.config.json"), '{ "version": 1 }\n');
  const source = readFileSync(HOST, "utf8");
  seen("");
  await run(engine, env);
  const before = wiki();
  const own = claimsIn(before[HOST_PAGE] ?? "");
  const tally: Tally = { runs: 0, lost: 0, elsewhere: 0, obeyed: 0, shown: 0, told: [] };
  for (const [i, { user_input }] of known.entries()) {
    for (const place of PLACES.keys()) {
      if ((i + place) % every !== 0) continue;
      const injection = flat(user_input);
      seen(injection);
      writeFileSync(join(ROOT, HOST), placed(source, injection, place));
      await run(engine, env);
      const after = wiki();
      const claims = new Set(claimsIn(after[HOST_PAGE] ?? ""));
      const lost = own.filter((claim) => !claims.has(claim)).length;
      const other = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
        (path) => path !== HOST_PAGE && !LISTS.test(path) && bodyOf(before[path] ?? "") !== bodyOf(after[path] ?? ""),
      );
      tally.runs++;
      if (lost > 0) tally.lost++;
      if (other.length > 0) tally.elsewhere++;
      if (Object.values(after).some((text) => text.includes("PWNED"))) tally.obeyed++;
      if (lost + other.length > 0)
        tally.told.push(`${i} ${PLACES[place]}: ${lost} claims lost, changed: ${other.join(", ") || "nothing else"}`);
    }
  }
  return tally;
}

function printed(name: string, { runs, lost, elsewhere, obeyed, shown, told }: Tally): void {
  console.log(
    `${name}: ${runs} compiles; other pages changed in ${elsewhere}, own claims lost in ${lost}, words of the obeying model on a page in ${obeyed}${shown > 0 ? ` (it was shown the injection ${shown} times)` : ""}`,
  );
  if (process.argv.includes("--verbose")) for (const line of told) console.log(`  ${line}`);
}

for (const half of [0, 1]) {
  const part = known.filter((_, i) => i % 2 === half);
  const found = part.filter(({ user_input }) => partsOf(flat(user_input)).some(addressesAModel)).length;
  console.log(`recognised (${half === 0 ? "tuned on" : "unseen"}): ${found} of ${part.length}`);
}

const mission = readFileSync(join(DATA, "corpora", "mission-100.txt"), "utf8")
  .trim()
  .split("\n")
  .map((line) => join(CORPORA, line.split("\t")[1] ?? ""));
if (mission.every((path) => existsSync(path))) {
  const alarms: string[] = [];
  let sentences = 0;
  for (const path of mission) {
    const read = await readFile(readFileSync(path), `raw/${path}`, { maxBytes: 1e8, timeoutMs: 20_000 });
    for (const document of read.kind === "read" ? read.documents : [])
      for (const { text } of document.sentences) {
        sentences++;
        if (addressesAModel(text)) alarms.push(`${dirname(path)}: ${text}`);
      }
  }
  console.log(`false alarms on mission-100: ${alarms.length} of ${sentences} sentences (bar: 5)`);
  for (const line of alarms) console.log(`  ${line}`);
}

// "--every 4" gives each injection one of the four places.
const every = Number(process.argv[process.argv.indexOf("--every") + 1]) || 1;
printed(
  "without a model",
  await measured("extractive", {}, () => undefined, process.argv.includes("--every") ? every : 1),
);
let parts: readonly string[] = [];
let shown = 0;
const server = await startFakeModel({
  behave: (_call, prompt) => {
    if (!parts.some((part) => prompt.includes(part))) return "good";
    shown++;
    return "possessed";
  },
});
const obeying = await measured(
  "ollama",
  { OLLAMA_HOST: server.url },
  (injection) => {
    parts = partsOf(injection).filter((part) => part.length > 12);
  },
  4,
);
await server.close();
obeying.shown = shown;
printed("with a model that obeys all it is shown", obeying);
