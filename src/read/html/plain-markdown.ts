// HTML -> Markdown without taking anything for clutter: for page bodies, and for tables that the standardiser leaves as HTML.
import { tableOf } from "../as-markdown.ts";
import { parsePage, tagOf, textOf, wordsIn } from "./dom.ts";
import { plainTables } from "./tables.ts";

export async function plainMarkdown(html: string): Promise<string> {
  const { default: Turndown } = await import("turndown");
  const service = new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-" });
  service.remove(["script", "style", "noscript", "template"]);
  service.addRule("table", {
    filter: "table",
    replacement: (_, node) => `\n\n${tableOf(rowsOf(node as unknown as TableNode))}\n\n`,
  });
  // A heading is one line, whatever breaks a page puts into it.
  service.addRule("heading", {
    filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
    replacement: (content, node) =>
      content.trim() === ""
        ? ""
        : `\n\n${"#".repeat(Number(node.nodeName[1]))} ${content.replace(/\s+/gu, " ").trim()}\n\n`,
  });
  // A link around blocks would be broken over lines.
  service.addRule("wide link", {
    filter: (node) => node.nodeName === "A" && /\n\s*\n/u.test(node.textContent ?? ""),
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  });
  return service.turndown(html).replace(/^(\s*[-*+]|\s*\d+\.) {2,3}(?=\S)/gmu, "$1 ");
}

interface TableNode {
  querySelectorAll(selector: string): ArrayLike<TableNode>;
  readonly childNodes: ArrayLike<TableNode & { readonly nodeName: string; readonly textContent: string | null }>;
}

function rowsOf(table: TableNode): string[][] {
  return Array.from(table.querySelectorAll("tr"))
    .map((row) =>
      Array.from(row.childNodes)
        .filter((cell) => /^T[DH]$/u.test(cell.nodeName))
        .map((cell) => cell.textContent ?? ""),
    )
    .filter((row) => row.length > 0);
}

/** HTML tables inside Markdown become Markdown tables. */
export async function withoutHtmlTables(markdown: string): Promise<string> {
  let out = "";
  let from = 0;
  for (let start = markdown.indexOf("<table"); start >= 0; start = markdown.indexOf("<table", from)) {
    const end = closing(markdown, start);
    if (end < 0) break;
    const page = await parsePage(markdown.slice(start, end));
    const body = page.body ?? page.documentElement;
    plainTables(page, body);
    out += `${markdown.slice(from, start)}\n\n${await plainMarkdown(body.innerHTML)}\n\n`;
    from = end;
  }
  return out + markdown.slice(from);
}

function closing(text: string, start: number): number {
  let depth = 0;
  const tag = /<(\/?)table\b[^>]*>/giu;
  tag.lastIndex = start;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return -1;
}

/** Words that a reader sees: addresses of links and pictures do not count. */
export function wordsShown(markdown: string): number {
  return wordsIn(markdown.replace(/\]\([^)\n]*\)/gu, "]"));
}

/** A page's body as Markdown, with everything that was left in it. */
export async function bodyMarkdown(html: string, url = ""): Promise<string> {
  const page = await parsePage(html);
  const body = page.body ?? page.documentElement;
  for (const [selector, attribute] of [
    ["a[href]", "href"],
    ["img[src]", "src"],
  ] as const)
    for (const one of [...body.querySelectorAll(selector)]) {
      const address = one.getAttribute(attribute) ?? "";
      if (tagOf(one) === "a" && textOf(one) === "" && one.querySelector("img,svg") === null) one.remove();
      else if (URL.canParse(url) && !address.startsWith("#") && URL.canParse(address, url))
        one.setAttribute(attribute, new URL(address, url).href);
    }
  plainTables(page, body);
  return textOf(body) === "" ? "" : await plainMarkdown(body.innerHTML);
}
