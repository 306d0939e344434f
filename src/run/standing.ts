// The pages that speak of all others: index, overview, review, dashboard.
import type { SourceNote } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import type { ClaimRef } from "../core/topic.ts";
import { doubtfulPairs } from "../link/doubts.ts";
import { counted } from "../text/counted.ts";
import { identifierOf } from "../text/identifier.ts";
import { readConflicts } from "../vault/conflicts.ts";
import { loadDecisions } from "../vault/decided.ts";
import type { WikiPage } from "../vault/load.ts";
import { datesFor } from "../vault/plan.ts";
import { isWeak, type SourceInfo } from "../write/citations.ts";
import { authorsOf } from "../write/dates.ts";
import { foldersOf } from "../write/folders.ts";
import { type IndexRow, indexPages, type SourceRow } from "../write/index-page.ts";
import { oneLineOf } from "../write/one-line.ts";
import { weightsOf } from "../write/overview-begin.ts";
import { overviewPage } from "../write/overview-page.ts";
import { sectionOf } from "../write/section.ts";
import { reviewPage, vaultBase } from "../write/standing-files.ts";
import { type Telling, tellingLine, tellingsOf } from "../write/telling.ts";
import { withOpinion } from "./same.ts";
import type { Site } from "./site.ts";
import { unsaidIn } from "./unsaid.ts";
import type { Workspace } from "./workspace.ts";

export interface Standing {
  readonly pages: readonly Page[];
  readonly base: string;
}

/** `wiki` is as loadWiki gave it: answers that people took home stand in the index too. A plan asks twice, since pages get their dates when they are written. */
export function standingFor(workspace: Workspace, site: Site): (wiki: readonly WikiPage[]) => Standing {
  const lines = linesOf(site);
  const overview = overviewOf(workspace, site, lines);
  return (wiki) => standingOf(workspace, site, wiki, { lines, overview });
}

/** What stays the same whatever is written. */
interface Lasting {
  readonly lines: Lines;
  readonly overview: Page;
}

/** One line a topic, by page; what tells most of each source, by path; its folder. */
interface Lines {
  readonly topics: ReadonlyMap<string, string>;
  readonly tellings: ReadonlyMap<string, Telling>;
  /** By path of the note. */
  readonly folders: ReadonlyMap<string, string>;
}

function linesOf(site: Site): Lines {
  return {
    topics: new Map(site.topics.map(({ placed, written }) => [placed.page, oneLineOf(written.oneLine.text, placed)])),
    tellings: tellingsOf(site.notes),
    folders: foldersOf(site.notes.map((note) => note.path)),
  };
}

function standingOf(
  workspace: Workspace,
  site: Site,
  wiki: readonly WikiPage[],
  { lines, overview }: Lasting,
): Standing {
  const { layout } = workspace;
  const { tellings, folders } = lines;
  const decisions = loadDecisions(workspace).list;
  const topicPages = site.topics.map((topic) => topic.written.page);
  const dates = datesFor(workspace, topicPages, wiki);
  const rows: IndexRow[] = site.topics.map(({ placed, written, sources }) => ({
    page: placed.page,
    title: placed.topic.title,
    section: sectionOf(placed.topic),
    oneLine: lines.topics.get(placed.page) ?? "",
    sources,
    updated: dates.get(written.page.path)?.updated ?? "",
    weak: onlyWeak(written.oneLine.claims, site),
  }));
  const answers = wiki.filter((page) => page.type === "answer");
  const answerRows: IndexRow[] = answers.map((page) => ({
    page: page.path.replace(/\.md$/, ""),
    title: page.title,
    section: "Answers",
    oneLine: typeof page.front.question === "string" ? page.front.question : "",
    sources: Array.isArray(page.front.sources) ? page.front.sources.length : 0,
    updated: String(page.front.updated ?? ""),
  }));
  // Pages that stand beside what kb builds: a person's own, and those that stay because a person edited them.
  const built = new Set([...topicPages, ...site.sourcePages].map((page) => page.path));
  const others: IndexRow[] = wiki
    .filter((page) => LISTED.has(page.type) && !built.has(page.path))
    .map((page) => ({
      page: page.path.replace(/\.md$/, ""),
      title: page.title,
      section: page.type === "method" ? "Methods" : page.type === "concept" ? "Concepts" : "Entities",
      oneLine: "",
      sources: Array.isArray(page.front.sources) ? page.front.sources.length : 0,
      updated: String(page.front.updated ?? ""),
    }));
  const series = seriesIn(site.notes);
  const sources: SourceRow[] = site.notes.map((note) => ({
    page: site.sourceOf(note.path)?.page ?? "",
    title: note.meta.title,
    author: authorsOf(note.meta.authors),
    published: note.meta.published ?? "",
    oneLine: tellingLine(tellings.get(note.path), true),
    number: series.get(note.path) ?? "",
    status: statusOf(note),
    folder: folders.get(note.path) ?? "",
    tier: tierOf(site.sourceOf(note.path)),
    empty: note.claims.length === 0,
  }));
  const empty = sources.filter((row) => row.empty && row.oneLine === "").length;
  const counts = [
    counted(sources.length - empty, "source"),
    ...(empty > 0 ? [`${counted(empty, "file")} without a claim`] : []),
    ...(["concept", "entity", "method"] as const).flatMap((type) => {
      const n = site.topics.filter((one) => one.placed.topic.type === type).length;
      return n > 0 ? [counted(n, type, type === "entity" ? "entities" : undefined)] : [];
    }),
    ...(answers.length > 0 ? [counted(answers.length, "answer")] : []),
  ].join(" · ");
  const review = reviewPage({
    wiki: layout.wiki,
    merges: doubtfulPairs(
      site.topics.map((one) => one.placed.topic),
      decisions.flatMap((one) => (one.kind === "split" && !one.in ? [one.names] : [])),
    ).map((pair) => withOpinion(pair, site.judged)),
    disagreements: site.topics
      .filter((one) => one.disagreements.length > 0)
      .map(({ placed, disagreements, confirmed }) => ({
        page: placed.page,
        title: placed.topic.title,
        points: disagreements.map(({ sides }, i) => ({
          sides: sides.map(({ text, year }) => (year ? `${year}: ${text}` : text)),
          confirmed: confirmed?.[i] ?? false,
        })),
      })),
    conflicts: conflictLines(workspace),
  });
  return {
    pages: [
      ...indexPages({
        wiki: layout.wiki,
        rows: [...rows, ...others, ...answerRows],
        sources,
        counts,
        layOut: site.layOut,
      }),
      overview,
      review,
    ],
    base: vaultBase(layout.wiki),
  };
}

