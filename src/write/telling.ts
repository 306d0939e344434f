// The one sentence that tells a stranger most of a source: for index and overview.
import type { CodeRange } from "../core/document.ts";
import type { SourceNote } from "../core/note.ts";
import { escapeCoded } from "../markdown/harmless.ts";
import { withoutConnective } from "../text/connectives.ts";
import { stemsOf } from "../text/words.ts";
import { shortened } from "./one-line.ts";

export interface Telling {
  readonly text: string;
  /** Inline code in it. */
  readonly code: readonly CodeRange[];
  /** What is said behind it where it adds little to the title. */
  readonly more?: Omit<Telling, "more">;
  /** It says hardly more than the title. */
  readonly repeats?: boolean;
}

type Told = Pick<SourceNote, "path" | "meta" | "summary" | "claims" | "code">;

const OF_ITS_AUTHOR = /\b(?:I|we|our|us|my|you|your)\b|^(?:In it|In this|As |Read |Find |Thanks)|!$/i;
/** What a source says of itself: "This is a summary of what has been happening". */
const OF_ITSELF =
  /^(?:in )?this (?:is (?:an?|the|part (?:one|two|three|four|five|\d+)|my|our) |(?:\p{Alpha}+ )?(?:post|article|essay|guide|note|paper|report|survey|rfc|eip|erc|proposal|document|standard|roadmap|release|version|series|update|tutorial|talk|interview|page|list|til)\b)/iu;
/** What it proposes is what it is about, whatever stands before. */
const PROPOSES = /^this (?:\p{Alpha}+ )?(?:rfc|eip|erc|proposal|standard|specification|paper)\b/iu;
const PROPOSED = 0.25;
const LEANS =
  /^(?:(?:for|in|at|on|with|after|by|from|of) (?:that|those|these)\b(?! of)|(?:it|he|she|they|this|that|these|those|its|his|her|their|such)\b)/i;
/** What leans on the sentence before, or adds to it. */
const ASIDE = /\b(?:this|these|those|also)\b|^(?:and|but|so|yet)\b/i;
/** Characters. */
const LONG = 320;
const DESCRIBES = /^.{25,220}[^.…\s]\.?$/su;
/** What a summary opens with is what it was put first for; an author's "I" stands behind what speaks of the thing. */
const FIRST = 0.8;
/** A description is read as a whole: its first sentence may lead up to what it says, and what has no word of the title mostly does. */
const DESCRIBING = 0.65;
const BESIDE = 0.25;
/** What is left of that for a first sentence without a word of the title. */
const FAR = 0.5;
/** Where a source is told by its sections, no one of them is it. */
const SECTIONS = 1.2;
const PERSONAL = 0.2;
const OUT_OF_PLACE = 0.3;
/** So much of a description's words in the title, and it only repeats it; so few in the source, and it is of something else. */
const REPEATS = 0.8;
const OWN = 0.6;
/** Words of a description that its title lacks, where its summary has more to say. */
const NEWS = 3;

/** By path. A description that several share is their site's, and a sentence that several share is no word on one of them. */
export function tellingsOf(notes: readonly Told[]): ReadonlyMap<string, Telling> {
  const times = new Map<string, number>();
  for (const { meta, summary } of notes)
    for (const text of new Set([...summary, ...(meta.description ? [meta.description] : [])]))
      times.set(text, (times.get(text) ?? 0) + 1);
  const shared = (text: string): boolean => (times.get(text) ?? 0) > 1;
  return new Map(
    notes.flatMap((note) => {
      const telling = tellingOf(note, shared);
      return telling ? [[note.path, telling] as const] : [];
    }),
  );
}

