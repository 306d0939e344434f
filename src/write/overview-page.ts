// The whole in one page, for five minutes: what the sources are about, where to begin, what is new, what is open.
import type { Page } from "../core/page.ts";
import type { ClaimRef } from "../core/topic.ts";
import { escapeInline } from "../markdown/harmless.ts";
import { sortableDate, yearOf } from "../text/dates.ts";
import { byCodePoint } from "../text/order.ts";
import { HEADED } from "./brief.ts";
import { citationsOf, type SourceInfo } from "./citations.ts";
import type { Disagreement } from "./disagreements.ts";
import { linkerOf, type NameFinder, type PlacedTopic } from "./names.ts";

export interface OverviewTopic {
  readonly placed: PlacedTopic;
  readonly sentence: string;
  readonly refs: readonly ClaimRef[];
  /** A source says what it is; else its page only says where it comes up. */
  readonly defined: boolean;
  /** Sources that name it, and those of them that have the name in their title. */
  readonly sources: number;
  readonly headed: number;
  readonly disagreements: readonly Disagreement[];
}

export interface OverviewSource {
  readonly path: string;
  /** Below raw/; empty at the top. */
  readonly folder: string;
  readonly published?: string;
  /** What tells a stranger most of it, as Markdown; empty where nothing does. */
  readonly summary: string;
}

export interface OverviewInput {
  readonly wiki: string;
  readonly topics: readonly OverviewTopic[];
  readonly sources: readonly OverviewSource[];
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  readonly finder: NameFinder;
}

const MOST_IN_A_GROUP = 8;
const MOST_SURVEYED = 16;
const MOST_OPEN = 8;
const LEAST_FOLDERS = 3;
const MOST_FOLDERS = 12;
const OF_A_FOLDER = 3;
/** Claims that its definition outweighs. */
const DEFINING = 4;
/** Sources named to begin with, and as the newest; vaults with hardly more need no such list. */
const SHOWN = 5;
const GROUPS = [
  ["Ideas and methods", (topic: OverviewTopic) => topic.placed.topic.type !== "entity"],
  ["People", (topic: OverviewTopic) => topic.placed.topic.kind === "person"],
  [
    "Organisations, products, projects and places",
    (topic: OverviewTopic) => topic.placed.topic.type === "entity" && topic.placed.topic.kind !== "person",
  ],
] as const;

