// One query a line from standard input, for `search -` and `ask -`.
import { createInterface } from "node:readline";

/** Lines as they come; empty ones are passed over. */
export async function* queriesFrom(input: NodeJS.ReadableStream): AsyncIterable<string> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const query = line.trim();
    if (query !== "") yield query;
  }
}
