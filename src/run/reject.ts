// kb reject: a person's word that an output is not worth keeping, and why. It goes; the reason stays in decisions.md.
import { UserError } from "../core/errors.ts";
import { decisionPlan } from "../vault/decided.ts";
import { endRun } from "../vault/end-run.ts";
import { startRun } from "../vault/journal.ts";
import { withLock } from "../vault/lock.ts";
import { applyPlan } from "../vault/plan.ts";
import { outputNamed, outputPage, type Verdict } from "./promote.ts";
import type { Workspace } from "./workspace.ts";

/** `kb undo` brings the output back. */
export async function reject(workspace: Workspace, file: string, why: string, cwd = process.cwd()): Promise<Verdict> {
  if (why.trim() === "") throw new UserError(`Say why: kb reject ${file} --why "the figure is out of date"`);
  const output = outputNamed(workspace, file, cwd);
  const { text } = outputPage(workspace, output);
  return withLock(workspace.layout, "reject", async () => {
    const run = startRun(workspace, { command: "reject", reason: `${output}: ${why.trim()}` });
    applyPlan(workspace, decisionPlan(workspace, [{ kind: "reject", output, why: why.trim() }], "extractive"), {
      dryRun: false,
      run,
    });
    applyPlan(
      workspace,
      { returns: [{ path: output, found: Buffer.from(text), bytes: undefined }] },
      { dryRun: false, run },
    );
    endRun(workspace, run);
    return { output, verdict: "rejected", why: why.trim() };
  });
}
