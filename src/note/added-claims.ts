// Claims that are added to a note later, because an answer rests on them: in text order, with ids, tied to the names they speak of.
import type { Document } from "../core/document.ts";
import type { ProposedClaim } from "../core/engine.ts";
import type { Claim, Mention, SourceNote } from "../core/note.ts";
import { addressesAModel } from "../text/injection.ts";
import { finderOf } from "../text/mentions.ts";
import { identified, isTurned, placeOf, quotationOf } from "./evidence.ts";

/** The note itself when it says all of them already. `paragraphs` as for noteOf. */
export function withClaims(
  note: SourceNote,
  document: Document,
  added: readonly ProposedClaim[],
  paragraphs?: ReadonlyMap<number, string>,
): SourceNote {
  const standing = new Set(note.claims.map((claim) => claim.evidence.join(",")));
  const fresh = added.filter(
    ({ evidence }) => !standing.has(evidence.join(",")) && !addressesAModel(quotationOf(document, evidence)),
  );
  if (fresh.length === 0) return note;
  const drafts = fresh.map(({ text, evidence }) => ({
    text,
    evidence,
    quote: quotationOf(document, evidence),
    place: placeOf(document, evidence[0] ?? 1, paragraphs),
    ...(isTurned(document, evidence) ? { turned: true as const } : {}),
  }));
  const before = note.claims.map(({ id, ...claim }) => ({ id, claim }));
  const all = [...before, ...drafts.map((claim) => ({ id: undefined, claim }))].sort(
    (a, b) => (a.claim.evidence[0] ?? 0) - (b.claim.evidence[0] ?? 0) || (a.claim.text < b.claim.text ? -1 : 1),
  );
  const claims = identified(all.map(({ claim }) => claim));
  const renamed = new Map(all.flatMap(({ id }, i) => (id === undefined ? [] : [[id, claims[i]?.id ?? id] as const])));
  const own = claims.filter((_, i) => all[i]?.id === undefined);
  return { ...note, claims, mentions: mentionsWith(note.mentions, claims, own, renamed) };
}

function mentionsWith(
  mentions: readonly Mention[],
  claims: readonly Claim[],
  added: readonly Claim[],
  renamed: ReadonlyMap<string, string>,
): Mention[] {
  const order = new Map(claims.map((claim, i) => [claim.id, i]));
  const finder = finderOf(
    mentions.flatMap((mention) =>
      [mention.name, ...mention.forms].map((name) => ({
        name,
        value: mention.name,
        cased: /^\p{Upper}/u.test(name) && !name.includes(" "),
      })),
    ),
  );
  const named = new Map<string, string[]>();
  for (const { id, text, quote } of added)
    for (const { value } of finder.find(`${text}\n${quote}`)) named.set(value, [...(named.get(value) ?? []), id]);
  const now = (id: string): string => renamed.get(id) ?? id;
  return mentions.map((mention) => ({
    ...mention,
    ...(mention.definedBy === undefined ? {} : { definedBy: now(mention.definedBy) }),
    ...(mention.alsoDefined === undefined
      ? {}
      : { alsoDefined: mention.alsoDefined.map((one) => ({ ...one, by: now(one.by) })) }),
    subjectOf: mention.subjectOf.map(now),
    claims: [...new Set([...mention.claims.map(now), ...(named.get(mention.name) ?? [])])].sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    ),
  }));
}
