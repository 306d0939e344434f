// Answers to be shown, on a hundred sources: decks as a browser lays them out, charts whose every point must stand in its evidence, tables whose every cell cites.
import { cpSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bareOf, claimsOn } from "../src/answer/claims.ts";
import { type AskReport, openAsk } from "../src/run/ask.ts";
import { browserIn } from "../src/run/browser.ts";
import { compile } from "../src/run/compile.ts";
import { closeWorkspace, openWorkspace } from "../src/run/workspace.ts";
import { type LaidOut, laidOut } from "../tests/answer/laid-out.ts";
import { noteIn } from "../tests/run/as-obsidian.ts";
import { missionVault } from "./mission.ts";
import "./shipped.ts";

const ROOT = join(process.env.KB_BENCH_TMP ?? "/tmp/kb-bench", "forms");

const DECKS = [
  "What is the difference between agile and DevOps?",
  "What is non-lexical lifetimes?",
  "How does specialization work in Rust?",
  "Compare Solr and Elasticsearch",
  "What is an ATO?",
  "What do these say about hiring?",
  "What is MIR?",
  "Why was rustup made?",
  "What does 18F do?",
  "What are macros 1.1?",
  "How should cargo workspaces share dependencies?",
  "What is provenance?",
  "When was rustfmt released?",
  "What are generic associated types?",
  "Explain return position impl trait",
  "What is the roadmap for 2018?",
  "What is technical debt?",
  "How does inline assembly work?",
  "What is cargo script?",
  "Compare traits and structs",
];
const CHARTS = [
  "When did each version of Rust come out?",
  "Timeline of 18F",
  "History of Lucene and Solr",
  "How many people work at 18F?",
  "How many percent of code should tests cover?",
  "How many crates are on crates.io?",
  "How many months does an ATO take?",
  "How many users visit each site?",
  "How many weeks does an 18F project take?",
  "How many people answered the survey each year?",
  "How much faster is incremental compilation?",
  "How many volcanoes erupted?",
];
const TABLES = [
  "Compare Solr and Elasticsearch",
  "Compare traits and structs",
  "What is the difference between agile and DevOps?",
  "Compare cargo, rustup and rustfmt",
  "Compare Jekyll and Drupal",
  "Which tools are there, and when were they made?",
];

const at = (path: string): string => join(ROOT, path);
const read = (path: string): string => readFileSync(at(path), "utf8");
const cell = (text: string | number, width: number): string => {
  const shown = String(text);
  return shown.length > width ? `${shown.slice(0, width - 1)}…` : shown.padEnd(width);
};

interface Asked {
  readonly report: AskReport;
  readonly ms: number;
}

async function asked(questions: readonly string[], options: Parameters<typeof openAsk>[1]): Promise<Asked[]> {
  const workspace = await openWorkspace(WISHES);
  const { ask, close } = await openAsk(workspace, options);
  const all: Asked[] = [];
  for (const question of questions) {
    const started = performance.now();
    const report = await ask(question);
    all.push({ report, ms: performance.now() - started });
    opened(report);
  }
  close();
  closeWorkspace(workspace);
  return all;
}

const WISHES = {
  cwd: ROOT,
  vaultDir: ROOT,
  engine: "extractive",
  env: { ...process.env, SOURCE_DATE_EPOCH: "1763683200" },
};

/** As it stands; without the targets of links and notes; and without tags, too. */
function waysToRead(raw: string): string[] {
  const linkless = raw
    .replace(/\[\^[^\]\n]+\]/gu, "")
    .replace(/(?<=\])(?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])/gu, "");
  return [raw, linkless, linkless.replace(/<\/?[a-z][^>]*>/giu, "")];
}

/** What does not hold of a citation: the claim must stand on its page, its words in the raw file. */
function faultsOf({ page, claim, quote, source, onPage }: AskReport["citations"][number]): string[] {
  const there = !onPage || claim === "" || claimsOn(read(page)).some(({ id }) => id === claim);
  const ways = waysToRead(read(source)).map(bareOf);
  const said = claim === "" || quote.split("[…]").every((part) => ways.some((way) => way.includes(bareOf(part))));
  return [there ? [] : `^${claim} is not on ${page}`, said ? [] : `“${quote}” is not in ${source}`].flat();
}

/** What Obsidian would show otherwise than meant, of all outputs. */
const shownWrong: string[] = [];
function opened({ output }: AskReport): void {
  if (output === undefined) return;
  const path = output.replace(/\.html$/u, ".md");
  shownWrong.push(...noteIn(ROOT, path).faults.map((fault) => `${path}: ${fault}`));
}

/** Each figure must stand in the quotation of its own sentence, and what it is of there or in its source's name. */
function pointFaults({ points = [], sentences, citations }: AskReport): string[] {
  return points.flatMap((point, i) => {
    const own = citations.filter(({ n }) => sentences[i]?.citations.includes(n));
    const evidence = own.filter(({ quote }) => quote.includes(point.surface));
    if (evidence.length === 0) return [`${point.label}: ${point.surface} stands in no quotation`];
    const digits = Number(/^[\d,]+(?:\.\d+)?$/u.exec(point.surface)?.[0].replaceAll(",", "") ?? Number.NaN);
    const wrong = !Number.isNaN(digits) && digits !== point.value;
    return wrong ? [`${point.label}: ${point.surface} is drawn as ${point.value}`] : [];
  });
}

