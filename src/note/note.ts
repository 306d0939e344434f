// Document -> SourceNote: what an engine proposed is checked, given evidence by code, and tied to the names it speaks of.
import type { Document } from "../core/document.ts";
import type { ProposedClaim, ProposedNote } from "../core/engine.ts";
import type { Claim, Dropped, Mention, Nomination, Shows, SourceNote, Term } from "../core/note.ts";
import { promiseOf } from "../engine/extractive/pages/lead.ts";
import { isQuotation } from "../text/attribution.ts";
import { undated } from "../text/dated.ts";
import { addressesAModel } from "../text/injection.ts";
import { finderOf, type Named } from "../text/mentions.ts";
import { nameKey } from "../text/names.ts";
import { supportOf } from "../text/support.ts";
import { byThemes } from "./bundle.ts";
import { codeIn } from "./code.ts";
import { identified, isTurned, placeOf, quotationOf } from "./evidence.ts";
import { reported } from "./reports.ts";
import { voicesOf } from "./voices.ts";

/** Raised by hand when this stage's code changes what it gives. */
export const NOTE_VERSION = 44;

export interface NoteInput {
  readonly document: Document;
  /** SHA-256 of the raw bytes. */
  readonly hash: string;
  readonly proposed: ProposedNote;
  readonly nominations: readonly Nomination[];
  /** Names by which a reader may look it up, best first. */
  readonly terms?: readonly Term[];
  readonly engine: string;
  /** What a model says that the picture shows. */
  readonly shows?: Shows;
  /** Block index -> block id of the paragraph in wiki/texts/, for formats that Obsidian cannot open. */
  readonly paragraphs?: ReadonlyMap<number, string>;
}

export function noteOf(input: NoteInput): SourceNote {
  const { document, proposed } = input;
  const dropped: Dropped[] = [...proposed.dropped];
  const orders = document.sentences
    .filter((sentence) => addressesAModel(sentence.text))
    .map((sentence) => sentence.text);
  const voices = voicesOf(document);
  const drafts = proposed.claims.flatMap((claim) => {
    const sound = checkedClaim(claim, document);
    const checked = sound.ok ? reported(sound.claim, document, voices) : sound;
    if (checked.ok) return [draftOf(checked.claim, input)];
    dropped.push({ what: claim.text, where: document.path, reason: checked.reason });
    return [];
  });
  drafts.sort((a, b) => (a.evidence[0] ?? 0) - (b.evidence[0] ?? 0) || (a.text < b.text ? -1 : 1));
  const claims = identified(unrepeated(drafts));
  const nominations = withNames(input.nominations, proposed, document);
  const others = document.blocks.flatMap(({ kind, text }) => (kind === "code" || kind === "heading" ? [text] : []));
  const whole = [...document.sentences.map((one) => one.text), document.meta.description ?? "", ...others].join(" ");
  const quoted = new Set(document.sentences.filter(({ n }) => voices.has(n)).map(({ text }) => text));
  const summary = proposed.summary.filter((sentence) => {
    if (addressesAModel(sentence) || quoted.has(sentence)) return false;
    if (whole.includes(sentence)) return true;
    const support = supportOf(undated(sentence, document.meta.published), whole, document.meta.title);
    if (!support.ok)
      dropped.push({
        what: sentence,
        where: document.path,
        reason: `summary says what the source does not: ${support.missing.join(", ")}`,
      });
    return support.ok;
  });
  const pictures = [...new Set(document.pictures.map((one) => one.target))].filter(
    (one) => !/^(?:https?|data):/i.test(one),
  );
  const coded = codeIn(document, { summary, claims });
  const note: SourceNote = {
    path: document.path,
    hash: input.hash,
    meta: document.meta,
    words: document.words,
    opens: document.opens,
    ...(pictures.length > 0 ? { pictures } : {}),
    ...(input.shows ? { shows: input.shows } : {}),
    summary,
    ...(coded ? { code: coded } : {}),
    claims,
    mentions: withPromise(mentionsOf(nominations, claims), document.path, claims),
    ...(input.terms ? { terms: input.terms } : {}),
    questions: proposed.questions.filter((question) => !orders.includes(question)),
    orders,
    engine: input.engine,
    dropped,
  };
  return document.posts ? byThemes(note) : note;
}

type Draft = Omit<Claim, "id">;

function draftOf(claim: ProposedClaim, { document, paragraphs }: NoteInput): Draft {
  return {
    text: claim.text,
    evidence: claim.evidence,
    quote: quotationOf(document, claim.evidence),
    place: placeOf(document, claim.evidence[0] ?? 1, paragraphs),
    ...(isTurned(document, claim.evidence) ? { turned: true } : {}),
    ...(claim.attribution ? { attribution: claim.attribution } : {}),
  };
}

