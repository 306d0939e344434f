// Notes -> the whole wiki as pages: topics are chosen, written and printed; what did not change is taken from the store.
import type { BriefClaim, Engine, TopicBrief, TopicDraft } from "../core/engine.ts";
import { EngineGone } from "../core/errors.ts";
import type { Claim, Dropped, SourceNote } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import type { ClaimRef, Topic } from "../core/topic.ts";
import { EXTRACTIVE_VERSION } from "../engine/extractive/engine.ts";
import { extractiveTopic } from "../engine/extractive/topic.ts";
import { topicsFrom } from "../link/topics.ts";
import { nameKey } from "../text/names.ts";
import type { Decision } from "../vault/decisions.ts";
import type { WikiPage } from "../vault/load.ts";
import { memoKey } from "../vault/memo.ts";
import { keptNames } from "../vault/renames.ts";
import { briefOf } from "../write/brief.ts";
import type { SourceInfo } from "../write/citations.ts";
import { bylineOf } from "../write/dates.ts";
import { disagreementsIn } from "../write/disagreements.ts";
import { type NameFinder, nameFinder, type PlacedTopic } from "../write/names.ts";
import { type Relation, relationsOf } from "../write/related.ts";
import { sourcePage } from "../write/source-page.ts";
import { type TopicPage, topicPage } from "../write/topic-page.ts";
import type { Counter } from "./counter.ts";
import type { Noted } from "./notes.ts";
import { type Places, placesOf, rawPathOf } from "./places.ts";
import { turn } from "./turn.ts";
import type { Workspace } from "./workspace.ts";

/** Raised by hand when the writing room's code changes what it gives. */
const WRITE_VERSION = 1;

export interface SiteInput {
  readonly workspace: Workspace;
  readonly engine: Engine;
  readonly counter: Counter;
  readonly noted: readonly Noted[];
  readonly wiki: readonly WikiPage[];
  readonly decisions: readonly Decision[];
  /** Rewrites with a model what was written without one. */
  readonly upgrade: boolean;
  /** Pages that stand already: no others are linked to, and none is written. */
  readonly onlyTopics?: ReadonlySet<string>;
}

export interface WrittenTopic {
  readonly placed: PlacedTopic;
  readonly written: TopicPage;
  readonly sources: number;
  readonly disagreements: number;
}

export interface Site {
  readonly sourcePages: readonly Page[];
  readonly textPages: readonly Page[];
  readonly topics: readonly WrittenTopic[];
  readonly notes: readonly SourceNote[];
  readonly finder: NameFinder;
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  readonly dropped: readonly Dropped[];
  readonly gone?: EngineGone;
}

