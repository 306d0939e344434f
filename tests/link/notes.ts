// Notes and mentions in few words, for tests of what comes after reading.
import type { Claim, Mention, SourceNote } from "../../src/core/note.ts";

export function aClaim(id: string, text: string, quote = text): Claim {
  return { id, text, evidence: [1], quote, place: { headings: [] } };
}

export function aMention(name: string, claims: readonly string[], more: Partial<Mention> = {}): Mention {
  return {
    name,
    forms: [name],
    type: "concept",
    count: claims.length,
    salience: 0.6,
    inTitle: false,
    inHeading: false,
    claims,
    subjectOf: claims,
    ...(claims[0] === undefined
      ? {}
      : { definedBy: claims[0], definition: "a thing for tests", definitionStrength: 1 }),
    ...more,
  };
}

export function aNote(
  path: string,
  claims: readonly Claim[],
  mentions: readonly Mention[] = [],
  title = path,
): SourceNote {
  return {
    path,
    hash: "0".repeat(64),
    meta: { title, authors: [], language: "en", tags: [], titleFromName: false },
    words: 400,
    opens: true,
    summary: [],
    claims,
    mentions,
    questions: [],
    orders: [],
    engine: "extractive",
    dropped: [],
  };
}

/** A source that says three things of each name. */
export function speakingOf(path: string, names: readonly (string | Mention)[]): SourceNote {
  const claims: Claim[] = [];
  const mentions = names.map((one, i) => {
    const name = typeof one === "string" ? one : one.name;
    const own = [1, 2, 3].map((n) => aClaim(`c-${i}${n}`, `${name} has ${n} sides in ${path}.`));
    claims.push(...own);
    const ids = own.map(({ id }) => id);
    return typeof one === "string"
      ? aMention(one, ids)
      : { ...aMention(name, ids), ...one, claims: ids, subjectOf: ids };
  });
  return aNote(path, claims, mentions);
}
