// Findings by page, with a count at the end.
import type { LintReport } from "../run/lint.ts";
import type { Session } from "./session.ts";
import { counted } from "./words.ts";

export function lintText({ findings, counts }: LintReport, { paint }: Session): string[] {
  const lines: string[] = [];
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.path !== path) lines.push(...(path === undefined ? [] : [""]), paint.bold(finding.path));
    path = finding.path;
    const level = { error: paint.red("error  "), warning: paint.yellow("warning"), info: "info   " }[finding.severity];
    const place = finding.line === 0 ? "" : `${finding.line}: `;
    const after = finding.fixed ? " (fixed)" : finding.fixable ? " (fixable)" : "";
    lines.push(`  ${level} ${place}${finding.message}${paint.dim(`${after}  ${finding.rule}`)}`);
  }
  if (findings.length === 0) return ["No findings."];
  const mendable = findings.filter((finding) => finding.fixable && !finding.fixed).length;
  const sum = [counted(counts.error, "error"), counted(counts.warning, "warning"), `${counts.info} info`];
  if (counts.fixed > 0) sum.push(`${counts.fixed} fixed`);
  return [...lines, "", `${sum.join(", ")}.${mendable > 0 ? ` kb lint --fix mends ${mendable}.` : ""}`];
}