/** As Markdown, empty for none; `short` cuts it to a line of the index. */
export function tellingLine(telling: Telling | undefined, short = false): string {
  if (!telling) return "";
  const { text, code, more } = telling;
  if (more === undefined) return escaped(telling, short ? ROOM : Number.POSITIVE_INFINITY);
  const ended = /[.!?。！？…]["”’)]*$/u.test(text) ? text : `${text}.`;
  const from = ended.length + 1;
  const both = { text: `${ended} ${more.text}`, code: [...code, ...more.code.flatMap((range) => moved(range, from))] };
  // Of a list of what is in it some is better than nothing; half a sentence is not.
  const fits = both.text.length <= ROOM || (LISTS.test(more.text) && from + LEAST_LIST <= ROOM);
  const alone = telling.repeats && !LISTS.test(more.text) ? more : telling;
  return escaped(fits ? both : alone, short || fits ? ROOM : Number.POSITIVE_INFINITY);
}

function escaped({ text, code }: Telling, room: number): string {
  const cut = shortened(text, room);
  const kept = cut === text ? cut.length : cut.length - " …".length;
  return escapeCoded(
    cut,
    code.filter(([, end]) => end <= kept),
  );
}

/** Characters of a line. */
const ROOM = 250;
const LISTS = /^In (?:it|code): /;
/** Characters of a list that are worth showing. */
const LEAST_LIST = 60;

/** Its own description, else what its summary opens with, unless another sentence of that says more of the title; undefined where none tells anything. */
function tellingOf(note: Told, shared: (text: string) => boolean): Telling | undefined {
  const { meta, summary, claims } = note;
  const described = meta.description?.trim() ?? "";
  if (!shared(described) && describes(note, described)) return marked(described);
  const title = new Set(stemsOf(meta.title));
  const held = (text: string): number => {
    const own = new Set(stemsOf(text));
    return [...title].filter((stem) => own.has(stem)).length / Math.max(1, title.size);
  };
  const newsOf = (text: string): number => new Set(stemsOf(text).filter((stem) => !title.has(stem))).size;
  let best: { text: string; score: number } | undefined;
  for (const [i, text] of summary.entries()) {
    const ofItself = OF_ITSELF.test(text);
    if (shared(text) || /[?？]$/.test(text) || (!ofItself && LEANS.test(text))) continue;
    const share = held(text);
    const ofAuthor = OF_ITS_AUTHOR.test(text);
    const led = described.startsWith(text.slice(0, -1)) && newsOf(text) >= NEWS;
    const first = share === 0 && (led || (ofAuthor && !ofItself)) ? BESIDE : led ? DESCRIBING : FIRST;
    const score =
      share +
      (i > 0 ? 0 : text.startsWith("In it: ") ? SECTIONS : first * Math.min(1, FAR + share)) +
      (PROPOSES.test(text) ? PROPOSED : 0) -
      (ofAuthor && share < REPEATED ? PERSONAL : 0) -
      ((i > 0 && !ofItself && ASIDE.test(text)) || text.length > LONG ? OUT_OF_PLACE : 0);
    if (score > (best?.score ?? 0)) best = { text, score };
  }
  // What tells little is more than nothing.
  const text = best?.text ?? summary.find((one) => !shared(one)) ?? claims.find((one) => STANDS.test(one.text))?.text;
  if (text === undefined) return undefined;
  const news = newsOf(text);
  const more = LISTS.test(text) ? undefined : besideOf(text, note, title, shared);
  const coded = (note.code?.[more ?? ""]?.length ?? 0) > 0;
  if (!more || (news >= FEW && !coded && !LISTS.test(more) && !OF_ITS_AUTHOR.test(text))) return untitled(text, note);
  const repeats = news < FEW && held(text) >= REPEATED && coded;
  return { ...untitled(text, note), more: untitled(more, note), repeats };
}

/** Words that the title lacks: with fewer, a reader wants to know what came of it. */
const FEW = 8;
/** Share of the title in a sentence that repeats it. */
const REPEATED = 0.6;

/** The next of the summary that is read without those before it, and is about what the title names or shows code. */
function besideOf(
  text: string,
  { summary, code = {} }: Told,
  title: ReadonlySet<string>,
  shared: (text: string) => boolean,
): string | undefined {
  const near = (one: string): boolean => (code[one]?.length ?? 0) > 0 || stemsOf(one).some((stem) => title.has(stem));
  const from = summary.indexOf(text) + 1;
  return [...summary.slice(from), ...summary.slice(0, Math.max(0, from - 1))].find(
    (one) => LISTS.test(one) || (!shared(one) && !/[?？]$/.test(one) && !LEANS.test(one) && near(one)),
  );
}

/** "The list above includes": no line for an index. */
const STANDS = /^(?!.*\b(?:above|below|following|here)\b)/iu;

/** "This proposal [its title] adds": the title stands beside it. */
function untitled(text: string, { meta, code }: Told): Telling {
  const title = ` [${meta.title.replace(/[[\]|]/g, " ").trim()}]`;
  const at = text.indexOf(title);
  const ranges = code?.[text] ?? [];
  if (at < 0) {
    const bare = withoutConnective(text);
    return { text: bare, code: ranges.flatMap((range) => moved(range, bare.length - text.length)) };
  }
  return {
    text: text.replace(title, ""),
    code: ranges.map(
      ([start, end]): CodeRange => (start < at ? [start, end] : [start - title.length, end - title.length]),
    ),
  };
}

function moved([start, end]: CodeRange, by: number): CodeRange[] {
  return start + by < 0 ? [] : [[start + by, end + by]];
}

/** A description is taken from where no Markdown is read: its own marks stand in it. */
function marked(text: string): Telling {
  const code: CodeRange[] = [];
  let words = "";
  for (const [i, part] of text.split("`").entries()) {
    if (i % 2 === 1) code.push([words.length, words.length + part.length]);
    words += part;
  }
  return text.split("`").length % 2 === 1 ? { text: words, code } : { text, code: [] };
}

function describes({ meta, summary, claims }: Told, text: string): boolean {
  if (!DESCRIBES.test(text) || OF_ITS_AUTHOR.test(text)) return false;
  const words = new Set(stemsOf(text));
  const title = new Set(stemsOf(meta.title));
  const share = (of: ReadonlySet<string>) => [...words].filter((stem) => of.has(stem)).length / Math.max(1, words.size);
  if (share(title) >= REPEATS) return false;
  const news = (one: string): number => new Set(stemsOf(one).filter((stem) => !title.has(stem))).size;
  if (news(text) < NEWS && summary.some((one) => news(one) >= FEW)) return false;
  if (claims.length === 0) return true;
  const said = new Set([...title, ...stemsOf(summary.join(" "))]);
  // All claims of a source are many words: most descriptions are known by the summary.
  for (const claim of claims) {
    if (share(said) >= OWN) return true;
    for (const stem of stemsOf(claim.text)) said.add(stem);
  }
  return share(said) >= OWN;
}
