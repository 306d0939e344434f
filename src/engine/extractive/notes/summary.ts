// What a source is about, in its author's words: the abstract, the description, else the sentence that says it best and what goes with it.
import type { Document } from "../../../core/document.ts";
import type { Nomination } from "../../../core/note.ts";
import { dated } from "../../../text/dated.ts";
import { isSpaceless } from "../../../text/spaceless.ts";
import { stemsOf } from "../../../text/words.ts";
import { isOpen, type Known } from "../sentences/below-title.ts";
import { ofItself } from "../sentences/of-itself.ts";
import { lengthOf } from "../sentences/standing.ts";
import { codeBefore, codeLinesOf } from "./code-lines.ts";
import { contentsOf, itemsOf } from "./contents.ts";
import { ANNOUNCING, type Gist, gistsOf } from "./gist.ts";
import { CALLS, DEFINES, READER, STEPS, TO_DO } from "./gist-words.ts";
import { abstractOf, descriptionOf, following, plain } from "./own-words.ts";
import { rated } from "./rating.ts";

const IN_SHORT = /^\W{0,3}(?:TL;?DR|In short|In brief|Short version)\b/i;
const OVERLAP = 0.5;
/** Sentences. */
const MOST = 3;
/** Words of a source that needs no third sentence. */
const BRIEF = 400;
/** Words of a description that says enough alone. */
const ENOUGH = 25;
/** Of the best one's worth, or simply worth: less is no word on the whole. */
const WORTHWHILE = 0.5;
const WORTH = 0.9;
/** What a sentence must be worth to stand for an announcement. */
const NEWS = 0.9;
/** Worth more because it goes on where the best one ends. */
const GOES_ON = 0.5;
/** What the best sentence must be worth to open a summary, and any to stand in one. */
const WEAK = 1.1;
const LEAST = 0.8;
/** What it must be worth that holds less than so much of the title. */
const FAR = 1.4;
const TITLED = 0.25;
/** Headings that say more than a weak sentence below one of them. */
const FEW = 2;
/** Behind so many blocks of code. */
const SHOWN = 2;
const MIDST = 1.6;
const HALF = 0.5;
/** Sentences behind the best one in which it is still what is spoken of. */
const NEAR = 4;
/** Sources of many things at once, which no sentence tells. */
const DIGEST =
  /\b(?:updates?|recap|summary|digest|round-?up|newsletter|this (?:week|month|development)|release notes|changelog|agenda|highlights|what(?:'|’)s new|announcing .*\d|links)\b/iu;

/** Up to three sentences, the one that says best what the source is about first. */
export function summaryOf(document: Document, nominations: readonly Nomination[]): string[] {
  return saidOf(document, nominations).map((text) => dated(text, document.meta.published));
}

function saidOf(document: Document, nominations: readonly Nomination[]): string[] {
  const all = rated(document, nominations).filter((one) => !one.option);
  const own = abstractOf(document, all);
  if (own.length > 0) return own;
  const described = descriptionOf(document);
  if (lengthOf(described.join(" ")) >= ENOUGH) return described.slice(0, MOST);
  const short = all.find((one) => IN_SHORT.test(document.sentences[one.n - 1]?.text ?? ""));
  const room = (document.words > BRIEF ? MOST : MOST - 1) - described.length;
  const picked = openingOf(document, nominations, short ? room - 1 : room);
  const told = short ? [plain(short, document), ...picked] : picked;
  const out = [...described];
  for (const text of told) if (!out.some((one) => likeness(stems(one), stems(text)) > OVERLAP)) out.push(text);
  return out;
}

/** The best sentence first, then what adds to it in the order of the text; of announcements and digests what their sections are headed by. */
function openingOf(document: Document, nominations: readonly Nomination[], wanted: number): string[] {
  const ranked = gistsOf(document, nominations);
  const telling = ranked.filter((one) => !one.bare && !CALLS.test(one.text) && !isToReader(one));
  const [best] = ranked;
  if (wanted < 1) return [];
  if (!best || isWeak(best, codeBefore(document, best.n))) {
    const instead =
      contentsOf(document) ??
      (best && isBelow(document, best.n) ? contentsOf(document, FEW) : undefined) ??
      codeLinesOf(document) ??
      (best ? undefined : itemsOf(document));
    if (instead !== undefined || !best)
      return instead === undefined ? [] : [instead, ...besides(document, telling, wanted - 1)];
  }
  const contents = best.bare
    ? (contentsOf(document) ?? itemsOf(document) ?? contentsOf(document, FEW))
    : DIGEST.test(document.meta.title) || announces(best, document)
      ? (contentsOf(document) ?? itemsOf(document))
      : undefined;
  if (best.bare) {
    const [other] = telling;
    // Nothing but an announcement: better than a sentence from its midst.
    if (!contents && (!other || other.score < NEWS)) {
      const next = nextOf(document, best.n, [best]);
      return next && !DEFINES.test(next.text) ? [best.text, next.text] : [best.text];
    }
    const more = continued(document, telling, contents ? wanted - 1 : wanted);
    return contents ? [contents, ...more] : more;
  }
  const rest = continued(document, telling.length > 0 ? telling : [best], contents ? wanted - 1 : wanted);
  return contents ? [...rest.slice(0, 1), contents, ...rest.slice(1)] : rest;
}

/** "We are happy to announce that new directors were elected": which, a list may say. */
function announces({ n, text }: Gist, document: Document): boolean {
  return ANNOUNCING.test(text) && ofItself(document, n) === "purpose";
}

/** "If you are new to it": no word on the whole, but where it says by what a thing is done. */
function isToReader({ text, means }: Gist): boolean {
  return READER.test(text) && (means === 0 || TO_DO.test(text));
}

/** Too little to open with: worth little, or far from the title and from the top, or in the midst of what code tells. */
function isWeak({ score: whole, covered, n, text, means }: Gist, codeBefore: number): boolean {
  const score = whole - means;
  // The signs by which worth is told are those of English.
  if (isSpaceless(text)) return false;
  return (
    score < WEAK ||
    (score < FAR && covered < TITLED && n > 1) ||
    (score < MIDST && covered < HALF && codeBefore >= SHOWN)
  );
}

/** It stands below a heading, and tells of the part that this heads. */
function isBelow({ blocks, sentences, meta }: Document, n: number): boolean {
  return (blocks[sentences[n - 1]?.block ?? -1]?.headings ?? []).some((heading) => heading !== meta.title);
}

/** What may stand behind a list of what is in it: no step on the way, nothing that is open. */
function besides(document: Document, telling: readonly Gist[], wanted: number): string[] {
  const pool = telling.filter((one) => one.score >= LEAST && !one.open && !STEPS.test(one.text));
  return continued(document, pool, Math.min(1, wanted));
}

function continued(document: Document, pool: readonly Gist[], wanted: number): string[] {
  const [best] = pool;
  if (!best || wanted < 1) return [];
  const before = best.open && wanted > 1 ? leadingTo(document, best, pool) : undefined;
  const picked: { n: number; text: string; stems: ReadonlySet<string> }[] =
    before === undefined ? [best] : [before, best];
  const first = picked.map((one) => one.text);
  const last = best.n;
  const title = stems(document.meta.title);
  const least = Math.min(WORTH, WORTHWHILE * best.score);
  while (picked.length < wanted) {
    const next = nextOf(document, last, picked);
    const known = { title, told: new Set(picked.flatMap((one) => [...one.stems])) };
    const candidates = [
      ...pool.flatMap((one) => (one.open ? metBy(document, one, { last, known }) : [one])),
      ...(next ? [next] : []),
    ];
    let chosen: { one: (typeof picked)[number]; score: number } | undefined;
    for (const one of candidates) {
      if (picked.some((other) => other.n === one.n) || CALLS.test(one.text) || isToReader(one)) continue;
      const nearest = Math.max(...picked.map((other) => likeness(one.stems, other.stems)));
      if (nearest > OVERLAP) continue;
      const score = (one.score + (one.n === last + 1 ? GOES_ON : 0)) * (1 - 0.8 * nearest);
      if (score >= least && score > (chosen?.score ?? 0)) chosen = { one, score };
    }
    if (!chosen) break;
    picked.push(chosen.one);
  }
  withMeans(pool, picked, wanted);
  const rest = picked.slice(first.length).sort((a, b) => a.n - b.n);
  return [...first, ...rest.map((one) => one.text)];
}

/** Of what shows how to do a thing, by what it is done: in the last one's place where there is no other. */
function withMeans(
  pool: readonly Gist[],
  picked: { n: number; text: string; stems: ReadonlySet<string> }[],
  wanted: number,
): void {
  const said = new Set(picked.map((one) => one.n));
  if (wanted < 2 || pool.some((one) => one.means > 0 && said.has(one.n))) return;
  const by = pool.find((one) => one.means > 0 && !one.open && one.score >= LEAST);
  if (!by || picked.some((one) => likeness(one.stems, by.stems) > OVERLAP)) return;
  if (picked.length >= wanted) picked.pop();
  picked.push(by);
}

/** "I wanted to filter by those values", behind the sentence that speaks of values. */
function metBy(document: Document, one: Gist, { last, known }: { last: number; known: Known }): Gist[] {
  if (one.n <= last || one.n > last + NEAR || isOpen(document, one, known)) return [];
  return [{ ...one, score: one.met }];
}

/** "OpenAI's models come with a suite. I figured out how to run it": what "it" is stands in the sentence before. */
function leadingTo(document: Document, best: Gist, pool: readonly Gist[]): Gist | undefined {
  const before = pool.find((one) => one.n === best.n - 1);
  return before && !before.open && following(document, best.n) !== undefined ? before : undefined;
}

/** What leans on the best sentence may be read behind it: "We launch a survey. It asks …". */
function nextOf(document: Document, last: number, picked: readonly { n: number }[]): Gist | undefined {
  if (picked.at(-1)?.n !== last) return undefined;
  const text = following(document, last + 1);
  if (text === undefined || /[?!]$/.test(text) || ofItself(document, last + 1) === "here") return undefined;
  const same = document.sentences[last - 1]?.block === document.sentences[last]?.block;
  return same
    ? { n: last + 1, text, stems: stems(text), covered: 0, score: AFTER, met: AFTER, open: true, bare: false, means: 0 }
    : undefined;
}

/** What the sentence after the best one is worth. */
const AFTER = 0.9;

function stems(text: string): ReadonlySet<string> {
  return new Set(stemsOf(text));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.sqrt(Math.max(1, a.size) * Math.max(1, b.size));
}
