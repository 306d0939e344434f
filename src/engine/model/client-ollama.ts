// Speaks to one Ollama server through its own package.
import type { Ollama } from "ollama";
import type { ChatReply, ChatRequest, Client, ClientOptions, ModelInfo } from "./client.ts";
import { asFault, Fault, faultOf } from "./faults.ts";
import { patientFetch } from "./patient-fetch.ts";
import { gather } from "./stream.ts";

export function ollamaClient(url: string, options: ClientOptions): Client {
  // The package prints to the console where a reply is no success, so that is settled before it looks.
  const connect = async (signal: AbortSignal | undefined): Promise<Ollama> => {
    const { Ollama } = await import("ollama");
    const patient = patientFetch(signal);
    const request: typeof fetch = async (input, init) => {
      const response = await patient(input, init);
      if (!response.ok) throw faultOf(response.status, await response.text());
      return response;
    };
    return new Ollama({ host: url, fetch: request });
  };

  async function speaking<T>(signal: AbortSignal | undefined, speak: (ollama: Ollama) => Promise<T>): Promise<T> {
    try {
      signal?.throwIfAborted();
      return await speak(await connect(signal));
    } catch (error) {
      const fault = asFault(error, signal);
      // An error line inside a stream comes as a plain Error with the server's words.
      throw fault instanceof Error && fault.constructor === Error ? faultOf(500, fault.message) : fault;
    }
  }

  const common = { keep_alive: options.keepAlive };
  const fixed = {
    num_ctx: options.contextTokens,
    temperature: 0,
    ...(options.threads === undefined ? {} : { num_thread: options.threads }),
  };

  return {
    url,
    models: (signal) =>
      speaking(signal, async (ollama) => {
        const { models } = await ollama.list();
        return models.map(({ name, details }) => ({
          name: name.replace(/:latest$/, ""),
          parameters: parametersOf(details?.parameter_size ?? ""),
          context: 0,
          embeds: /bert/i.test(details?.family ?? "") || /embed|minilm/i.test(name),
        }));
      }),
    describe: (model, signal) =>
      speaking(signal, async (ollama): Promise<ModelInfo> => {
        const shown = await ollama.show({ model: model.name });
        // Sent as an object, whatever the package's types say.
        const info = Object.entries(shown.model_info ?? {});
        const length = info.find(([key]) => key.endsWith(".context_length"))?.[1];
        const count = info.find(([key]) => key === "general.parameter_count")?.[1];
        const embeds = shown.capabilities === undefined ? model.embeds : !shown.capabilities.includes("completion");
        return {
          name: model.name,
          embeds,
          ...(shown.capabilities === undefined ? {} : { sees: shown.capabilities.includes("vision") }),
          context: typeof length === "number" ? length : 0,
          parameters: model.parameters || (typeof count === "number" ? count : 0),
        };
      }),
    chat: (request, signal, heard) => speaking(signal, (ollama) => chat(ollama, request, heard)),
    embed: (model, texts, signal) =>
      speaking(
        signal,
        async (ollama) => (await ollama.embed({ model, input: [...texts], truncate: true, ...common })).embeddings,
      ),
  };

  async function chat(
    ollama: Ollama,
    request: ChatRequest,
    heard: ((text: string) => void) | undefined,
  ): Promise<ChatReply> {
    const stream = await ollama.chat({
      model: request.model,
      messages: request.messages.map(({ images, ...message }) => ({
        ...message,
        ...(images ? { images: [...images] } : {}),
      })),
      format: request.schema,
      stream: true,
      ...common,
      options: { ...fixed, num_predict: request.maxTokens, seed: request.seed },
    });
    let last: { reason: string; tokensIn: number; tokensOut: number } | undefined;
    const pieces = async function* () {
      for await (const part of stream) {
        if (part.message?.content) yield part.message.content;
        if (part.done)
          last = {
            reason: part.done_reason ?? "stop",
            tokensIn: part.prompt_eval_count ?? 0,
            tokensOut: part.eval_count ?? 0,
          };
      }
    };
    const { text, circled } = await gather(pieces(), () => stream.abort(), heard);
    if (circled) return { text, finish: "repetition", tokensIn: last?.tokensIn ?? 0, tokensOut: last?.tokensOut ?? 0 };
    if (last === undefined) throw new Fault("gone", "the reply broke off");
    if (last.reason === "load") throw new Fault("busy", "the server only loaded the model");
    return {
      text,
      finish: last.reason === "length" ? "length" : "stop",
      tokensIn: last.tokensIn,
      tokensOut: last.tokensOut,
    };
  }
}

/** "1.5B", "137M", "8x7B" as a number; also finds them inside a model's name ("qwen2.5-7b-instruct"). 0 when there is none. */
export function parametersOf(text: string): number {
  const match = /(?<![\w.])(?:(\d+)x)?(\d+(?:\.\d+)?) ?([bm])(?![a-z0-9])/i.exec(text.replaceAll(/[-_:]/g, " "));
  if (match === null) return 0;
  return Number(match[1] ?? 1) * Number(match[2]) * (match[3]?.toLowerCase() === "b" ? 1e9 : 1e6);
}
