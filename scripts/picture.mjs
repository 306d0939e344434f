// Makes the picture of a compiled page for the README: the note as Obsidian shows it, photographed by Chromium.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { noteRenderer, splitNote } from "./picture/note.mjs";
import { backlinks, readNotes, treeRows } from "./picture/vault.mjs";
import { windowHtml } from "./picture/window.mjs";

const USAGE = "npm run picture -- [PAGE] [--vault DIR] [-o FILE] [--size 1320x880]";
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const STYLES = ["window.css", "note.css"];
const here = path.dirname(fileURLToPath(import.meta.url));

function browser() {
  const found = [process.env.CHROME_PATH, ...BROWSERS].find((file) => file && existsSync(file));
  if (!found) throw new Error("no Chromium found: install it (Debian: apt-get install chromium) or set CHROME_PATH");
  return found;
}

/** A checkout may lie in a folder of any name: the project's own name keeps the picture the same. @param {string} root */
function vaultName(root) {
  const manifest = path.join(root, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).name : path.basename(root);
}

/** @param {string} root @param {string} page */
function pageHtml(root, page) {
  const notes = readNotes(root);
  const text = notes.get(page);
  if (text === undefined) throw new Error(`${page} is no note of ${root}; compile first, or name another page`);
  const { front, body } = splitNote(text);
  const render = noteRenderer((target) => notes.has(`${target}.md`) || existsSync(path.join(root, target)));
  return windowHtml({
    vault: vaultName(root),
    page,
    front,
    html: render(body),
    rows: treeRows(root, page),
    links: backlinks(notes, page),
    style: STYLES.map((file) => readFileSync(path.join(here, "picture", file), "utf8")).join("\n"),
  });
}

/** @param {string} html @param {string} picture @param {string} size */
function photograph(html, picture, size) {
  const scratch = mkdtempSync(path.join(tmpdir(), "kb-picture-"));
  try {
    const file = path.join(scratch, "page.html");
    writeFileSync(file, html);
    mkdirSync(path.dirname(picture), { recursive: true });
    execFileSync(
      browser(),
      [
        ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        ...["--disable-component-update", "--disable-sync", "--hide-scrollbars", `--user-data-dir=${scratch}/profile`],
        ...["--force-device-scale-factor=1.25", `--window-size=${size.replace("x", ",")}`],
        ...[`--screenshot=${picture}`, pathToFileURL(file).href],
      ],
      { stdio: "ignore", timeout: 60_000 },
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      vault: { type: "string", default: path.dirname(here) },
      output: { type: "string", short: "o", default: path.join(path.dirname(here), "docs", "page.png") },
      size: { type: "string", default: "1320x880" },
    },
  });
  const page = positionals[0] ?? "wiki/entities/douglas-engelbart.md";
  const picture = path.resolve(values.output);
  photograph(pageHtml(path.resolve(values.vault), page), picture, values.size);
  console.log(`${picture} (${Math.round(statSync(picture).size / 1024)} KB)`);
} catch (error) {
  console.error(`picture: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
