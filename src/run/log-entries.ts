// What log.md tells of a run: a heading and one paragraph each for what was read and what was written.
import type { Page } from "../core/page.ts";
import type { PageReport, SourceReport } from "../core/report.ts";
import { linkText } from "../markdown/harmless.ts";
import { counted } from "../text/counted.ts";
import { type ApplyOptions, applyPlan } from "../vault/plan.ts";
import type { Workspace } from "./workspace.ts";

/** Adds the entries of a run; nothing, and no report, for one that has nothing to tell. */
export function logRun(
  workspace: Workspace,
  sources: readonly SourceReport[],
  pages: readonly PageReport[],
  titled: readonly Page[],
  options: ApplyOptions,
): readonly PageReport[] {
  const titles = new Map(titled.map((page) => [page.path, page.title]));
  const body = logEntries(workspace, sources, pages, titles);
  if (body === "") return [];
  const path = `${workspace.layout.wiki}/log.md`;
  const page: Page = { path, type: "log", title: "Log", front: {}, body, engine: "extractive" };
  return applyPlan(workspace, { append: [page] }, options).pages;
}

function logEntries(
  workspace: Workspace,
  sources: readonly SourceReport[],
  pages: readonly PageReport[],
  titles: ReadonlyMap<string, string>,
): string {
  const today = workspace.clock.today();
  const link = (path: string): string => `[[${path.replace(/\.md$/, "")}|${linkText(titles.get(path) ?? path)}]]`;
  const entries: string[] = [];
  const read = sources.filter((one) => one.status === "added" || one.status === "changed" || one.status === "removed");
  if (read.length > 0) {
    const first = read[0];
    const title =
      read.length === 1 && first?.page
        ? linkText(titles.get(first.page) ?? first.path)
        : counted(read.length, "source");
    const left = sources.filter((one) => one.status === "failed" || (one.status === "skipped" && !one.again)).length;
    const parts = (["added", "changed", "removed"] as const).flatMap((status) => {
      const own = read.filter((one) => one.status === status);
      return own.length > 0
        ? [
            `${status[0]?.toUpperCase()}${status.slice(1)} ${listed(own.map((one) => (one.page && status !== "removed" ? `${link(one.page)} (${counted(one.claims ?? 0, "claim")})` : `\`${one.path}\``)))}.`,
          ]
        : [];
    });
    entries.push(
      `## [${today}] ingest | ${title}\n\n${parts.join(" ")} Left out: ${left === 0 ? "nothing" : counted(left, "file")}.`,
    );
  }
  const written = pages.filter(
    (one) => ["concept", "entity", "method"].includes(one.type) && one.status !== "unchanged",
  );
  if (written.length > 0) {
    const parts = (["added", "changed", "removed", "conflict"] as const).flatMap((status) => {
      const own = written.filter((one) => one.status === status);
      const label = { added: "Wrote", changed: "Rewrote", removed: "Removed", conflict: "Left as they are" }[status];
      return own.length > 0
        ? [`${label} ${listed(own.map((one) => (status === "removed" ? `\`${one.path}\`` : link(one.path))))}.`]
        : [];
    });
    entries.push(`## [${today}] compile | ${counted(written.length, "topic")}\n\n${parts.join(" ")}`);
  }
  return entries.join("\n\n");
}

const MOST_LISTED = 40;

function listed(items: readonly string[]): string {
  const rest = items.length - MOST_LISTED;
  return rest > 0 ? `${items.slice(0, MOST_LISTED).join(", ")} and ${rest} more` : items.join(", ");
}
