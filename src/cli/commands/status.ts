// kb status
import type { StatusReport } from "../../run/status.ts";
import type { AddCommand, Session } from "../session.ts";
import { counted, durationText, shortened } from "../words.ts";

const FEW = 10;
/** Longer lines are cut; --json has them whole. */
const WIDE = 180;

export const addStatus: AddCommand = (program, go) => {
  program
    .command("status")
    .description("what stands in the vault, what waits, which engine answers")
    .action(() =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { status } = await import("../../run/status.ts");
          const report = await status(workspace);
          session.report(report, () => statusText(report, session));
          return 0;
        }),
      ),
    );
};

function vectorsText(vectors: StatusReport["vectors"]): string {
  if (vectors === undefined)
    return "none: search goes by words alone (an embedding model makes them during kb compile)";
  const { model, made, wanted, used } = vectors;
  const missing = wanted - made;
  const waits = missing === 0 ? "" : `; ${missing} wait for kb compile`;
  return `${made} of ${counted(wanted, "text")} (${model})${waits}${used ? "" : "; search goes by words alone until nine in ten have one"}`;
}

/** Pages that every vault has once tell nothing by their number. */
const STANDING = new Set(["decisions", "index", "log", "overview", "review", "edited"]);

function pagesText(pages: StatusReport["pages"]): string {
  const counts = Object.entries(pages).filter(([type, n]) => n > 0 && !STANDING.has(type));
  const listed = counts.map(([type, n]) => counted(n, type, type === "entity" ? "entities" : undefined)).join(", ");
  return `${listed || "none"}${pages["edited"] ? `; ${counted(pages["edited"], "page")} edited by you` : ""}`;
}

function statusText(report: StatusReport, { paint, options }: Session): string[] {
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .filter(([, n]) => n > 0)
      .map(([name, n]) => `${n} ${name}`)
      .join(", ") || "none";
  const most = options.verbose ? Number.POSITIVE_INFINITY : FEW;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [
          "",
          paint.bold(title),
          ...shortened(
            lines.map((line) => `  ${line.length > WIDE ? `${line.slice(0, WIDE - 1)}…` : line}`),
            most,
            "line",
          ),
        ];
  return [
    `${paint.bold("Vault")}    ${report.vault}`,
    `${paint.bold("Engine")}   ${report.engine}${report.models.length > 0 ? ` (${report.models.join(", ")})` : ""}`,
    `${paint.bold("Sources")}  ${counts(report.sources)}`,
    `${paint.bold("Pages")}    ${pagesText(report.pages)}`,
    `${paint.bold("Vectors")}  ${vectorsText(report.vectors)}`,
    ...(report.provisional > 0
      ? [
          `${counted(report.provisional, "page")} without a model's words, or with some from before their claims changed; kb compile --upgrade rewrites them${report.upgradeMs === undefined ? "" : ` in about ${durationText(report.upgradeMs)}`}.`,
        ]
      : []),
    ...list("Waiting for kb compile", report.stale),
    ...list("Outputs to promote or reject", report.outputs),
    ...list(
      "Left out, and why",
      report.ledger.map(({ path, stage, status, reason }) => `${path} (${stage}, ${status}): ${reason}`),
    ),
  ];
}
