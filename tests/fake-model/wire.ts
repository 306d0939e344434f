// The bytes of both kinds of server: Ollama's lines of JSON, OpenAI's events, in packets that cut anywhere.
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { z } from "zod";

export interface Counts {
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly reason: string;
}

export function ndjson(model: string, text: string, { tokensIn, tokensOut, reason }: Counts): string {
  const line = (value: object) => `${JSON.stringify({ model, created_at: "2026-01-01T00:00:00Z", ...value })}\n`;
  const parts = pieces(text).map((content) => line({ message: { role: "assistant", content }, done: false }));
  return `${parts.join("")}${line({ message: { role: "assistant", content: "" }, done_reason: reason, done: true, total_duration: 1, load_duration: 1, prompt_eval_count: tokensIn, eval_count: tokensOut })}`;
}

export function events(model: string, text: string, { tokensIn, tokensOut, reason }: Counts): string {
  const event = (value: object) =>
    `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model, ...value })}\n\n`;
  const parts = pieces(text).map((content) =>
    event({ choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] }),
  );
  const usage = { prompt_tokens: tokensIn, completion_tokens: tokensOut, total_tokens: tokensIn + tokensOut };
  return `${parts.join("")}${event({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })}${event({ choices: [], usage })}data: [DONE]\n\n`;
}

const pieces = (text: string) => text.match(/[\s\S]{1,24}/gu) ?? [];

/** In packets of a size that cuts lines and characters anywhere. */
export async function stream(response: ServerResponse, text: string, type: string, pause: number): Promise<void> {
  response.writeHead(200, { "content-type": type });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && !response.destroyed; at += 333) {
    response.write(bytes.subarray(at, at + 333));
    await (pause > 0 ? sleep(pause) : turn());
  }
  response.end();
}

export function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

export function schemaIn(format: unknown): unknown {
  const parsed = z.object({ json_schema: z.object({ schema: z.unknown() }) }).safeParse(format);
  return parsed.success ? parsed.data.json_schema.schema : undefined;
}