export function overviewPage(input: OverviewInput): Page {
  const ranked = [...input.topics].sort(
    (a, b) =>
      weightOf(b) - weightOf(a) ||
      b.placed.topic.claims.length - a.placed.topic.claims.length ||
      byCodePoint(a.placed.page, b.placed.page),
  );
  const citations = citationsOf(input.sourceOf);
  const parts = [opening(input, ranked)];
  const section = (heading: string, lines: readonly string[]) => {
    if (lines.length > 0) parts.push(`## ${heading}`, lines.join("\n"));
  };
  for (const [heading, belongs] of GROUPS) {
    const own = ranked.filter((topic) => topic.defined && belongs(topic)).slice(0, MOST_IN_A_GROUP);
    section(
      heading,
      own.map((topic) => `- ${named(topic, input.finder)} ${citations.cite(topic.refs)}`.trimEnd()),
    );
  }
  const surveyed = ranked.filter((topic) => !topic.defined).slice(0, MOST_SURVEYED);
  if (surveyed.length > 0)
    section("Often spoken of", [surveyed.map((topic) => `${link(topic)} (${spreadOf(topic)} sources)`).join(" · ")]);
  section("By folder", folderLines(input));
  if (input.sources.length > 2 * SHOWN) {
    section("Where to begin", sourceLines(mostTelling(input), input));
    section("Newest", sourceLines(newest(input), input));
  }
  const open = ranked.flatMap((topic) => topic.disagreements.map((one) => ({ topic, one }))).slice(0, MOST_OPEN);
  section(
    "Where sources disagree",
    open.map(
      ({ topic, one }) =>
        `- ${link(topic)}: ${one.sides.map((side) => `${escapeInline(side.text)} ${citations.cite([side.ref])}`).join(" / ")}`,
    ),
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

/** What a source is headed by it is about; what stands in one of its sentences it may only mention. */
function weightOf(topic: OverviewTopic): number {
  return HEADED * topic.headed + spreadOf(topic);
}

function spreadOf(topic: OverviewTopic): number {
  return topic.sources;
}

function link({ placed }: OverviewTopic): string {
  return `[[${placed.page}|${placed.topic.title}]]`;
}

/** The sentence with a link on the topic's own name, or behind its title where it names it otherwise. */
function named(topic: OverviewTopic, finder: NameFinder): string {
  const text = linkerOf(finder).link(topic.sentence, { starts: true });
  return text.includes(`[[${topic.placed.page}|`) ? text : `${link(topic)}: ${text}`;
}

/** The sources that explain most: which say what things are, and say most of them. */
function mostTelling(input: OverviewInput): OverviewSource[] {
  const weight = new Map<string, number>();
  const add = (source: string, more: number) => weight.set(source, (weight.get(source) ?? 0) + more);
  for (const { placed, defined } of input.topics) {
    if (!defined) continue;
    if (placed.topic.definedBy) add(placed.topic.definedBy.source, DEFINING);
    for (const ref of placed.topic.subjectOf) add(ref.source, 1);
  }
  return input.sources
    .filter((source) => source.summary !== "" && (weight.get(source.path) ?? 0) >= DEFINING)
    .sort((a, b) => (weight.get(b.path) ?? 0) - (weight.get(a.path) ?? 0) || byCodePoint(a.path, b.path))
    .slice(0, SHOWN);
}

/** Only where most sources have a date. */
function newest({ sources }: OverviewInput): OverviewSource[] {
  const dated = sources.filter((source) => source.published);
  if (dated.length * 2 < sources.length) return [];
  return [...dated]
    .sort((a, b) => byCodePoint(sortableDate(b.published), sortableDate(a.published)) || byCodePoint(a.path, b.path))
    .slice(0, SHOWN);
}

/** The person's own order of things, where raw/ has one: the fullest folders, each with a few of its sources. */
function folderLines({ sources, sourceOf }: OverviewInput): string[] {
  const folders = new Map<string, SourceInfo[]>();
  for (const { folder, path } of sources) {
    const info = sourceOf(path);
    if (folder !== "" && info) folders.set(folder, [...(folders.get(folder) ?? []), info]);
  }
  const full = [...folders].filter(([, own]) => own.length > 1);
  if (full.length < LEAST_FOLDERS) return [];
  return full
    .sort(([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b))
    .slice(0, MOST_FOLDERS)
    .map(([folder, own]) => {
      const shown = [...own].sort((a, b) => byCodePoint(a.title, b.title)).slice(0, OF_A_FOLDER);
      const more = own.length > shown.length ? ` and ${own.length - shown.length} more` : "";
      return `- **${escapeInline(folder)}** (${own.length}): ${shown.map((info) => `[[${info.page}|${info.title}]]`).join(", ")}${more}`;
    });
}

function sourceLines(sources: readonly OverviewSource[], input: OverviewInput): string[] {
  return sources.flatMap((source) => {
    const info = input.sourceOf(source.path);
    const by = info?.byline ? ` (${info.byline})` : "";
    return info ? [`- [[${info.page}|${info.title}]]${by}${source.summary ? `: ${source.summary}` : ""}`] : [];
  });
}

function opening(input: OverviewInput, ranked: readonly OverviewTopic[]): string {
  const years = input.sources.flatMap((source) => yearOf(source.published) ?? []).sort();
  const first = years[0];
  const last = years.at(-1);
  const span = first === undefined ? "" : first === last ? ` (${first})` : ` (${first} to ${last})`;
  const n = input.sources.length;
  const start = n === 1 ? `This one source${span} is` : `These ${n} sources${span} are`;
  const about = ranked.slice(0, 5).map(link);
  if (about.length === 0) return `${n} ${n === 1 ? "source" : "sources"}${span}; no topic has a page yet.`;
  const list = about.length > 1 ? `${about.slice(0, -1).join(", ")} and ${about.at(-1)}` : about[0];
  return `${start} mostly about ${list}. Everything is listed in the [[${input.wiki}/index|index]].`;
}
