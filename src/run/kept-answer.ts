// Where an answer goes: a page in outputs/, a rendered deck, a file that the asker named; what it rests on becomes claims.
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { chartPage, chartSpec } from "../answer/formats/chart.ts";
import { documentPage } from "../answer/formats/document.ts";
import { slidesPage } from "../answer/formats/slides.ts";
import { relatedTo } from "../answer/related.ts";
import type { Answer } from "../core/answer.ts";
import type { Page } from "../core/page.ts";
import { slugOf } from "../text/slug.ts";
import { endRun } from "../vault/end-run.ts";
import type { VaultIndex } from "../vault/index-file.ts";
import { startRun } from "../vault/journal.ts";
import { absolute } from "../vault/layout.ts";
import { loadWiki, readPage } from "../vault/load.ts";
import { withLock } from "../vault/lock.ts";
import { applyPlan } from "../vault/plan.ts";
import { type AnswerFormat, type AskOptions, isKept } from "./ask-options.ts";
import { printedPdf, putRendered, renderDeck } from "./render.ts";
import type { Workspace } from "./workspace.ts";

export interface Kept {
  /** As it stands now: raw sentences that became claims are cited as such. */
  readonly answer: Answer;
  /** What was written, a path from the vault's root or as -o named it; undefined when nothing was to be kept. */
  readonly output?: string;
}

export async function kept(
  workspace: Workspace,
  index: VaultIndex,
  answer: Answer,
  options: AskOptions,
): Promise<Kept> {
  const { format, to, file, save = true } = options;
  if (!isKept(answer, options)) return { answer };
  const path = outputPath(workspace, answer.question, SUFFIX[format ?? "md"]);
  const picture = path.replace(/\.md$/u, ".svg");
  const { deckCells, deckPictures } = await import("./deck-extras.ts");
  const cells = format === "marp" ? await deckCells(workspace, index, answer) : [];
  // A deck that lies elsewhere would not find them.
  const pictures = format === "marp" && (file === undefined || to !== undefined) ? deckPictures(workspace, answer) : [];
  const { layOut } = (await import("./page-layouts.ts")).pageLayouts(workspace.layout);
  const pageOf = (one: Answer): Page => {
    if (format === "marp")
      return slidesPage({ ...one, sentences: [...one.sentences, ...cells] }, path, workspace.clock.today(), pictures);
    if (format === "chart") return chartPage(one, path, picture);
    return documentPage(one, path, relatedTo(index, one), layOut);
  };
  const home = save && file === undefined ? await saved(workspace, answer, pageOf) : answer;
  const target = file === undefined ? undefined : resolve(options.cwd ?? process.cwd(), file);
  if (format === "chart")
    return { answer: home, output: await chartFiles(workspace, home, pageOf(home), options, target) };
  if (to !== undefined && format !== "marp") {
    const { htmlOf } = await import("./html-page.ts");
    const html = htmlOf(pageOf(home));
    const bytes = to === "pdf" ? await printedPdf(workspace, html) : new TextEncoder().encode(html);
    const put = putRendered(workspace, pageOf(home), to, bytes, target);
    return { answer: home, output: file ?? put };
  }
  if (to !== undefined) {
    const put = await renderDeck(workspace, pageOf(home), to, target);
    return { answer: home, output: file ?? put };
  }
  if (file === undefined || target === undefined) return { answer: home, output: path };
  const { writeNamed } = await import("../vault/write-file.ts");
  const { printedPage } = await import("./printed-page.ts");
  writeNamed(target, printedPage(workspace, pageOf(home)));
  return { answer: home, output: file };
}

const SUFFIX: Readonly<Record<AnswerFormat, string>> = { md: "", marp: "-slides", table: "-table", chart: "-chart" };

/** The picture twice beside its page, which shows it; with -o only the one asked for, there. */
async function chartFiles(
  workspace: Workspace,
  answer: Answer,
  page: Page,
  { to, save = true, file }: AskOptions,
  target: string | undefined,
): Promise<string> {
  const { drawnPng, drawnSvg, undrawn } = await import("./draw.ts");
  const svg = await drawnSvg(chartSpec(answer));
  const missing = await undrawn(svg);
  if (missing.length > 0) workspace.progress.notice((await import("./fonts.ts")).noFont(missing));
  const bytes = new TextEncoder().encode(svg);
  if (target !== undefined) {
    const png = to === "png" || (to === undefined && /\.png$/i.test(target));
    const svgWanted = to === "svg" || /\.svg$/i.test(target);
    const { writeNamed } = await import("../vault/write-file.ts");
    const { printedPage } = await import("./printed-page.ts");
    writeNamed(target, png ? await drawnPng(svg) : svgWanted ? bytes : printedPage(workspace, page));
    return file ?? target;
  }
  if (!save) return page.path;
  putRendered(workspace, page, "svg", bytes);
  putRendered(workspace, page, "png", await drawnPng(svg));
  return to === undefined ? page.path : page.path.replace(/\.md$/u, `.${to}`);
}

/** The question's slug; another question that has it already gets a number. */
function outputPath({ layout }: Workspace, question: string, suffix: string): string {
  const slug = slugOf(question).slice(0, 80).replace(/-+$/, "") || "answer";
  for (let n = 1; ; n++) {
    const path = `${layout.outputs}/${slug}${suffix}${n === 1 ? "" : `-${n}`}.md`;
    const there = existsSync(absolute(layout, path)) ? readPage(layout, path)?.front.title : question;
    if (there === question) return path;
  }
}

/** One run: what it learnt and the page can be taken back together. */
async function saved(workspace: Workspace, answer: Answer, pageOf: (answer: Answer) => Page): Promise<Answer> {
  return withLock(workspace.layout, "ask", async () => {
    const run = startRun(workspace, { command: "ask", reason: answer.question });
    const raw = answer.sentences.some(({ citations }) => citations.some(({ onPage }) => !onPage));
    // Looked through once: of what is learnt first, nothing concerns the answer's own page.
    const wiki = loadWiki(workspace.layout, workspace.store);
    const home = raw ? await (await import("./learn.ts")).learnedFrom(workspace, answer, run, wiki) : answer;
    const page = pageOf(home);
    const { pages } = applyPlan(workspace, { pages: [page] }, { dryRun: false, run, wiki });
    const notice = endRun(workspace, run);
    if (notice !== undefined) workspace.progress.notice(notice);
    const conflict = pages.find((report) => report.status === "conflict");
    if (conflict)
      workspace.progress.notice(
        `${basename(page.path)} was edited and is left as it is: ${conflict.reason ?? "it differs"}`,
      );
    return home;
  });
}
