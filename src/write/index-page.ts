// The catalogue: every page by kind, with one line on each; split by kind and letter beyond 300 rows.
import type { LayOut, Page } from "../core/page.ts";
import { escapeInline, linkText } from "../markdown/harmless.ts";
import { yearOf } from "../text/dates.ts";
import { byCodePoint } from "../text/order.ts";
import { A_GROUP, emptyOnes, groupedBy, shelfOf } from "./index-groups.ts";

export interface IndexRow {
  /** Page without ".md". */
  readonly page: string;
  readonly title: string;
  readonly section: IndexSection;
  readonly oneLine: string;
  readonly sources: number;
  readonly updated: string;
  /** Only what the vault's rules rate weak says it. */
  readonly weak?: boolean;
}

export interface SourceRow {
  readonly page: string;
  readonly title: string;
  readonly author: string;
  readonly published: string;
  /** What tells a stranger most of it, as Markdown; may be empty. */
  readonly oneLine: string;
  /** The number by which a series calls it, "EIP-1559"; empty for most. */
  readonly number: string;
  /** What it says of its own standing, "final"; empty for most. */
  readonly status: string;
  /** Below raw/, the person's own order of things; empty at the top. */
  readonly folder: string;
  /** How far the vault's rules trust it, "3 (weak)"; empty where they say nothing. */
  readonly tier: string;
  /** Nothing in it stands alone as a claim. */
  readonly empty: boolean;
}

export const INDEX_SECTIONS = [
  "Concepts",
  "Methods",
  "People",
  "Organisations",
  "Products",
  "Projects",
  "Places",
  "Works",
  "Events",
  "Entities",
  "Answers",
] as const;
export type IndexSection = (typeof INDEX_SECTIONS)[number];

const MOST_ROWS = 300;

export interface IndexInput {
  readonly wiki: string;
  readonly rows: readonly IndexRow[];
  readonly sources: readonly SourceRow[];
  readonly counts: string;
  readonly layOut: LayOut;
}

/** wiki/index.md, and further pages beside it where a section has too many rows to scan. */
export function indexPages({ wiki, rows, sources, counts, layOut }: IndexInput): Page[] {
  const pages: Page[] = [];
  // The log begins with the first source: until then there is none to point at.
  const log = sources.length > 0 ? ` changes are in the [[${wiki}/log|log]];` : "";
  const opening = `${counts}. Start with the [[${wiki}/overview|overview]];${log} what waits for a decision is in [[${wiki}/review|review]].`;
  const parts: string[] = [];
  for (const section of INDEX_SECTIONS) {
    const own = rows.filter((row) => row.section === section).sort(byTitle);
    if (own.length === 0) continue;
    parts.push(`## ${section}`);
    const lines = own.map(topicLine);
    parts.push(...placed(section, own, lines, TOPIC_HEAD, wiki, pages));
  }
  if (sources.length > 0) {
    parts.push("## Sources");
    const empty = sources.filter((row) => row.empty && row.oneLine === "").sort(byTitle);
    const own = sources.filter((row) => !empty.includes(row)).sort(byTitle);
    if (own.length > MOST_ROWS) {
      const columns = columnsOf(own);
      const lines = own.map((row) => sourceLine(row, columns));
      parts.push(...placed("Sources", own, lines, headOf(["page", "in one line", ...columns]), wiki, pages));
    } else parts.push(...shelves(own));
    if (empty.length > 0) parts.push(emptyOnes(empty));
  }
  return [
    {
      path: `${wiki}/index.md`,
      type: "index",
      title: "Index",
      front: {},
      body: layOut("index", { opening, catalogue: parts.join("\n\n") }),
      engine: "extractive",
    },
    ...pages,
  ];
}

const TOPIC_HEAD = headOf(["page", "in one line", "sources", "updated"]);

function headOf(columns: readonly string[]): string {
  return `| ${columns.join(" | ")} |\n${"|---".repeat(columns.length)}|`;
}

/** Groups that are worth a heading each, and rows in them. */
const LEAST_GROUPS = 3;
const MOST_GROUPS = 30;

