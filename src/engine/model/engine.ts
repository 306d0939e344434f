// The model engine: core's Engine, fulfilled by models on Ollama or OpenAI-compatible servers.
import type { Engine, PictureToSee } from "../../core/engine.ts";
import type { ClaimLimits } from "../extractive/notes/claims.ts";
import { askerOf, type Memo } from "./ask.ts";
import type { ModelInfo } from "./client.ts";
import { discover } from "./discover.ts";
import { embedded } from "./embeddings.ts";
import { poolOf } from "./pool.ts";
import { promptsFrom } from "./prompts.ts";
import { rulesFor } from "./rules.ts";
import type { ServerChoice } from "./settings.ts";
import { answer } from "./tasks/answer.ts";
import { contradicts } from "./tasks/contradicts.ts";
import { judge } from "./tasks/judge.ts";
import { noteDocument } from "./tasks/note.ts";
import { describePicture } from "./tasks/picture.ts";
import { sameThing } from "./tasks/same.ts";
import { steelman } from "./tasks/steelman.ts";
import { writeTopic } from "./tasks/topic.ts";

export interface ModelOptions extends ServerChoice {
  /** Base names ("note") to the text of templates/prompts/NAME.liquid. */
  readonly prompts: Readonly<Record<string, string>>;
  readonly memo: Memo;
  /** One sentence for a person: which model is used, which host is left out. */
  readonly notice?: (sentence: string) => void;
  readonly signal?: AbortSignal;
  /** How much is taken from one source. */
  readonly limits?: ClaimLimits;
  /** First wait before a failed request is tried again, ms. */
  readonly pause?: number;
}

export interface ModelEngine extends Engine {
  readonly chat: string;
  readonly writer: string;
  readonly embedModel?: string;
  /** The model that looks at pictures. */
  readonly vision?: string;
  /** As many requests as hosts run at once. */
  readonly hosts: readonly string[];
}

const CONTEXT = 8192;
const KEEP_ALIVE = "30m";
const LIMITS: ClaimLimits = { perThousandWords: 25, most: 60 };

/** UserError when no server answers, a model is missing, or a host lies outside this machine and network. */
export async function modelEngine({
  kind,
  settings,
  env,
  prompts,
  memo,
  notice = () => {},
  signal,
  limits = LIMITS,
  pause,
}: ModelOptions): Promise<ModelEngine> {
  const asked = settings.contextTokens ?? CONTEXT;
  const base = { keepAlive: settings.keepAlive ?? KEEP_ALIVE, threads: settings.threads, apiKey: env.OPENAI_API_KEY };
  const first = await discover(
    { kind, settings, env, memo, notice, options: { ...base, contextTokens: asked } },
    signal,
  );
  const contextTokens = Math.min(asked, ...[first.chat, first.writer].map(({ context }) => context || asked));
  // Clients know the context for good, so a model with a shorter one is met with new clients.
  const found =
    contextTokens === asked
      ? first
      : await discover({ kind, settings, env, memo, notice: () => {}, options: { ...base, contextTokens } }, signal);

  const pool = poolOf(found.clients, { notice, ...(pause === undefined ? {} : { pause }) });
  const embedPool =
    found.embed === undefined
      ? undefined
      : poolOf(found.embed.clients, { notice, ...(pause === undefined ? {} : { pause }) });
  const asking = { prompts: promptsFrom(prompts), memo, contextTokens, kind };
  const asker = askerOf({ pool, ...asking });
  const { vision } = found;
  const seer =
    vision &&
    askerOf({ ...asking, pool: poolOf(vision.clients, { notice, ...(pause === undefined ? {} : { pause }) }) });
  const as = (model: ModelInfo) => ({ asker, model, contextTokens, limits });
  const { chat, writer } = found;
  const embeddings = { calls: 0 };
  return {
    id: `${kind}:${chat.name}${writer.name === chat.name ? "" : `+${writer.name}`}`,
    chat: chat.name,
    writer: writer.name,
    ...(found.embed === undefined ? {} : { embedModel: found.embed.model }),
    hosts: found.clients.map(({ url }) => url),
    noteDocument: (document, stop) => noteDocument(as(chat), document, stop),
    writeTopic: (brief, stop) =>
      writeTopic(as(writer), { ...brief, rules: rulesFor(brief.rules, writer.parameters) }, stop),
    answer: (brief, stop, heard) =>
      answer(as(writer), { ...brief, rules: rulesFor(brief.rules, writer.parameters) }, stop, heard),
    steelman: (brief, stop) =>
      steelman(as(writer), { ...brief, rules: rulesFor(brief.rules, writer.parameters) }, stop),
    judge: (brief, answers, stop) => judge(as(writer), brief, answers, stop),
    sameThing: (a, b, stop) => sameThing(as(chat), a, b, stop),
    contradicts: (a, b, stop) => contradicts(as(chat), a, b, stop),
    ...(vision && seer
      ? {
          vision: vision.model.name,
          sees: `${kind}:${vision.model.name}`,
          describePicture: (picture: PictureToSee, stop?: AbortSignal) =>
            describePicture({ asker: seer, model: vision.model, contextTokens, limits }, picture, stop),
        }
      : {}),
    embed: async (texts, stop) =>
      embedPool === undefined || found.embed === undefined
        ? undefined
        : embedded({ pool: embedPool, memo, model: found.embed.model, kind, counted: embeddings }, texts, stop),
    usage: () => {
      const [usage, seen] = [asker.usage(), seer?.usage() ?? { calls: 0, tokensIn: 0, tokensOut: 0 }];
      return {
        calls: usage.calls + seen.calls + embeddings.calls,
        tokensIn: usage.tokensIn + seen.tokensIn,
        tokensOut: usage.tokensOut + seen.tokensOut,
      };
    },
  };
}
