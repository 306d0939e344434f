// The HTML of the whole window: file tree, the page with its properties, backlinks.
import { escapeHtml, linkHtml, splitLink } from "./note.mjs";

const CHEVRON = '<svg viewBox="0 0 10 10"><path d="M3.5 2 7 5 3.5 8"/></svg>';
const LINES = '<svg viewBox="0 0 16 16"><path d="M3 4h10M3 8h10M3 12h6"/></svg>';
const LIST = '<svg viewBox="0 0 16 16"><path d="M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1"/></svg>';
const DATE = '<svg viewBox="0 0 16 16"><path d="M2.5 3.5h11v10h-11zM2.5 7h11M5.5 2v3M10.5 2v3"/></svg>';
const TAG = '<svg viewBox="0 0 16 16"><path d="M2.5 2.5h5l6 6-5 5-6-6zM5 5h.1"/></svg>';
const SHARE = '<svg viewBox="0 0 16 16"><path d="M9.5 3.5h3v9h-9v-3M3 3l6 6M3 7V3h4"/></svg>';

/** @typedef {{ name: string, depth: number, folder: boolean, open: boolean, active: boolean }} Row */

/** @param {Row} row */
function treeRow(row) {
  const indent = `style="padding-left:${10 + row.depth * 17}px"`;
  const dot = row.name.lastIndexOf(".");
  const ending = row.folder || row.name.endsWith(".md") || dot < 0 ? "" : row.name.slice(dot + 1);
  const name = row.folder || dot < 0 ? row.name : row.name.slice(0, dot);
  const mark = row.folder ? `<b class="${row.open ? "open" : ""}">${CHEVRON}</b>` : "<b></b>";
  const badge = ending ? `<em>${escapeHtml(ending.toUpperCase())}</em>` : "";
  return `<div class="row${row.active ? " active" : ""}" ${indent}>${mark}<span>${escapeHtml(name)}</span>${badge}</div>`;
}

/** @param {string} name */
function icon(name) {
  if (name === "tags") return TAG;
  if (name === "aliases") return SHARE;
  if (name === "created" || name === "updated" || name === "published") return DATE;
  return name === "sources" || name === "author" ? LIST : LINES;
}

/** A value as the properties panel shows it: lists as pills, links as links. @param {string} name @param {unknown} value */
function propertyValue(name, value) {
  /** @param {unknown} one */
  const shown = (one) => {
    const link = /^\[\[([\s\S]+)\]\]$/.exec(String(one));
    return link ? linkHtml(splitLink(link[1] ?? "").shown, true) : escapeHtml(String(one));
  };
  if (!Array.isArray(value)) return shown(value);
  const kind = name === "tags" ? "pill tag" : "pill";
  return value.map((one) => `<span class="${kind}">${shown(one)}<i>×</i></span>`).join("");
}

/** @param {Record<string, unknown>} front */
function properties(front) {
  const rows = Object.entries(front).map(
    ([name, value]) =>
      `<div class="property"><div class="key">${icon(name)}${escapeHtml(name)}</div><div class="value">${propertyValue(name, value)}</div></div>`,
  );
  return `<section class="properties"><h4>Properties</h4>${rows.join("")}</section>`;
}

/** A line that links here, short enough for the pane. @param {string} line @param {string} name */
function mention(line, name) {
  const plain = line
    .replace(/\(?\[\[[^\]]*#\^[^\]]*\]\][^)]*\)/g, "")
    .replace(/\[\[([^\]]+)\]\]/g, (_all, inside) => splitLink(String(inside).replaceAll("\\|", "|")).shown)
    .replace(/[ \t]\^[\w-]+$/, "")
    .replace(/\*\*|^[-|>\s]+|\|\s*$/g, "")
    .replace(/\s+/g, " ")
    .replaceAll(" .", ".");
  const at = Math.max(0, plain.toLowerCase().indexOf(name.toLowerCase()));
  const from = at < 60 ? 0 : plain.indexOf(" ", at - 50) + 1;
  const long = plain.length > from + 150;
  const to = long ? plain.lastIndexOf(" ", from + 150) : plain.length;
  const cut = (from > 0 ? "… " : "") + plain.slice(from, to).trim() + (long ? " …" : "");
  return escapeHtml(cut).replace(
    new RegExp(escapeHtml(name).replace(/[^\w\s]/g, "."), "i"),
    (hit) => `<mark>${hit}</mark>`,
  );
}

/** @param {{ name: string, lines: string[] }[]} links @param {string} title */
function backlinkPane(links, title) {
  const count = links.reduce((sum, link) => sum + link.lines.length, 0);
  const notes = links.map(
    (link) =>
      `<div class="from"><b class="open">${CHEVRON}</b>${escapeHtml(link.name)}<em>${link.lines.length}</em></div>` +
      link.lines.map((line) => `<p class="mention">${mention(line, title)}</p>`).join(""),
  );
  return `<h5><b class="open">${CHEVRON}</b>Linked mentions<em>${count}</em></h5>${notes.join("")}`;
}

/**
 * @param {{ vault: string, page: string, front: Record<string, unknown>, html: string, rows: Row[], links: { name: string, lines: string[] }[], style: string }} shown
 */
export function windowHtml({ vault, page, front, html, rows, links, style }) {
  const name = page.slice(page.lastIndexOf("/") + 1).replace(/\.md$/, "");
  const crumbs = page.replace(/\.md$/, "").split("/").map(escapeHtml).join("<i>/</i>");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(name)}</title><style>${style}</style></head><body>
<nav class="files"><div class="bar"></div>${rows.map(treeRow).join("")}<div class="vault">${escapeHtml(vault)}</div></nav>
<main><div class="tabs"><span class="tab">${escapeHtml(name)}<i>×</i></span></div><div class="crumbs">${crumbs}</div>
<article><h1 class="inline-title">${escapeHtml(name)}</h1>${properties(front)}${html}</article></main>
<aside class="backlinks"><div class="bar"></div>${backlinkPane(links, String(front.title ?? name))}</aside>
</body></html>`;
}
