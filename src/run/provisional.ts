// What a model wrote of a topic serves on without one: sentences whose evidence is gone leave, new claims come at the end, and the page says that it is provisional.
import type { BriefClaim, TopicBrief, TopicDraft, TopicSection } from "../core/engine.ts";
import type { Claim } from "../core/note.ts";
import type { CitedSentence, ClaimRef } from "../core/topic.ts";
import { pageText } from "../engine/extractive/sentences/fitness.ts";

/** A model's draft with all that it was written from. */
export interface KeptDraft {
  readonly draft: TopicDraft;
  /** Engine id of the model. */
  readonly engine: string;
  /** The claims that the model was given, "source#id". */
  readonly claims: readonly string[];
  /** Memo key of the draft, which tells whether it is this one. */
  readonly key: string;
}

export interface CarriedOn {
  readonly draft: TopicDraft;
  /** False when nothing had to leave and nothing came. */
  readonly provisional: boolean;
}

/** Heading above the claims that the model has not seen. */
const NEW = "Not yet worked in";
const ENOUGH_ABOUT = 0.5;
const MOST_NEW = 12;

export const claimKey = ({ source, id }: ClaimRef): string => `${source}#${id}`;

/** Undefined when nothing is left of the opening: then the page is better put together anew. */
export function carriedOn(
  kept: KeptDraft,
  brief: TopicBrief,
  claimAt: (ref: ClaimRef) => Claim | undefined,
): CarriedOn | undefined {
  let left = 0;
  const standing = <T extends CitedSentence>(sentence: T): T[] => {
    const claims = sentence.claims.filter((ref) => claimAt(ref) !== undefined);
    if (claims.length < sentence.claims.length) left++;
    // A sentence that rested on several is checked against those that stay when it is printed.
    return claims.length > 0 ? [{ ...sentence, claims }] : [];
  };
  const sections = kept.draft.sections.flatMap((section): TopicSection[] => {
    const paragraphs = section.paragraphs.map((one) => one.flatMap(standing)).filter((one) => one.length > 0);
    return paragraphs.length > 0 ? [{ ...section, paragraphs }] : [];
  });
  if (sections[0]?.heading !== "") return undefined;
  const survey = kept.draft.survey?.map((row) => standing(row)[0] ?? { ...row, text: "", claims: [] });
  const fresh = newClaims(kept, brief);
  const added: TopicSection[] =
    fresh.length === 0 ? [] : [{ heading: NEW, paragraphs: [fresh.map((claim) => sentenceFrom(claim))] }];
  return {
    draft: { sections: [...sections, ...added], dropped: [], ...(survey === undefined ? {} : { survey }) },
    provisional: left > 0 || fresh.length > 0,
  };
}

function newClaims(kept: KeptDraft, brief: TopicBrief): BriefClaim[] {
  const seen = new Set(kept.claims);
  return brief.claims
    .filter(
      (claim) => !seen.has(claimKey(claim)) && claim.about >= ENOUGH_ABOUT && pageText(claim.claim.text) !== undefined,
    )
    .slice(0, MOST_NEW);
}

function sentenceFrom({ claim, source, id }: BriefClaim): CitedSentence {
  return { text: claim.text.replace(/^\[([^\]]+)\]/, "$1"), claims: [{ source, id }] };
}
