// A fake model server on loopback that speaks Ollama's and OpenAI's wire formats and can be told to misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Behaviour, replyTo, vectorOf } from "./replies.ts";
import { bodyOf, events, json, ndjson, schemaIn, stream } from "./wire.ts";

export interface FakeModel {
  readonly name: string;
  /** As the server prints it: "1.5B". */
  readonly size: string;
  readonly embeds?: boolean;
  readonly sees?: boolean;
  readonly context?: number;
}

interface Fault {
  readonly status: number;
  readonly body: string;
}

export interface FakeOptions {
  readonly models?: readonly FakeModel[];
  /** What the n-th chat call (from 1) does; also a fault to answer with. */
  readonly behave?: (call: number, prompt: string) => Behaviour | Fault;
  /** Connections are refused after so many chat calls; the one after breaks off in the middle. */
  readonly dieAfter?: number;
  /** Wait before the first byte of a chat reply, ms. */
  readonly delay?: number;
  /** OpenAI only: ways of asking for JSON, and other properties, that are refused. */
  readonly refuses?: readonly string[];
}

interface Call {
  readonly path: string;
  readonly model: string;
  /** The request's body. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly prompt: string;
  /** The request as it came. */
  readonly raw: string;
  /** True once the client hung up before the end. */
  aborted: boolean;
}

export interface FakeServer {
  readonly url: string;
  readonly calls: Call[];
  close(): Promise<void>;
}

export const SMALL: readonly FakeModel[] = [
  { name: "fake:1.5b", size: "1.5B" },
  { name: "fake-embed:latest", size: "23M", embeds: true },
];

/** Words, or as OpenAI has them beside pictures. */
const CONTENT = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))])
  .transform((content) =>
    typeof content === "string" ? content : content.flatMap(({ text }) => text ?? []).join("\n"),
  );
const BODY = z.looseObject({
  model: z.string().default(""),
  messages: z.array(z.looseObject({ role: z.string(), content: CONTENT })).default([]),
  input: z.union([z.string(), z.array(z.string())]).default([]),
});
const NUMBERS = z.looseObject({ num_ctx: z.number().default(4096), num_predict: z.number().default(-1) });
const SCHEMA = z.looseObject({ properties: z.record(z.string(), z.unknown()).default({}) });

/** Tokens as this server counts them. */
const countedTokens = (text: string) => Math.ceil(text.length / 4);

