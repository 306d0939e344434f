// What the side panes of the window show: the folders of the vault and who links to the page.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { splitLink, splitNote } from "./note.mjs";

const BESIDE = ["raw", "wiki", "outputs", "templates"];

/** Names of one folder, folders first, each by code point. @param {string} folder */
function names(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("."));
  const byName = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...byName.filter((entry) => entry.isDirectory()), ...byName.filter((entry) => !entry.isDirectory())];
}

/**
 * Rows of the file tree: only what leads to the page is open, as after a click on "reveal in navigation".
 * @param {string} root @param {string} page
 */
export function treeRows(root, page) {
  /** @type {{ name: string, depth: number, folder: boolean, open: boolean, active: boolean }[]} */
  const rows = [];
  /** @param {string} under @param {number} depth */
  const walk = (under, depth) => {
    for (const entry of names(path.join(root, under))) {
      const at = path.posix.join(under, entry.name);
      const folder = entry.isDirectory();
      if (depth === 0 && !(folder && BESIDE.includes(entry.name))) continue;
      const open = folder && page.startsWith(`${at}/`);
      rows.push({ name: entry.name, depth, folder, open, active: at === page });
      if (open) walk(at, depth + 1);
    }
  };
  walk("", 0);
  return rows;
}

/** Every note of the vault, by its path from the root. @param {string} root */
export function readNotes(root) {
  /** @type {Map<string, string>} */
  const notes = new Map();
  for (const under of BESIDE) {
    let files = /** @type {string[]} */ ([]);
    try {
      files = readdirSync(path.join(root, under), { recursive: true, encoding: "utf8" });
    } catch {
      continue; // A vault need not have all of its folders yet.
    }
    for (const file of files) {
      const at = path.posix.join(under, file.split(path.sep).join("/"));
      if (at.endsWith(".md")) notes.set(at, readFileSync(path.join(root, at), "utf8"));
    }
  }
  return notes;
}

/** Lines of other notes that link to the page, note by note. @param {Map<string, string>} notes @param {string} page */
export function backlinks(notes, page) {
  const target = page.replace(/\.md$/, "");
  const found = [];
  for (const [at, text] of [...notes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (at === page) continue;
    const lines = splitNote(text)
      .body.split("\n")
      .filter((line) => [...line.matchAll(/\[\[([^\]]+)\]\]/g)].some((link) => linksTo(link[1] ?? "", target)));
    if (lines.length > 0) found.push({ name: path.posix.basename(at, ".md"), lines });
  }
  return found;
}

/** @param {string} inside @param {string} target */
function linksTo(inside, target) {
  return splitLink(inside.replaceAll("\\|", "|")).target === target;
}
