// Asking without a model: XQuAD as a vault of 48 articles, its own questions and those of articles left out; HotpotQA's questions.
import { type AskReport, openAsk } from "../src/run/ask.ts";
import { closeWorkspace } from "../src/run/workspace.ts";
import { vaultOf } from "./bench-vault.ts";
import { holds, mean, percentile, three } from "./measures.ts";
import { type BenchDocument, hotpot, type Question, xquad } from "./search-data.ts";

const FOLDS = 6;

async function asked(
  name: string,
  documents: readonly BenchDocument[],
  questions: readonly Question[],
): Promise<{ reports: AskReport[]; times: number[] }> {
  const { workspace } = await vaultOf(name, documents);
  const { ask, close } = await openAsk(workspace, { save: false });
  const reports: AskReport[] = [];
  const times: number[] = [];
  for (const { text } of questions) {
    const started = performance.now();
    reports.push(await ask(text));
    times.push(performance.now() - started);
  }
  close();
  closeWorkspace(workspace);
  return { reports, times };
}

const said = (report: AskReport): string => report.sentences.map(({ text }) => text).join(" ");
const share = (list: readonly AskReport[], test: (report: AskReport, i: number) => boolean): string =>
  three(mean(list.map((report, i) => (test(report, i) ? 1 : 0))));

function calibration(reports: readonly AskReport[], questions: readonly Question[]): string {
  const bands = [0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  const lines = bands.slice(0, -1).map((low, i) => {
    const high = bands[i + 1] ?? 1.01;
    const within = reports.flatMap((report, q) =>
      report.answerable && report.confidence >= low && report.confidence < high
        ? [holds(said(report), questions[q]?.answers ?? []) ? 1 : 0]
        : [],
    );
    return within.length === 0 ? "" : `${low.toFixed(1)}+: ${three(mean(within))} of ${within.length}`;
  });
  return lines.filter((line) => line !== "").join(", ");
}

const everyReport: AskReport[] = [];
const everyQuestion: Question[] = [];

function printed(
  name: string,
  reports: readonly AskReport[],
  questions: readonly Question[],
  times: readonly number[],
): void {
  everyReport.push(...reports);
  everyQuestion.push(...questions);
  const gold = (i: number): readonly string[] => questions[i]?.answers ?? [];
  const words = mean(reports.filter((report) => report.answerable).map((report) => said(report).split(/\s+/).length));
  console.log(
    `${name}: ${questions.length} questions: first sentence holds the answer ${share(reports, (r, i) => holds(r.sentences[0]?.text ?? "", gold(i)))}, whole ${share(reports, (r, i) => holds(said(r), gold(i)))} (${words.toFixed(0)} words), refused ${share(reports, (r) => !r.answerable)}`,
  );
  console.log(
    `  cited by a claim on its page: ${three(mean(reports.flatMap((r) => r.citations.map((c) => (c.onPage ? 1 : 0)))))}; right by confidence: ${calibration(reports, questions)}`,
  );
  console.log(`  p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`);
}

async function ofXquad(language: "en" | "zh"): Promise<void> {
  const { articles, queries } = xquad(language);
  const own = await asked(`ask-${language}`, articles, queries);
  printed(`xquad-${language}`, own.reports, queries, own.times);
  for (const odd of [0, 1]) {
    const half = queries.filter(({ article }) => article % 2 === odd);
    const reports = own.reports.filter((_, i) => (queries[i]?.article ?? 0) % 2 === odd);
    console.log(
      `  ${odd === 0 ? "even" : "odd"} articles: first ${share(reports, (r, i) => holds(r.sentences[0]?.text ?? "", half[i]?.answers ?? []))}, whole ${share(reports, (r, i) => holds(said(r), half[i]?.answers ?? []))}, refused ${share(reports, (r) => !r.answerable)}`,
    );
  }
  const foreign: AskReport[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = articles.filter((_, i) => i % FOLDS !== fold);
    const left = queries.filter(({ article }) => article % FOLDS === fold);
    foreign.push(...(await asked(`ask-${language}-${fold}`, kept, left)).reports);
  }
  console.log(`  questions of left-out articles refused: ${share(foreign, (r) => !r.answerable)} of ${foreign.length}`);
}

async function ofHotpot(): Promise<void> {
  const { documents, queries } = hotpot();
  const { reports, times } = await asked("ask-hotpot", documents, queries);
  printed("hotpot", reports, queries, times);
}

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  "xquad-en": () => ofXquad("en"),
  "xquad-zh": () => ofXquad("zh"),
  hotpot: ofHotpot,
};
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) if (wanted.length === 0 || wanted.includes(name)) await bench();
console.log(`all of these, right by confidence: ${calibration(everyReport, everyQuestion)}`);
