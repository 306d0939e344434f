// Notes -> the whole wiki as pages: topics are chosen, written and printed; what did not change is taken from the store.
import type { Engine } from "../core/engine.ts";
import type { EngineGone } from "../core/errors.ts";
import type { Claim, Dropped, SourceNote } from "../core/note.ts";
import type { LayOut, Page } from "../core/page.ts";
import type { ClaimRef } from "../core/topic.ts";
import { escapeInline, linkText, rawProperty } from "../markdown/harmless.ts";
import { yearOf } from "../text/dates.ts";
import { identifierOf } from "../text/identifier.ts";
import { nameKey } from "../text/names.ts";
import type { Decision } from "../vault/decisions.ts";
import type { WikiPage } from "../vault/load.ts";
import { keptNames } from "../vault/renames.ts";
import { type Tiers, tiersOf } from "../vault/tiers.ts";
import type { SourceInfo } from "../write/citations.ts";
import { bylineOf } from "../write/dates.ts";
import type { Disagreement } from "../write/disagreements.ts";
import { type NameFinder, nameFinder, type PlacedTopic } from "../write/names.ts";
import { openStatusOf } from "../write/status.ts";
import type { TopicPage } from "../write/topic-page.ts";
import { chooseTopics, topicsByName } from "./choose-topics.ts";
import type { Counter } from "./counter.ts";
import { draftTopics } from "./drafts.ts";
import { rememberedFacets } from "./facets.ts";
import type { Noted } from "./known-notes.ts";
import { confirmedBy } from "./opinions.ts";
import { type Places, placesOf, rawPathOf } from "./places.ts";
import { printTopics } from "./print.ts";
import { printSources } from "./print-sources.ts";
import { believed, type JudgedPair, judgedPairs } from "./same.ts";
import { turn } from "./turn.ts";
import type { Workspace } from "./workspace.ts";

export interface SiteInput {
  readonly workspace: Workspace;
  readonly engine: Engine;
  readonly counter: Counter;
  readonly noted: readonly Noted[];
  readonly wiki: readonly WikiPage[];
  readonly decisions: readonly Decision[];
  /** Rewrites with a model what was written without one. */
  readonly upgrade: boolean;
  /** The model went away while notes were taken. */
  readonly gone?: EngineGone;
  /** Pages that stand already: no others are linked to, and none is written. */
  readonly onlyTopics?: ReadonlySet<string>;
}

export interface WrittenTopic {
  readonly placed: PlacedTopic;
  readonly written: TopicPage;
  readonly sources: number;
  /** Sources that have its name in their title. */
  readonly headed: number;
  readonly disagreements: readonly Disagreement[];
  /** For each of them: a model sees a contradiction too. */
  readonly confirmed?: readonly boolean[];
}

export interface Site {
  readonly sourcePages: readonly Page[];
  readonly textPages: readonly Page[];
  readonly topics: readonly WrittenTopic[];
  /** What sources name of which no page could say enough. */
  readonly unsaid: readonly PlacedTopic[];
  readonly notes: readonly SourceNote[];
  readonly finder: NameFinder;
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  readonly dropped: readonly Dropped[];
  /** What a model thinks of names that may be one thing. */
  readonly judged: readonly JudgedPair[];
  readonly layOut: LayOut;
  readonly gone?: EngineGone;
}

