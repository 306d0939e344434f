// What a model says a few sentences claim, checked: evidence by words, numbers and names by text, what fails is repaired or dropped.
import type { ProposedClaim } from "../../core/engine.ts";
import { attributionOf } from "../../text/attribution.ts";
import { contentOf, supportOf } from "../../text/support.ts";
import { readsAlone, standingOf } from "../extractive/sentences/standing.ts";
import { tag } from "../extractive/tag.ts";
import { tidied, wrongForm } from "./claim-form.ts";

/** A sentence as the model sees it. */
export interface Shown {
  /** Number in the Document. */
  readonly n: number;
  readonly text: string;
  /** What a reader has in view: the sentence before, headings, title. */
  readonly around: string;
}

/** What claims are judged by beside the sentences. */
export interface Frame {
  /** Empty when the source has none of its own. */
  readonly title: string;
  /** Parts of speech are known for English only. */
  readonly english: boolean;
}

export interface SaidClaim {
  readonly claim: string;
  /** Document numbers of the sentences the model named. */
  readonly named: readonly number[];
}

interface Refused {
  readonly what: string;
  readonly reason: string;
}

export interface CheckedClaims {
  readonly claims: readonly ProposedClaim[];
  readonly refused: readonly Refused[];
}

/** Share of a claim's content words that must stand in its evidence. */
const COVER = 0.5;
/** A second sentence is evidence too if it holds this share more. */
const GAIN = 0.2;
const MOST_EVIDENCE = 3;
/** Words; a longer sentence is worth shortening even at the price of a figure. */
const LONG = 45;

/** One claim a set of sentences, in text order. */
export function checkedClaims(said: readonly SaidClaim[], shown: readonly Shown[], frame: Frame): CheckedClaims {
  const refused: Refused[] = [];
  const kept: ProposedClaim[] = [];
  for (const each of said) {
    const text = tidied(each.claim);
    const checked = checkedClaim(text, each.named, shown, frame);
    if ("claim" in checked) kept.push(withFigures(checked.claim, shown, frame));
    else {
      const repaired = checked.best === undefined ? undefined : asClaim(checked.best, frame);
      if (repaired !== undefined) kept.push(repaired);
      refused.push({
        what: text,
        reason: repaired === undefined ? checked.reason : `${checked.reason}; its sentence stands in its place`,
      });
    }
  }
  const { claims, merged } = onePerEvidence(kept, shown, frame);
  return { claims: claims.map((claim) => attributed(claim, shown)), refused: [...refused, ...merged] };
}

/** A report stays a report: whoever the evidence names as saying so travels with the claim. */
function attributed(claim: ProposedClaim, shown: readonly Shown[]): ProposedClaim {
  const who = claim.evidence
    .map((n) => attributionOf(shown.find((sentence) => sentence.n === n)?.text ?? ""))
    .find((name) => name !== undefined);
  return who === undefined ? claim : { ...claim, attribution: who };
}

/** Small models shorten a sentence by leaving out its figures: then the sentence itself is the better claim, if it can stand alone. */
function withFigures(claim: ProposedClaim, shown: readonly Shown[], frame: Frame): ProposedClaim {
  const sentence = claim.evidence.length === 1 ? shown.find(({ n }) => n === claim.evidence[0]) : undefined;
  if (sentence === undefined || !supportOf(sentence.text, claim.text).missing.some((part) => /\d/.test(part)))
    return claim;
  const whole = asClaim(sentence, frame);
  return whole !== undefined && readsAlone(whole.text) && whole.text.split(/\s+/).length <= LONG ? whole : claim;
}

type Checked = { readonly claim: ProposedClaim } | { readonly reason: string; readonly best: Shown | undefined };

