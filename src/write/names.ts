// Links the names of other topics at their first mention on a page, longest name first.
import type { Topic } from "../core/topic.ts";
import { escapeBlockStart, escapeInline, linkText } from "../markdown/harmless.ts";
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
      (!topic.among?.capital || /\p{Lu}/u.test(words)) && topic.claims.some((ref) => sources.includes(ref.source)),
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
  return topic.type === "entity" ? /^\p{Lu}/u.test(name) : /^\p{Lu}{2,}s?$/u.test(name);
}

export interface Linker {
  /** Escaped text with links; `sources` are those it rests on, by which an ambiguous name is read; each topic is linked once a page. `bold` is the page's own name, made bold at its first mention. */
  link(text: string, options?: { readonly starts?: boolean; readonly sources?: readonly string[] }): string;
}

/** `self` is never linked; its first mention is made bold. */
export function linkerOf(finder: NameFinder, self?: PlacedTopic): Linker {
  const seen = new Set<string>();
  let bold = self !== undefined;
  return {
    link(text, { starts = false, sources = [] } = {}) {
      const escapeFirst = starts ? escapeBlockStart : escapeInline;
      let out = "";
      let from = 0;
      for (const found of finder.find(text)) {
        const words = text.slice(found.start, found.end);
        const before = text.slice(from, found.start);
        const piece = from === 0 ? escapeFirst(before) : escapeInline(before);
        // Inside [brackets], code and URLs a link would break what stands there.
        if (insideMarks(text, found.start) || LONGER.test(text.slice(found.end)) || isHalf(text, found)) continue;
        const target = meant(found.value, words, sources);
        if (target === undefined) continue;
        if (self && target.page === self.page) {
          if (!bold) continue;
          bold = false;
          out += `${piece}**${escapeInline(words)}**`;
        } else {
          if (seen.has(target.page)) continue;
          seen.add(target.page);
          out += `${piece}[[${target.page}|${linkText(words)}]]`;
        }
        from = found.end;
      }
      return out + (from === 0 ? escapeFirst(text.slice(from)) : escapeInline(text.slice(from)));
    },
  };
}

/** "sqlite-utils" is no mention of SQLite, nor "Cargo.lock" of Cargo, nor "compiler-team#674" of the team; "SQLite-based" is one. */
const LONGER =
  /^[.#][\p{L}\d]|^-(?!(?:aware|based|compatible|driven|enabled|free|like|only|powered|related|savvy|specific|style|wide|\p{L}+(?:ed|ing))\b)\p{L}/u;

/** "Rust Analyzer", of which the vault has no page: half a name is no mention of Rust. */
function isHalf(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const word = /^\p{Lu}\p{L}*$/u.test(text.slice(start, end));
  return word && /^ \p{Lu}\p{Ll}+(?! \p{Lu})/u.test(text.slice(end)) && /\p{Ll},? $/u.test(text.slice(0, start));
}

function insideMarks(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if (before.lastIndexOf("[") > before.lastIndexOf("]")) return true;
  return /(?:https?:\/\/|www\.|@|\/)\S*$/.test(before);
}
