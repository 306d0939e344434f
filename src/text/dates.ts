// Dates as sources write them, in a form that can be put in order.

/** The year of a date as written: "2017-08-02", "4 March 2021", "Mar 2021"; undefined when none stands there. */
export function yearOf(date: string | undefined): string | undefined {
  return date?.match(/\b(1[5-9]\d\d|20\d\d)\b/)?.[1];
}

/** "2017-08-02" where the day is written so, else the year; "9999" for none: what has no date comes last. */
export function sortableDate(date: string | undefined): string {
  return date?.match(/^\d{4}-\d\d(?:-\d\d)?/)?.[0] ?? yearOf(date) ?? "9999";
}