export async function siteOf(input: SiteInput): Promise<Site> {
  const { workspace, noted, wiki, decisions, counter } = input;
  const every = noted.flatMap((one) => one.notes);
  counter.count("link");
  let topics = chooseTopics(every, workspace, decisions);
  let places = placesOf(workspace.layout, every, topics, wiki, decisions);
  // A source whose page a person deleted has nothing that could be cited.
  const notes = every.filter((note) => places.source(note) !== undefined);
  if (notes.length < every.length) {
    topics = chooseTopics(notes, workspace, decisions);
    places = placesOf(workspace.layout, notes, topics, wiki, decisions);
  }
  // Pages that a person edited or links to keep their names for life.
  const kept = keptNames(workspace, wiki, [
    ...notes.flatMap((note) => wantedPage(places.source(note), note.meta.title, "source", `[[${rawPathOf(note.path)}]]`)),
    ...topics.flatMap((topic) => wantedPage(places.topic(topic), topic.title, topic.type)),
  ]);
  if (kept.length > 0) places = placesOf(workspace.layout, notes, topics, wiki, [...decisions, ...kept]);
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const claimAt = claimFinder(byPath);
  const infos = new Map(notes.map((note) => [note.path, infoOf(note, places)]));
  const sourceOf = (path: string) => infos.get(path);
  let placed = topics.flatMap((topic): PlacedTopic[] => {
    const path = places.topic(topic);
    const wanted = path !== undefined && (input.onlyTopics?.has(path) ?? true);
    return wanted ? [{ topic, page: withoutEnding(path) }] : [];
  });
  let finder = nameFinder(placed);
  let outcome: Outcome = input.onlyTopics ? { written: [], dropped: [] } : await writeTopics(placed, printerOf());
  // A topic that nothing could be said of has no page, so no other page may link to it.
  while (!input.onlyTopics && outcome.written.length < placed.length) {
    placed = outcome.written.map((one) => one.placed);
    finder = nameFinder(placed);
    outcome = await writeTopics(placed, printerOf());
  }
  const { written, dropped, gone } = outcome;
  const topicByKey = new Map(placed.flatMap((one) => one.topic.aliases.map((name) => [nameKey(name), one] as const)));
  const texts = new Map(noted.flatMap((one) => one.notes.map((note, i) => [note.path, one.texts[i]] as const)));
  const newest = newestByUrl(notes);
  const sourcePages = notes.map((note) => {
    const text = places.text(note);
    const newer = note.meta.url ? newest.get(note.meta.url) : undefined;
    const info = newer && newer.path !== note.path ? infos.get(newer.path) : undefined;
    return sourcePage({
      note,
      path: places.source(note) ?? "",
      ...(text ? { textPage: withoutEnding(text) } : {}),
      topicOf: (name) => topicByKey.get(nameKey(name)),
      ...(info ? { supersededBy: { page: info.page, title: info.title } } : {}),
    });
  });
  const textPages = notes.flatMap((note): Page[] => {
    const path = places.text(note);
    const body = texts.get(note.path);
    if (!path || body === undefined) return [];
    const source = infos.get(note.path);
    const front = { source: `[[${note.path.split("::")[0]}]]`, ...(source ? { sources: [`[[${source.page}|${source.title}]]`] } : {}) };
    return [{ path, type: "text", title: `${note.meta.title} (text)`, front, body, engine: "extractive" }];
  });
  function printerOf(): Printer {
    return { input, byPath, claimAt, sourceOf, finder, related: relationsOf(placed, claimAt), names: memoKey(placed.map((one) => [one.page, one.topic.aliases])) };
  }
  await turn(workspace.signal);
  return { sourcePages, textPages, topics: written, notes, finder, sourceOf, dropped, ...(gone ? { gone } : {}) };
}

function wantedPage(path: string | undefined, title: string, type: string, source?: string): { path: string; title: string; type: string; source?: string }[] {
  return path === undefined ? [] : [{ path, title, type, ...(source ? { source } : {}) }];
}

function chooseTopics(notes: readonly SourceNote[], workspace: Workspace, decisions: readonly Decision[]): Topic[] {
  return topicsFrom(notes, workspace.settings.topics, {
    merge: decisions.flatMap((one) => (one.kind === "merge" ? [one.names] : [])),
    forbid: decisions.flatMap((one) => (one.kind === "forbid" ? [one.name] : [])),
    pin: decisions.flatMap((one) => (one.kind === "pin" ? [one.name] : [])),
    rename: Object.fromEntries(decisions.flatMap((one) => (one.kind === "rename" && !one.from.endsWith(".md") ? [[one.from, one.to]] : []))),
  });
}

interface Printer {
  readonly input: SiteInput;
  readonly byPath: ReadonlyMap<string, SourceNote>;
  readonly claimAt: (ref: ClaimRef) => Claim | undefined;
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  readonly finder: NameFinder;
  readonly related: ReadonlyMap<string, readonly Relation[]>;
  /** Hash of all names that a page may link to. */
  readonly names: string;
}

interface Outcome {
  readonly written: readonly WrittenTopic[];
  readonly dropped: readonly Dropped[];
  readonly gone?: EngineGone;
}

async function writeTopics(placed: readonly PlacedTopic[], printer: Printer): Promise<Outcome> {
  const { workspace } = printer.input;
  const rules = printer.input.engine.id === "extractive" ? "" : workspace.rules();
  const dropped: Dropped[] = [];
  const written: WrittenTopic[] = [];
  let gone: EngineGone | undefined;
  workspace.progress.start("Writing topics", placed.length);
  for (const one of placed) {
    await turn(workspace.signal);
    const neighbours = (printer.related.get(one.page) ?? []).map((relation) => relation.title);
    const brief = briefOf(one.topic, printer.byPath, neighbours, rules);
    const { draft, engine, fault } = await draftOf(brief, printer, gone);
    if (fault instanceof EngineGone) gone = fault;
    else if (fault) dropped.push({ what: one.topic.title, where: `${one.page}.md`, reason: `the model could not write it, so it was put together without: ${fault.message}` });
    const page = printed(one, brief, draft, engine, printer);
    dropped.push(...draft.dropped, ...page.written.dropped.map((drop) => ({ ...drop, where: `${one.page}.md` })));
    if (saysEnough(draft, page)) written.push(page);
    workspace.progress.step();
  }
  workspace.progress.done();
  return { written, dropped, ...(gone ? { gone } : {}) };
}

