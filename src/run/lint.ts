// kb lint: checks the vault; with --fix mends what is safe and takes good answers home.
import { findingsIn, mendedPages } from "../check/check.ts";
import { RULE_NAMES, type RuleName } from "../check/names.ts";
import { UserError } from "../core/errors.ts";
import type { Finding } from "../core/finding.ts";
import { counted } from "../text/counted.ts";
import { endRun } from "../vault/end-run.ts";
import { startRun } from "../vault/journal.ts";
import { withLock } from "../vault/lock.ts";
import { applyPlan } from "../vault/plan.ts";
import { checkedVault } from "./checked-vault.ts";
import type { Workspace } from "./workspace.ts";

export interface LintOptions {
  readonly fix?: boolean;
  readonly rules?: readonly string[];
}

export interface LintReport {
  /** By path and line; those that were fixed say so. */
  readonly findings: readonly Finding[];
  /** What is left, by severity, and how many were fixed. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly fixed: number };
}

export async function lint(workspace: Workspace, { fix = false, rules }: LintOptions = {}): Promise<LintReport> {
  const names = rules === undefined ? RULE_NAMES : rules.map(ruleNamed);
  const before = findingsIn(checkedVault(workspace), names);
  if (!fix || !before.some((finding) => finding.fixable)) return reportOf(before);
  await mend(workspace, names);
  await takeHome(workspace, before);
  const after = findingsIn(checkedVault(workspace), names);
  const standing = new Set(after.map(keyOf));
  const fixed = before
    .filter((finding) => finding.fixable && !standing.has(keyOf(finding)))
    .map((finding) => ({ ...finding, fixed: true }));
  const all = [...after, ...fixed].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return reportOf(all);
}

async function mend(workspace: Workspace, names: readonly RuleName[]): Promise<void> {
  await withLock(workspace.layout, "lint", async () => {
    const patches = mendedPages(checkedVault(workspace), names);
    if (patches.length === 0) return;
    const run = startRun(workspace, {
      command: "lint",
      reason: `mended ${counted(patches.length, "page")}`,
    });
    const { files } = applyPlan(workspace, { patches }, { dryRun: false, run });
    for (const file of files)
      if (file.status === "conflict")
        workspace.progress.notice(`${file.path} is left as it is: ${file.reason ?? "it changed"}`);
    const notice = endRun(workspace, run);
    if (notice !== undefined) workspace.progress.notice(notice);
  });
}

/** Each answer is a run of its own, as if a person had promoted it. */
async function takeHome(workspace: Workspace, findings: readonly Finding[]): Promise<void> {
  const answers = findings.filter((finding) => finding.rule === "good-answers");
  if (answers.length === 0) return;
  const { promote } = await import("./promote.ts");
  for (const { path } of answers) {
    try {
      await promote(workspace, path, workspace.root);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      workspace.progress.notice(error.message);
    }
  }
}

function ruleNamed(name: string): RuleName {
  const known = RULE_NAMES.find((one) => one === name);
  if (known === undefined) throw new UserError(`There is no rule "${name}"; rules are ${RULE_NAMES.join(", ")}.`);
  return known;
}

function reportOf(findings: readonly Finding[]): LintReport {
  const left = findings.filter((finding) => !finding.fixed);
  const count = (severity: Finding["severity"]): number =>
    left.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    counts: {
      error: count("error"),
      warning: count("warning"),
      info: count("info"),
      fixed: findings.length - left.length,
    },
  };
}

/** Lines move when others are mended. */
const keyOf = ({ rule, path, message }: Finding): string => JSON.stringify([rule, path, message]);
