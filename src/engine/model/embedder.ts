// Embeddings by themselves, for search: they need no chat model, and they may be all that a server has.
import { asked } from "./answering.ts";
import { embedding } from "./choose-model.ts";
import { embedded } from "./embeddings.ts";
import { poolOf } from "./pool.ts";
import type { ServerChoice } from "./settings.ts";

export interface Embedder {
  /** "ollama:all-minilm". */
  readonly id: string;
  /** Unit vectors, one a text. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  /** Requests so far. */
  calls(): number;
}

/** Nothing is remembered here: the caller keeps vectors where they take little room. */
const FORGETFUL = { get: () => undefined, set: () => {} };

/** Undefined when no server answers, or none has an embedding model. Waits two seconds at most. */
export async function embedderOf(choice: ServerChoice, signal?: AbortSignal): Promise<Embedder | undefined> {
  const { settings, env, kind } = choice;
  const hosts = await asked(choice, signal, {
    contextTokens: 2048,
    keepAlive: settings.keepAlive ?? "30m",
    threads: settings.threads,
    apiKey: env.OPENAI_API_KEY,
  });
  const answering = hosts.filter((host) => host.models !== undefined);
  const found = embedding(answering, settings.embed);
  if (found === undefined) return undefined;
  const pool = poolOf(found.clients);
  const counted = { calls: 0 };
  return {
    id: `${kind}:${found.model}`,
    embed: (texts, stop) => embedded({ pool, memo: FORGETFUL, model: found.model, kind, counted }, texts, stop),
    calls: () => counted.calls,
  };
}