/** Points that the picture shows, by the words it gives to those who cannot see it. */
const drawn = (svg: string): number => [...svg.matchAll(/aria-roledescription="(?:bar|point|circle|symbol)"/gu)].length;

async function decks(browser: string): Promise<void> {
  console.log(`\n| ${cell("deck", 50)} | slides | over | cut | blank | ms |`);
  let slides = 0;
  const bad: string[] = [];
  const remote: string[] = [];
  let first: string | undefined;
  for (const { report, ms } of await asked(DECKS, { format: "marp", to: "html" })) {
    if (report.output === undefined) {
      bad.push(`${report.question}: not answered`);
      continue;
    }
    const html = read(report.output);
    first ??= html;
    const seen = laidOut(html, browser);
    slides += seen.slides;
    if (faulty(seen)) bad.push(basename(report.output));
    bad.push(...report.citations.flatMap(faultsOf));
    remote.push(...(html.match(/(?:src|href)="https?:[^"]*"|url\(["']?https?:[^)]*\)/gu) ?? []));
    console.log(
      `| ${cell(report.question, 50)} | ${cell(seen.slides, 6)} | ${cell(seen.over.join(" "), 4)} | ${cell(seen.cut.join(" "), 3)} | ${cell(seen.blank.join(" "), 5)} | ${ms.toFixed(0)} |`,
    );
  }
  console.log(`decks: ${DECKS.length}, ${slides} slides; at fault: ${bad.length === 0 ? "none" : bad.join("; ")}`);
  console.log(`parts that a deck would fetch from elsewhere: ${remote.length === 0 ? "none" : remote.join("; ")}`);
  const planted = (first ?? "").replace(/(<section id="3".*?<p[^>]*>)/su, `$1${"So it goes on and on. ".repeat(90)}`);
  console.log(`a planted overflow is ${laidOut(planted, browser).over.includes(2) ? "found" : "MISSED"}`);
}

const faulty = ({ over, cut, blank }: LaidOut): boolean => over.length + cut.length + blank.length > 0;

async function charts(verbose: boolean): Promise<void> {
  console.log(`\n| ${cell("chart", 50)} | points | drawn | unit | ms |`);
  const bad: string[] = [];
  let points = 0;
  for (const { report, ms } of await asked(CHARTS, { format: "chart" })) {
    const count = report.points?.length ?? 0;
    const shown = report.output === undefined ? 0 : drawn(read(report.output.replace(/\.md$/u, ".svg")));
    points += count;
    bad.push(...report.citations.flatMap(faultsOf), ...pointFaults(report));
    if (shown !== count) bad.push(`${report.question}: ${count} points, ${shown} drawn`);
    const unit = report.answerable ? (report.points?.[0]?.unit ?? "") : "refused";
    console.log(
      `| ${cell(report.question, 50)} | ${cell(count, 6)} | ${cell(shown, 5)} | ${cell(unit, 12)} | ${ms.toFixed(0)} |`,
    );
    if (verbose)
      for (const [i, { label, surface, year }] of (report.points ?? []).entries())
        console.log(`    ${label} · ${surface} · ${year ?? ""} · ${report.sentences[i]?.text}`);
  }
  console.log(
    `charts: ${CHARTS.length}, ${points} points; without evidence: ${bad.length === 0 ? "none" : bad.join("; ")}`,
  );
}

async function tables(verbose: boolean): Promise<void> {
  console.log(`\n| ${cell("table", 50)} | rows | columns | cells | empty | ms |`);
  const bad: string[] = [];
  for (const { report, ms } of await asked(TABLES, { format: "table" })) {
    const [head = "", , ...rows] = report.answerable ? report.answer.split("\n") : [];
    const cells = rows.flatMap((row) => row.split(/(?<!\\)\|/u).slice(2, -1));
    const empty = cells.filter((text) => text.trim() === "not in the vault").length;
    bad.push(...cells.filter((text) => !/\]\]\)|not in the vault/u.test(text)), ...report.citations.flatMap(faultsOf));
    const columns = head.split(/(?<!\\)\|/u).length - 3;
    console.log(
      `| ${cell(report.question, 50)} | ${cell(rows.length, 4)} | ${cell(Math.max(0, columns), 7)} | ${cell(cells.length, 5)} | ${cell(empty, 5)} | ${ms.toFixed(0)} |`,
    );
    if (verbose && report.answerable) console.log(report.answer.replace(/\(\[\[.*?\]\]\)/gu, "(·)"));
  }
  console.log(`tables: cells that neither cite nor say so: ${bad.length === 0 ? "none" : bad.join("; ")}`);
}

missionVault(ROOT);
// The styles that decks have wherever kb is installed.
cpSync("templates/slides", at("templates/slides"), { recursive: true });
const workspace = await openWorkspace(WISHES);
const { report } = await compile(workspace);
closeWorkspace(workspace);
console.log(`${report.ingest.sources.length} sources, ${report.pages.length} pages`);
const browser = browserIn(process.env);
if (browser === undefined) console.log("no browser: decks are not measured");
else await decks(browser);
const verbose = process.argv.includes("--verbose");
await charts(verbose);
await tables(verbose);
await asked(DECKS, { format: "md" });
console.log(`\nread as Obsidian reads it, at fault: ${shownWrong.length === 0 ? "none" : shownWrong.join("\n  ")}`);
