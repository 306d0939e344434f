// Speaks to any OpenAI-compatible server (llama.cpp, vLLM, LM Studio) through the openai package.
import type OpenAI from "openai";
import type { ChatReply, ChatRequest, Client, ClientOptions, Message, ModelInfo } from "./client.ts";
import { parametersOf } from "./client-ollama.ts";
import { asFault, Fault, faultOf } from "./faults.ts";
import { patientFetch } from "./patient-fetch.ts";
import { gather } from "./stream.ts";

/** How the server is asked for JSON; a server that refuses one way is asked the next. */
const FORMATS = ["json_schema", "json_object", "text"] as const;

export function openaiClient(url: string, options: ClientOptions): Client {
  let format = 0;
  /** Older servers cannot count tokens while they stream. */
  let counts = true;

  async function speaking<T>(signal: AbortSignal | undefined, speak: (client: OpenAI) => Promise<T>): Promise<T> {
    try {
      signal?.throwIfAborted();
      const { default: Client } = await import("openai");
      // Everything that the package would take from the environment is given, so that only the settings decide.
      const client = new Client({
        baseURL: url,
        apiKey: options.apiKey ?? "none",
        organization: null,
        project: null,
        maxRetries: 0,
        logLevel: "off",
        timeout: 3_600_000,
        fetch: patientFetch(signal),
      });
      return await speak(client);
    } catch (error) {
      if (error instanceof Error && "status" in error && typeof error.status === "number")
        throw faultOf(error.status, error.message.replace(/^\d{3} /, ""));
      throw asFault(error, signal);
    }
  }

  return {
    url,
    models: (signal) =>
      speaking(signal, async (client) => {
        const { data } = await client.models.list({ signal });
        return data.map(infoOf);
      }),
    describe: async (model) => model,
    chat: (request, signal, heard) =>
      speaking(signal, async (client) => {
        for (;;) {
          try {
            return await chat(client, request, signal, heard);
          } catch (error) {
            if (isRefusal(error) && /stream_options/i.test(error.message) && counts) {
              counts = false;
              continue;
            }
            if (
              !isRefusal(error) ||
              !/response_format|json_schema|schema|grammar/i.test(error.message) ||
              format >= FORMATS.length - 1
            )
              throw error;
            format += 1;
          }
        }
      }),
    embed: (model, texts, signal) =>
      speaking(signal, async (client) => {
        const { data } = await client.embeddings.create(
          { model, input: [...texts], encoding_format: "float" },
          { signal },
        );
        return [...data].sort((a, b) => a.index - b.index).map(({ embedding }) => embedding);
      }),
  };

  async function chat(
    client: OpenAI,
    request: ChatRequest,
    signal: AbortSignal | undefined,
    heard: ((text: string) => void) | undefined,
  ): Promise<ChatReply> {
    const kind = FORMATS[format];
    const stop = new AbortController();
    const stream = await client.chat.completions.create(
      {
        model: request.model,
        messages: request.messages.map(asParts),
        max_tokens: request.maxTokens,
        temperature: 0,
        seed: request.seed,
        stream: true,
        ...(counts ? { stream_options: { include_usage: true } } : {}),
        ...(kind === "json_schema"
          ? {
              response_format: {
                type: kind,
                json_schema: { name: "reply", schema: { ...request.schema }, strict: true },
              },
            }
          : {}),
        ...(kind === "json_object" ? { response_format: { type: kind } } : {}),
      },
      { signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]) },
    );
    let reason: string | undefined;
    let tokensIn = 0;
    let tokensOut = 0;
    const pieces = async function* () {
      for await (const part of stream) {
        const choice = part.choices[0];
        if (choice?.delta?.content) yield choice.delta.content;
        reason = choice?.finish_reason ?? reason;
        tokensIn = part.usage?.prompt_tokens ?? tokensIn;
        tokensOut = part.usage?.completion_tokens ?? tokensOut;
      }
    };
    const { text, circled } = await gather(pieces(), () => stop.abort(), heard);
    if (circled) return { text, finish: "repetition", tokensIn, tokensOut };
    if (reason === undefined) throw new Fault("gone", "the reply broke off");
    return { text, finish: reason === "length" ? "length" : "stop", tokensIn, tokensOut };
  }
}

/** Words and, where there are any, pictures as data addresses. */
function asParts({ role, content, images = [] }: Message): OpenAI.ChatCompletionMessageParam {
  if (images.length === 0 || role !== "user") return { role, content };
  return {
    role,
    content: [
      { type: "text", text: content },
      ...images.map((image) => ({ type: "image_url" as const, image_url: { url: dataAddress(image) } })),
    ],
  };
}

/** The first bytes tell the kind of picture. */
function dataAddress(base64: string): string {
  const kind = base64.startsWith("iVBOR") ? "png" : base64.startsWith("UklGR") ? "webp" : "jpeg";
  return `data:image/${kind};base64,${base64}`;
}

const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && "status" in error && (error.status === 400 || error.status === 422);

/** vLLM adds max_model_len, llama.cpp a "meta" with n_params and n_ctx_train; others give the name alone. */
function infoOf(model: object & { readonly id: string }): ModelInfo {
  const meta = numbersOf("meta" in model ? model.meta : undefined);
  const own = numbersOf(model);
  return {
    name: model.id,
    parameters: meta.n_params ?? parametersOf(model.id),
    context: own.max_model_len ?? meta.n_ctx ?? meta.n_ctx_train ?? 0,
    embeds: /embed|minilm|\bbge\b|bge-|gte-|e5-/i.test(model.id),
  };
}

function numbersOf(value: unknown): Readonly<Record<string, number | undefined>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === "number"));
}
