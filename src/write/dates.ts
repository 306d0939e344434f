// Who wrote a source and when, in a few words.
import { yearOf } from "../text/dates.ts";

/** "Example Review, 2021": who and when, for lists of sources. */
export function bylineOf(authors: readonly string[], published: string | undefined): string {
  const who = authors.length > 2 ? `${authors[0]} and others` : authors.join(" and ");
  return [who, yearOf(published)].filter(Boolean).join(", ");
}
