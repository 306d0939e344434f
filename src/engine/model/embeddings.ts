// Unit vectors of texts, remembered by content; embedding is slow, so each text is embedded once.
import { z } from "zod";
import type { Memo } from "./ask.ts";
import { explained } from "./ask.ts";
import { Fault } from "./faults.ts";
import type { Pool } from "./pool.ts";
import { keyOf } from "./prompts.ts";
import type { ServerKind } from "./settings.ts";
import { together } from "./together.ts";

/** Texts a request. */
const AT_ONCE = 16;
const REMEMBERED = z.array(z.number()).min(1);

export interface EmbedParts {
  readonly pool: Pool;
  readonly memo: Memo;
  readonly model: string;
  readonly kind: ServerKind;
  /** Raised by one with each request. */
  readonly counted: { calls: number };
}

export async function embedded(
  { pool, memo, model, kind, counted }: EmbedParts,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Float32Array[]> {
  const keys = texts.map((text) => keyOf(["embed", kind, model, text]));
  const vectors = new Map<string, Float32Array>();
  const wanted = new Map<string, string>();
  keys.forEach((key, at) => {
    const known = REMEMBERED.safeParse(memo.get(key));
    if (known.success) vectors.set(key, Float32Array.from(known.data));
    else wanted.set(key, texts[at] ?? "");
  });
  const open = [...wanted];
  const batches = Array.from({ length: Math.ceil(open.length / AT_ONCE) }, (_, at) =>
    open.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  await together(
    signal,
    batches.map((batch) => async (stop) => {
      try {
        // An empty text has no direction; servers refuse some of them.
        const found = await pool.run(
          (client) =>
            client.embed(
              model,
              batch.map(([, text]) => (text.trim() === "" ? "-" : text)),
              stop,
            ),
          stop,
        );
        counted.calls += 1;
        if (found.length !== batch.length)
          throw new Fault("busy", `${found.length} vectors came for ${batch.length} texts`);
        batch.forEach(([key], at) => {
          const vector = unit(found[at] ?? []);
          vectors.set(key, vector);
          // Five digits are finer than the model is.
          memo.set(
            key,
            Array.from(vector, (value) => Math.round(value * 1e5) / 1e5),
          );
        });
      } catch (error) {
        throw stop.aborted ? stop.reason : explained(error, model, kind);
      }
    }),
  );
  return keys.map((key) => vectors.get(key) ?? new Float32Array());
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Float32Array.from(values, (value) => Math.round((value / length) * 1e5) / 1e5);
}
