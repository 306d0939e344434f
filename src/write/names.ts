// Links the names of other topics at their first mention on a page, longest name first.
import type { Topic } from "../core/topic.ts";
import { escapeBlockStart, escapeInline, linkText } from "../markdown/harmless.ts";
import { type Finder, finderOf, type Named } from "../text/mentions.ts";

export interface PlacedTopic {
  readonly topic: Topic;
  /** Path of its page without ".md". */
  readonly page: string;
}

export type NameFinder = Finder<PlacedTopic>;

/** A finder over the names of all topics that have a page. */
export function nameFinder(topics: readonly PlacedTopic[]): NameFinder {
  const named: Named<PlacedTopic>[] = topics.flatMap((placed) =>
    placed.topic.aliases
      .filter((name) => linkable(name, placed.topic))
      .map((name) => ({ name, value: placed, cased: isCased(name, placed.topic) })),
  );
  return finderOf(named);
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
  /** Escaped text with links; each topic is linked once a page. `bold` is the page's own name, made bold at its first mention. */
  link(text: string, options?: { readonly starts?: boolean }): string;
}

/** `self` is never linked; its first mention is made bold. */
export function linkerOf(finder: NameFinder, self?: PlacedTopic): Linker {
  const seen = new Set<string>();
  let bold = self !== undefined;
  return {
    link(text, { starts = false } = {}) {
      const escapeFirst = starts ? escapeBlockStart : escapeInline;
      let out = "";
      let from = 0;
      for (const found of finder.find(text)) {
        const words = text.slice(found.start, found.end);
        const before = text.slice(from, found.start);
        const piece = from === 0 ? escapeFirst(before) : escapeInline(before);
        // Inside [brackets], code and URLs a link would break what stands there.
        if (insideMarks(text, found.start) || LONGER.test(text.slice(found.end))) continue;
        if (self && found.value.page === self.page) {
          if (!bold) continue;
          bold = false;
          out += `${piece}**${escapeInline(words)}**`;
        } else {
          if (seen.has(found.value.page)) continue;
          seen.add(found.value.page);
          out += `${piece}[[${found.value.page}|${linkText(words)}]]`;
        }
        from = found.end;
      }
      return out + (from === 0 ? escapeFirst(text.slice(from)) : escapeInline(text.slice(from)));
    },
  };
}

/** "sqlite-utils" is no mention of SQLite; "SQLite-based" is one. */
const LONGER =
  /^-(?!(?:aware|based|compatible|driven|enabled|free|like|only|powered|related|savvy|specific|style|wide|\p{L}+(?:ed|ing))\b)\p{L}/u;

function insideMarks(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if (before.lastIndexOf("[") > before.lastIndexOf("]")) return true;
  return /(?:https?:\/\/|www\.|@|\/)\S*$/.test(before) || /^\S*\.(?:com|org|net|gov|io)\b/.test(text.slice(at));
}
