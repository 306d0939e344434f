// A deck to html, pdf, pptx or a picture, by marp-cli in a process of its own: it drives a browser and may end its process.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { UserError } from "../core/errors.ts";
import { shippedUrl } from "../core/own-files.ts";
import type { Page } from "../core/page.ts";
import { endRun } from "../vault/end-run.ts";
import { startRun } from "../vault/journal.ts";
import { absolute } from "../vault/layout.ts";
import { applyPlan } from "../vault/plan.ts";
import { writeNamed } from "../vault/write-file.ts";
import type { Rendering } from "./ask-options.ts";
import { browserIn } from "./browser.ts";
import { isPicture } from "./deck-extras.ts";
import { printedPage } from "./printed-page.ts";
import type { Workspace } from "./workspace.ts";

/** A browser that does not start must not hang the command. */
const LIMIT_MS = 120_000;
/** Emoji stay signs of the text: Marp would fetch a picture of each from a server, and set :words: as emoji. */
const MARP = { options: { emoji: { unicode: false, shortcode: false } } };
const SHIPPED_THEMES = fileURLToPath(shippedUrl("templates/slides/"));

/** Renders beside the deck in outputs/, or to `target` (absolute). Gives what was written, as a person would name it. */
export async function renderDeck(workspace: Workspace, page: Page, to: Rendering, target?: string): Promise<string> {
  return putRendered(workspace, page, to, await rendered(workspace, printedPage(workspace, page), to), target);
}

/** Puts what was rendered from a page beside it in outputs/, or at `target`. */
export function putRendered(
  workspace: Workspace,
  page: Page,
  to: Rendering,
  bytes: Uint8Array,
  target?: string,
): string {
  if (target !== undefined) {
    writeNamed(target, bytes);
    return target;
  }
  const path = page.path.replace(/\.md$/, `.${to}`);
  const run = startRun(workspace, { command: "ask", reason: `${page.title} (${to})` });
  const { files } = applyPlan(workspace, { files: [{ path, bytes, overwrite: "ours" }] }, { dryRun: false, run });
  endRun(workspace, run);
  const [report] = files;
  if (report?.status === "conflict")
    throw new UserError(
      `${path} is left as it is: ${report.reason ?? "it is not kb's own"}. Give another place with -o.`,
      1,
    );
  return path;
}

async function rendered(workspace: Workspace, markdown: string, to: Rendering): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "kb-deck-"));
  try {
    const input = join(folder, "deck.md");
    const output = join(folder, `deck.${to}`);
    writeFileSync(input, withPictures(workspace, markdown));
    const own = absolute(workspace.layout, `${workspace.layout.templates}/slides`);
    const themes = [SHIPPED_THEMES, own].filter((path) => existsSync(path));
    const kind = to === "html" ? [] : to === "png" ? ["--image", "png"] : [`--${to}`];
    const browser = to === "html" ? undefined : browserIn(workspace.env);
    if (to !== "html" && browser === undefined) throw new UserError(noBrowser(to), 1);
    const env = { ...workspace.env, ...(browser === undefined ? {} : { CHROME_PATH: browser }) };
    if (browser !== undefined) {
      const { noFont, scriptsWithoutFont } = await import("./fonts.ts");
      const missing = await scriptsWithoutFont(markdown, browser, workspace.env);
      if (missing.length > 0) workspace.progress.notice(noFont(missing));
    }
    const by = browser === undefined ? [] : ["--browser", "chrome"];
    const config = join(folder, "marp.json");
    writeFileSync(config, JSON.stringify(MARP));
    const args = [input, "-o", output, ...kind, ...by, "--no-stdin", "--config", config, "--theme-set", ...themes];
    await marp(args, env, workspace.signal);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PICTURE_KINDS: Readonly<Record<string, string>> = {
  png: "png",
  jpg: "jpeg",
  jpeg: "jpeg",
  gif: "gif",
  webp: "webp",
  svg: "svg+xml",
};

/** Pictures of the vault within the deck itself, so that it shows them wherever it goes. */
function withPictures({ layout }: Workspace, markdown: string): string {
  return markdown.replace(/!\[\]\(([^)\s]+)\)/gu, (whole, target: string) => {
    const path = posix.join(layout.outputs, decodeURIComponent(target));
    const kind = PICTURE_KINDS[path.split(".").at(-1)?.toLowerCase() ?? ""];
    if (kind === undefined || !isPicture(layout, path)) return whole;
    return `![](data:image/${kind};base64,${readFileSync(absolute(layout, path)).toString("base64")})`;
  });
}

/** A page of HTML as a browser prints it. */
export async function printedPdf({ env, signal, progress }: Workspace, html: string): Promise<Uint8Array> {
  const browser = browserIn(env);
  if (browser === undefined) throw new UserError(noBrowser("pdf", "A page"), 1);
  const { browserFlags, noFont, scriptsWithoutFont } = await import("./fonts.ts");
  const missing = await scriptsWithoutFont(html, browser, env);
  if (missing.length > 0) progress.notice(noFont(missing));
  const folder = mkdtempSync(join(tmpdir(), "kb-page-"));
  try {
    const [input, output] = [join(folder, "page.html"), join(folder, "page.pdf")];
    writeFileSync(input, html);
    const own = [`--user-data-dir=${join(folder, "profile")}`, "--no-pdf-header-footer", `--print-to-pdf=${output}`];
    await ran(browser, [...browserFlags(), ...own, pathToFileURL(input).href], env, signal);
    if (!existsSync(output)) throw new UserError(`${browser} printed nothing. Render to html instead (--to html).`, 1);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function marp(args: readonly string[], env: Workspace["env"], signal: AbortSignal | undefined): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve("@marp-team/marp-cli/package.json");
  const { code, said } = await ran(process.execPath, [join(dirname(manifest), "marp-cli.js"), ...args], env, signal);
  if (code !== 0) throw new UserError(faultOf(said), 1);
}

function ran(
  program: string,
  args: readonly string[],
  env: Workspace["env"],
  signal: AbortSignal | undefined,
): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      env: { ...env },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: LIMIT_MS,
      ...(signal ? { signal } : {}),
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", failed);
    child.on("close", (code) => done({ code, said }));
  });
}

const noBrowser = (to: Rendering, what = "A deck"): string =>
  `${what} becomes ${to} by a browser, and none was found. Install Chromium, Chrome or Edge, or name one in CHROME_PATH; html needs none (--to html).`;

function faultOf(said: string): string {
  const lines = said.replace(/\u001b\[[\d;]*m/g, "").split("\n");
  return `marp-cli could not render the deck: ${lines.find((line) => /error/i.test(line))?.trim() ?? "no reason given"}`;
}