export async function startFakeModel(options: FakeOptions = {}): Promise<FakeServer> {
  const models = options.models ?? SMALL;
  const calls: Call[] = [];
  const sockets = new Set<Socket>();
  let chats = 0;
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, calls, close };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const text = await bodyOf(request);
    const body = BODY.parse(text === "" ? {} : JSON.parse(text));
    const known = models.find(({ name }) => name === body.model || name === `${body.model}:latest`);
    switch (path) {
      case "/api/version":
        return json(response, 200, { version: "0.9.6" });
      case "/api/tags":
        return json(response, 200, {
          models: models.map(({ name, size, embeds }) => ({
            name,
            model: name,
            size: 1,
            digest: "0",
            details: { family: embeds ? "bert" : "qwen2", parameter_size: size, quantization_level: "Q4_K_M" },
          })),
        });
      case "/v1/models":
        return json(response, 200, {
          object: "list",
          data: models.map(({ name, context }) => ({
            id: name,
            object: "model",
            owned_by: "fake",
            ...(context === undefined ? {} : { max_model_len: context }),
          })),
        });
      case "/api/show":
        if (known === undefined) return json(response, 404, { error: `model '${body.model}' not found` });
        return json(response, 200, {
          capabilities: known.embeds ? ["embedding"] : ["completion", ...(known.sees ? ["vision"] : [])],
          details: { parameter_size: known.size },
          model_info: { "general.architecture": "fake", "fake.context_length": known.context ?? 32768 },
        });
      case "/api/embed":
      case "/v1/embeddings": {
        if (known === undefined)
          return json(response, 404, { error: `model "${body.model}" not found, try pulling it first` });
        const inputs = typeof body.input === "string" ? [body.input] : body.input;
        calls.push({ path, model: body.model, body, prompt: inputs.join("\n"), raw: text, aborted: false });
        if (path === "/api/embed")
          return json(response, 200, {
            model: body.model,
            embeddings: inputs.map(vectorOf),
            prompt_eval_count: inputs.length,
          });
        return json(response, 200, {
          object: "list",
          data: inputs.map((input, index) => ({ object: "embedding", index, embedding: vectorOf(input) })),
          model: body.model,
        });
      }
      case "/api/chat":
      case "/v1/chat/completions":
        return chat(path, body, text, known, response);
      default:
        response.writeHead(404, { "content-type": "text/plain" }).end("404 page not found");
    }
  }

  async function chat(
    path: string,
    body: z.infer<typeof BODY>,
    raw: string,
    known: FakeModel | undefined,
    response: ServerResponse,
  ): Promise<void> {
    const ollama = path === "/api/chat";
    const prompt = body.messages.at(-1)?.content ?? "";
    const call: Call = { path, model: body.model, body, prompt, raw, aborted: false };
    calls.push(call);
    response.on("close", () => {
      if (!response.writableFinished) call.aborted = true;
    });
    chats += 1;
    if (known === undefined)
      return json(
        response,
        404,
        ollama
          ? { error: `model "${body.model}" not found, try pulling it first` }
          : { error: { message: `The model \`${body.model}\` does not exist.`, code: "model_not_found" } },
      );
    if (known.embeds) return json(response, 400, { error: `"${body.model}" does not support chat` });
    if (ollama && body.think === true)
      return json(response, 400, { error: `"${body.model}" does not support thinking` });
    const format = ollama ? body.format : schemaIn(body.response_format);
    if (/"(?:not|pattern)":/.test(JSON.stringify(format ?? {})))
      return json(response, 500, { error: "invalid JSON schema in format" });
    const refused = ollama
      ? undefined
      : options.refuses?.find((each) =>
          JSON.stringify([body.response_format ?? {}, Object.keys(body)]).includes(`"${each}"`),
        );
    if (refused !== undefined)
      return json(response, 400, {
        error: { message: `${refused === "stream_options" ? "" : "response_format "}${refused} is not supported` },
      });

    const dying = options.dieAfter !== undefined && chats > options.dieAfter;
    if (dying) {
      server.close();
      response
        .writeHead(200, { "content-type": "application/x-ndjson" })
        .write('{"model":"fake","message":{"role":"assistant","content":"{"},"done":false}\n');
      await sleep(5);
      for (const socket of sockets) socket.destroy();
      return;
    }
    const behaviour = options.behave?.(chats, prompt) ?? "good";
    if (typeof behaviour !== "string") {
      response.writeHead(behaviour.status, { "content-type": "application/json" }).end(behaviour.body);
      return;
    }
    if (options.delay !== undefined) await sleep(options.delay);

    // Too long a prompt loses its start, and nobody is told.
    const { num_ctx, num_predict } = NUMBERS.parse(
      ollama ? (body.options ?? {}) : { num_ctx: known.context ?? 1e6, num_predict: body.max_tokens },
    );
    const counted = countedTokens(body.messages.map(({ content }) => content).join(""));
    const lost = behaviour === "truncated" || behaviour === "dropped";
    const seen = lost ? prompt.slice(prompt.length / 2) : counted > num_ctx ? prompt.slice(-num_ctx * 4) : prompt;
    const wanted = Object.keys(SCHEMA.parse(format ?? {}).properties);
    const whole = replyTo({ prompt: seen, wanted }, behaviour);
    const room = behaviour === "length" ? Math.min(num_predict, Math.floor(countedTokens(whole) / 2)) : num_predict;
    const cut = room >= 0 && countedTokens(whole) > room;
    const text = cut ? whole.slice(0, room * 4) : whole;
    const counts = {
      tokensIn:
        behaviour === "truncated"
          ? num_ctx
          : behaviour === "dropped"
            ? Math.ceil(counted / 10)
            : Math.min(counted, num_ctx),
      tokensOut: countedTokens(text),
      reason: cut ? "length" : "stop",
    };
    await stream(
      response,
      ollama ? ndjson(body.model, text, counts) : events(body.model, text, counts),
      ollama ? "application/x-ndjson" : "text/event-stream",
      behaviour === "repetition" ? 2 : 0,
    );
  }
}