/** The sources under their folders, else under their years, newest first, where such groups are neither many nor thin; else in one table. */
function shelves(rows: readonly SourceRow[]): string[] {
  const folders = groupedBy(rows, shelfOf(rows), byCodePoint);
  const years = groupedBy(
    rows,
    (row) => yearOf(row.published) ?? "",
    (a, b) => byCodePoint(b, a),
  );
  const groups = [folders, years].find(
    (each) => each.size >= LEAST_GROUPS && each.size <= MOST_GROUPS && rows.length >= A_GROUP * each.size,
  );
  const byFolder = groups === folders;
  const columns = columnsOf(rows).filter((column) => !(byFolder && column === "folder"));
  const table = (own: readonly SourceRow[]): string =>
    `${headOf(["page", "in one line", ...columns])}\n${own.map((row) => sourceLine(row, columns)).join("\n")}`;
  if (!groups) return rows.length > 0 ? [table([...rows].sort((a, b) => byCodePoint(a.folder, b.folder)))] : [];
  return [...groups].flatMap(([name, own]) => [
    `### ${escapeInline(name) || (byFolder ? "In no folder" : "Without a date")}`,
    table(own),
  ]);
}

const SOURCE_COLUMNS = ["number", "status", "tier", "folder", "author", "published"] as const;
type SourceColumn = (typeof SOURCE_COLUMNS)[number];

/** Of all sources: with so many in one folder it tells none of them from another. */
const SAME = 0.9;

/** Only columns that tell sources apart. */
function columnsOf(sources: readonly SourceRow[]): SourceColumn[] {
  return SOURCE_COLUMNS.filter((column) => {
    const counts = new Map<string, number>();
    for (const row of sources) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
    // One licence beside a hundred notes in one folder: no column for that.
    return counts.size > 1 && (column !== "folder" || Math.max(...counts.values()) < SAME * sources.length);
  });
}

/** A short table in place; a long one on pages by letter, linked with every title so that the index still lists all. */
function placed(
  section: string,
  own: readonly { title: string; page: string }[],
  lines: readonly string[],
  head: string,
  wiki: string,
  pages: Page[],
): string[] {
  if (own.length <= MOST_ROWS) return [`${head}\n${lines.join("\n")}`];
  const letters = new Map<string, number[]>();
  own.forEach((row, i) => {
    const letter = letterOf(row.title);
    letters.set(letter, [...(letters.get(letter) ?? []), i]);
  });
  const out: string[] = [];
  for (const [letter, rows] of letters) {
    const name = `index-${section.toLowerCase()}-${letter === "#" ? "other" : letter.toLowerCase()}`;
    const title = `${section}: ${letter}`;
    pages.push({
      path: `${wiki}/${name}.md`,
      type: "index",
      title,
      front: {},
      body: `Part of the [[${wiki}/index|index]].\n\n${head}\n${rows.map((i) => lines[i]).join("\n")}`,
      engine: "extractive",
    });
    out.push(
      `**[[${wiki}/${name}|${letter}]]** · ${rows.map((i) => `[[${own[i]?.page}|${linkText(own[i]?.title ?? "")}]]`).join(" · ")}`,
    );
  }
  return out;
}

function letterOf(title: string): string {
  const first =
    title
      .normalize("NFD")
      .match(/[\p{Alpha}\p{N}]/u)?.[0]
      ?.toUpperCase() ?? "#";
  return /[A-Z]/.test(first) ? first : "#";
}

function topicLine(row: IndexRow): string {
  const line = row.weak && row.oneLine !== "" ? `Uncertain: ${row.oneLine}` : row.oneLine;
  return `| ${cellLink(row.page, row.title)} | ${cell(line)} | ${row.sources} | ${row.updated} |`;
}

function sourceLine(row: SourceRow, columns: readonly SourceColumn[]): string {
  const cells = [cellLink(row.page, row.title), row.oneLine, ...columns.map((column) => cell(row[column]))];
  return `| ${cells.join(" | ")} |`;
}

function cellLink(page: string, title: string): string {
  return `[[${page}\\|${linkText(title)}]]`;
}

function cell(text: string): string {
  return escapeInline(text)
    .replace(/(?<!\\)\|/g, "\\|")
    .replace(/\s+/g, " ");
}

function byTitle(a: { title: string; page: string }, b: { title: string; page: string }): number {
  const [x, y] = [a.title.toLowerCase(), b.title.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : a.page < b.page ? -1 : 1;
}
