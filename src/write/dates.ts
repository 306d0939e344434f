// Who wrote a source and when, in a few words.
import { yearOf } from "../text/dates.ts";

/** "Example Review, 2021": who and when, for lists of sources. */
export function bylineOf(authors: readonly string[], published: string | undefined): string {
  const who = authors.length > 2 ? `${authors[0]} and others` : authors.join(" and ");
  return [who, yearOf(published)].filter(Boolean).join(", ");
}

/** "Ada Example, Ben Example and 4 others": a column that nobody has to read on for. */
export function authorsOf(authors: readonly string[]): string {
  if (authors.length <= NAMED) return authors.join(", ");
  return `${authors.slice(0, NAMED - 1).join(", ")} and ${authors.length - NAMED + 1} others`;
}

const NAMED = 3;