function checkedClaim(
  claim: ProposedClaim,
  document: Document,
): { ok: true; claim: ProposedClaim } | { ok: false; reason: string } {
  const evidence = [...new Set(claim.evidence)].sort((a, b) => a - b);
  const known = evidence.filter((n) => Number.isInteger(n) && n >= 1 && n <= document.sentences.length);
  const first = known[0];
  if (first === undefined || known.length !== evidence.length)
    return { ok: false, reason: "its evidence is no sentence of the source" };
  const quote = quotationOf(document, known);
  if (/\]\(|\{\{|\{%/.test(quote)) return { ok: false, reason: "its evidence holds markup of another program" };
  if (addressesAModel(quote)) return { ok: false, reason: "its evidence gives orders to a reader's model" };
  if (claim.text === quote) return { ok: true, claim: { ...claim, evidence: known } };
  const block = document.blocks[document.sentences[first - 1]?.block ?? -1];
  const around = [document.sentences[first - 2]?.text ?? "", ...(block?.headings ?? []), document.meta.title].join(
    "\n",
  );
  const support = supportOf(claim.text, quote, `${around}\n${referentsIn(claim.text)}`);
  if (!support.ok) return { ok: false, reason: `its evidence does not say: ${support.missing.join(", ")}` };
  return { ok: true, claim: { ...claim, evidence: known } };
}

/** What stands in [brackets] was put in by code, from the neighbouring sentence or the title. */
function referentsIn(text: string): string {
  return [...text.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]).join("\n");
}

/** One claim a set of evidence sentences; the first stays. */
function unrepeated(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = draft.evidence.join(",");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Names that an engine adds are kept when they stand in the text; a kind it knows completes what code could not tell. */
function withNames(nominations: readonly Nomination[], proposed: ProposedNote, document: Document): Nomination[] {
  const known = new Map(nominations.map((one) => [nameKey(one.name), one]));
  for (const added of proposed.names) {
    const key = nameKey(added.name);
    const before = known.get(key);
    if (before) {
      if (before.type === "concept" && added.kind) known.set(key, { ...before, type: added.type, kind: added.kind });
      continue;
    }
    const finder = finderOf([{ name: added.name, value: added.name, cased: false }]);
    const sentences = document.sentences
      .filter((sentence) => finder.find(sentence.text).length > 0)
      .map((sentence) => sentence.n);
    if (key.length < 2 || sentences.length === 0) continue;
    known.set(key, {
      name: added.name,
      forms: [],
      type: added.type,
      ...(added.kind ? { kind: added.kind } : {}),
      count: sentences.length,
      salience: Math.min(0.5, sentences.length / 20 + 0.2),
      inTitle: finder.find(document.meta.title).length > 0,
      inHeading: document.blocks.some((block) => block.kind === "heading" && finder.find(block.text).length > 0),
      sentences,
      subjectOf: [],
    });
  }
  return [...known.values()];
}

/** Kept where it is enough for a page. */
function withPromise(mentions: readonly Mention[], source: string, claims: readonly Claim[]): Mention[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return mentions.map((mention) => {
    const promise = promiseOf(mention, source, byId);
    return promise === undefined ? mention : { ...mention, promise: Math.round(promise * 100) / 100 };
  });
}

/** From this strength on the defining sentence itself is what a page says. */
const WHOLE = 0.75;

/** Ties names to claims: those whose evidence names them, or whose text does. */
function mentionsOf(nominations: readonly Nomination[], claims: readonly Claim[]): Mention[] {
  const bySentence = new Map<number, string[]>();
  for (const claim of claims)
    for (const n of claim.evidence) bySentence.set(n, [...(bySentence.get(n) ?? []), claim.id]);
  const order = new Map(claims.map((claim, i) => [claim.id, i]));
  const reports = new Set(
    claims.filter((claim) => claim.attribution || isQuotation(claim.text)).map((claim) => claim.id),
  );
  const idsAt = (numbers: readonly number[]): string[] =>
    [...new Set(numbers.flatMap((n) => bySentence.get(n) ?? []))].sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
  const named: Named<string>[] = nominations.flatMap((one) =>
    [one.name, ...one.forms].map((name) => ({
      name,
      value: one.name,
      cased: /^\p{Upper}/u.test(name) && !name.includes(" "),
    })),
  );
  const finder = finderOf(named);
  const inText = new Map<string, string[]>();
  for (const claim of claims) {
    for (const found of finder.find(claim.text))
      inText.set(found.value, [...(inText.get(found.value) ?? []), claim.id]);
  }
  return nominations.map(({ definedBy, alsoDefined = [], sentences, subjectOf, beside = [], ...rest }) => {
    const ids = [...new Set([...idsAt(sentences), ...(inText.get(rest.name) ?? [])])].sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    const definedById = definedBy === undefined ? undefined : bySentence.get(definedBy)?.[0];
    const { definition, definitionStrength, ...bare } = rest;
    // "X is a desk", put together from what somebody is reported to have said, would be a fact.
    const stands = !reports.has(definedById ?? "") || (definitionStrength ?? 0.5) >= WHOLE;
    const also = alsoDefined.flatMap(({ by, ...one }) => {
      const id = bySentence.get(by)?.[0];
      return id && (!reports.has(id) || one.strength >= WHOLE) ? [{ by: id, ...one }] : [];
    });
    return {
      ...bare,
      ...(definedById && definition && stands
        ? { definedBy: definedById, definition, definitionStrength: definitionStrength ?? 0.5 }
        : {}),
      ...(also.length > 0 ? { alsoDefined: also } : {}),
      ...besideIn(beside, bySentence),
      claims: ids,
      subjectOf: idsAt(subjectOf),
    };
  });
}

/** Of what no claim holds, nothing can be told. */
function besideIn(
  beside: NonNullable<Nomination["beside"]>,
  bySentence: ReadonlyMap<number, readonly string[]>,
): Pick<Mention, "beside"> {
  const cited = beside.flatMap(({ noun, classed, n }) => {
    const claim = bySentence.get(n)?.[0];
    return claim ? [{ noun, classed, claim }] : [];
  });
  return cited.length > 0 ? { beside: cited } : {};
}
