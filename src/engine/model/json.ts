// Replies as values: what a schema asks for, and what can be read from a reply that is fenced, pretty-printed or cut.
import { z } from "zod";
import type { JsonSchema } from "./client.ts";

/** A zod schema as servers take it: no `pattern` (it crashes or fails some), no bounds that only say "an integer". */
export function formatOf(schema: z.ZodType): JsonSchema {
  const plain = cleaned(z.toJSONSchema(schema));
  return typeof plain === "object" && plain !== null && !Array.isArray(plain) ? { ...plain } : {};
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, each]) =>
          key !== "$schema" &&
          !(key === "pattern" && typeof each === "string") &&
          !(/^(?:minimum|maximum)$/.test(key) && Math.abs(Number(each)) > 1e9),
      )
      .map(([key, each]) => [key, cleaned(each)]),
  );
}

/** The value a reply holds, or undefined. */
export function parsed<T>(reply: string, schema: z.ZodType<T>): T | undefined {
  const text = bare(reply);
  for (const candidate of [
    text,
    text.slice(text.search(/[{[]/), Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1),
  ]) {
    const value = read(candidate, schema);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What is whole in a reply that was cut: the list items before the cut. */
export function salvaged<T>(reply: string, schema: z.ZodType<T>): T | undefined {
  const text = bare(reply);
  const start = text.search(/[{[]/);
  if (start < 0) return undefined;
  for (const end of wholeEnds(text, start)) {
    const value = read(text.slice(start, end.at) + end.closing, schema);
    if (value !== undefined) return value;
  }
  return undefined;
}

function bare(reply: string): string {
  return reply
    .replace(/^\uFEFF/, "")
    .replace(/<think>[\s\S]*?(?:<\/think>|$)/g, "")
    .replace(/^\s*```[a-z]*\s*|\s*```\s*$/gi, "")
    .trim();
}

function read<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** Places after which a value of a list has ended, last first, with the brackets that still want closing. */
function wholeEnds(text: string, start: number): readonly { at: number; closing: string }[] {
  const ends: { at: number; closing: string }[] = [];
  const open: string[] = [];
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === "\\") at += 1;
      else if (sign === '"') quoted = false;
      continue;
    }
    if (sign === '"') quoted = true;
    else if (sign === "{" || sign === "[") open.push(sign === "{" ? "}" : "]");
    else if (sign === "}" || sign === "]") open.pop();
    else continue;
    if (sign !== '"') ends.push({ at: at + 1, closing: open.toReversed().join("") });
  }
  return ends.reverse();
}
