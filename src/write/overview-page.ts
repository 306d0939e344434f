// The whole in one page, for five minutes: what the sources are about, where to begin, how they fall into groups, what is new, what is open.
import type { Page } from "../core/page.ts";
import { escapeInline, linkText } from "../markdown/harmless.ts";
import { counted } from "../text/counted.ts";
import { sortableDate, yearOf } from "../text/dates.ts";
import { byCodePoint } from "../text/order.ts";
import { citationsOf, isWeak } from "./citations.ts";
import { linkerOf, type NameFinder } from "./names.ts";
import { saysWhat } from "./one-line.ts";
import { firstToRead, reasonFor } from "./overview-begin.ts";
import { folderLines, frequent, type Theme, themeLines, themesOf } from "./overview-groups.ts";
import {
  link,
  listed,
  namedIn,
  type OverviewInput,
  type OverviewSource,
  type OverviewTopic,
  weightOf,
} from "./overview-input.ts";

const MOST_IN_A_GROUP = 8;
/** Lines under a heading of their own; fewer join another group. */
const LEAST_IN_A_GROUP = 3;
const MOST_OPEN = 8;
/** Topics named as what the whole vault is about. */
const MOST_WHOLE = 2;
/** Folders named of sources that say nothing. */
const PLACES = 3;
/** Sources named to begin with, and as the newest; vaults with hardly more need no such list. */
const SHOWN = 5;
/** Of all sources, and at least so many: what fewer speak of the vault is not about. */
const SHARE = 0.05;
const LEAST_ABOUT = 3;
/** Of a large vault these are enough to come back to a thing. */
const MANY_ABOUT = 10;
/** Of all sources: what more of them have in their title, or in what tells most of them, is what the whole vault is about. */
const AIR = 0.4;
/** Of all sources: what more of them name. */
const HALF = 0.5;
/** Sources; of fewer, several may well be about one thing. */
const FEW = 20;
const NEWS =
  /\b(?:updates?|recap|digest|round-?up|newsletter|agenda|changelog|release notes|minutes|(?:this|last) (?:week|month|year)|announc\p{Alpha}+|advisor(?:y|ies)|post-?mortem|call for)\b|\b\d+\.\d+\b/iu;
const GROUPS = [
  ["Ideas and methods", (topic: OverviewTopic) => topic.placed.topic.type !== "entity"],
  ["People", (topic: OverviewTopic) => topic.placed.topic.kind === "person"],
  [
    "Organisations, products, projects and places",
    (topic: OverviewTopic) => topic.placed.topic.type === "entity" && topic.placed.topic.kind !== "person",
  ],
] as const;

export function overviewPage(input: OverviewInput): Page {
  const full = input.sources.filter((source) => !source.empty);
  const telling = toldApart(input.topics, full);
  const ranked = [...telling].sort(
    (a, b) =>
      weightOf(b) - weightOf(a) ||
      b.placed.topic.claims.length - a.placed.topic.claims.length ||
      byCodePoint(a.placed.page, b.placed.page),
  );
  const whole = input.topics.filter((topic) => !telling.includes(topic));
  const citations = citationsOf(input.sourceOf);
  const themes = themesOf(input, ranked, HALF * full.length);
  const first = opening(input, full, themes, whole);
  const parts: string[] = [];
  const section = (heading: string, lines: readonly string[]) => {
    if (lines.length > 0) parts.push(`## ${heading}`, lines.join("\n"));
  };
  const folders = folderLines(input, full);
  if (full.length > 2 * SHOWN) section("Where to begin", beginning(input, full));
  else section("The sources", folders.length > 0 ? [] : sourceLines(full, input));
  section("By folder", folders);
  if (folders.length === 0) section("By theme", themeLines(input, themes));
  for (const [heading, own] of explained(ranked))
    section(
      heading,
      own.map((topic) => `- ${named(topic, input.finder)} ${citations.cite(topic.refs)}`.trimEnd()),
    );
  if (full.length > 2 * SHOWN) section("Newest", sourceLines(newest(full), input));
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
    body: input.layOut("overview", { opening: first, sections: parts.join("\n\n") }),
    engine: "extractive",
  };
}

