// Rule: the index lists every page, and only pages that are there.
import type { Finding } from "../../core/finding.ts";
import { isContent, wikiPages, withoutEnding } from "../kinds.ts";
import type { CheckedPage, CheckedVault, Places, Rule } from "../vault.ts";

/**
 * Example: A page that the index does not list, a row without a page
 * ```md wiki/concepts/memex.md
 * ---
 * title: Memex
 * type: concept
 * updated: 2026-11-21
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * ```md wiki/index.md
 * ---
 * type: index
 * kb_hash: 0123456789abcdef
 * ---
 * ## Concepts
 *
 * | page | in one line | sources | updated |
 * |---|---|---|---|
 * | [[wiki/concepts/xanadu\|Xanadu]] | A system. | 1 | 2026-11-20 |
 * ```
 * > wiki/index.md:9 error lists [[wiki/concepts/xanadu]], which is not there
 * > wiki/index.md:0 error does not list [[wiki/concepts/memex]]
 *
 * Example: No index at all
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * > wiki/index.md:0 error is not there; kb compile writes it
 */
export const indexDrift: Rule = {
  name: "index-drift",
  about: "The index lists every page, and only pages that are there.",
  check: (vault, places) => {
    const pages = wikiPages(vault);
    const indexes = pages.filter((page) => page.type === "index");
    const content = pages.filter(isContent);
    const home = `${vault.folders.wiki}/index.md`;
    const fault = (path: string, line: number, message: string, fixable = true): Finding => ({
      rule: "index-drift",
      severity: "error",
      path,
      line,
      message,
      fixable,
    });
    if (!indexes.some((page) => page.path === home)) {
      return content.length === 0 ? [] : [fault(home, 0, "is not there; kb compile writes it", false)];
    }
    return [
      ...indexes.flatMap((page) =>
        page.links
          .filter((link) => places.file(link.target) === undefined)
          .map((link) => fault(page.path, link.line, `lists [[${link.target}]], which is not there`)),
      ),
      ...unlisted(vault, places).map((page) => fault(home, 0, `does not list [[${withoutEnding(page.path)}]]`)),
    ];
  },
  fix: (page, vault, places) => {
    if (!page.ours || page.type !== "index") return page.text;
    const kept = withoutDeadRows(page, places);
    return page.path === `${vault.folders.wiki}/index.md` ? withRows(kept, unlisted(vault, places)) : kept;
  },
};

function unlisted(vault: CheckedVault, places: Places): CheckedPage[] {
  const pages = wikiPages(vault);
  const listed = new Set(
    pages.filter((page) => page.type === "index").flatMap((page) => page.links.map((link) => places.file(link.target))),
  );
  return pages.filter((page) => isContent(page) && !listed.has(page.path));
}

/** A row whose page is gone goes; elsewhere the link's words stay. */
function withoutDeadRows(page: CheckedPage, places: Places): string {
  const dead = new Set(page.links.filter((link) => places.file(link.target) === undefined).map((link) => link.target));
  if (dead.size === 0) return page.text;
  const names = (line: string): string[] =>
    [...line.matchAll(/\[\[([^\]|#\\]*)/gu)].map(([, target = ""]) => target.trim());
  return page.text
    .split("\n")
    .filter((line) => !(line.startsWith("|") && names(line).some((target) => dead.has(target))))
    .map((line) =>
      names(line).some((target) => dead.has(target))
        ? line.replace(/\[\[([^\]|]*)(?:\|([^\]]*))?\]\]/gu, (whole, target: string, alias?: string) =>
            dead.has(target) ? (alias ?? target) : whole,
          )
        : line,
    )
    .join("\n");
}

const SECTION_OF: Readonly<Record<string, string>> = {
  concept: "Concepts",
  method: "Methods",
  entity: "Entities",
  person: "People",
  organisation: "Organisations",
  product: "Products",
  project: "Projects",
  place: "Places",
  work: "Works",
  event: "Events",
  answer: "Answers",
  source: "Sources",
};

function withRows(text: string, pages: readonly CheckedPage[]): string {
  let out = text;
  for (const page of pages) {
    const kind = typeof page.front["kind"] === "string" ? page.front["kind"] : "";
    const section = SECTION_OF[kind] ?? SECTION_OF[page.type] ?? "Concepts";
    const columns = columnsIn(out, section) ?? (page.type === "source" ? SOURCE_COLUMNS : TOPIC_COLUMNS);
    out = withRow(out, section, rowOf(page, columns), columns);
  }
  return out;
}

const TOPIC_COLUMNS = ["page", "in one line", "sources", "updated"];
const SOURCE_COLUMNS = ["page", "in one line", "author", "published"];

/** Heads of the section's table; columns that tell nothing apart are left out of it. */
function columnsIn(text: string, section: string): string[] | undefined {
  const lines = text.split("\n");
  const heading = lines.indexOf(`## ${section}`);
  const next = lines.findIndex((line, i) => i > heading && line.startsWith("## "));
  const head = lines.slice(heading + 1, next < 0 ? undefined : next).find((line) => line.startsWith("| page |"));
  return heading < 0
    ? undefined
    : head
        ?.split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
}

function rowOf(page: CheckedPage, columns: readonly string[]): string {
  const link = `[[${withoutEnding(page.path)}\\|${page.title.replace(/[[\]|]/gu, " ").trim()}]]`;
  const cell = (value: unknown): string =>
    (Array.isArray(value) ? value.join(", ") : String(value ?? "")).replace(/[|\n]/gu, " ");
  const sources = page.front["sources"];
  const cells: Readonly<Record<string, string>> = {
    page: link,
    "in one line": page.type === "source" ? "" : oneLine(page),
    sources: String(Array.isArray(sources) ? sources.length : 0),
    updated: cell(page.front["updated"]),
    author: cell(page.front["author"]),
    published: cell(page.front["published"]),
  };
  return `| ${columns.map((column) => cells[column] ?? "").join(" | ")} |`;
}

/** The page's first sentence without its citation. */
function oneLine(page: CheckedPage): string {
  const line = page.body.split("\n").find((one) => /^[\p{Alpha}*"“]/u.test(one)) ?? "";
  const [first = ""] = line.split(/ \(\[\[/u);
  return first
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, "$1")
    .replace(/\*\*|\|/gu, "")
    .trim();
}

/** Puts the row where its page's title belongs in the section's table. */
function withRow(text: string, section: string, row: string, columns: readonly string[]): string {
  const lines = text.replace(/\n+$/u, "").split("\n");
  const heading = lines.indexOf(`## ${section}`);
  if (heading < 0) {
    const head = `| ${columns.join(" | ")} |\n${"|---".repeat(columns.length)}|`;
    return `${[...lines, "", `## ${section}`, "", head, row].join("\n")}\n`;
  }
  const next = lines.findIndex((line, i) => i > heading && line.startsWith("## "));
  const end = next < 0 ? lines.length : next;
  const rows = lines
    .map((line, i) => ({ line, i }))
    .filter(({ line, i }) => i > heading && i < end && line.startsWith("| [["));
  const after =
    rows.find(({ line }) => titleKey(line) > titleKey(row))?.i ??
    (rows.at(-1)?.i ?? lines.findIndex((line, i) => i > heading && line.startsWith("|---"))) + 1;
  return `${[...lines.slice(0, after), row, ...lines.slice(after)].join("\n")}\n`;
}

function titleKey(row: string): string {
  return (/\\\|([^\]]*)\]\]/u.exec(row)?.[1] ?? "").toLowerCase();
}
