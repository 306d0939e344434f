// A sentence of a raw file as something that an answer may cite: as the claim that holds it, else as it stands, with its list.
import type { Passage } from "../core/engine.ts";
import type { Claim } from "../core/note.ts";
import type { PassageHit, PassageSentence } from "../core/search.ts";
import { sha256 } from "../text/hash.ts";

/** A sentence of a paragraph, as the claim that holds it where there is one. */
export function passageOf(hit: PassageHit, sentence: PassageSentence, known: Claim | undefined): Passage {
  const { page, source, title, published, score, place } = hit;
  // A claim that is the first item of a list is told with the others.
  const alone = sentence.items ? undefined : known;
  const claim: Claim = alone
    ? { ...alone, evidence: [sentence.n], place: { ...place, ...alone.place, headings: place.headings } }
    : { ...wordedWithList(sentence), place };
  const listed = alone ? undefined : sentence.items ? "items" : sentence.lead === undefined ? undefined : "item";
  const context = hit.sentences.flatMap(({ text, code }) => [text, ...(code ? [code.text] : [])]).join(" ");
  const more = { ...(published === "" ? {} : { published }), ...(sentence.code ? { code: sentence.code } : {}) };
  if (listed) return { page, claim, source, sourceTitle: title, score, context, ...more, listed };
  return { page, claim, source, sourceTitle: title, score, context, ...more };
}

/** A lead with its items; an item with its lead in brackets; any other sentence as it is. */
function wordedWithList({ n, text, lead, items = [] }: PassageSentence): Omit<Claim, "place"> {
  const evidence = [n, ...items.map((item) => item.n)];
  const quote = [{ n, text }, ...items]
    .map((one, i, all) => (i === 0 ? one.text : `${one.n === (all[i - 1]?.n ?? 0) + 1 ? " " : " […] "}${one.text}`))
    .join("");
  const listed = items.map((item) => item.text.replace(/[.;,]$/u, "")).join("; ");
  const headed = lead === undefined ? text : `[${lead}:] ${text}`;
  const worded = items.length === 0 ? headed : `${headed}${lead === undefined ? "" : ";"} ${listed}.`;
  return { id: `c-${sha256(quote).slice(0, 10)}`, text: worded, evidence, quote };
}
