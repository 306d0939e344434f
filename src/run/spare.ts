// With "auto", what a model fails on is done without it, and the run says so.
import type { Engine } from "../core/engine.ts";
import { EngineGone, UserError } from "../core/errors.ts";
import type { Workspace } from "./workspace.ts";

/** Failures in a row, with nothing done before, after which a model is asked no more in this run. */
const GIVEN_UP = 3;
const NAMED = 3;
const UPGRADE = "kb compile --upgrade has the model do it once that works.";

/** Counts how a model does; undefined while it is worth asking. */
export function patienceWith(spare: Engine | undefined): {
  did(): void;
  failed(error: unknown): EngineGone | undefined;
} {
  let done = 0;
  let failures = 0;
  return {
    did: () => {
      done++;
      failures = 0;
    },
    failed: (error) => {
      if (error instanceof EngineGone) return error;
      failures++;
      if (spare === undefined || done > 0 || failures < GIVEN_UP || !(error instanceof UserError)) return undefined;
      return new EngineGone(`The model fails again and again (${plain(error.message)}).`);
    },
  };
}

/** What is asked of the engine, or of the one that needs no model where that one fails; `only` where nobody else can do it. */
export async function withSpare<T>(
  workspace: Workspace,
  ask: (engine: Engine) => Promise<T>,
  only = false,
): Promise<T> {
  const { engine, spare } = await workspace.chosen();
  if (only) return ask(engine);
  try {
    return await ask(engine);
  } catch (error) {
    if (!spare || !(error instanceof UserError) || workspace.signal?.aborted) throw error;
    const what = error instanceof EngineGone ? error.what : error.message;
    workspace.progress.notice(`${what} The extractive engine is used.`);
    return ask(spare);
  }
}

/** One sentence or two for whoever ran it; undefined when the model did all that was asked of it. `failed`: sources with the reason. */
export function doneWithout(gone: EngineGone | undefined, failed: ReadonlyMap<string, string>): string | undefined {
  if (gone) return `${gone.what} The rest was done without a model; ${UPGRADE}`;
  const [first] = failed;
  if (!first) return undefined;
  const names = [...failed.keys()].slice(0, NAMED).join(", ");
  const more = failed.size > NAMED ? `, and ${failed.size - NAMED} more` : "";
  return `The model failed on ${names}${more} (${plain(first[1])}), so notes were taken without it; ${UPGRADE}`;
}

const plain = (message: string): string => message.replace(/\.$/u, "");
