// The pages that speak of all others: index, overview, review, dashboard, log.
import type { SourceNote } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import type { PageReport, SourceReport } from "../core/report.ts";
import { doubtfulPairs } from "../link/doubts.ts";
import { linkText } from "../markdown/harmless.ts";
import { identifierOf } from "../text/identifier.ts";
import { readConflicts } from "../vault/conflicts.ts";
import { loadDecisions } from "../vault/decided.ts";
import type { WikiPage } from "../vault/load.ts";
import { datesFor } from "../vault/plan.ts";
import { type IndexRow, indexPages, type SourceRow } from "../write/index-page.ts";
import { oneLineOf } from "../write/one-line.ts";
import { weightsOf } from "../write/overview-begin.ts";
import { overviewPage } from "../write/overview-page.ts";
import { sectionOf } from "../write/section.ts";
import { reviewPage, vaultBase } from "../write/standing-files.ts";
import { tellingLine, tellingsOf } from "../write/telling.ts";
import { withOpinion } from "./same.ts";
import type { Site } from "./site.ts";
import type { Workspace } from "./workspace.ts";

export interface Standing {
  readonly pages: readonly Page[];
  readonly base: string;
}

/** `wiki` is as loadWiki gave it: answers that people took home stand in the index too. */
export function standingOf(workspace: Workspace, site: Site, wiki: readonly WikiPage[]): Standing {
  const { layout } = workspace;
  const decisions = loadDecisions(workspace).list;
  const topicPages = site.topics.map((topic) => topic.written.page);
  const dates = datesFor(workspace, topicPages, wiki);
  const rows: IndexRow[] = site.topics.map(({ placed, written, sources }) => ({
    page: placed.page,
    title: placed.topic.title,
    section: sectionOf(placed.topic),
    oneLine: oneLineOf(written.oneLine.text, placed),
    sources,
    updated: dates.get(written.page.path)?.updated ?? "",
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
  const tellings = tellingsOf(site.notes);
  const sources: SourceRow[] = site.notes.map((note) => ({
    page: site.sourceOf(note.path)?.page ?? "",
    title: note.meta.title,
    author: note.meta.authors.join(", "),
    published: note.meta.published ?? "",
    oneLine: tellingLine(tellings.get(note.path), true),
    number: identifierOf(note.path) ?? "",
    status: statusOf(note),
    folder: folderOf(note.path),
    empty: note.claims.length === 0,
  }));
  const empty = sources.filter((row) => row.empty && row.oneLine === "").length;
  const counts = [
    counted(sources.length - empty, "source"),
    ...(empty > 0 ? [`${counted(empty, "file")} without a claim`] : []),
    ...(["concept", "entity", "method"] as const).flatMap((type) => {
      const n = site.topics.filter((one) => one.placed.topic.type === type).length;
      return n > 0 ? [counted(n, type)] : [];
    }),
    ...(answers.length > 0 ? [counted(answers.length, "answer")] : []),
  ].join(" · ");
  const overview = overviewPage({
    wiki: layout.wiki,
    topics: site.topics.map(({ placed, written, disagreements, sources, headed }) => ({
      placed,
      sources,
      sentence: written.oneLine.text,
      refs: written.oneLine.claims,
      defined: written.defined,
      headed,
      disagreements,
    })),
    sources: site.notes.map((note) => ({
      path: note.path,
      folder: folderOf(note.path),
      ...(note.meta.published ? { published: note.meta.published } : {}),
      summary: tellingLine(tellings.get(note.path)),
      empty: note.claims.length === 0 && !tellings.has(note.path),
      status: statusOf(note),
    })),
    weights: weightsOf(
      site.notes,
      site.topics.map((one) => one.placed.topic),
    ),
    sourceOf: site.sourceOf,
    finder: site.finder,
  });
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
      ...indexPages({ wiki: layout.wiki, rows: [...rows, ...others, ...answerRows], sources, counts }),
      overview,
      review,
    ],
    base: vaultBase(layout.wiki),
  };
}

const LISTED = new Set(["concept", "entity", "method", "source"]);

function counted(n: number, noun: string): string {
  const many = noun === "entity" ? "entities" : `${noun}s`;
  return `${n} ${n === 1 ? noun : many}`;
}

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

/** What log.md tells of a run: a heading and one paragraph each for what was read and what was written. */
export function logEntries(
  workspace: Workspace,
  sources: readonly SourceReport[],
  pages: readonly PageReport[],
  titles: ReadonlyMap<string, string>,
): string {
  const today = workspace.clock.today();
  const link = (path: string): string => `[[${path.replace(/\.md$/, "")}|${linkText(titles.get(path) ?? path)}]]`;
  const entries: string[] = [];
  const read = sources.filter((one) => one.status === "added" || one.status === "changed" || one.status === "removed");
  if (read.length > 0) {
    const first = read[0];
    const title =
      read.length === 1 && first?.page
        ? linkText(titles.get(first.page) ?? first.path)
        : counted(read.length, "source");
    const left = sources.filter((one) => one.status === "failed" || (one.status === "skipped" && !one.again)).length;
    const parts = (["added", "changed", "removed"] as const).flatMap((status) => {
      const own = read.filter((one) => one.status === status);
      return own.length > 0
        ? [
            `${status[0]?.toUpperCase()}${status.slice(1)} ${listed(own.map((one) => (one.page && status !== "removed" ? `${link(one.page)} (${counted(one.claims ?? 0, "claim")})` : `\`${one.path}\``)))}.`,
          ]
        : [];
    });
    entries.push(
      `## [${today}] ingest | ${title}\n\n${parts.join(" ")} Left out: ${left === 0 ? "nothing" : counted(left, "file")}.`,
    );
  }
  const written = pages.filter(
    (one) => ["concept", "entity", "method"].includes(one.type) && one.status !== "unchanged",
  );
  if (written.length > 0) {
    const parts = (["added", "changed", "removed", "conflict"] as const).flatMap((status) => {
      const own = written.filter((one) => one.status === status);
      const label = { added: "Wrote", changed: "Rewrote", removed: "Removed", conflict: "Left as they are" }[status];
      return own.length > 0
        ? [`${label} ${listed(own.map((one) => (status === "removed" ? `\`${one.path}\`` : link(one.path))))}.`]
        : [];
    });
    entries.push(`## [${today}] compile | ${counted(written.length, "topic")}\n\n${parts.join(" ")}`);
  }
  return entries.join("\n\n");
}

const MOST_LISTED = 40;

function listed(items: readonly string[]): string {
  const rest = items.length - MOST_LISTED;
  return rest > 0 ? `${items.slice(0, MOST_LISTED).join(", ")} and ${rest} more` : items.join(", ");
}

/** What a source says of its own standing: "final" of its tag "status/final". */
function statusOf({ meta }: SourceNote): string {
  return meta.standing?.find((tag) => tag.startsWith("status/"))?.slice("status/".length) ?? "";
}

/** Below raw/: "python" of "raw/python/til.md"; empty at the top, and for what stands inside of an archive. */
function folderOf(path: string): string {
  return path.split("::")[0]?.split("/").slice(1, -1).join("/") ?? "";
}
