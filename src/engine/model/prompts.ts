// Prompts from their Liquid templates: which turns a template has is settled before any source's words go in.
import { createHash } from "node:crypto";
import type { Liquid } from "liquidjs";
import { UserError } from "../../core/errors.ts";
import type { Message } from "./client.ts";

export type PromptName =
  | "note"
  | "names"
  | "summary"
  | "outline"
  | "prose"
  | "answer"
  | "same"
  | "contradicts"
  | "steelman"
  | "judge"
  | "picture";

export interface Prompts {
  /** Throws UserError for a template that is missing, broken or uses a variable nobody gives. */
  render(name: PromptName, variables: Readonly<Record<string, unknown>>): Promise<readonly Message[]>;
}

/** A line "=== user ===" opens a turn. */
const TURN = /^=== *(system|user|assistant) *===[ \t]*$/m;

/** `templates`: base names ("note") to text. */
export function promptsFrom(templates: Readonly<Record<string, string>>): Prompts {
  let liquid: Promise<Liquid> | undefined;
  const engine = () => {
    // Includes are looked up in memory only: a template reads no file.
    liquid ??= import("liquidjs").then(
      ({ Liquid }) =>
        new Liquid({
          strictVariables: true,
          strictFilters: true,
          templates: {},
          renderLimit: 10_000,
          memoryLimit: 1e8,
          locale: "en-US",
        }),
    );
    return liquid;
  };
  return {
    async render(name, variables) {
      const template = templates[name];
      if (template === undefined)
        throw new UserError(
          `The prompt templates/prompts/${name}.liquid is missing: restore it, or remove the folder to use kb's own.`,
        );
      const parts = template.replaceAll("\r\n", "\n").split(TURN);
      const messages: Message[] = [];
      for (let at = 1; at + 1 < parts.length; at += 2) {
        const role = parts[at];
        if (role !== "system" && role !== "user" && role !== "assistant") continue;
        messages.push({ role, content: await filled(name, parts[at + 1] ?? "", variables) });
      }
      if (!messages.some(({ role }) => role === "user"))
        throw new UserError(
          `The prompt templates/prompts/${name}.liquid has no line "=== user ===" before what it asks.`,
        );
      return messages;
    },
  };

  async function filled(name: string, text: string, variables: Readonly<Record<string, unknown>>): Promise<string> {
    try {
      const rendered: unknown = await (await engine()).parseAndRender(text, variables);
      return String(rendered)
        .replace(/\n{3,}/g, "\n\n")
        .trim();
    } catch (error) {
      throw new UserError(
        `The prompt templates/prompts/${name}.liquid cannot be used: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}.`,
      );
    }
  }
}

/** A key for what a model said to exactly this. */
export function keyOf(parts: unknown): string {
  return `model-${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}