/** Topics but those that would tell no source from another: Rust, on a blog about Rust. */
function toldApart(topics: readonly OverviewTopic[], full: readonly OverviewSource[]): OverviewTopic[] {
  if (full.length < FEW) return [...topics];
  const most = AIR * full.length;
  const heads = full.map((source) =>
    ` ${source.title} ${source.summary} `.toLowerCase().replace(/[^\p{Alpha}\p{N}.+#-]+/gu, " "),
  );
  return topics.filter((topic) => {
    const name = ` ${topic.placed.topic.title.toLowerCase()} `;
    const named = namedIn(topic);
    return (
      named < LEAST_ABOUT || (named <= HALF * full.length && heads.filter((head) => head.includes(name)).length <= most)
    );
  });
}

/** Topics of which a source says what they are, by kind; kinds with a line or two under one heading. */
function explained(ranked: readonly OverviewTopic[]): [string, readonly OverviewTopic[]][] {
  const groups = GROUPS.map(([heading, belongs]): [string, readonly OverviewTopic[]] => [
    heading,
    ranked.filter((topic) => belongs(topic) && tellsWhat(topic)).slice(0, MOST_IN_A_GROUP),
  ]);
  const thin = groups.filter(([, own]) => own.length < LEAST_IN_A_GROUP).flatMap(([, own]) => own);
  const rest: [string, readonly OverviewTopic[]][] = thin.length > 0 ? [["Also explained", thin]] : [];
  const kept = groups.filter(([, own]) => own.length >= LEAST_IN_A_GROUP);
  return kept.length > 0 ? [...kept, ...rest] : thin.length > 0 ? [["What things are", thin]] : [];
}

function tellsWhat({ defined, weak, sentence, placed }: OverviewTopic): boolean {
  return defined && !weak && saysWhat(sentence, placed);
}

/** The sentence with a link on the topic's own name, or behind its title where it names it otherwise. */
function named(topic: OverviewTopic, finder: NameFinder): string {
  const text = linkerOf(finder).link(topic.sentence, { starts: true });
  if (text.includes(`[[${topic.placed.page}|`)) return text;
  // "pshtt is a tool", on the page of Pshtt.
  const { title } = topic.placed.topic;
  const opens = topic.sentence.slice(0, title.length).toUpperCase() === title.toUpperCase();
  return opens
    ? `[[${topic.placed.page}|${linkText(topic.sentence.slice(0, title.length))}]]${escapeInline(topic.sentence.slice(title.length))}`
    : `${link(topic)}: ${text}`;
}

function beginning(input: OverviewInput, full: readonly OverviewSource[]): string[] {
  const known = new Map(full.map((source) => [source.path, source]));
  // News of a day or a month speak of much, and are no place to begin.
  const weights = new Map(
    [...input.weights].filter(([path]) => known.has(path) && !NEWS.test(known.get(path)?.title ?? "")),
  );
  const first = firstToRead(weights, SHOWN);
  if (first.length < LEAST_IN_A_GROUP) return [];
  return first.flatMap((path) => {
    const [source, weight] = [known.get(path), weights.get(path)];
    return source && weight ? sourceLines([source], input, escapeInline(reasonFor(weight))) : [];
  });
}

/** Only where most sources have a date. */
function newest(sources: readonly OverviewSource[]): OverviewSource[] {
  const dated = sources.filter((source) => source.published);
  if (dated.length * 2 < sources.length) return [];
  return [...dated]
    .sort((a, b) => byCodePoint(sortableDate(b.published), sortableDate(a.published)) || byCodePoint(a.path, b.path))
    .slice(0, SHOWN);
}

function sourceLines(sources: readonly OverviewSource[], { sourceOf }: OverviewInput, why = ""): string[] {
  return sources.flatMap((source) => {
    const info = sourceOf(source.path);
    if (!info) return [];
    const by = info.byline ? ` (${info.byline})` : "";
    const reason = [isWeak(info) ? "a weak source" : "", why].filter(Boolean).map((one) => ` · ${one}`);
    return [`- [[${info.page}|${info.title}]]${by}${source.summary ? `: ${source.summary}` : ""}${reason.join("")}`];
  });
}

/** How many sources there are, of which time, what nearly all are about, and what they come back to beside it. */
function opening(
  input: OverviewInput,
  full: readonly OverviewSource[],
  themes: readonly Theme[],
  whole: readonly OverviewTopic[],
): string {
  const years = full.flatMap((source) => yearOf(source.published) ?? []).sort();
  const [first, last] = [years[0], years.at(-1)];
  const span = first === undefined ? "" : first === last ? ` of ${first}` : ` from ${first} to ${last}`;
  const least = Math.max(LEAST_ABOUT, Math.min(MANY_ABOUT, SHARE * full.length));
  const all = byNamed(whole)
    .slice(0, MOST_WHOLE)
    .map((topic) => `${link(topic)} (named in ${namedIn(topic)})`);
  const subject = all.length > 0 ? ` They are mostly about ${listed(all)}.` : "";
  const about = themes
    .filter(({ named }) => named >= least)
    .slice(0, SHOWN)
    .sort((a, b) => b.named - a.named)
    .map(({ label, named }, i) => `${label} (${i === 0 ? counted(named, "source") : named})`);
  const back = subject === "" ? "They come back to" : "Besides, they come back to";
  const what = `${subject}${about.length > 1 ? ` ${back} ${listed(about)}.` : ""}`;
  const none = input.topics.length === 0 ? "; no topic has a page yet" : "";
  return `${counted(full.length, "source")}${span}${none}.${what}${standing(full)}${emptyOnes(input, full)} Everything is listed in the [[${input.wiki}/index|index]].`;
}

function byNamed(topics: readonly OverviewTopic[]): OverviewTopic[] {
  return [...topics].sort((a, b) => namedIn(b) - namedIn(a) || byCodePoint(a.placed.page, b.placed.page));
}

/** "Of them 11 are marked stagnant, 7 draft and 6 final." */
function standing(full: readonly OverviewSource[]): string {
  const counts = frequent(full.filter((source) => source.status !== "").map((source) => source.status));
  const marked = counts.reduce((sum, [, count]) => sum + count, 0);
  if (counts.length < 2 || marked * 2 < full.length) return "";
  return ` Of them ${listed(counts.slice(0, SHOWN).map(([status, count], i) => `${count}${i === 0 ? " are marked" : ""} ${status}`))}.`;
}

function emptyOnes({ sources }: OverviewInput, full: readonly OverviewSource[]): string {
  const empty = sources.filter((source) => !full.includes(source));
  if (empty.length === 0) return "";
  const [most] = frequent(empty.map((source) => source.status).filter(Boolean));
  const share = most?.[1] === empty.length ? "all" : `${most?.[1]} of them`;
  const places = frequent(empty.map((source) => source.folder).filter(Boolean)).slice(0, PLACES);
  const where = places.length > 1 ? ` (${listed(places.map(([folder, n]) => `${n} in ${escapeInline(folder)}`))})` : "";
  const marked = most && most[1] > 1 ? `, ${share} marked ${most[0]}` : "";
  const holds = empty.length === 1 ? "more holds" : "more hold";
  return ` ${empty.length} ${holds} no sentence that stands by itself${where}${marked}.`;
}
