// One question to a model: prompt, budget, memory of earlier replies, the call, and a verdict on what came back.
import { z } from "zod";
import { EngineGone, UserError } from "../../core/errors.ts";
import { calibration, FRAME, tokensOf } from "./budget.ts";
import type { ChatReply, ChatRequest, Message } from "./client.ts";
import { Fault } from "./faults.ts";
import { formatOf, parsed, salvaged } from "./json.ts";
import type { Pool } from "./pool.ts";
import { keyOf, type PromptName, type Prompts } from "./prompts.ts";

/** What is remembered between runs; values are plain JSON. */
export interface Memo {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

interface Question<T> {
  readonly prompt: PromptName;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodType<T>;
  /** Room for the reply, tokens. */
  readonly maxTokens: number;
  readonly model: string;
  /** A reply given earlier does not do. */
  readonly fresh?: boolean;
  /** Told what has come so far, as it comes. */
  readonly heard?: (text: string) => void;
  /** Go with the last turn, base64. */
  readonly pictures?: readonly string[];
}

/** Tokens that a picture takes, about, where the server says nothing of it: most models take a few hundred. */
const A_PICTURE = 1500;

/** cut: the prompt or the reply did not fit, or the reply turned in circles; `value` holds what is whole of it. */
type Reply<T> =
  | { readonly kind: "whole"; readonly value: T }
  | { readonly kind: "cut"; readonly why: "overflow" | "length" | "repetition"; readonly value?: T }
  | { readonly kind: "broken"; readonly why: string };

export interface Asker {
  ask<T>(question: Question<T>, signal: AbortSignal | undefined): Promise<Reply<T>>;
  usage(): { calls: number; tokensIn: number; tokensOut: number };
}

export interface AskerParts {
  readonly pool: Pool;
  readonly prompts: Prompts;
  readonly memo: Memo;
  readonly contextTokens: number;
  /** "ollama" or "openai": part of the key, and of what to type when a model is missing. */
  readonly kind: "ollama" | "openai";
}

/** Raised by hand when the way of asking changes what comes back. */
const VERSION = 1;
/** The second seed is for a reply that could not be read. */
const SEEDS = [1, 2] as const;
const REMEMBERED = z.object({
  text: z.string(),
  finish: z.enum(["stop", "length", "repetition"]),
  tokensIn: z.number(),
  tokensOut: z.number(),
});

export function askerOf({ pool, prompts, memo, contextTokens, kind }: AskerParts): Asker {
  const counted = { calls: 0, tokensIn: 0, tokensOut: 0 };
  const calibrations = new Map<string, ReturnType<typeof calibration>>();

  async function ask<T>(question: Question<T>, signal: AbortSignal | undefined): Promise<Reply<T>> {
    const { model, maxTokens, schema } = question;
    const { pictures = [] } = question;
    const messages = withPictures(await prompts.render(question.prompt, question.variables), pictures);
    const estimate = messages.reduce((sum, { content }) => sum + tokensOf(content) + FRAME, 0);
    const gauge = calibrations.get(model) ?? calibration();
    calibrations.set(model, gauge);
    if (gauge.correct(estimate) + pictures.length * A_PICTURE + maxTokens > contextTokens)
      return { kind: "cut", why: "overflow" };

    let reply: ChatReply | undefined;
    for (const seed of SEEDS) {
      const request = { model, messages, schema: formatOf(schema), maxTokens, seed };
      const key = keyOf([VERSION, kind, contextTokens, request]);
      const remembered = REMEMBERED.safeParse(question.fresh ? undefined : memo.get(key));
      if (remembered.success) reply = remembered.data;
      else {
        const fresh = await call(request, signal, question.heard);
        if (fresh === "overflow") return { kind: "cut", why: "overflow" };
        reply = fresh;
        counted.calls += 1;
        counted.tokensIn += fresh.tokensIn;
        counted.tokensOut += fresh.tokensOut;
      }
      // Ollama cuts the start of a prompt without a word, and shifts the context when a reply runs over its end.
      const keep = () => {
        if (!remembered.success) memo.set(key, reply);
      };
      const full = reply.tokensIn + reply.tokensOut >= contextTokens;
      if (full || !gauge.plausible(estimate, reply.tokensIn)) {
        keep();
        return { kind: "cut", why: "overflow" };
      }
      if (reply.tokensIn > 0 && !remembered.success && pictures.length === 0) gauge.learn(estimate, reply.tokensIn);
      if (reply.finish !== "stop") {
        keep();
        const value = salvaged(reply.text, schema);
        return value === undefined ? { kind: "cut", why: reply.finish } : { kind: "cut", why: reply.finish, value };
      }
      const value = parsed(reply.text, schema);
      // A reply that cannot be read is not remembered: the next run may have better luck.
      if (value !== undefined) {
        keep();
        return { kind: "whole", value };
      }
    }
    const said = reply?.text.slice(0, 80).replace(/\s+/g, " ").trim() ?? "";
    return {
      kind: "broken",
      why: said === "" ? "the model's reply is empty" : `the model's reply cannot be read: ${said}`,
    };
  }

  async function call(
    request: ChatRequest,
    signal: AbortSignal | undefined,
    heard: Question<unknown>["heard"],
  ): Promise<ChatReply | "overflow"> {
    try {
      return await pool.run((client) => client.chat(request, signal, heard), signal);
    } catch (error) {
      if (error instanceof Fault && error.kind === "overflow") return "overflow";
      // One picture that the server cannot open says nothing about the next request.
      if (error instanceof Fault && error.kind === "refused" && request.messages.some(({ images }) => images))
        throw new UserError(`the server refused the picture: ${error.message}`, 1);
      throw signal?.aborted ? signal.reason : explained(error, request.model, kind);
    }
  }

  return { ask, usage: () => ({ ...counted }) };
}

function withPictures(messages: readonly Message[], pictures: readonly string[]): readonly Message[] {
  if (pictures.length === 0) return messages;
  return messages.map((message, i) => (i === messages.length - 1 ? { ...message, images: pictures } : message));
}

/** A fault in words a person can act on. */
export function explained(error: unknown, model: string, kind: "ollama" | "openai"): unknown {
  if (!(error instanceof Fault)) return error;
  switch (error.kind) {
    case "missing":
      return new EngineGone(
        `The server has no model "${model}".`,
        kind === "ollama"
          ? `Get it with: ollama pull ${model}`
          : "Load it there, or name another in vault.config.json.",
      );
    case "memory":
      return new EngineGone(
        `The model "${model}" needs more memory than the server has (${error.message}).`,
        `Choose a smaller model, or a smaller "contextTokens", in vault.config.json.`,
      );
    case "gone":
      return new EngineGone(
        `The model server no longer answers (${error.message}).`,
        `Start it again and run the same command to go on, or use --engine extractive.`,
      );
    case "refused":
      return /support|api key|unauthori|forbidden|401|403/i.test(error.message)
        ? new EngineGone(`The server refuses the model "${model}": ${error.message}`)
        : new UserError(`The server refused a request to "${model}": ${error.message}`, 1);
    case "busy":
    case "overflow":
      return new UserError(`The model "${model}" failed: ${error.message}`, 1);
  }
}