/** A page of one sentence is a stub: nobody would keep it. */
const LEAST_SENTENCES = 3;
/** But a definition and one sentence more are worth keeping. */
const DEFINED = 0.75;

function saysEnough(draft: TopicDraft, page: WrittenTopic): boolean {
  const sentences = draft.sections.flatMap((section) => section.paragraphs.flat()).length - page.written.dropped.length;
  const least = (page.placed.topic.definitionStrength ?? 0) >= DEFINED ? LEAST_SENTENCES - 1 : LEAST_SENTENCES;
  return page.written.oneLine.claims.length > 0 && sentences >= least;
}

interface Drafted {
  readonly draft: TopicDraft;
  readonly engine: string;
  readonly fault?: Error;
}

async function draftOf(brief: TopicBrief, { input }: Printer, gone: EngineGone | undefined): Promise<Drafted> {
  const { engine, workspace, upgrade } = input;
  const { memo, kv } = workspace.store;
  const plain = (): TopicDraft => {
    const key = memoKey(brief.title, { ...brief, rules: "" }, WRITE_VERSION, EXTRACTIVE_VERSION);
    const known = memo.get<TopicDraft>("draft", key);
    if (known) return known;
    const draft = extractiveTopic(brief);
    input.counter.count("write");
    memo.set("draft", key, draft);
    return draft;
  };
  const modelKey = (id: string): string => memoKey(brief.title, { ...brief, rules: "" }, WRITE_VERSION, id);
  const last = engine.id === "extractive" ? kv.get<string>("model-id") : engine.id;
  if (last) {
    const known = memo.get<TopicDraft>("draft", modelKey(last));
    if (known) return { draft: known, engine: last };
  }
  if (engine.id === "extractive" || gone) return { draft: plain(), engine: "extractive" };
  const before = upgrade ? undefined : memo.get<TopicDraft>("draft", memoKey(brief.title, { ...brief, rules: "" }, WRITE_VERSION, EXTRACTIVE_VERSION));
  if (before) return { draft: before, engine: "extractive" };
  try {
    const draft = await engine.writeTopic(brief, workspace.signal);
    input.counter.count("write");
    memo.set("draft", modelKey(engine.id), draft);
    return { draft, engine: engine.id };
  } catch (error) {
    if (workspace.signal?.aborted || !(error instanceof Error)) throw error;
    return { draft: plain(), engine: "extractive", fault: error };
  }
}

function printed(placed: PlacedTopic, brief: TopicBrief, draft: TopicDraft, engine: string, printer: Printer): WrittenTopic {
  const { input, sourceOf } = printer;
  const { memo } = input.workspace.store;
  const disagreements = disagreementsIn(brief.claims.filter((claim: BriefClaim) => claim.about >= 0.4));
  const related = printer.related.get(placed.page) ?? [];
  const cited = [...new Set(placed.topic.claims.map((ref) => ref.source))].map((path) => sourceOf(path));
  const key = memoKey(placed.page, placed.topic.title, placed.topic.aliases, placed.topic.kind, draft, engine, disagreements, related, cited, printer.names, WRITE_VERSION);
  const known = memo.get<TopicPage>("page", key);
  const written = known ?? topicPage({ placed, draft, finder: printer.finder, related, disagreements, claimAt: printer.claimAt, sourceOf, engine });
  if (!known) {
    input.counter.count("print");
    memo.set("page", key, written);
  }
  const sources = Array.isArray(written.page.front.sources) ? written.page.front.sources.length : 0;
  return { placed, written, sources, disagreements: disagreements.length };
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

function infoOf(note: SourceNote, places: Places): SourceInfo {
  return {
    page: withoutEnding(places.source(note) ?? ""),
    title: note.meta.title.replace(/[[\]|]/g, " ").replace(/\s+/g, " ").trim(),
    byline: bylineOf(note.meta.authors, note.meta.published).replace(/[[\]|]/g, " "),
  };
}

/** The copy of each URL that was clipped last, where there are several. */
function newestByUrl(notes: readonly SourceNote[]): Map<string, SourceNote> {
  const out = new Map<string, SourceNote>();
  for (const note of notes) if (note.meta.url) out.set(note.meta.url, note);
  return out;
}

function withoutEnding(path: string): string {
  return path.replace(/\.md$/, "");
}
