// What a person decided, in one YAML block of wiki/decisions.md: read leniently, written by adding lines, so that hand edits and comments survive.
import { createRequire } from "node:module";

export type Decision =
  /** These names are one thing; the first is its title. */
  | { readonly kind: "merge"; readonly names: readonly string[] }
  /** These names are different things; with sources, what "Java" means in these is "Java (island)". */
  | { readonly kind: "split"; readonly names: readonly string[]; readonly in?: readonly string[] }
  /** A topic's title, or (paths ending in .md) a page's place. */
  | { readonly kind: "rename"; readonly from: string; readonly to: string; readonly title?: string }
  /** No page for this name. */
  | { readonly kind: "forbid"; readonly name: string }
  /** A page, or one sentence of it when claims are given, that is not to come back. */
  | {
      readonly kind: "delete";
      readonly page: string;
      readonly title?: string;
      readonly claims?: readonly string[];
      readonly text?: string;
    }
  /** A page for this name whatever the counts say. */
  | { readonly kind: "pin"; readonly name: string }
  /** A sentence of a raw file that an answer rests on: a claim of its source from now on. */
  | { readonly kind: "claim"; readonly source: string; readonly quote: string }
  | { readonly kind: "promote"; readonly output: string; readonly page?: string }
  | { readonly kind: "reject"; readonly output: string; readonly why?: string };

export interface Decisions {
  readonly list: readonly Decision[];
  /** Entries that could not be understood; they stay in the file. */
  readonly faults: readonly string[];
}

