// How much each sentence of a document tells: what claims and the summary are chosen by.
import type { CodeRange, Document } from "../../../core/document.ts";
import type { Nomination } from "../../../core/note.ts";
import { addressesAModel } from "../../../text/injection.ts";
import { stemsOf } from "../../../text/words.ts";
import { listingAt, pointed } from "../sentences/listing.ts";
import { meansAnother } from "../sentences/of-itself.ts";
import { lengthOf, type Standing, type Surroundings, standingOf } from "../sentences/standing.ts";
import { type Tagged, taggedSentences } from "../tag.ts";

export interface Rated {
  readonly n: number;
  /** Sentences of the list that it leads to, which its text holds. */
  readonly also?: readonly number[];
  /** Of what was weighed and may have been refused; its text says so. */
  readonly option?: boolean;
  readonly standing: Standing;
  /** As a claim: what speaks of its author or points at its surroundings counts less. */
  readonly score: number;
  /** As a word on the whole source, of which its author may speak as "I". */
  readonly telling: number;
  readonly stems: ReadonlySet<string>;
}

/** Strength of a definition that is worth a claim wherever it stands. */
const DEFINES = 0.75;
const NUMBER = /\d/;
/** "[The `#[repr]` attribute](…) can": by its brackets nobody can tell for sure where such a link ends. */
const BRACKETED_LINK = /(?:^|\[)[^[\]]*\[[^[\]]*\][^[\]]*[\p{Alpha}\p{N}][^[\]]*\][([]/u;

// Claims and summary ask for the same ratings, one right after the other.
const ratings = new WeakMap<Document, { readonly nominations: readonly Nomination[]; readonly rated: Rated[] }>();

export function rated(document: Document, nominations: readonly Nomination[]): Rated[] {
  const known = ratings.get(document);
  if (known?.nominations === nominations) return known.rated;
  const fresh = ratedAnew(document, nominations);
  ratings.set(document, { nominations, rated: fresh });
  return fresh;
}

/** Every sentence that stands alone, rated: (centrality + likeness to the title) x position, more for names, figures and dates. */
function ratedAnew(document: Document, nominations: readonly Nomination[]): Rated[] {
  const tagged = taggedSentences(document);
  const titled = document.meta.titleFromName === false && lengthOf(document.meta.title) > 0;
  const stems = document.sentences.map((sentence) => stemsOf(sentence.text));
  const counts = new Map<string, number>();
  for (const list of stems) for (const stem of new Set(list)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const centroid = [...counts].filter(([, n]) => n > 1);
  const norm = Math.sqrt(centroid.reduce((sum, [, n]) => sum + n * n, 0)) || 1;
  const title = new Set(stemsOf(`${document.meta.title} ${document.meta.description ?? ""}`));
  const defining = new Set(
    nominations.flatMap((one) => ((one.definitionStrength ?? 0) >= DEFINES ? (one.definedBy ?? []) : [])),
  );
  const salience = new Map<number, number>();
  for (const one of nominations) {
    for (const n of one.subjectOf) salience.set(n, Math.max(salience.get(n) ?? 0, one.salience));
    if (one.definedBy) salience.set(one.definedBy, 1 + (salience.get(one.definedBy) ?? 0));
  }
  const subjects = subjectsOf(document, nominations);
  return document.sentences.flatMap((sentence, i) => {
    const block = document.blocks[sentence.block];
    // A footnote is an aside, unless it says what something is.
    if (block?.kind === "image" || (block?.kind === "footnote" && !defining.has(sentence.n))) return [];
    if (addressesAModel(sentence.text)) return [];
    // An address in angle brackets is a tag to whoever reads the source loosely.
    const source = document.markdown.slice(sentence.start, sentence.end);
    if (/<https?:/i.test(source) || BRACKETED_LINK.test(source)) return [];
    const set = new Set(stems[i]);
    const same = document.sentences[i - 1]?.block === sentence.block;
    const before = same ? subjects.get(i) : undefined;
    const itself = titled && !meansAnother(document, sentence.n);
    const around = { title: document.meta.title, titled: itself, ...(before ? { subjectBefore: before } : {}) };
    const judged = (text: string, code: readonly CodeRange[] = []): Standing =>
      standingOf(text, tagged[i], { ...around, code });
    const listing = listingAt(document, sentence.n);
    const alone = listing?.items.some((n) => stands(document, n, tagged[n - 1], around)) ?? true;
    const whole = listing && !alone ? judged(listing.text, listing.code) : undefined;
    const own = whole?.text
      ? whole
      : judged(defining.has(sentence.n) ? pointed(document, sentence) : sentence.text, sentence.code);
    const option = optionAmong(block?.headings ?? []);
    const standing = option && own.text ? { ...own, text: `[${option}:] ${own.text}` } : own;
    const also = whole?.text && listing ? { also: listing.items } : {};
    if (!standing.text || set.size < 3) return [];
    let dot = 0;
    let shared = 0;
    for (const stem of set) {
      const n = counts.get(stem) ?? 0;
      if (n > 1) dot += n;
      if (title.has(stem)) shared++;
    }
    const central = dot / (norm * Math.sqrt(set.size));
    const like = shared / Math.sqrt(Math.max(1, title.size) * set.size);
    const position = 1 + 2 * Math.exp(-5 * (i / Math.max(1, document.sentences.length)));
    const words = lengthOf(standing.text);
    const size = words < 8 || words > 45 ? 0.7 : 1;
    const tone = (standing.personal ? 0.6 : 1) * (standing.pointing ? 0.5 : 1);
    const facts = (NUMBER.test(sentence.text) ? 1.12 : 1) * (1 + 0.5 * Math.min(1.5, salience.get(sentence.n) ?? 0));
    const worth = position * size * facts;
    const covered = shared / Math.max(1, title.size);
    return [
      {
        n: sentence.n,
        ...also,
        ...(option ? { option: true } : {}),
        standing,
        stems: set,
        score: (central + like) * worth * tone,
        telling: (central + like + covered) * worth,
      },
    ];
  });
}

/** "Alternatives considered", "Rejected designs", "Alternative specification": what stands below is no word on how things are. */
const OPTIONS =
  /^(?:[\d.]+\s+)?(?:(?:considered|rejected|discarded|other|possible)\s+)?alternatives?(?:\s+\p{Alpha}+){0,2}$|^(?:[\d.]+\s+)?(?:rejected|discarded)\s/iu;

function optionAmong(headings: readonly string[]): string | undefined {
  return headings
    .find((heading) => OPTIONS.test(heading.trim()))
    ?.replace(/[[\]|]/g, " ")
    .trim();
}

/** Words: a shorter item of a list says what it says by the sentence that leads to it. */
const ITEM = 8;

function stands(document: Document, n: number, tagged: readonly Tagged[] | undefined, around: Surroundings): boolean {
  const sentence = document.sentences[n - 1];
  if (!sentence) return false;
  const { text, code } = sentence;
  if (lengthOf(text) < ITEM) return false;
  return standingOf(text, tagged, { ...around, ...(code ? { code } : {}) }).text !== undefined;
}

const IN_SUBJECT = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);

/** What sentence n (from 1) is about, where its subject is a short phrase around a nominated name: what "It" in the next one means. */
function subjectsOf(
  document: Document,
  nominations: readonly Nomination[],
): Map<number, { name: string; person: boolean }> {
  const tagged = taggedSentences(document);
  const out = new Map<number, { name: string; person: boolean }>();
  for (const one of nominations) {
    if (one.salience < 0.25) continue;
    for (const n of one.subjectOf) {
      const tokens = tagged[n - 1] ?? [];
      // "cr-sqlite" is three tokens, its hyphen one of them.
      const end = tokens.findIndex(
        (token, i) => !IN_SUBJECT.has(token.pos) && !(token.text === "-" && tokens[i - 1]?.end === token.start),
      );
      const first = tokens[0];
      const last = tokens[end - 1];
      if (end < 1 || end > 6 || !first || !last || /^(?:AUX|VERB)$/.test(tokens[end]?.pos ?? "") === false) continue;
      const phrase = (document.sentences[n - 1]?.text ?? "").slice(first.start, last.end);
      const plural = /[^s]s$/.test(phrase) && one.kind === undefined;
      if (!plural) out.set(n, { name: phrase, person: one.kind === "person" });
    }
  }
  return out;
}
