// The one sentence that tells a stranger most of a source: for index and overview.
import type { CodeRange } from "../core/document.ts";
import type { SourceNote } from "../core/note.ts";
import { escapeCoded } from "../markdown/harmless.ts";
import { stemsOf } from "../text/words.ts";
import { shortened } from "./one-line.ts";

export interface Telling {
  readonly text: string;
  /** Inline code in it. */
  readonly code: readonly CodeRange[];
}

type Told = Pick<SourceNote, "path" | "meta" | "summary" | "claims" | "code">;

const OF_ITS_AUTHOR = /\b(?:I|we|our|us|my|you|your)\b|^(?:In it|In this|As |Read |Find |Thanks)|!$/i;
/** What a source says of itself: "This is a summary of what has been happening". */
const OF_ITSELF =
  /^this (?:is an? |(?:\p{L}+ )?(?:post|article|essay|guide|note|paper|report|survey|rfc|eip|erc|proposal|document|standard|roadmap)\b)/iu;
/** What it proposes is what it is about, whatever stands before. */
const PROPOSES = /^this (?:\p{L}+ )?(?:rfc|eip|erc|proposal|standard|specification|paper)\b/iu;
const PROPOSED = 0.25;
const LEANS = /^(?:it|he|she|they|this|that|these|those|its|his|her|their|such)\b/i;
/** Of the midst of a story: what came before it is not there to be read. */
const MIDWAY =
  /^\(|^(?:which|turns out|for some reason|when (?:you are|you're|this|that|it)|i (?:had )?previously|i spotted|i also|again|the (?:first|second|third|next|last|other|naming|rest|final)|in the meantime|all that|first|then|next|finally|previous(?:ly)?|update|originally|currently|so|or|and|but|once|after (?:that|this|some)|you can|time for|to (?:run|use) (?:it|this|the))\b/i;
/** "The Example team is happy to announce a new version of Example": no word of it is news beside the title. */
const BARE =
  /\b(?:announc\p{L}*|happy|pleased|excited|thrilled|delighted|proud|latest|new|newest|version|release[ds]?|publish\p{L}*|point|team|working|group|today|stable|ready|testing|pre)\b/giu;
const NEWS = 3;
/** Characters. */
const LONG = 320;
/** What is new in what is announced. */
const CHANGES =
  /\b(?:now|no longer|adds|added|stabili[sz]\p{L}+|introduc(?:es|ed)|brings|supports|removes|allows|will allow|deprecat\p{L}+|renam(?:es|ed)|fix(?:es|ed)|improv(?:es|ed)|replaces)\b/iu;
const DESCRIBES = /^.{25,220}[^.…\s]\.?$/su;
/** A summary's sentence before another claim, the first before the second, an author's "I" behind what speaks of the thing. */
const IN_SUMMARY = 0.45;
const FIRST = 0.18;
const PERSONAL = 0.2;
const OUT_OF_PLACE = 0.3;
/** Less says nothing that the title does not. */
const LEAST = 0.2;
/** Claims looked at besides the summary, and the share of the title's words that each must hold. */
const CLAIMS = 8;
const TITLED = 0.5;
/** So much of a description's words in the title, and it only repeats it; so few in the source, and it is of something else. */
const REPEATS = 0.8;
const OWN = 0.6;

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
  const text = short ? shortened(telling.text) : telling.text;
  const kept = text === telling.text ? text.length : text.length - " …".length;
  return escapeCoded(
    text,
    telling.code.filter(([, end]) => end <= kept),
  );
}

/** Its own description, else the sentence that shares most with its title; undefined where none tells anything. */
function tellingOf(note: Told, shared: (text: string) => boolean): Telling | undefined {
  const { meta, summary, claims } = note;
  const described = meta.description?.trim() ?? "";
  if (!shared(described) && describes(note, described)) return marked(described);
  const title = new Set(stemsOf(meta.title));
  const held = (text: string): number => {
    const own = new Set(stemsOf(text));
    return [...title].filter((stem) => own.has(stem)).length / Math.max(1, title.size);
  };
  const more = claims.slice(0, CLAIMS).map((claim) => claim.text);
  const sentences = [...summary, ...more.filter((text) => !summary.includes(text) && held(text) >= TITLED)];
  let best: { text: string; score: number } | undefined;
  const news = (text: string): number =>
    new Set(stemsOf(text.replace(BARE, " ")).filter((stem) => !title.has(stem))).size;
  for (const [i, text] of sentences.entries()) {
    const ofItself = OF_ITSELF.test(text);
    if (shared(text) || (!ofItself && LEANS.test(text))) continue;
    const score =
      held(text) +
      (i < summary.length ? IN_SUMMARY : 0) +
      (i === 0 ? FIRST : 0) +
      (PROPOSES.test(text) ? PROPOSED : 0) -
      (OF_ITS_AUTHOR.test(text) ? PERSONAL : 0) -
      ((!ofItself && /:$|\b(?:this|these|those)\b/i.test(text)) || text.length > LONG ? OUT_OF_PLACE : 0) -
      (MIDWAY.test(text) ? OUT_OF_PLACE : 0);
    if (score > (best?.score ?? LEAST)) best = { text, score };
  }
  const version = /\d+(?:\.\d+)+/.exec(meta.title)?.[0].replace(/\.0$/, "");
  if (best && version && /announc|releas|publish/i.test(best.text) && news(best.text) < NEWS) {
    const changes = claims.filter(
      ({ text }) => CHANGES.test(text) && news(text) >= NEWS && !shared(text) && text.length <= LONG && standsOut(text),
    );
    const told = changes.find(({ text }) => text.includes(version)) ?? changes[0];
    if (told) return untitled(told.text, note);
  }
  // What tells little is more than nothing.
  const text = best?.text ?? sentences.find((one) => !shared(one)) ?? claims[0]?.text;
  return text === undefined ? undefined : untitled(text, note);
}

const standsOut = (text: string): boolean =>
  !OF_ITS_AUTHOR.test(text) && !LEANS.test(text) && !MIDWAY.test(text) && !/:$|\b(?:this|these|those)\b/i.test(text);

/** "This proposal [its title] adds": the title stands beside it. */
function untitled(text: string, { meta, code }: Told): Telling {
  const title = ` [${meta.title.replace(/[[\]|]/g, " ").trim()}]`;
  const at = text.indexOf(title);
  const ranges = code?.[text] ?? [];
  if (at < 0) return { text, code: ranges };
  return {
    text: text.replace(title, ""),
    code: ranges.map(
      ([start, end]): CodeRange => (start < at ? [start, end] : [start - title.length, end - title.length]),
    ),
  };
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
  if (claims.length === 0) return true;
  const said = new Set([...title, ...stemsOf(summary.join(" "))]);
  // All claims of a source are many words: most descriptions are known by the summary.
  for (const claim of claims) {
    if (share(said) >= OWN) return true;
    for (const stem of stemsOf(claim.text)) said.add(stem);
  }
  return share(said) >= OWN;
}