/** Opening fence, content; the closing fence follows. */
const BLOCK = /^((`{3,})ya?ml[ \t]*\n)([\s\S]*?)(?=^\2[ \t]*$)/mu;

const INTRODUCTION = `What people decided about this wiki. kb obeys each entry and adds those that are made by command, or by deleting or moving a page in Obsidian. To take a decision back, take its entry out.

\`\`\`yaml
# - merge: [Title, other name]        these names are one thing
# - split: [Name, other name]         these are two
# - split: [Java, Java (island)]      and below it   in: [raw/travels.md]   where the name means the other thing
# - rename: Old title                 and below it   to: New title
# - forbid: Name                      no page for it
# - pin: Name                         a page for it in any case
# - claim: raw/file.md                and below it   quote: a sentence of it, which becomes a claim
\`\`\``;

/** Decisions in the body of decisions.md, in order. */
export function parseDecisions(body: string): Decisions {
  const block = BLOCK.exec(body.replace(/\r\n?/gu, "\n"))?.[3] ?? "";
  if (!/^[ \t]*[^#\s]/mu.test(block)) return { list: [], faults: [] };
  const { parseDocument } = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  const document = parseDocument(block, { uniqueKeys: false, logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined)
    return { list: [], faults: [`the YAML block cannot be read: ${error.message.split("\n")[0] ?? ""}`] };
  const value: unknown = document.toJS({ maxAliasCount: 50 });
  if (value === null) return { list: [], faults: [] };
  if (!Array.isArray(value)) return { list: [], faults: ["the YAML block is not a list"] };
  const read = value.map((entry: unknown) => ({ entry, decision: decisionFrom(entry) }));
  return {
    list: read.flatMap(({ decision }) => decision ?? []),
    faults: read.flatMap(({ entry, decision }) =>
      decision === undefined ? [`not understood: ${JSON.stringify(entry)}`] : [],
    ),
  };
}

function decisionFrom(entry: unknown): Decision | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const fields = new Map(Object.entries(entry));
  const text = (key: string): string | undefined => {
    const value: unknown = fields.get(key);
    return typeof value === "string" || typeof value === "number" ? String(value).normalize("NFC") : undefined;
  };
  const list = (key: string): string[] => {
    const value: unknown = fields.get(key);
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((item: unknown) =>
      String(item).normalize("NFC"),
    );
  };
  const optional = <K extends string>(key: K): Partial<Record<K, string>> => {
    const value = text(key);
    const result: Partial<Record<K, string>> = {};
    if (value !== undefined) result[key] = value;
    return result;
  };
  if (fields.has("merge")) return list("merge").length > 1 ? { kind: "merge", names: list("merge") } : undefined;
  if (fields.has("split"))
    return list("split").length > 1
      ? { kind: "split", names: list("split"), ...(fields.has("in") ? { in: list("in") } : {}) }
      : undefined;
  const [from, to, forbid, page, pin, claim, quote, promote, reject] = [
    "rename",
    "to",
    "forbid",
    "delete",
    "pin",
    "claim",
    "quote",
    "promote",
    "reject",
  ].map(text);
  if (from !== undefined) return to === undefined ? undefined : { kind: "rename", from, to, ...optional("title") };
  if (forbid !== undefined) return { kind: "forbid", name: forbid };
  if (page !== undefined)
    return {
      kind: "delete",
      page,
      ...optional("title"),
      ...(fields.has("claims") ? { claims: list("claims") } : {}),
      ...optional("text"),
    };
  if (pin !== undefined) return { kind: "pin", name: pin };
  if (claim !== undefined) return quote === undefined ? undefined : { kind: "claim", source: claim, quote };
  if (promote !== undefined) return { kind: "promote", output: promote, ...optional("page") };
  return reject === undefined ? undefined : { kind: "reject", output: reject, ...optional("why") };
}

/** The body with these decisions added; those that stand there already are not added again. Undefined body: a new page. */
export function withDecisions(body: string | undefined, added: readonly Decision[]): string {
  const start = body === undefined || body.trim() === "" ? INTRODUCTION : body.replace(/\r\n?/gu, "\n");
  const known = new Set(parseDecisions(start).list.map((decision) => JSON.stringify(decision)));
  const lines = added.filter((decision) => !known.has(JSON.stringify(decision))).map(printed);
  if (lines.length === 0) return start;
  const block = BLOCK.exec(start);
  if (block === null) return `${start.replace(/\s+$/u, "")}\n\n\`\`\`yaml\n${lines.join("")}\`\`\`\n`;
  const end = block.index + block[0].length;
  return start.slice(0, end) + lines.join("") + start.slice(end);
}

/** The body without the entries that `goes` picks; comments and what a person wrote around them stay. */
export function withoutDecisions(body: string, goes: (decision: Decision) => boolean): string {
  const text = body.replace(/\r\n?/gu, "\n");
  const block = BLOCK.exec(text);
  if (block === null) return body;
  const fence = block[2] ?? "```";
  // An entry runs from its dash to the line before the next dash or comment.
  const entries = (block[3] ?? "").split(/^(?=(?:- |#))/mu);
  const kept = entries.filter((entry) => {
    if (!entry.startsWith("- ")) return true;
    const [decision] = parseDecisions(`${fence}yaml\n${entry.replace(/\n*$/u, "\n")}${fence}\n`).list;
    return decision === undefined || !goes(decision);
  });
  const start = block.index + (block[1] ?? "").length;
  return text.slice(0, start) + kept.join("") + text.slice(block.index + block[0].length);
}

/** One entry of the list; lists inside it stand on one line. */
function printed(decision: Decision): string {
  const { Document, visit } = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  const document = new Document([fieldsOf(decision)]);
  visit(document, {
    Seq(_key, node, path) {
      if (path.length > 1) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function fieldsOf(decision: Decision): Record<string, unknown> {
  switch (decision.kind) {
    case "merge":
      return { merge: decision.names };
    case "split":
      return { split: decision.names, ...(decision.in === undefined ? {} : { in: decision.in }) };
    case "rename":
      return {
        rename: decision.from,
        to: decision.to,
        ...(decision.title === undefined ? {} : { title: decision.title }),
      };
    case "forbid":
    case "pin":
      return { [decision.kind]: decision.name };
    case "delete":
      return {
        delete: decision.page,
        ...(decision.title === undefined ? {} : { title: decision.title }),
        ...(decision.claims === undefined ? {} : { claims: decision.claims }),
        ...(decision.text === undefined ? {} : { text: decision.text }),
      };
    case "claim":
      return { claim: decision.source, quote: decision.quote };
    case "promote":
      return { promote: decision.output, ...(decision.page === undefined ? {} : { page: decision.page }) };
    case "reject":
      return { reject: decision.output, ...(decision.why === undefined ? {} : { why: decision.why }) };
  }
}
