// kb promote: a person's word that an output is worth keeping. It moves into wiki/answers/, the index lists it, and the decision is recorded.
import { basename, relative, resolve, sep } from "node:path";
import { mendedPages } from "../check/check.ts";
import { UserError } from "../core/errors.ts";
import type { FrontValue, Page } from "../core/page.ts";
import { decisionPlan } from "../vault/decided.ts";
import { endRun } from "../vault/end-run.ts";
import { startRun } from "../vault/journal.ts";
import { type PageOnDisk, readPage } from "../vault/load.ts";
import { withLock } from "../vault/lock.ts";
import { applyPlan } from "../vault/plan.ts";
import { checkedVault } from "./checked-vault.ts";
import type { Workspace } from "./workspace.ts";

export interface Verdict {
  readonly output: string;
  readonly verdict: "promoted" | "rejected";
  /** Where a promoted output stands now. */
  readonly page?: string;
  readonly why?: string;
}

/** `file` from the working folder or from the vault's root. */
export async function promote(workspace: Workspace, file: string, cwd = process.cwd()): Promise<Verdict> {
  const output = outputNamed(workspace, file, cwd);
  const read = outputPage(workspace, output);
  const page = `${workspace.layout.folderOf.answer}/${basename(output)}`;
  return withLock(workspace.layout, "promote", async () => {
    const run = startRun(workspace, { command: "promote", reason: output });
    const moved: Page = { ...pageFrom(read, page) };
    const { pages } = applyPlan(workspace, { pages: [moved] }, { dryRun: false, run });
    const conflict = pages.find((report) => report.status === "conflict");
    if (conflict)
      throw new UserError(
        `${page} is left as it is: ${conflict.reason ?? "it differs"}. Rename ${output} and promote it again.`,
        1,
      );
    applyPlan(
      workspace,
      { returns: [{ path: output, found: Buffer.from(read.text), bytes: undefined }] },
      { dryRun: false, run },
    );
    applyPlan(workspace, decisionPlan(workspace, [{ kind: "promote", output, page }], moved.engine), {
      dryRun: false,
      run,
    });
    applyPlan(workspace, { patches: mendedPages(checkedVault(workspace), ["index-drift"]) }, { dryRun: false, run });
    const notice = endRun(workspace, run);
    if (notice !== undefined) workspace.progress.notice(notice);
    return { output, verdict: "promoted", page };
  });
}

/** The output's path from the vault's root. */
export function outputNamed({ layout }: Workspace, file: string, cwd: string): string {
  for (const base of [cwd, layout.root]) {
    const path = relative(layout.root, resolve(base, file)).split(sep).join("/").normalize("NFC");
    if (path.startsWith(`${layout.outputs}/`) && readPage(layout, path)) return path;
  }
  throw new UserError(
    `There is no output ${file}. Outputs are the .md files in ${layout.outputs}/; kb status lists them.`,
  );
}

export function outputPage({ layout }: Workspace, output: string): PageOnDisk {
  const read = readPage(layout, output);
  if (!read) throw new UserError(`There is no output ${output}.`);
  return read;
}

const OWN = new Set(["title", "type", "created", "updated", "kb_engine", "kb_hash"]);

function pageFrom({ front, body }: PageOnDisk, path: string): Page {
  const kept = Object.entries(front).flatMap(([key, value]): [string, FrontValue][] =>
    OWN.has(key) ? [] : isFrontValue(value) ? [[key, value]] : [],
  );
  const title = typeof front.title === "string" ? front.title : basename(path, ".md");
  const engine = typeof front.kb_engine === "string" ? front.kb_engine : "extractive";
  return { path, type: "answer", title, front: Object.fromEntries(kept), body, engine };
}

function isFrontValue(value: unknown): value is FrontValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
