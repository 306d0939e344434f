// What a sceptic looks for in a compiled wiki: links that lead nowhere, quotations that nobody wrote, sentences without a source.
import { createHash } from "node:crypto";
import { posix } from "node:path";

const LINK = /\[\[([^\]|#\\]+)(#[^\]|\\]+)?(?:\\?\|[^\]]*)?\]\]/gu;
const CITATION = /\s?\(\[\[[^\]]+\]\](?:, \[\[[^\]]+\]\])*\)/gu;
const GENERATED = ["source", "concept", "entity", "method", "index", "overview", "review", "log", "text"];

export const bodyOf = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/u, "").trim();
export const frontOf = (text: string, key: string): string | undefined =>
  new RegExp(`^${key}: (.*)$`, "mu").exec(text.split("\n---\n")[0] ?? "")?.[1];

/** Faults, one a line; `files` holds wiki and raw by path. */
export function faultsOf(files: Readonly<Record<string, string>>): string[] {
  const pages = Object.entries(files).filter(([path]) => path.startsWith("wiki/") && path.endsWith(".md"));
  return pages.flatMap(([path, text]) => [
    ...linkFaults(path, bodyOf(text), files),
    ...hashFaults(path, text),
    ...(frontOf(text, "type") === "source" ? quotationFaults(path, text, files) : []),
    ...(isTopic(text) ? citationFaults(path, bodyOf(text)) : []),
    ...(isTopic(text) || frontOf(text, "type") === "source" ? listingFaults(path, files) : []),
  ]);
}

export const isTopic = (text: string): boolean => /^(?:concept|entity|method)$/u.test(frontOf(text, "type") ?? "");

function linkFaults(path: string, body: string, files: Readonly<Record<string, string>>): string[] {
  const prose = body.replace(/```[\s\S]*?```/gu, "");
  return [...prose.matchAll(LINK)].flatMap(([link, target = "", place = ""]) => {
    const page = files[target] ?? files[`${target}.md`];
    if (page === undefined) return [`${path}: ${link} leads nowhere`];
    if (place === "") return [];
    const block = place.startsWith("#^") && place.slice(1);
    const found = block
      ? page.split("\n").some((line) => line.endsWith(` ${block}`))
      : page.split("\n").some((line) => line.replace(/^#+ /u, "") === place.split("#").at(-1) && line.startsWith("#"));
    return found ? [] : [`${path}: ${link} names no place in its page`];
  });
}

function hashFaults(path: string, text: string): string[] {
  if (!GENERATED.includes(frontOf(text, "type") ?? "")) return [];
  const digest = createHash("sha256").update(bodyOf(text)).digest("hex").slice(0, 16);
  return digest === frontOf(text, "kb_hash")?.replace(/["']/gu, "") ? [] : [`${path}: kb_hash is not the body's`];
}

function quotationFaults(path: string, text: string, files: Readonly<Record<string, string>>): string[] {
  const raw = /^source: "?\[\[([^\]]+)\]\]/mu.exec(text)?.[1] ?? "";
  const said = (files[raw] ?? "").replace(/<[^>]+>/gu, " ").replace(/\s+/gu, " ");
  const lines = bodyOf(text).split("\n");
  const claims = lines.flatMap((line, i) => {
    const claim = /^- (.*?)(?: \[\[[^\]]+\]\])? \^(c-[0-9a-f]{10}(?:-\d+)?)$/u.exec(line);
    if (!claim) return [];
    const quote = /^ {4}- “(.*)”$/u.exec(lines[i + 1] ?? "")?.[1];
    return [{ quote: (quote ?? claim[1] ?? "").replace(/\\(?=[!-/:-@[-`{-~])/gu, ""), id: claim[2] ?? "" }];
  });
  const ids = claims.map(({ id }) => id);
  return [
    ...(claims.length === 0 ? [`${path}: no claims`] : []),
    ...(new Set(ids).size < ids.length ? [`${path}: a block id stands twice`] : []),
    ...claims.flatMap(({ quote, id }) => [
      ...(said.includes(quote) ? [] : [`${path}: not in ${raw}: ${quote}`]),
      ...(id.startsWith(`c-${createHash("sha256").update(quote).digest("hex").slice(0, 10)}`)
        ? []
        : [`${path}: ${id} is not the hash of its quotation`]),
    ]),
  ];
}

/** Cut at its citations, a paragraph leaves one sentence a piece and nothing behind the last. */
function citationFaults(path: string, body: string): string[] {
  const told = body.split(/^## (?:Related|Sources)$/mu)[0] ?? "";
  const paragraphs = told.split(/\n\n|\n(?=- |> )/u).filter((one) => !/^(?:#|>)/u.test(one));
  return paragraphs.flatMap((paragraph) => {
    const pieces = paragraph.split(CITATION).map((piece) => piece.trim());
    const last = pieces.pop();
    return [
      ...(last === "" ? [] : [`${path}: uncited: ${last}`]),
      ...pieces
        .filter((piece) => /[.!?]["”)]? +\p{Lu}/u.test(piece))
        .map((piece) => `${path}: two sentences, one citation: ${piece}`),
    ];
  });
}

function listingFaults(path: string, files: Readonly<Record<string, string>>): string[] {
  const index = Object.entries(files).filter(([name]) => /^index\b.*\.md$/u.test(posix.basename(name)));
  return index.some(([, text]) => text.includes(`[[${path.replace(/\.md$/u, "")}\\|`))
    ? []
    : [`${path}: not in the index`];
}
