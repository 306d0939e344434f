// Links the names of other topics at their first mention on a page, longest name first.
import type { CodeRange } from "../core/document.ts";
import type { Topic } from "../core/topic.ts";
import { escapeBlockStart, escapeCoded, linkText } from "../markdown/harmless.ts";
import { type Finder, finderOf, type Named } from "../text/mentions.ts";
import { nameKey } from "../text/names.ts";

export interface PlacedTopic {
  readonly topic: Topic;
  /** Path of its page without ".md". */
  readonly page: string;
  /** All that the found name may mean, where it means several things. */
  readonly rivals?: readonly PlacedTopic[];
}

export type NameFinder = Finder<PlacedTopic>;

/** A finder over the names of all topics that have a page. */
export function nameFinder(topics: readonly PlacedTopic[]): NameFinder {
  const rivals = rivalsIn(topics);
  const named: Named<PlacedTopic>[] = topics.flatMap((placed) => {
    const { topic } = placed;
    const shared = nameKey(topic.among?.name ?? "");
    return topic.aliases
      .filter((name) => linkable(name, topic))
      .map((name) =>
        topic.among && nameKey(name) === shared
          ? { name, value: { ...placed, rivals: rivals.get(shared) ?? [] }, cased: false }
          : { name, value: placed, cased: isCased(name, topic) },
      );
  });
  return finderOf(named);
}

/** Topics that share an ambiguous name, by the key of that name. */
export function rivalsIn(topics: readonly PlacedTopic[]): ReadonlyMap<string, readonly PlacedTopic[]> {
  const out = new Map<string, PlacedTopic[]>();
  for (const one of topics)
    if (one.topic.among)
      out.set(nameKey(one.topic.among.name), [...(out.get(nameKey(one.topic.among.name)) ?? []), one]);
  return out;
}

/** Of the things that a name may mean, the one that these sources speak of so written; undefined where that cannot be told. */
function meant(placed: PlacedTopic, words: string, sources: readonly string[]): PlacedTopic | undefined {
  if (!placed.rivals) return placed;
  const held = placed.rivals.filter(
    ({ topic }) =>
      // "windows" in a source on Windows are those of a house.
      (!topic.among?.capital || /\p{Upper}/u.test(words)) && topic.claims.some((ref) => sources.includes(ref.source)),
  );
  return held.length === 1 ? held[0] : held.find(({ topic }) => topic.among?.spelt === "name");
}

/** A surname or a short everyday word alone is too weak a sign to link by. */
function linkable(name: string, topic: Topic): boolean {
  if (name.length < 2) return false;
  if (topic.kind === "person") return name.includes(" ");
  return true;
}

function isCased(name: string, topic: Topic): boolean {
  return topic.type === "entity" ? /^\p{Upper}/u.test(name) : /^\p{Upper}{2,}s?$/u.test(name);
}

export interface LinkOptions {
  /** It opens a block. */
  readonly starts?: boolean;
  /** Those that the text rests on, by which an ambiguous name is read. */
  readonly sources?: readonly string[];
  /** Inline code in the text, ascending. */
  readonly code?: readonly CodeRange[];
}

export interface Linker {
  /** Escaped text with links and code marks; each topic is linked once a page. The page's own name is made bold at its first mention. */
  link(text: string, options?: LinkOptions): string;
}

/** `self` is never linked; its first mention is made bold. */
export function linkerOf(finder: NameFinder, self?: PlacedTopic): Linker {
  const seen = new Set<string>();
  let bold = self !== undefined;
  return {
    link(text, { starts = false, sources = [], code = [] } = {}) {
      const escaped = (start: number, end: number): string =>
        (start === 0 && starts ? escapeBlockStart : escapeCoded)(text.slice(start, end), within(code, start, end));
      let out = "";
      let from = 0;
      for (const found of finder.find(text)) {
        const words = text.slice(found.start, found.end);
        // "`cargo build`" is a command.
        if (code.some(([start, end]) => start < found.end && end > found.start && !isWithin([start, end], found)))
          continue;
        const piece = escaped(from, found.start);
        // Inside [brackets], code and URLs a link would break what stands there.
        if (insideMarks(text, found.start) || LONGER.test(text.slice(found.end)) || isHalf(text, found)) continue;
        const target = meant(found.value, words, sources);
        if (target === undefined) continue;
        if (self && target.page === self.page) {
          if (!bold) continue;
          bold = false;
          out += `${piece}**${escapeCoded(words, within(code, found.start, found.end))}**`;
        } else {
          if (seen.has(target.page)) continue;
          seen.add(target.page);
          out += `${piece}[[${target.page}|${linkText(words)}]]`;
        }
        from = found.end;
      }
      return out + escaped(from, text.length);
    },
  };
}

function isWithin([start, end]: CodeRange, place: { readonly start: number; readonly end: number }): boolean {
  return place.start <= start && end <= place.end;
}

/** Code of the stretch from `start` to `end`, by places in it. */
function within(code: readonly CodeRange[], start: number, end: number): CodeRange[] {
  return code
    .filter((range) => isWithin(range, { start, end }))
    .map(([from, to]) => [from - start, to - start] as const);
}

/** "sqlite-utils" is no mention of SQLite, nor "Cargo.lock" of Cargo, nor "compiler-team#674" of the team; "SQLite-based" is one. */
const LONGER =
  /^[.#][\p{Alpha}\d]|^-(?!(?:aware|based|compatible|driven|enabled|free|like|only|powered|related|savvy|specific|style|wide|\p{Alpha}+(?:ed|ing))\b)\p{Alpha}/u;

/** "Rust Analyzer", of which the vault has no page: half a name is no mention of Rust. */
function isHalf(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const word = /^\p{Upper}\p{Alpha}*$/u.test(text.slice(start, end));
  return (
    word && /^ \p{Upper}\p{Lower}+(?! \p{Upper})/u.test(text.slice(end)) && /\p{Lower},? $/u.test(text.slice(0, start))
  );
}

function insideMarks(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if (before.lastIndexOf("[") > before.lastIndexOf("]")) return true;
  return /(?:https?:\/\/|www\.|@|\/)\S*$/.test(before);
}
