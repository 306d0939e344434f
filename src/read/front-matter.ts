// Front matter of a raw note, whoever wrote it: YAML between ---, TOML between +++. Never run, never fatal.
import type { Removal } from "../core/document.ts";

export interface FrontMatterRead {
  readonly data: Readonly<Record<string, unknown>>;
  readonly leftOut: readonly Removal[];
}

const FENCED = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?\1[ \t]*(?:\r?\n|$)/u;

/** Dates stay as written. What cannot be parsed counts as absent and is reported. */
export async function frontMatterOf(markdown: string): Promise<FrontMatterRead> {
  const found = FENCED.exec(markdown);
  if (!found) return { data: {}, leftOut: [] };
  const head = found[2] ?? "";
  try {
    const value = found[1] === "---" ? await yaml(head).catch(() => yaml(indented(head))) : await toml(head);
    if (value === null || value === undefined) return { data: {}, leftOut: [] };
    if (typeof value === "object" && !Array.isArray(value)) return { data: { ...value }, leftOut: [] };
    return { data: {}, leftOut: [{ step: "front matter", reason: "it holds no properties", text: head }] };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return {
      data: loose(head),
      leftOut: [
        { step: "front matter", reason: `it is not valid, only its plain lines were read: ${why}`, text: head },
      ],
    };
  }
}

async function yaml(head: string): Promise<unknown> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(head, { uniqueKeys: false, logLevel: "silent" });
  const [fault] = document.errors;
  if (fault) throw fault;
  return document.toJS({ maxAliasCount: 50 });
}

/** A quoted value that goes on in the next lines at the margin: not YAML, and many site generators take it. */
function indented(head: string): string {
  return head.replace(
    /^([A-Za-z][\w-]*:[ \t]*(["'])(?:(?!\2)[^\n])*)((?:\n(?![A-Za-z][\w-]*:)(?:(?!\2)[^\n])*){1,20}\2[ \t\r]*)$/gmu,
    (_, first: string, _mark: string, rest: string) => first + rest.replaceAll("\n", "\n  "),
  );
}

async function toml(head: string): Promise<unknown> {
  const { parse } = await import("smol-toml");
  return parse(head);
}

/** "key: value" lines of broken YAML: a title with a colon in it is the usual fault, and its meaning is plain. */
function loose(head: string): Record<string, string> {
  const data: Record<string, string> = {};
  for (const line of head.split("\n")) {
    const pair = /^([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(\S.*?)[ \t\r]*$/u.exec(line);
    if (pair?.[1] && pair[2] && pair[1] !== "__proto__") data[pair[1]] = pair[2].replace(/^(["'])(.*)\1$/u, "$2");
  }
  return data;
}
