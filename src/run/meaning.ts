// Search by meaning: vectors of what the index holds, made in batches that a run can afford, and asked for a query where a model answers.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../core/errors.ts";
import type { NearTexts } from "../core/search.ts";
import type { Embedder } from "../engine/model/embedder.ts";
import { openIndex, type VaultIndex } from "../vault/index-file.ts";
import { openVectors, type VectorStore } from "../vault/vectors.ts";
import { serverKindOf } from "./engines.ts";
import type { Workspace } from "./workspace.ts";

/** Texts at once: what a stopped run loses at most. */
const BATCH = 32;
/** Texts looked at for a query: a page has several. */
const DEPTH = 400;
/** With fewer of the texts known by vector, pages without would be ranked unfairly, so words alone decide. */
const COVERED = 0.9;
/** Longest wait for the vector of a query, ms: search must not hang on a busy server. */
const PATIENCE = 4000;

export interface Meaning {
  /** Undefined when the model does not answer now: words alone decide then. */
  near(query: string): Promise<NearTexts | undefined>;
  close(): void;
}

const fileOf = ({ store }: Workspace): string => join(store.folder, "vectors.sqlite");

async function embedderFor(workspace: Workspace, signal?: AbortSignal): Promise<Embedder | undefined> {
  const { engineName, settings, env } = workspace;
  if (engineName === "extractive") return undefined;
  const { embedderOf } = await import("../engine/model/embedder.ts");
  return embedderOf({ kind: serverKindOf(workspace, engineName), settings: settings.model, env }, signal);
}

/** Undefined without vectors of nearly all texts, and when the run is to use no model. */
export function openMeaning(workspace: Workspace, index: VaultIndex): Meaning | undefined {
  if (workspace.engineName === "extractive" || !existsSync(fileOf(workspace))) return undefined;
  const vectors = openVectors(fileOf(workspace));
  if (shareKnown(vectors, index) < COVERED) {
    vectors.close();
    return undefined;
  }
  let embedder: Promise<Embedder | undefined> | undefined;
  const vectorOf = async (query: string): Promise<Float32Array | undefined> => {
    const known = vectors.query(query);
    if (known) return known;
    embedder ??= embedderFor(workspace, workspace.signal);
    const found = await embedder;
    if (found === undefined || found.id !== vectors.model) return undefined;
    const patience = AbortSignal.timeout(PATIENCE);
    const [vector] = await found.embed(
      [query],
      workspace.signal ? AbortSignal.any([workspace.signal, patience]) : patience,
    );
    if (vector) vectors.keepQuery(query, vector);
    return vector;
  };
  return {
    near: async (query) => {
      try {
        const vector = await vectorOf(query);
        return vector && vectors.nearest(vector, DEPTH);
      } catch (error) {
        if (workspace.signal?.aborted) throw error;
        return undefined;
      }
    },
    close: () => vectors.close(),
  };
}

export interface VectorCount {
  /** Whose vectors they are. */
  readonly model: string;
  /** Texts that have one, of all that the index holds. */
  readonly made: number;
  readonly wanted: number;
  /** Enough of them for search to go by meaning as well. */
  readonly used: boolean;
}

/** As the last search or compile left them; undefined where there are none. Writes nothing. */
export function vectorCount(workspace: Workspace): VectorCount | undefined {
  const rows = join(workspace.store.folder, "index.sqlite");
  if (!existsSync(fileOf(workspace)) || !existsSync(rows)) return undefined;
  const vectors = openVectors(fileOf(workspace));
  const index = openIndex(rows);
  try {
    if (vectors.model === undefined) return undefined;
    const known = vectors.keys();
    const wanted = [...index.textKeys()];
    const made = wanted.filter((key) => known.has(key)).length;
    return { model: vectors.model, made, wanted: wanted.length, used: made >= COVERED * wanted.length };
  } finally {
    vectors.close();
    index.close();
  }
}

function shareKnown(vectors: VectorStore, index: VaultIndex): number {
  const known = vectors.keys();
  const wanted = [...index.textKeys()];
  return wanted.filter((key) => known.has(key)).length / Math.max(1, wanted.length);
}

/** At the end of a compile: as many vectors as the settings give time for. Gives the number of requests. */
export async function vectorsAfter(workspace: Workspace, changed: boolean): Promise<number> {
  const { kv } = workspace.store;
  const model = kv.get<string>("vectors");
  const embedder = await embedderFor(workspace, workspace.signal).catch((error: unknown) => {
    if (workspace.signal?.aborted || !(error instanceof UserError)) throw error;
    return undefined;
  });
  if (embedder === undefined || (!changed && model === embedder.id)) return 0;
  const { freshIndex } = await import("./reindex.ts");
  const index = await freshIndex(workspace);
  try {
    const left = await makeVectors(workspace, index, embedder);
    if (left === 0) kv.set("vectors", embedder.id);
    else {
      kv.delete("vectors");
      workspace.progress.notice(
        `Search by meaning: ${left} texts have no vectors yet; each kb compile makes more of them.`,
      );
    }
  } finally {
    index.close();
  }
  return embedder.calls();
}

/** Makes missing vectors for as long as the settings allow; gives how many texts wait for the next run. */
async function makeVectors(workspace: Workspace, index: VaultIndex, embedder: Embedder): Promise<number> {
  const vectors = openVectors(fileOf(workspace));
  try {
    const known = vectors.model === embedder.id ? vectors.keys() : new Set<string>();
    const wanted = index.textKeys();
    const missing = [...wanted].filter((key) => !known.has(key));
    const made = await inBatches(workspace, index, vectors, embedder, missing);
    if (made === missing.length && vectors.model === embedder.id) vectors.keepOnly(wanted);
    return missing.length - made;
  } finally {
    vectors.close();
  }
}

async function inBatches(
  { progress, signal, settings }: Workspace,
  index: VaultIndex,
  vectors: VectorStore,
  embedder: Embedder,
  missing: readonly string[],
): Promise<number> {
  const end = performance.now() + settings.model.embedSeconds * 1000;
  let made = 0;
  if (missing.length > 0) progress.start("Vectors for search", missing.length);
  while (made < missing.length && performance.now() < end && !signal?.aborted) {
    const texts = [...index.textsOf(missing.slice(made, made + BATCH))];
    try {
      const found = await embedder.embed(
        texts.map(([, text]) => text),
        signal,
      );
      vectors.add(embedder.id, new Map(texts.map(([key], i) => [key, found[i] ?? new Float32Array()])));
    } catch (error) {
      if (signal?.aborted) break;
      if (!(error instanceof UserError)) throw error;
      progress.notice(`Search by meaning waits: ${error.message}`);
      break;
    }
    made = Math.min(missing.length, made + BATCH);
    progress.step(texts.length);
  }
  progress.done();
  return made;
}
