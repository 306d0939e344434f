// Years in the texts of sources and claims.

/** The year of a date as written: "2017-08-02", "4 March 2021", "Mar 2021"; undefined when none stands there. */
export function yearOf(date: string | undefined): string | undefined {
  return date?.match(/\b(1[5-9]\d\d|20\d\d)\b/)?.[1];
}

/** "Example Review, 2021": who and when, for lists of sources. */
export function bylineOf(authors: readonly string[], published: string | undefined): string {
  const who = authors.length > 2 ? `${authors[0]} and others` : authors.join(" and ");
  return [who, yearOf(published)].filter(Boolean).join(", ");
}
