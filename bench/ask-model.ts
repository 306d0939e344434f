// Asking with the model at OLLAMA_HOST beside asking without one: exact match, token F1, refusals, and citations that do not hold.
import { type AskReport, openAsk } from "../src/run/ask.ts";
import { closeWorkspace, openWorkspace } from "../src/run/workspace.ts";
import { supportOf } from "../src/text/support.ts";
import { wordsOf } from "../src/text/words.ts";
import { vaultOf } from "./bench-vault.ts";
import { holds, mean, normalised, percentile, three } from "./measures.ts";
import { type BenchDocument, hotpot, type Question, xquad } from "./search-data.ts";

/** Every n-th question, so that all articles have their part. */
function spread(questions: readonly Question[], count: number): Question[] {
  const step = questions.length / count;
  return Array.from({ length: Math.min(count, questions.length) }, (_, i) => questions[Math.floor(i * step)]).flatMap(
    (one) => one ?? [],
  );
}

/** Words, and ideographs one by one, as the sets score them. */
const tokensOf = (text: string): string[] =>
  normalised(text)
    .split(/\s+/)
    .flatMap((word) => (/\p{sc=Han}/u.test(word) ? [...word] : word === "" ? [] : [word]));

function f1(said: string, gold: string): number {
  const [a, b] = [tokensOf(said), tokensOf(gold)];
  const left = new Map<string, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of a) {
    const n = left.get(token) ?? 0;
    if (n > 0) shared += 1;
    left.set(token, n - 1);
  }
  if (shared === 0) return 0;
  const [precision, recall] = [shared / a.length, shared / b.length];
  return (2 * precision * recall) / (precision + recall);
}

const said = (report: AskReport): string =>
  report.answerable ? report.sentences.map(({ text }) => text).join(" ") : "";

/** Sentences with a number or name that none of the claims they cite has. */
function unheld({ answerable, sentences, citations }: AskReport): number {
  if (!answerable) return 0;
  return sentences.filter(({ text, citations: numbers }) => {
    const quotes = citations.filter(({ n }) => numbers.includes(n)).map(({ quote }) => quote);
    return !supportOf(text, quotes.join("\n"), citations.map(({ source }) => source).join("\n")).ok;
  }).length;
}

function printed(
  label: string,
  reports: readonly AskReport[],
  questions: readonly Question[],
  times: readonly number[],
): void {
  const over = (measure: (text: string, gold: string) => number): number =>
    mean(
      reports.map((report, i) =>
        Math.max(...(questions[i]?.answers ?? [""]).map((gold) => measure(said(report), gold))),
      ),
    );
  const words = mean(reports.filter(({ answerable }) => answerable).map((report) => wordsOf(said(report)).length));
  console.log(
    `  ${label}: EM ${three(over((text, gold) => (normalised(text) === normalised(gold) ? 1 : 0)))}, F1 ${three(over(f1))}, holds the answer ${three(mean(reports.map((report, i) => (holds(said(report), questions[i]?.answers ?? []) ? 1 : 0))))} (${words.toFixed(0)} words), refused ${three(mean(reports.map(({ answerable }) => (answerable ? 0 : 1))))}, sentences whose citations lack a number or name ${reports.reduce((sum, report) => sum + unheld(report), 0)}; p50 ${(percentile(times, 0.5) / 1000).toFixed(1)} s`,
  );
}

async function both(name: string, documents: readonly BenchDocument[], questions: readonly Question[]): Promise<void> {
  const { workspace } = await vaultOf(`ask-model-${name}`, documents);
  const { root } = workspace;
  closeWorkspace(workspace);
  console.log(`${name}: ${questions.length} questions`);
  for (const engine of ["extractive", "ollama"]) {
    const opened = await openWorkspace({ vaultDir: root, cwd: root, engine, env: process.env });
    const { ask, close } = await openAsk(opened, { save: false });
    const reports: AskReport[] = [];
    const times: number[] = [];
    for (const { text } of questions) {
      const started = performance.now();
      reports.push(await ask(text));
      times.push(performance.now() - started);
    }
    printed(reports[0]?.engine ?? engine, reports, questions, times);
    close();
    closeWorkspace(opened);
  }
}

const SETS: Readonly<Record<string, (count: number) => Promise<void>>> = {
  "xquad-en": (count) => {
    const { articles, queries } = xquad("en");
    return both("xquad-en", articles, spread(queries, count));
  },
  "xquad-zh": (count) => {
    const { articles, queries } = xquad("zh");
    return both("xquad-zh", articles, spread(queries, count));
  },
  hotpot: (count) => {
    const { documents, queries } = hotpot();
    return both("hotpot", documents, spread(queries, count));
  },
};

// "xquad-en=30": a set and how many of its questions.
const wanted = process.argv.slice(2).map((arg) => arg.split("="));
for (const [name = "", count = "30"] of wanted.length > 0 ? wanted : Object.keys(SETS).map((name) => [name]))
  await SETS[name]?.(Number(count));
