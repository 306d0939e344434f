// Of what was gathered for a question that names a version, what speaks of that version.
import type { Passage } from "../core/engine.ts";

/** "Rust 1.97": where a passage names that version, what stands with others says nothing of it. */
export function ofVersion(question: string, passages: readonly Passage[]): readonly Passage[] {
  const versions = question.match(VERSION) ?? [];
  const named = passages.filter(({ claim, context = "", sourceTitle }) =>
    versions.every((version) =>
      standsIn(version, `${claim.quote} ${context} ${sourceTitle} ${claim.place.headings.join(" ")}`),
    ),
  );
  return versions.length > 0 && named.length > 0 ? named : passages;
}

const VERSION = /(?<![\p{Alpha}\d.,])\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?![\d%]|\.\d)/gu;
/** "1.97" of "1.97.0" too, not of "1.970". */
const standsIn = (version: string, text: string): boolean =>
  text
    .split(version)
    .slice(1)
    .some((after, i) => !/^\d/u.test(after) && !/[\d.]$/u.test(text.split(version)[i] ?? ""));
