// kb trace
import { UserError } from "../../core/errors.ts";
import type { RawPlace } from "../../run/raw-places.ts";
import type { PageTrace, TracedClaim } from "../../run/trace.ts";
import type { SourceTrace } from "../../run/trace-source.ts";
import type { AddCommand, Session } from "../session.ts";
import { counted, shortened } from "../words.ts";

interface Options {
  readonly source?: string;
}

const FEW = 20;

export const addTrace: AddCommand = (program, go) => {
  program
    .command("trace")
    .description("follow the sentences of a page to the words of its sources, or a source to the pages that use it")
    .argument("[page]", "path, title or alias of a page; :LINE for one line of it")
    .option("--source <file>", "a raw file: where it is used, and which of its claims no page uses")
    .action((page: string | undefined, options: Options) => go((session) => trace(page, options, session)));
};

async function trace(page: string | undefined, { source }: Options, session: Session): Promise<number> {
  if ((page === undefined) === (source === undefined))
    throw new UserError(
      "Name a page (kb trace wiki/concepts/memex.md:12) or a source (kb trace --source raw/essay.md).",
    );
  return session.withWorkspace(async (workspace) => {
    if (page !== undefined) {
      const { tracePage } = await import("../../run/trace.ts");
      const report = await tracePage(workspace, page, session.cwd);
      session.report(report, () => pageText(report, session));
      return 0;
    }
    const { traceSource } = await import("../../run/trace-source.ts");
    const report = await traceSource(workspace, source ?? "", session.cwd);
    session.report(report, () => sourceText(report, session));
    return 0;
  });
}

function pageText({ page, title, sentences }: PageTrace, { paint }: Session): string[] {
  if (sentences.length === 0) return [`No sentence that could be followed stands there (${page}).`];
  return [
    `${paint.bold(title)} ${paint.dim(page)}`,
    ...sentences.flatMap(({ line, text, claims }) => [
      "",
      `${paint.dim(`${line}:`)} ${text}`,
      ...(claims.length === 0
        ? [`  ${paint.yellow("no citation")}`]
        : claims.flatMap((claim) => claimText(claim, paint, text))),
    ]),
  ];
}

function claimText(claim: TracedClaim, paint: Session["paint"], sentence: string): string[] {
  const { id, page, text, quote, source, published, place, missing } = claim;
  return [
    `  ${paint.dim("claim")}  ${text === undefined || text === sentence ? "" : `${text} `}${paint.dim(`^${id} ${page}`)}`,
    ...(quote === undefined || quote === text ? [] : [`  ${paint.dim("words")}  “${quote}”`]),
    ...(source === undefined
      ? []
      : [
          `  ${paint.dim("place")}  ${source}${place ? placeText(place) : ""}${published === undefined ? "" : ` (${published})`}`,
        ]),
    ...(missing === undefined ? [] : [`  ${paint.red(`broken: ${missing}`)}`]),
  ];
}

function placeText({ line, page, headings, time }: RawPlace): string {
  const parts = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(time === undefined ? [] : [time]),
    ...(headings.length === 0 ? [] : [headings.join(" › ")]),
  ];
  return parts.map((part) => `, ${part}`).join("");
}

function sourceText({ source, pages, claims, counts, dropped }: SourceTrace, { paint, options }: Session): string[] {
  const most = options.verbose ? Number.POSITIVE_INFINITY : FEW;
  const used = claims.filter((claim) => claim.uses.length > 0);
  const unused = claims.filter((claim) => claim.uses.length === 0);
  return [
    `${paint.bold(source)} ${paint.dim(pages.join(", "))}`,
    `${counted(counts.claims, "claim")}, ${counts.used} used on ${counted(counts.pages, "page")}, ${counts.unused} on none.`,
    ...used.flatMap(({ id, text, uses }) => [
      "",
      `${text} ${paint.dim(`^${id}`)}`,
      ...uses.map((use) => `  ${paint.dim(`${use.page}:${use.line}`)}`),
    ]),
    ...section(
      "No page uses",
      unused.map(({ id, text }) => `  ${text} ${paint.dim(`^${id}`)}`),
      most,
      paint,
    ),
    ...section(
      "Left out of its claims",
      dropped.map((reason) => `  ${reason}`),
      most,
      paint,
    ),
  ];
}

function section(title: string, lines: readonly string[], most: number, paint: Session["paint"]): string[] {
  return lines.length === 0 ? [] : ["", paint.bold(title), ...shortened(lines, most, "line")];
}
