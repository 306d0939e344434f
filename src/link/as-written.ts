// A title as sources write the thing: the whole of a phrase of which a name is only the first word, and small letters where it is code.
import type { SourceNote } from "../core/note.ts";
import { FUNCTION_WORDS } from "../text/function-words.ts";
import { lowerFirst } from "../text/initial.ts";
import { singularOf } from "../text/names.ts";
import { textFinder } from "./claim-texts.ts";
import type { Group } from "./groups.ts";

/** Mentions; fewer show no habit. */
const LEAST = 3;
/** Of all mentions. */
const NEARLY_ALWAYS = 0.75;
const MOSTLY = 0.6;

export interface Written {
  /** "Merkle tree" of "Merkle", which nearly always goes before that word; undefined where it stands by itself too. */
  phrase(title: string, group: Group): string | undefined;
  /** "gccrs" of "Gccrs", where sources write it as code or, of a product or what has a figure (“x86”), never otherwise. */
  spelling(title: string, group: Group, isProduct: boolean): string;
}

export function writtenIn(notes: readonly SourceNote[]): Written {
  const textAt = textFinder(notes);
  const codes = new Map(notes.map((note) => [note.path, note.code ?? {}]));
  const textsOf = ({ members }: Group) =>
    members.flatMap(({ source, mention }) => mention.claims.map((id) => ({ source, text: textAt(source, id) })));
  return {
    phrase(title, group) {
      if (!/^\p{Upper}\p{Lower}+$/u.test(title)) return undefined;
      const counts = new Map<string, number>();
      const whole = new Set<string>();
      let all = 0;
      for (const { text } of textsOf(group)) {
        for (const at of placesOf(title, text)) {
          const behind = text.slice(at + title.length);
          if (JOINED.test(text.slice(Math.max(0, at - 2), at)) || GOES_ON.test(behind)) continue;
          const next = NEXT.exec(behind)?.[1];
          all++;
          if (next === undefined || FUNCTION_WORDS.has(next) || NO_HEAD.test(next)) continue;
          const head = singularOf(next);
          if (head === next) whole.add(head);
          counts.set(head, (counts.get(head) ?? 0) + 1);
        }
      }
      const [head, n] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ["", 0];
      return n >= LEAST && n >= all * NEARLY_ALWAYS && whole.has(head) ? `${title} ${head}` : undefined;
    },
    spelling(title, group, isProduct) {
      if (!/^\p{Upper}[\p{Lower}\p{N}]+$/u.test(title)) return title;
      const small = lowerFirst(title);
      const texts = textsOf(group);
      if (!texts.some(({ text }) => text.includes(small))) return title;
      let [inCode, inSmall, all] = [0, 0, 0];
      for (const { source, text } of texts) {
        const ranges = codes.get(source)?.[text] ?? [];
        const whole = (at: number) =>
          !/[\p{Alpha}\p{N}_.-]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
          !/^[\p{Alpha}\p{N}_-]/u.test(text.slice(at + title.length));
        // A sentence begins with a capital, whatever its first word is.
        all += placesOf(title, text).filter((at) => at > 0 && whole(at)).length;
        for (const at of placesOf(small, text).filter(whole)) {
          all++;
          inSmall++;
          if (ranges.some(([from, to]) => from <= at && at < to)) inCode++;
        }
      }
      return inSmall > 0 && (inCode >= all * MOSTLY || ((isProduct || /\d/.test(title)) && inSmall === all))
        ? small
        : title;
    },
  };
}

/** Found as it is written: a pattern of its own for each of hundreds of titles costs more than all the rest. */
function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}

const JOINED = /[\p{Alpha}\p{N}_-]$/u;
const GOES_ON = /^[\p{Alpha}\p{N}_]/u;
/** The word behind a name, all of it in small letters. */
const NEXT = /^[ -](\p{Lower}+)(?![\p{Alpha}\p{N}_])/u;

/** "supports", "based": no noun that a name goes before. */
const NO_HEAD = /(?:ed|ing|ly)$/u;