function checkedClaim(text: string, named: readonly number[], shown: readonly Shown[], frame: Frame): Checked {
  const evidence = evidenceOf(text, named, shown);
  const best = evidence.found[0];
  const wrong = wrongForm(text, shown.map((each) => `${each.text} ${each.around}`).join(" "), frame.english);
  if (best === undefined || evidence.cover < COVER) return { reason: "no sentence says so", best: undefined };
  if (wrong !== undefined) return { reason: wrong, best };
  let found = evidence.found;
  let missing = missingIn(text, found);
  // A number or name may stand in another sentence of the window.
  for (const other of missing.length === 0 ? [] : shown) {
    if (found.length >= MOST_EVIDENCE || found.includes(other)) continue;
    const more = missingIn(text, [...found, other]);
    if (more.length < missing.length) [found, missing] = [[...found, other], more];
  }
  if (missing.length > 0) return { reason: `its evidence does not say: ${missing.join(", ")}`, best };
  return { claim: { text, evidence: found.map(({ n }) => n).sort((a, b) => a - b) } };
}

function missingIn(text: string, evidence: readonly Shown[]): readonly string[] {
  const ordered = [...evidence].sort((a, b) => a.n - b.n);
  // Joined as the quotation will be, so that the check means the same there.
  const quote = ordered
    .map(({ n, text: words }, at) => (at === 0 ? words : `${ordered[at - 1]?.n === n - 1 ? " " : " […] "}${words}`))
    .join("");
  return supportOf(text, quote, ordered[0]?.around ?? "").missing;
}

/** The sentences that share most of the claim's words, best first; the model's numbers break ties. */
function evidenceOf(
  claim: string,
  named: readonly number[],
  shown: readonly Shown[],
): { found: readonly Shown[]; cover: number } {
  const words = contentOf(claim);
  if (words.size === 0) return { found: [], cover: 0 };
  const found: Shown[] = [];
  const covered = new Set<string>();
  while (found.length < MOST_EVIDENCE) {
    let best: { sentence: Shown; gain: number; rank: number } | undefined;
    for (const sentence of shown) {
      if (found.includes(sentence)) continue;
      const given = contentOf(sentence.text);
      const gain = [...words].filter((word) => given.has(word) && !covered.has(word)).length / words.size;
      const rank = gain + (named.includes(sentence.n) ? 0.08 : 0);
      if (best === undefined || rank > best.rank) best = { sentence, gain, rank };
    }
    if (best === undefined || best.gain < (found.length === 0 ? 0.01 : GAIN)) break;
    found.push(best.sentence);
    for (const word of contentOf(best.sentence.text)) if (words.has(word)) covered.add(word);
  }
  return { found, cover: covered.size / words.size };
}

/** The sentence itself as a claim, if it can be understood alone. */
export function asClaim(sentence: Shown, { title, english }: Frame): ProposedClaim | undefined {
  const { text } = standingOf(sentence.text, english ? tag(sentence.text) : undefined, { title, titled: title !== "" });
  return text === undefined ? undefined : { text, evidence: [sentence.n] };
}

// A block id is the hash of its evidence, so two claims from one sentence become that sentence, or the fuller of the two.
function onePerEvidence(
  claims: readonly ProposedClaim[],
  shown: readonly Shown[],
  frame: Frame,
): { claims: readonly ProposedClaim[]; merged: readonly Refused[] } {
  const groups = new Map<string, ProposedClaim[]>();
  for (const claim of claims) {
    const key = claim.evidence.join(",");
    const group = groups.get(key) ?? [];
    if (!group.some((other) => other.text === claim.text)) groups.set(key, [...group, claim]);
  }
  const merged: Refused[] = [];
  const single = [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) return first === undefined ? [] : [first];
    const sentence = first.evidence.length === 1 ? shown.find(({ n }) => n === first.evidence[0]) : undefined;
    const whole = sentence === undefined ? undefined : asClaim(sentence, frame);
    const fullest =
      [...group].sort((a, b) => contentOf(b.text).size - contentOf(a.text).size || (a.text < b.text ? -1 : 1))[0] ??
      first;
    // A sentence that speaks of "us" says less elsewhere than the model's own words do.
    const stays = whole !== undefined && readsAlone(whole.text) ? whole : fullest;
    merged.push(
      ...group
        .filter(({ text }) => text !== stays.text)
        .map(({ text }) => ({ what: text, reason: "another claim has the same evidence" })),
    );
    return [stays];
  });
  return {
    claims: single.sort((a, b) => (a.evidence[0] ?? 0) - (b.evidence[0] ?? 0) || (a.text < b.text ? -1 : 1)),
    merged,
  };
}
