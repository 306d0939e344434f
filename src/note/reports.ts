// A claim that reports somebody's words says whose they are, in brackets where the sentence itself does not.
import type { Document } from "../core/document.ts";
import type { ProposedClaim } from "../core/engine.ts";
import { attributionOf, namesSpeaker, withSpeaker } from "../text/attribution.ts";
import { withoutLabel } from "./interview.ts";
import type { Voice } from "./voices.ts";

export type Reported =
  | { readonly ok: true; readonly claim: ProposedClaim }
  | { readonly ok: false; readonly reason: string };

/** `claim` has passed the check of its words; its evidence is in order. */
export function reported(claim: ProposedClaim, document: Document, voices: ReadonlyMap<number, Voice>): Reported {
  const sentences = claim.evidence.map((n) => document.sentences[n - 1]?.text ?? "");
  const voice = claim.evidence.map((n) => voices.get(n)).find((one) => one !== undefined);
  if (voice === undefined) {
    const who = claim.attribution ?? sentences.map(attributionOf).find((name) => name !== undefined);
    if (who === undefined) return { ok: true, claim };
    return { ok: true, claim: { ...claim, text: saying(who, claim.text), attribution: who } };
  }
  const { who } = voice;
  if (voice.byPronoun && who !== undefined) {
    const text = withSpeaker(claim.text, who);
    return { ok: true, claim: { ...claim, text: saying(who, text), attribution: who } };
  }
  const own = withoutLabel(claim.text);
  const verbatim = bare(sentences.join(" ")).includes(bare(own));
  if (!verbatim)
    return who === undefined
      ? { ok: false, reason: "it rewords what the source quotes without saying whom" }
      : { ok: true, claim: { ...claim, text: saying(who, own), attribution: who } };
  const words = `“${inner(own)}”`;
  return who === undefined
    ? { ok: true, claim: { ...claim, text: words } }
    : { ok: true, claim: { ...claim, text: `[${plain(who)}:] ${words}`, attribution: who } };
}

function saying(who: string, text: string): string {
  return namesSpeaker(text, who) ? text : `[According to ${plain(who)}:] ${text}`;
}

/** Without marks of its own around it; marks inside become single ones. */
function inner(text: string): string {
  return text
    .replace(/^["“„«]|["”»]$/gu, "")
    .replace(/["“„«](?=\S)/gu, "‘")
    .replace(/["”»]/gu, "’")
    .trim();
}

const bare = (text: string): string => text.replace(/\[[^\]]*\]|[^\p{Alpha}\p{N}]+/gu, "").toLowerCase();
const plain = (name: string): string => name.replace(/[[\]|]/gu, " ").trim();