export async function siteOf(input: SiteInput): Promise<Site> {
  const { workspace, noted, wiki, decisions, counter } = input;
  // Loads the template language: a run with nothing to do is spared it.
  const layouts = (await import("./page-layouts.ts")).pageLayouts(workspace.layout);
  const every = noted.flatMap((one) => one.notes);
  counter.count("link");
  const keepFacets = rememberedFacets(workspace.store.memo, noted, counter);
  let topics = chooseTopics(every, workspace, decisions, wiki);
  let places = placesOf(workspace.layout, every, topics, wiki, decisions);
  // A source whose page a person deleted has nothing that could be cited.
  const notes = every.filter((note) => places.source(note) !== undefined);
  if (notes.length < every.length) {
    topics = chooseTopics(notes, workspace, decisions, wiki);
    places = placesOf(workspace.layout, notes, topics, wiki, decisions);
  }
  const judged = await judgedPairs(input, topics, notes, decisions);
  if (believed(judged).length > 0) {
    topics = chooseTopics(notes, workspace, decisions, wiki, believed(judged));
    places = placesOf(workspace.layout, notes, topics, wiki, decisions);
  }
  keepFacets();
  // Pages that a person edited or links to keep their names for life.
  const kept = keptNames(workspace, wiki, [
    ...notes.flatMap((note) =>
      wantedPage(places.source(note), note.meta.title, "source", rawProperty(rawPathOf(note.path))),
    ),
    ...topics.flatMap((topic) => wantedPage(places.topic(topic), topic.title, topic.type)),
  ]);
  if (kept.length > 0) places = placesOf(workspace.layout, notes, topics, wiki, [...decisions, ...kept]);
  await turn(workspace.signal);
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const claimAt = claimFinder(byPath);
  const codeOf = (ref: ClaimRef) => byPath.get(ref.source)?.code?.[claimAt(ref)?.text ?? ""] ?? [];
  const tiers = tiersOf(workspace.layout);
  for (const fault of tiers.faults) workspace.progress.notice(fault);
  const infos = new Map(notes.map((note) => [note.path, infoOf(note, places, tiers)]));
  const sourceOf = (path: string) => infos.get(path);
  const wished = topics.flatMap((topic): PlacedTopic[] => {
    const path = places.topic(topic);
    const wanted = path !== undefined && (input.onlyTopics?.has(path) ?? true);
    return wanted ? [{ topic, page: withoutEnding(path) }] : [];
  });
  const { drafts, dropped, gone } = input.onlyTopics
    ? { drafts: [], dropped: [], gone: undefined }
    : await draftTopics(wished, input, byPath, claimAt);
  let placed: readonly PlacedTopic[] = wished;
  const identified = identifiedSources(notes, infos, placed);
  let finder = nameFinder([...placed, ...identified]);
  let written: readonly WrittenTopic[] = [];
  // A topic that too little could be said of has no page, so no other page may link to it.
  for (
    let left = drafts;
    !input.onlyTopics;
    left = drafts.filter((one) => written.some((page) => page.placed === one.placed))
  ) {
    placed = left.map((one) => one.placed);
    finder = nameFinder([...placed, ...identified]);
    await turn(workspace.signal);
    written = printTopics(left, { input, claimAt, sourceOf, codeOf, finder, layouts });
    if (written.length === left.length) break;
  }
  if (!gone) written = await confirmedBy(input, written);
  const lost = written.flatMap((one) =>
    one.written.dropped.map((drop) => ({ ...drop, where: `${one.placed.page}.md` })),
  );
  await turn(workspace.signal);
  const texts = new Map(noted.flatMap((one) => one.notes.map((note, i) => [note.path, one.texts[i]] as const)));
  const sourcePages = printSources(input, {
    notes,
    places,
    topicOf: topicsByName(placed),
    topicKeys: new Set(placed.flatMap(({ topic }) => topic.aliases.map(nameKey))),
    infos,
    layouts,
  });
  const textPages = notes.flatMap((note): Page[] => {
    const path = places.text(note);
    const body = texts.get(note.path);
    if (!path || body === undefined) return [];
    const source = infos.get(note.path);
    const front = {
      source: note.members ? note.members.map(rawProperty) : rawProperty(rawPathOf(note.path)),
      ...(source ? { sources: [`[[${source.page}|${source.title}]]`] } : {}),
    };
    return [{ path, type: "text", title: `${note.meta.title} (text)`, front, body, engine: "extractive" }];
  });
  await turn(workspace.signal);
  return {
    sourcePages,
    textPages,
    topics: written,
    unsaid: wished.filter((one) => !placed.includes(one)),
    notes,
    finder,
    sourceOf,
    dropped: [...dropped, ...lost],
    judged,
    layOut: layouts.layOut,
    ...(gone ? { gone } : {}),
  };
}

function wantedPage(
  path: string | undefined,
  title: string,
  type: string,
  source?: string,
): { path: string; title: string; type: string; source?: string }[] {
  return path === undefined ? [] : [{ path, title, type, ...(source ? { source } : {}) }];
}

function claimFinder(notes: ReadonlyMap<string, SourceNote>): (ref: ClaimRef) => Claim | undefined {
  const claims = new Map<string, Map<string, Claim>>();
  return (ref) => {
    let byId = claims.get(ref.source);
    if (!byId) {
      byId = new Map((notes.get(ref.source)?.claims ?? []).map((claim) => [claim.id, claim]));
      claims.set(ref.source, byId);
    }
    return byId.get(ref.id);
  };
}

/** Sources that others call by a number, "EIP-1559": their names lead to their pages where no topic has them. */
function identifiedSources(
  notes: readonly SourceNote[],
  infos: ReadonlyMap<string, SourceInfo>,
  placed: readonly PlacedTopic[],
): PlacedTopic[] {
  const taken = new Set(placed.flatMap((one) => one.topic.aliases.map(nameKey)));
  return notes.flatMap((note): PlacedTopic[] => {
    const id = identifierOf(note.path);
    const info = infos.get(note.path);
    if (!id || !info || taken.has(nameKey(id))) return [];
    const topic = { title: id, type: "concept", aliases: [id], claims: [], named: [], subjectOf: [] } as const;
    return [{ topic, page: info.page }];
  });
}

function infoOf(note: SourceNote, places: Places, tiers: Tiers): SourceInfo {
  const tier = tiers.of(note.members?.[0] ?? rawPathOf(note.path));
  const open = openStatusOf(note.path, note.meta);
  return {
    page: withoutEnding(places.source(note) ?? ""),
    title: linkText(note.meta.title),
    byline: escapeInline(linkText(bylineOf(note.meta.authors, note.meta.published))),
    year: yearOf(note.meta.published) ?? "",
    ...(tier === undefined ? {} : { tier }),
    ...(open ? { open } : {}),
  };
}

function withoutEnding(path: string): string {
  return path.replace(/\.md$/, "");
}
