// How long search and asking take at 10,000 pages: in process, from the shell, and after a page was edited.
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { searchOf } from "../src/find/search.ts";
import { openAsk } from "../src/run/ask.ts";
import { freshIndex } from "../src/run/reindex.ts";
import { closeWorkspace, openWorkspace } from "../src/run/workspace.ts";
import { percentile } from "./measures.ts";
import { cranfield, hotpot, scifact, xquad } from "./search-data.ts";
import { timeVault } from "./time-vault.ts";

const ROOT = join(process.env.KB_BENCH_TMP ?? "/tmp/kb-bench", "time");
const PROGRAM = join(process.cwd(), "dist/cli/main.js");
const EVERY = 9;
const ROUNDS = 12;

interface Times {
  readonly elapsed: readonly number[];
  /** Of this process alone: what is left of the time on a machine with nothing else to do. */
  readonly worked: readonly number[];
}

const spread = ({ elapsed, worked }: Times): string => {
  const own = percentile(worked, 0.95);
  return `p50 ${percentile(elapsed, 0.5).toFixed(1)} ms, p95 ${percentile(elapsed, 0.95).toFixed(1)} ms${own > 5 ? ` (processor ${own.toFixed(1)} ms)` : ""}`;
};

async function timesOf<T>(items: readonly T[], act: (item: T) => unknown): Promise<Times> {
  const elapsed: number[] = [];
  const worked: number[] = [];
  for (const item of items) {
    const before = process.cpuUsage();
    const started = performance.now();
    await act(item);
    elapsed.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    worked.push((user + system) / 1000);
  }
  return { elapsed, worked };
}

const shell = (...words: string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, [
    PROGRAM,
    ...words,
    "--vault",
    ROOT,
    "--engine",
    "extractive",
  ]);
  if (status !== 0) throw new Error(String(stderr));
};

const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;
const pages = timeVault(ROOT);
const workspace = await openWorkspace({ vaultDir: ROOT, cwd: ROOT, env: process.env, engine: "extractive" });
const started = performance.now();
(await freshIndex(workspace)).close();
console.log(
  `${pages} pages; index brought into step in ${((performance.now() - started) / 1000).toFixed(1)} s; ${load()}`,
);

const index = await freshIndex(workspace);
const { find } = searchOf(index);
const sets = {
  cranfield: cranfield(),
  scifact: scifact(),
  hotpot: hotpot(),
  "xquad-en": xquad("en"),
  "xquad-zh": xquad("zh"),
};
const every: string[] = [];
for (const [name, { queries }] of Object.entries(sets)) {
  const some = queries.filter((_, i) => i % EVERY === 0).map(({ text }) => text);
  every.push(...some);
  console.log(
    `  search, ${some.length} queries of ${name}: ${spread(await timesOf(some, (query) => find({ query, limit: 10 })))}`,
  );
}
const short = every.map((text) =>
  text
    .split(/\s+/u)
    .sort((a, b) => b.length - a.length)
    .slice(0, 3)
    .join(" "),
);
console.log(`search, all of these: ${spread(await timesOf(every, (query) => find({ query, limit: 10 })))}`);
console.log(
  `search, three words of each: ${spread(await timesOf(short, (query) => find({ query, limit: 10 })))}; ${load()}`,
);
index.close();

const { ask, close } = await openAsk(workspace, { save: false });
console.log(`ask without a model: ${spread(await timesOf(every, (question) => ask(question)))}; ${load()}`);
close();
closeWorkspace(workspace);

const rounds = every.slice(0, ROUNDS);
console.log(`kb search from the shell: ${spread(await timesOf(rounds, (query) => shell("search", query)))}`);
console.log(
  `kb ask --no-save from the shell: ${spread(await timesOf(rounds, (query) => shell("ask", query, "--no-save")))}`,
);
const edited = await timesOf(rounds, (query) => {
  appendFileSync(join(ROOT, "wiki/sources/00007.md"), "\nA person wrote this.\n");
  shell("search", query);
});
console.log(`kb search after an edit: ${spread(edited)}; ${load()}`);
