// A page's body as the units that people edit: sentences, headings, table rows, whole blocks. Joined again they give the body byte for byte.

export type UnitKind = "heading" | "sentence" | "row" | "table-head" | "block";

export interface Unit {
  readonly kind: UnitKind;
  /** White space and line ends before it. */
  readonly gap: string;
  /** Indentation and list sign: "- ", "  1. ", "". */
  readonly mark: string;
  readonly text: string;
  /** What counts when two are compared: link targets, citation numbers and spacing do not. */
  readonly key: string;
  /** Claims it cites, or carries as its block id. */
  readonly ids: readonly string[];
  /** Of a heading, 1 to 6; else 0. */
  readonly depth: number;
}

const ITEM = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)(.*)$/u;
const CITED = /#\^(c-[0-9a-f]{10}(?:-\d+)?)/gu;
const CARRIED = /(?:^|\s)\^(c-[0-9a-f]{10}(?:-\d+)?)\s*$/u;

export function unitsOf(body: string): Unit[] {
  const lines = body.replace(/\r\n?/gu, "\n").split("\n");
  const units: Unit[] = [];
  let gap = "";
  const add = (kind: UnitKind, mark: string, text: string): void => {
    const end = /\s*$/u.exec(text)?.[0] ?? "";
    const clean = text.slice(0, text.length - end.length);
    units.push({
      kind,
      gap,
      mark,
      text: clean,
      key: keyOf(clean),
      ids: idsOf(clean),
      depth: kind === "heading" ? (/^#+/u.exec(clean)?.[0].length ?? 0) : 0,
    });
    gap = end;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const end = endOfBlock(lines, at);
    if (line.trim() === "") gap += line;
    else if (end > at) {
      const isTable = line.trimStart().startsWith("|");
      add(isTable ? "table-head" : "block", "", lines.slice(at, end + 1).join("\n"));
      at = end;
    } else if (/^ {0,3}#{1,6}(?:[ \t]|$)/u.test(line)) add("heading", "", line);
    else if (/^ {0,3}\|/u.test(line)) add("row", "", line);
    else if (/^ {0,3}(?:>|<|%%|```|~~~|\$\$|(?:[-*_][ \t]*){3,}$)/u.test(line)) add("block", "", line);
    else {
      const item = ITEM.exec(line) ?? /^([ \t]*)(.*)$/u.exec(line);
      const text = item?.[2] ?? line;
      // A claim and its block id are one, whatever stops stand in it.
      const parts = CARRIED.test(text) ? [part(text)] : sentencesIn(text);
      parts.forEach(({ before, text }, place) => {
        gap += before;
        add("sentence", place === 0 ? (item?.[1] ?? "") : "", text);
      });
    }
    if (at < lines.length - 1) gap += "\n";
  }
  if (gap !== "" && units.length > 0)
    units.push({ kind: "block", gap, mark: "", text: "", key: "", ids: [], depth: 0 });
  return units;
}

export function bodyFrom(units: readonly Pick<Unit, "gap" | "mark" | "text">[]): string {
  return units.map(({ gap, mark, text }) => gap + mark + text).join("");
}

/** Last line of the block of several lines that begins at `at`: code, formula, comment, quotation, head of a table. */
function endOfBlock(lines: readonly string[], at: number): number {
  const line = lines[at] ?? "";
  const fence = /^ {0,3}(`{3,}|~{3,}|\$\$|%%)/u.exec(line)?.[1];
  if (fence !== undefined) {
    if (!/^[`~]/u.test(fence) && line.trim().length > fence.length && line.trim().endsWith(fence)) return at;
    const close = lines.findIndex(
      (other, place) =>
        place > at && (/^[`~]/u.test(fence) ? other.trim().startsWith(fence) : other.trim().endsWith(fence)),
    );
    return close < 0 ? lines.length - 1 : close;
  }
  if (/^ {0,3}>/u.test(line)) {
    let end = at;
    while (/^ {0,3}>/u.test(lines[end + 1] ?? "")) end++;
    return end;
  }
  return /^ {0,3}\|/u.test(line) && /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/u.test(lines[at + 1] ?? "")
    ? at + 1
    : at;
}

const ABBREVIATION =
  /(?:^|[\s([“"])(?:\p{Alpha}|[A-Z]\.[A-Z]|e\.g|i\.e|etc|vs|cf|al|Dr|Mr|Mrs|Ms|Prof|St|No|Vol|Fig|Inc|Ltd|Co|Jr|Sr|approx)\.$/u;

/** Sentences of one line, each with the citation behind it. White space before one is told apart. */
function sentencesIn(line: string): { before: string; text: string }[] {
  // Links and code hold full stops of their own; a citation is masked by another sign than they are.
  const masked = line
    .replace(/\[\[[^\]\n]*#\^c-[^\]\n]*\]\]/gu, (link) => "\uFDD0".repeat(link.length))
    .replace(/!?\[\[[^\]\n]*\]\]|`[^`\n]*`|\]\([^)\s]*\)|https?:\/\/[^\s)>\]]+/gu, (link) =>
      "\uFDD1".repeat(link.length),
    );
  const ends =
    /(?:[.!?…]+["”’»)*_]*|[。！？]+[”」』）]*)((?:[ \t]*\(\uFDD0+(?:[,;][ \t]*\uFDD0+)*\))*)(?=([ \t]+|$|)(.?))/gu;
  const parts: { before: string; text: string }[] = [];
  let start = 0;
  for (const match of masked.matchAll(ends)) {
    const at = match.index + match[0].length;
    const wide = /^[。！？]/u.test(match[0]);
    const cited = match[1] !== "";
    const spaced = match[2] !== "" || at === line.length;
    const before = masked.slice(start, match.index + 1);
    const opens = match[3] === "" || /[\p{Upper}\p{Lt}\p{Lo}\p{N}"“‘«([*_\uFDD1]/u.test(match[3] ?? "");
    if (!(wide || (spaced && (cited || (opens && !ABBREVIATION.test(before)))))) continue;
    parts.push(part(line.slice(start, at)));
    start = at;
  }
  if (line.slice(start).trim() !== "" || parts.length === 0) parts.push(part(line.slice(start)));
  else if (start < line.length) {
    const last = parts.pop();
    if (last !== undefined) parts.push({ before: last.before, text: last.text + line.slice(start) });
  }
  return parts;
}

function part(text: string): { before: string; text: string } {
  const before = /^[ \t]*/u.exec(text)?.[0] ?? "";
  return { before, text: text.slice(before.length) };
}

function keyOf(text: string): string {
  return text
    .replace(/\[\[[^\]|\n]*#\^(c-[0-9a-f]{10}(?:-\d+)?)(?:\\?\|[^\]\n]*)?\]\]/gu, "^$1")
    .replace(
      /\[\[([^\]|\n]*?)(?:\\?\|([^\]\n]*))?\]\]/gu,
      (_link, target: string, alias?: string) => `[[${alias ?? target.split("/").at(-1)}]]`,
    )
    .replace(/\s+/gu, " ")
    .trim();
}

function idsOf(text: string): string[] {
  const carried = CARRIED.exec(text)?.[1];
  return [...[...text.matchAll(CITED)].map((match) => match[1] ?? ""), ...(carried === undefined ? [] : [carried])];
}

/** True when two bodies differ in link targets, citation numbers and spacing at most. */
export function readsTheSame(a: string, b: string): boolean {
  const [ones, others] = [a, b].map((body) =>
    unitsOf(body)
      .filter((unit) => unit.text !== "")
      .map(({ kind, key, mark }) => `${kind} ${mark.replace(/\d+/u, "1")} ${key}`),
  );
  return ones?.join("\n") === others?.join("\n");
}