function overviewOf({ layout }: Workspace, site: Site, { tellings, folders }: Lines): Page {
  return overviewPage({
    wiki: layout.wiki,
    topics: site.topics.map(({ placed, written, disagreements, sources, headed }) => ({
      placed,
      sources,
      sentence: written.oneLine.text,
      refs: written.oneLine.claims,
      defined: written.defined,
      headed,
      weak: onlyWeak(written.oneLine.claims, site),
      disagreements,
    })),
    unsaid: unsaidIn(site),
    sources: site.notes.map((note) => ({
      path: note.path,
      title: note.meta.title,
      folder: folders.get(note.path) ?? "",
      ...(note.meta.published ? { published: note.meta.published } : {}),
      summary: tellingLine(tellings.get(note.path)),
      empty: note.claims.length === 0 && !tellings.has(note.path),
      status: statusOf(note),
    })),
    weights: weightsOf(
      site.notes,
      site.topics.map(({ placed, written }) => {
        const [said] = written.defined ? written.oneLine.claims : [];
        return { topic: placed.topic, ...(said ? { definedBy: said.source } : {}) };
      }),
    ),
    sourceOf: site.sourceOf,
    finder: site.finder,
    layOut: site.layOut,
  });
}

/** Numbers by path, where several have one of the same series: "rust-2018" alone is no number. */
function seriesIn(notes: readonly SourceNote[]): ReadonlyMap<string, string> {
  const numbers = new Map(notes.flatMap(({ path }) => [[path, identifierOf(path) ?? ""] as const]));
  const seriesOf = (number: string): string => number.replace(/-.*$/, "");
  const sizes = new Map<string, number>();
  for (const number of numbers.values()) sizes.set(seriesOf(number), (sizes.get(seriesOf(number)) ?? 0) + 1);
  return new Map([...numbers].filter(([, number]) => (sizes.get(seriesOf(number)) ?? 0) > 1));
}

const LISTED = new Set(["concept", "entity", "method", "source"]);

function conflictLines(workspace: Workspace): string[] {
  return Object.entries(readConflicts(workspace.store)).flatMap(([path, conflicts]) =>
    conflicts.map(
      (one) => `- [[${path.replace(/\.md$/, "")}]]\n    - yours: ${inline(one.theirs)}\n    - new: ${inline(one.ours)}`,
    ),
  );
}

/** Both sides with their links, on one line. */
function inline(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .replace(/\^(?=c-[\w-]+$)/g, "\\^")
      .trim() || "(nothing)"
  );
}

/** Nothing but what the vault's rules rate weak bears it out. */
function onlyWeak(claims: readonly ClaimRef[], site: Site): boolean {
  return claims.length > 0 && claims.every((ref) => isWeak(site.sourceOf(ref.source)));
}

function tierOf(source: SourceInfo | undefined): string {
  return source?.tier === undefined ? "" : `${source.tier}${isWeak(source) ? " (weak)" : ""}`;
}

/** What a source says of its own standing: "final" of its tag "status/final". */
function statusOf({ meta }: SourceNote): string {
  return meta.standing?.find((tag) => tag.startsWith("status/"))?.slice("status/".length) ?? "";
}
