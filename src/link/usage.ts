// How a source writes a word where its place asks for no capital: found once a source and word, since it takes reading the claims.
import type { Mention, SourceNote } from "../core/note.ts";
import { wordKey } from "../text/names.ts";
import { foldOf, tokensOf } from "../text/words.ts";
import type { TextAt } from "./claim-texts.ts";
import type { Speaking } from "./senses.ts";

export interface Usage {
  readonly name: number;
  readonly word: number;
  /** As a name: plural forms, and forms that are none or have an article. */
  readonly plural: number;
  readonly single: number;
  /** In lower case and without -s. */
  readonly wordSingle: number;
}

type Counting = { -readonly [K in keyof Usage]: number };

const known = new WeakMap<Mention, Usage>();

/** In all claims of a source that speak of it; `key` is that of its name. */
export function usageOf(key: string, { source, mention }: Speaking, textAt: TextAt): Usage {
  const before = known.get(mention);
  if (before) return before;
  const usage = usageIn(
    key,
    mention.claims.map((id) => textAt(source, id)),
  );
  known.set(mention, usage);
  return usage;
}

/** What was found for mentions of a note, by their number in it. */
export function usagesOf({ mentions }: SourceNote): ReadonlyMap<number, Usage> {
  const usages = new Map<number, Usage>();
  mentions.forEach((mention, i) => {
    const usage = known.get(mention);
    if (usage) usages.set(i, usage);
  });
  return usages;
}

/** Spares finding what an earlier run found for the same note. */
export function rememberUsages({ mentions }: SourceNote, usages: ReadonlyMap<number, Usage>): void {
  for (const [i, usage] of usages) {
    const mention = mentions[i];
    if (mention) known.set(mention, usage);
  }
}

/** "a Window" and "these Validators" are common words with a capital. */
const COUNTED =
  /(?:^|\s)(?:an?|each|every|these|those|some|many|all|most|few|several|various|any|other|\d+|two|three)\s$/iu;

export function usageIn(key: string, texts: readonly string[]): Usage {
  const usage: Counting = { name: 0, word: 0, plural: 0, single: 0, wordSingle: 0 };
  for (const text of texts) addUsage(usage, key, text);
  return usage;
}

function addUsage(usage: Counting, key: string, text: string): void {
  // Cutting a text into words costs; "agency" may stand as "agencies".
  if (!foldOf(text).includes(key.slice(0, Math.max(2, key.length - 1)))) return;
  for (const { word, start, end } of tokensOf(text)) {
    const raw = text.slice(start, end);
    if (wordKey(word, raw) !== key) continue;
    const before = text.slice(0, start);
    const bare = word === key;
    if (/^\p{Lower}/u.test(raw)) {
      // "x86_64-pc-windows-msvc" and "cargo.toml" are pieces of code.
      if (/[\p{Alpha}\p{N}][-_./:]$/u.test(before) || /^[-_/:.][\p{Alpha}\p{N}]/u.test(text.slice(end))) continue;
      usage.word++;
      if (bare) usage.wordSingle++;
    } else if (/[\p{Lower}\p{N},)]\s$/u.test(before)) {
      usage.name++;
      if (bare || COUNTED.test(before)) usage.single++;
      else usage.plural++;
    }
  }
}
