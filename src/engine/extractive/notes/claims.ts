// Which sentences of a document become claims.
import type { Document } from "../../../core/document.ts";
import type { ProposedClaim } from "../../../core/engine.ts";
import type { Nomination } from "../../../core/note.ts";
import { attributionOf } from "../../../text/attribution.ts";
import { capitalised } from "../../../text/connectives.ts";
import { ready } from "../../../text/ready.ts";
import { stemsOf } from "../../../text/words.ts";
import { statedOf } from "../definitions/stated.ts";
import { pointsAway } from "../sentences/below-title.ts";
import { worthIn } from "../sentences/claim-worth.ts";
import { pointsAt } from "../sentences/standing.ts";
import { type Rated, rated } from "./rating.ts";

export interface ClaimLimits {
  readonly perThousandWords: number;
  readonly most: number;
}

const LEAST = 6;
/** Words. */
const SHORT = 1500;
/** Claims kept for each nominated name, so that its page has something to say. */
const FOR_A_NAME = 6;

/** "Traffic falls below 5 MB": of no other place in the text. */
const REACHES = /\b(?:above|below)(?= [\p{Alpha}\p{N}`~$_])/giu;

/** Salience of such a name. */
const MUCH = 0.3;

/** What readers are asked to do, thanks, and what comes later in the text: nothing that a source claims. */
const INVITES =
  /\b(?:please|feel free|let us know|get in touch|keep reading|read on|stay tuned|sign up (?:for|here|at)|leave (?:us )?(?:your )?feedback|thank you|looking forward to|you can get .* from the appropriate page|we(?:[’']d| would) love (?:to hear|your|for you)|later in this (?:blog )?(?:post|article)|(?:don[’']t hesitate|happy hacking|happy coding)|as (?:was )?mentioned earlier)\b|^(?:many|\d+) people came together to\b|^click\b|^thanks\b|^we will let you know\b|^(?:we are|we[’']re|i[’']m|i am) (?:so |very |really |all )?(?:excited|thrilled|happy|pleased|grateful|delighted) (?!to (?:announce|present|introduce|release|share|publish|report|welcome))/iu;

/** "(Update: moved to May 4.)" */
const ASIDE = /^\(.*\)[.!]?$/u;
/** Strength of a definition that is kept whatever it points at: it names what it speaks of. */
const DEFINING = 0.75;

/** Claims in text order: the best of the document, its definitions, and some for each name that it speaks of. */
export function claimsOf(document: Document, nominations: readonly Nomination[], limits: ClaimLimits): ProposedClaim[] {
  const all = rated(document, nominations).filter(
    ({ standing: { text = "" } }) => !ready(INVITES).test(text) && !ASIDE.test(text),
  );
  const open = openIn(document, nominations);
  const byNumber = new Map(all.map((one) => [one.n, one]));
  const best = [...all].sort((a, b) => b.score - a.score || a.n - b.n);
  // A short source is kept whole: whatever stands alone in it is a claim.
  const wanted =
    document.words <= SHORT
      ? all.length
      : Math.max(LEAST, Math.round((document.words / 1000) * limits.perThousandWords));
  const room = Math.min(limits.most, wanted);
  const chosen = new Map<number, Rated>();
  const take = (one: Rated | undefined, defines = false) => {
    if (one && chosen.size < limits.most && !repeats(one, chosen) && (defines || !open(one))) chosen.set(one.n, one);
  };
  for (const one of nominations)
    if (one.definedBy && !one.minor) take(byNumber.get(one.definedBy), (one.definitionStrength ?? 0) >= DEFINING);
  let left = room;
  for (const one of best) {
    if (left < 1) break;
    if (open(one)) continue;
    left--;
    take(one);
  }
  for (const name of nominations) {
    if (name.minor) continue;
    const wanted = [...name.subjectOf, ...name.sentences]
      .flatMap((n) => byNumber.get(n) ?? [])
      .filter((one) => !one.standing.personal);
    for (const one of [...new Set(wanted)].slice(0, FOR_A_NAME)) take(one);
    // What points at another sentence is better than no word on a thing that the source is much about.
    const some = name.salience >= MUCH || name.inTitle ? wanted[0] : undefined;
    if (!wanted.some(({ n }) => chosen.has(n))) take(some, true);
  }
  // "Its author, Vannevar Bush, was an American engineer …": no claim as it stands, but what it says of him is one.
  const stated = nominations.flatMap((one): ProposedClaim[] => {
    const { definedBy, definition } = one;
    if (one.minor || !definedBy || !definition || one.definitionStrength !== 0.5 || chosen.has(definedBy)) return [];
    const evidence = document.sentences[definedBy - 1]?.text ?? "";
    // "… by Harald van Dijk, which is the version": not he.
    if (one.kind === "person" && evidence.includes(`${one.name}, which`)) return [];
    return [
      {
        text: statedOf({
          name: / /.test(one.name) ? capitalised(one.name) : one.name,
          definition,
          evidence,
          ...(one.kind ? { kind: one.kind } : {}),
        }),
        evidence: [definedBy],
      },
    ];
  });
  const whole = [...chosen.values()]
    .sort((a, b) => a.n - b.n)
    .map((one): ProposedClaim => {
      const text = one.standing.text ?? "";
      const who = attributionOf(text);
      return { text, evidence: [one.n, ...(one.also ?? [])], ...(who ? { attribution: who } : {}) };
    });
  return [...whole, ...stated];
}

/** Whether a sentence is no whole one or points at what another one named, which only some are asked. */
function openIn(document: Document, nominations: readonly Nomination[]): (one: Rated) => boolean {
  const known = { title: new Set(stemsOf(document.meta.title)), told: new Set<string>() };
  const worth = worthIn(document, nominations);
  const asked = new Map<number, boolean>();
  return ({ n, standing: { text = "", pointing } }) => {
    // Who is quoted stands beside a quotation.
    const before =
      asked.get(n) ??
      ((pointing && pointsAt(text.replace(REACHES, "at"))) ||
        !worth(n, text) ||
        (!/^["“]/.test(text) && pointsAway(document, { n, text }, known)));
    asked.set(n, before);
    return before;
  };
}

/** What these sentences claim, as far as they can be understood alone: for what somebody asked about. */
export function claimsAt(
  document: Document,
  nominations: readonly Nomination[],
  numbers: readonly number[],
): ProposedClaim[] {
  return rated(document, nominations).flatMap(({ n, also = [], standing }) =>
    numbers.includes(n) && standing.text !== undefined ? [{ text: standing.text, evidence: [n, ...also] }] : [],
  );
}

/** The same sentence twice in one source is one claim. */
function repeats(one: Rated, chosen: ReadonlyMap<number, Rated>): boolean {
  if (chosen.has(one.n)) return true;
  for (const other of chosen.values()) if (other.standing.text === one.standing.text) return true;
  return false;
}
