// The whole in one page: what the sources are about, the topics that carry most, what is open.
import type { Page } from "../core/page.ts";
import type { ClaimRef } from "../core/topic.ts";
import { yearOf } from "../text/dates.ts";
import { citationsOf, type SourceInfo } from "./citations.ts";
import { linkerOf, type NameFinder, type PlacedTopic } from "./names.ts";

export interface OverviewTopic {
  readonly placed: PlacedTopic;
  readonly sentence: string;
  readonly refs: readonly ClaimRef[];
  readonly sources: number;
  readonly disagreements: number;
}

export interface OverviewInput {
  readonly wiki: string;
  readonly topics: readonly OverviewTopic[];
  readonly published: readonly (string | undefined)[];
  readonly sourceCount: number;
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  readonly finder: NameFinder;
}

const MOST_IN_A_GROUP = 7;
const GROUPS = [
  ["Concepts and methods", (topic: OverviewTopic) => topic.placed.topic.type !== "entity"],
  ["People", (topic: OverviewTopic) => topic.placed.topic.kind === "person"],
  [
    "Organisations, products, projects and places",
    (topic: OverviewTopic) => topic.placed.topic.type === "entity" && topic.placed.topic.kind !== "person",
  ],
] as const;

export function overviewPage(input: OverviewInput): Page {
  const citations = citationsOf(input.sourceOf);
  const linker = linkerOf(input.finder);
  const ranked = [...input.topics].sort(
    (a, b) =>
      b.sources - a.sources ||
      b.placed.topic.claims.length - a.placed.topic.claims.length ||
      (a.placed.page < b.placed.page ? -1 : 1),
  );
  const parts = [opening(input, ranked)];
  for (const [heading, belongs] of GROUPS) {
    const own = ranked.filter(belongs).slice(0, MOST_IN_A_GROUP);
    if (own.length === 0) continue;
    const lines = own.map((topic) => {
      const text = linker.link(topic.sentence, { starts: true });
      const named = text.includes(`[[${topic.placed.page}|`)
        ? text
        : `[[${topic.placed.page}|${topic.placed.topic.title}]]: ${text}`;
      return `- ${named} ${citations.cite(topic.refs)}`.trimEnd();
    });
    parts.push(`## ${heading}`, lines.join("\n"));
  }
  const open = ranked.filter((topic) => topic.disagreements > 0).slice(0, 12);
  if (open.length > 0)
    parts.push(
      "## Where sources disagree",
      open.map((topic) => `- [[${topic.placed.page}|${topic.placed.topic.title}]]`).join("\n"),
    );
  const alone = ranked.filter((topic) => topic.sources === 1);
  const single = alone.length * 3 > ranked.length ? [] : alone.slice(0, 20);
  if (single.length > 0)
    parts.push(
      "## From one source only",
      single.map((topic) => `[[${topic.placed.page}|${topic.placed.topic.title}]]`).join(" · "),
    );
  return {
    path: `${input.wiki}/overview.md`,
    type: "overview",
    title: "Overview",
    front: {},
    body: parts.join("\n\n"),
    engine: "extractive",
  };
}

function opening(input: OverviewInput, ranked: readonly OverviewTopic[]): string {
  const years = input.published.flatMap((date) => yearOf(date) ?? []).sort();
  const first = years[0];
  const last = years.at(-1);
  const span = first === undefined ? "" : first === last ? ` (${first})` : ` (${first} to ${last})`;
  const n = input.sourceCount;
  const start = n === 1 ? `This one source${span} is` : `These ${n} sources${span} are`;
  const ideas = ranked.filter((topic) => topic.placed.topic.type !== "entity");
  const about = [...ideas, ...ranked.filter((topic) => !ideas.includes(topic))]
    .slice(0, 5)
    .map((topic) => `[[${topic.placed.page}|${topic.placed.topic.title}]]`);
  if (about.length === 0) return `${n} ${n === 1 ? "source" : "sources"}${span}; no topic has a page yet.`;
  const list = about.length > 1 ? `${about.slice(0, -1).join(", ")} and ${about.at(-1)}` : about[0];
  return `${start} mostly about ${list}. Everything is listed in the [[${input.wiki}/index|index]].`;
}
