// Search on Cranfield, SciFact, HotpotQA and XQuAD: documents as raw files, compiled, then asked with type source.
import { pagesFor } from "../src/answer/gather.ts";
import { searchOf } from "../src/find/search.ts";
import { freshIndex, rawOf } from "../src/run/reindex.ts";
import { closeWorkspace } from "../src/run/workspace.ts";
import { loadWiki } from "../src/vault/load.ts";
import { vaultOf } from "./bench-vault.ts";
import { mean, ndcgAt10, percentile, recallAt, three } from "./measures.ts";
import { cranfield, hotpot, type SearchSet, scifact, xquad } from "./search-data.ts";

type Measure = (ranked: readonly string[], relevant: ReadonlySet<string>) => number;

async function measured(name: string, set: SearchSet, measures: Readonly<Record<string, Measure>>): Promise<void> {
  const { workspace, idOf, compileMs } = await vaultOf(name, set.documents);
  const index = await freshIndex(workspace);
  const raws = new Map(loadWiki(workspace.layout, workspace.store).map((page) => [page.path, rawOf(page) ?? ""]));
  const { find } = searchOf(index);
  const times: number[] = [];
  const ranked = set.queries.map(({ text }) => {
    const started = performance.now();
    const hits = find({ query: text, limit: 10, type: "source" });
    times.push(performance.now() - started);
    return hits.map((hit) => idOf.get(raws.get(hit.path) ?? "") ?? "");
  });
  const hopped =
    name === "hotpot"
      ? set.queries.map(({ text }) => pagesFor(index, text, 10).map((path) => idOf.get(raws.get(path) ?? "") ?? ""))
      : [];
  const scores = Object.entries(measures).map(([label, measure]) => {
    const each = set.queries.map(({ relevant }, i) => measure(ranked[i] ?? [], relevant));
    const half = (odd: number): string => three(mean(each.filter((_, i) => i % 2 === odd)));
    return `${label} ${three(mean(each))} (even ${half(0)}, odd ${half(1)})`;
  });
  const time = `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
  console.log(
    `${name}: ${set.documents.length} sources, ${set.queries.length} queries: ${scores.join(", ")}; ${time}; compiled in ${(compileMs / 1000).toFixed(1)} s`,
  );
  if (hopped.length > 0)
    console.log(
      `  with the second hop: recall@5 ${three(mean(set.queries.map(({ relevant }, i) => recallAt(5, hopped[i] ?? [], relevant))))}`,
    );
  index.close();
  closeWorkspace(workspace);
}

const SETS: Readonly<Record<string, () => Promise<void>>> = {
  cranfield: () => measured("cranfield", cranfield(), { "nDCG@10": ndcgAt10 }),
  scifact: () => measured("scifact", scifact(), { "nDCG@10": ndcgAt10 }),
  hotpot: () => measured("hotpot", hotpot(), { "recall@5": (r, s) => recallAt(5, r, s) }),
  "xquad-en": () =>
    measured("xquad-en", xquad("en"), {
      "recall@1": (r, s) => recallAt(1, r, s),
      "recall@5": (r, s) => recallAt(5, r, s),
    }),
  "xquad-zh": () =>
    measured("xquad-zh", xquad("zh"), {
      "recall@1": (r, s) => recallAt(1, r, s),
      "recall@5": (r, s) => recallAt(5, r, s),
    }),
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(SETS)) if (wanted.length === 0 || wanted.includes(name)) await bench();
