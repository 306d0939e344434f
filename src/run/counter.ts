// How often each stage ran: what tests of incremental builds count.

/** "facets": sources of which linking looked at all that they give to it. */
export type Stage = "read" | "note" | "facets" | "link" | "write" | "print" | "source";

export interface Counter {
  count(stage: Stage): void;
  readonly times: Readonly<Record<Stage, number>>;
}

export function counterOf(): Counter {
  const times: Record<Stage, number> = { read: 0, note: 0, facets: 0, link: 0, write: 0, print: 0, source: 0 };
  return {
    times,
    count(stage) {
      times[stage]++;
    },
  };
}
