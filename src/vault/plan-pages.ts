// One page of a plan at a time: written, kept or taken away, and what the report says of it.
import type { Page, PageType } from "../core/page.ts";
import type { PageReport } from "../core/report.ts";
import { mergeBody, withoutDeadClaims } from "../markdown/merge.ts";
import type { CitationTarget } from "../markdown/merge-citations.ts";
import { readsTheSame } from "../markdown/merge-units.ts";
import { bodyHash, tidyBody } from "../markdown/page-body.ts";
import { baseOf, keepBases } from "./bases.ts";
import { keepConflicts } from "./conflicts.ts";
import { fileFault } from "./disk-fault.ts";
import type { Draft } from "./draft.ts";
import { splitPage } from "./front.ts";
import { changedKeys } from "./front-merge.ts";
import type { Run } from "./journal.ts";
import { bytesAt, standingAt, textAt } from "./layout.ts";
import type { WikiPage } from "./load.ts";
import type { Vault } from "./open.ts";
import { refusal, removeFile, stampAt, writeWhole } from "./write-file.ts";

interface Options {
  readonly dryRun: boolean;
  readonly run: Run;
}

/** How often a page that others write at the same moment is tried. */
const TRIES = 5;

/** Writes a page by its draft. */
export function putPage(vault: Vault, page: Page, first: Draft, again: () => Draft, options: Options): PageReport {
  const report = (status: PageReport["status"], reason?: string): PageReport => ({
    path: page.path,
    type: page.type,
    status,
    ...(reason === undefined ? {} : { reason }),
  });
  if (first.kind === "keep") {
    const told = report(first.conflict ? "conflict" : "unchanged", first.reason);
    return first.failed ? { ...told, failed: true } : told;
  }
  const status = (before: Buffer | undefined) => (before === undefined ? "added" : "changed");
  const reason =
    first.conflicts.length > 0
      ? `${first.conflicts.length} of your edits kept over kb's new text, see review`
      : undefined;
  try {
    if (options.dryRun) return report(status(standingAt(vault.layout, page.path)), reason);
    for (let tries = 0; tries < TRIES; tries++) {
      // Somebody else (Obsidian, a sync program) may have written since the draft was made, or does so right now: what stands there counts.
      const over = stampAt(vault.layout, page.path);
      const before = standingAt(vault.layout, page.path);
      const draft = again();
      if (draft.kind !== "write") return report("unchanged", draft.reason);
      if (draft.base.hash !== first.base.hash) keepBases(vault.store, [draft.base], false);
      const text = Buffer.from(draft.text);
      options.run.note(page.path, before, text);
      if (writeWhole(vault.layout, page.path, text, over)) return report(status(before), reason);
    }
    return { ...report("conflict", "somebody else is writing it"), failed: true };
  } catch (error) {
    return { ...report("conflict", `could not be written (${fileFault(error)})`), failed: true };
  }
}

export function keptCopy(path: string, page: WikiPage | undefined): PageReport {
  return {
    path,
    type: (page?.type ?? "index") as PageType,
    status: "conflict",
    reason: "a copy that you made, so it stays",
  };
}

/** A page that a person edited, locked or wrote is never removed. One that they edited loses what cites claims that are gone. */
export function takePage(
  vault: Vault,
  path: string,
  page: WikiPage | undefined,
  isAlive: (claim: CitationTarget) => boolean,
  options: Options,
): PageReport {
  const type = (page?.type ?? "index") as PageType;
  if (page === undefined) return { path, type, status: "unchanged", reason: "not there" };
  const kept = (reason: string): PageReport => ({ path, type, status: "conflict", reason });
  const fault = !page.ours || page.broken ? "a page of your own" : page.locked ? "locked" : placeFault(vault, path);
  if (fault !== undefined) return kept(fault);
  const over = stampAt(vault.layout, path);
  const before = bytesAt(vault.layout, path);
  if (before !== undefined && bodyHash(splitPage(before.toString("utf8")).body) !== page.body)
    return kept("you are editing it, so it stays");
  const changed = (page.edited && !onlyLinksChanged(vault, page)) || hasOwnProperties(vault, page);
  if (before !== undefined && changed) {
    const text = withoutDead(vault, page, before.toString("utf8"), isAlive);
    if (text !== undefined && !options.dryRun) {
      options.run.note(path, before, Buffer.from(text));
      writeWhole(vault.layout, path, text, over);
    }
    return kept("you edited it, so it stays");
  }
  if (options.dryRun || before === undefined) return { path, type, status: "removed" };
  try {
    options.run.note(path, before, undefined);
    if (stampAt(vault.layout, path) !== over) return kept("you are editing it, so it stays");
    removeFile(vault.layout, path);
    keepConflicts(vault.store, path, "", []);
    return { path, type, status: "removed" };
  } catch (error) {
    return { ...kept(`could not be removed (${fileFault(error)})`), failed: true };
  }
}

/** A page that kb gives up and a person keeps, less what cites claims that are gone; undefined when nothing does. */
function withoutDead(
  vault: Vault,
  page: WikiPage,
  text: string,
  isAlive: (claim: CitationTarget) => boolean,
): string | undefined {
  const { head, body } = splitPage(text);
  const base = baseOf(vault.store, page.hash ?? "", page.path)?.body;
  const after =
    base === undefined
      ? withoutDeadClaims(body, isAlive)
      : mergeBody({ base, theirs: body, ours: withoutDeadClaims(base, isAlive), isAlive }).body;
  return tidyBody(after) === tidyBody(body) ? undefined : `---\n${head ?? ""}\n---\n\n${after.trim()}\n`;
}

/** Properties that a person added, or changed where kb's own value is known. */
function hasOwnProperties(vault: Vault, page: WikiPage): boolean {
  const base = page.hash === undefined ? undefined : baseOf(vault.store, page.hash, page.path)?.front;
  return changedKeys(base, page.front).length > 0;
}

/** Obsidian rewrites links when their targets move: that is nobody's edit. */
function onlyLinksChanged(vault: Vault, page: WikiPage): boolean {
  const base = page.hash === undefined ? undefined : baseOf(vault.store, page.hash, page.path);
  const text = textAt(vault.layout, page.path);
  return base !== undefined && text !== undefined && readsTheSame(base.body, splitPage(text).body);
}

/** Why a page must not be written there; undefined when it may. */
export function placeFault(vault: Vault, path: string): string | undefined {
  const { wiki, outputs } = vault.layout;
  if (!path.endsWith(".md") || !(path.startsWith(`${wiki}/`) || path.startsWith(`${outputs}/`)))
    return `kb writes pages in ${wiki}/ and ${outputs}/ only`;
  return refusal(vault.layout, path);
}
