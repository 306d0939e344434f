// What a compile or an ingest did, in a few lines for a person.
import type { CompileReport, IngestReport, PageReport, SourceReport } from "../core/report.ts";
import type { Session } from "./session.ts";
import { counted, durationText, shortened, tally } from "./words.ts";

const FEW = 10;

export function compileText(report: CompileReport, session: Session, dryRun: boolean): string[] {
  const changed = report.pages.filter((page) => page.status !== "unchanged");
  const kept = changed.filter((page) => page.status === "conflict");
  const written = changed.filter((page) => page.status !== "conflict");
  const from = sourcesIn(report.ingest);
  const head =
    changed.length === 0
      ? report.ingest.sources.some(({ status }) => status === "failed")
        ? `Nothing written: ${from}.`
        : `Nothing to do: ${from}, all pages current.`
      : `${dryRun ? "Would write" : "Wrote"} ${counted(written.length, "page")}${parts(written)} from ${from}${kept.length === 0 ? "" : `; ${counted(kept.length, "page")} left ${kept.length === 1 ? "as it is" : "as they are"}`}.`;
  return [
    `${head} ${tail(report)}`,
    ...troubles(report.ingest.sources, session),
    ...kept.map((page) => `  kept      ${page.path}: ${page.reason ?? "you edited it"}`),
    ...(session.options.verbose || dryRun ? changed.map((page) => `  ${page.status.padEnd(9)} ${page.path}`) : []),
  ];
}

export function ingestText(report: IngestReport, session: Session): string[] {
  const counts = tally(report.sources.map((source) => source.status));
  const read = report.sources.filter(({ status }) => status === "added" || status === "changed");
  const claims = read.reduce((sum, source) => sum + (source.claims ?? 0), 0);
  const head =
    read.length === 0
      ? `Nothing new: ${sourcesIn(report)}.`
      : `Read ${counted(read.length, "source")} (${counts.get("added") ?? 0} new, ${counts.get("changed") ?? 0} changed): ${counted(claims, "claim")}.`;
  const shown = session.options.verbose
    ? read.map((source) => `  ${source.status.padEnd(9)} ${source.path}${source.page ? ` -> ${source.page}` : ""}`)
    : [];
  const next = read.length === 0 ? [] : ["  kb compile brings them into topics, index and overview."];
  return [`${head} ${tail(report)}`, ...troubles(report.sources, session), ...shown, ...next];
}

/** " (2 added, 1 changed)"; nothing for no page. */
function parts(pages: readonly PageReport[]): string {
  const counts = [...tally(pages.map((page) => page.status))].map(([status, n]) => `${n} ${status}`);
  return counts.length === 0 ? "" : ` (${counts.join(", ")})`;
}

/** Files that kb read, now or before; what was left out is none. */
function sourcesIn({ sources }: IngestReport): string {
  const read = sources.filter(({ status }) => status === "added" || status === "changed" || status === "unchanged");
  return counted(read.length, "source");
}

function tail({ engine, calls, tokensIn, tokensOut, ms }: IngestReport | CompileReport): string {
  const asked = calls > 0 ? `, ${counted(calls, "call")}, ${tokensIn} tokens in, ${tokensOut} out` : "";
  return `Engine: ${engine}${asked}. ${durationText(ms)}.`;
}

/** Failures, what was removed, and what was skipped: that of earlier runs is only counted, unless more is asked for. */
function troubles(sources: readonly SourceReport[], session: Session): string[] {
  const all = session.options.verbose ?? false;
  const told = (source: SourceReport): boolean => !all && source.again === true;
  const before = sources.filter(told).length;
  const lines = (status: string): string[] =>
    sources
      .filter((source) => source.status === status && !told(source))
      .map((source) => `  ${status.padEnd(9)} ${source.path}${source.reason ? `: ${source.reason}` : ""}`);
  const most = all ? Number.POSITIVE_INFINITY : FEW;
  return [
    ...shortened(lines("failed"), most, "failure"),
    ...shortened(lines("removed"), most, "file"),
    ...shortened(lines("skipped"), most, "skipped file"),
    ...(before === 0 ? [] : [`  ${counted(before, "file")} left out as before (kb status says why)`]),
  ];
}
