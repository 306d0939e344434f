// What a compile or an ingest did, in a few lines for a person.
import type { CompileReport, IngestReport, PageReport, SourceReport } from "../core/report.ts";
import type { Session } from "./session.ts";
import { counted, durationText, shortened, tally } from "./words.ts";

const FEW = 10;

export function compileText(report: CompileReport, session: Session, dryRun: boolean): string[] {
  const changed = report.pages.filter((page) => page.status !== "unchanged");
  const { sources } = report.ingest;
  const head =
    changed.length === 0
      ? `Nothing to do: ${counted(sources.length, "source")}, all pages current.`
      : `${dryRun ? "Would write" : "Wrote"} ${counted(changed.length, "page")} (${parts(changed)}) from ${counted(sources.length, "source")}.`;
  return [
    `${head} ${tail(report)}`,
    ...troubles(sources, session, changed.length === 0),
    ...changed
      .filter((page) => page.status === "conflict")
      .map((page) => `  kept      ${page.path}: ${page.reason ?? "you edited it"}`),
    ...(session.options.verbose || dryRun ? changed.map((page) => `  ${page.status.padEnd(9)} ${page.path}`) : []),
  ];
}

export function ingestText(report: IngestReport, session: Session): string[] {
  const counts = tally(report.sources.map((source) => source.status));
  const read = report.sources.filter(({ status }) => status === "added" || status === "changed");
  const claims = read.reduce((sum, source) => sum + (source.claims ?? 0), 0);
  const head =
    read.length === 0
      ? `Nothing new: ${counted(report.sources.length, "source")}.`
      : `Read ${counted(read.length, "source")} (${counts.get("added") ?? 0} new, ${counts.get("changed") ?? 0} changed): ${counted(claims, "claim")}.`;
  const shown = session.options.verbose
    ? read.map((source) => `  ${source.status.padEnd(9)} ${source.path}${source.page ? ` -> ${source.page}` : ""}`)
    : [];
  return [`${head} ${tail(report)}`, ...troubles(report.sources, session, read.length === 0), ...shown];
}

function parts(pages: readonly PageReport[]): string {
  return [...tally(pages.map((page) => page.status))].map(([status, n]) => `${n} ${status}`).join(", ");
}

function tail({ engine, calls, tokensIn, tokensOut, ms }: IngestReport | CompileReport): string {
  const asked = calls > 0 ? `, ${counted(calls, "call")}, ${tokensIn} tokens in, ${tokensOut} out` : "";
  return `Engine: ${engine}${asked}. ${durationText(ms)}.`;
}

/** Failures, what was removed, and what was skipped: the last not again by a run that did nothing, unless more is asked for. */
function troubles(sources: readonly SourceReport[], session: Session, idle: boolean): string[] {
  const lines = (status: string): string[] =>
    sources
      .filter((source) => source.status === status)
      .map((source) => `  ${status.padEnd(9)} ${source.path}${source.reason ? `: ${source.reason}` : ""}`);
  const most = session.options.verbose ? Number.POSITIVE_INFINITY : FEW;
  return [
    ...shortened(lines("failed"), most, "failure"),
    ...shortened(lines("removed"), most, "file"),
    ...(idle && !session.options.verbose ? [] : shortened(lines("skipped"), most, "skipped file")),
  ];
}
