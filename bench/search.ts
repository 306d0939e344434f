// Search on Cranfield, SciFact, HotpotQA and XQuAD: documents as raw files, compiled, then asked with type source.
import { pagesFor } from "../src/answer/gather.ts";
import type { NearTexts } from "../src/core/search.ts";
import { searchOf } from "../src/find/search.ts";
import { openMeaning } from "../src/run/meaning.ts";
import { freshIndex, rawsOf } from "../src/run/reindex.ts";
import { closeWorkspace } from "../src/run/workspace.ts";
import { loadWiki } from "../src/vault/load.ts";
import { keepVectors, vaultOf } from "./bench-vault.ts";
import { mean, ndcgAt10, percentile, recallAt, three } from "./measures.ts";
import { cranfield, firstOf, hotpot, type SearchSet, scifact, xquad } from "./search-data.ts";

type Measure = (ranked: readonly string[], relevant: ReadonlySet<string>) => number;

async function measured(name: string, set: SearchSet, measures: Readonly<Record<string, Measure>>): Promise<void> {
  const { workspace, idOf, compileMs } = await vaultOf(name, set.documents);
  const index = await freshIndex(workspace);
  const raws = new Map(loadWiki(workspace.layout, workspace.store).map((page) => [page.path, rawsOf(page)[0] ?? ""]));
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

/** Words alone and with vectors, on the same vault. */
async function hybrid(name: string, set: SearchSet): Promise<void> {
  const { workspace, idOf } = await vaultOf(name, set.documents, { model: true });
  const index = await freshIndex(workspace);
  const meaning = openMeaning(workspace, index);
  if (meaning === undefined) {
    console.log(`${name}: no embedding model answers, and no vectors are kept`);
    return;
  }
  const raws = new Map(loadWiki(workspace.layout, workspace.store).map((page) => [page.path, rawsOf(page)[0] ?? ""]));
  const { find } = searchOf(index);
  const scores: { words: number; both: number }[] = [];
  const times: number[] = [];
  for (const { text, relevant } of set.queries) {
    const near = await meaning.near(text);
    if (near === undefined) throw new Error("the embedding model went away");
    const score = (given: NearTexts): number => {
      const hits = find({ query: text, limit: 10, type: "source", near: given });
      return ndcgAt10(
        hits.map((hit) => idOf.get(raws.get(hit.path) ?? "") ?? ""),
        relevant,
      );
    };
    const words = score([]);
    const started = performance.now();
    await meaning.near(text);
    scores.push({ words, both: score(near) });
    times.push(performance.now() - started);
  }
  const half = (odd: number): string => three(mean(scores.filter((_, i) => i % 2 === odd).map(({ both }) => both)));
  console.log(
    `${name}, hybrid: ${set.documents.length} sources, ${set.queries.length} queries: nDCG@10 ${three(mean(scores.map(({ both }) => both)))} (even ${half(0)}, odd ${half(1)}), by words alone ${three(mean(scores.map(({ words }) => words)))}; p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms with the query's vector at hand`,
  );
  meaning.close();
  index.close();
  closeWorkspace(workspace);
  keepVectors(name);
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

const HYBRID: Readonly<Record<string, () => Promise<void>>> = {
  "cranfield-hybrid": () => hybrid("cranfield-hybrid", cranfield()),
  "scifact-hybrid": () => hybrid("scifact-hybrid", firstOf(scifact(), 1500)),
};

// Those with vectors only by name, since making them takes a model and minutes.
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(SETS)) if (wanted.length === 0 || wanted.includes(name)) await bench();
for (const [name, bench] of Object.entries(HYBRID)) if (wanted.includes(name)) await bench();
