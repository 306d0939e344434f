// The only place that writes what people see. A plan is all that a stage wants on the disk; it is applied whole pages at a time, journalled, or only reported.
import { readFileSync } from "node:fs";
import type { Page, PageType } from "../core/page.ts";
import type { PageReport } from "../core/report.ts";
import { readsTheSame } from "../markdown/merge-units.ts";
import { bodyHash } from "../markdown/page-body.ts";
import { baseOf, keepBases, type NewBase } from "./bases.ts";
import { keepConflicts } from "./conflicts.ts";
import type { CitationTarget } from "../markdown/merge-citations.ts";
import { deletedOn } from "./decided-places.ts";
import type { Decision } from "./decisions.ts";
import { forgetWritten } from "./follow.ts";
import { appendedTo, type Draft, draftOf, frontOf, isCurrent } from "./draft.ts";
import { splitPage } from "./front.ts";
import { type FileReport, type PlannedFile, type PlannedPatch, type PlannedReturn, putBack, putFile, putPatch } from "./plan-files.ts";
import type { Run } from "./journal.ts";
import { loadWiki, type WikiPage } from "./load.ts";
import { absolute } from "./layout.ts";
import type { Vault } from "./open.ts";
import { codeOf, refusal, removeFile, writeWhole } from "./write-file.ts";
import { foldedName } from "../text/slug.ts";
import { UserError } from "../core/errors.ts";

export interface Plan {
  readonly pages?: readonly Page[];
  /** Each body is put at the end of its page, which is made when absent (log.md). */
  readonly append?: readonly Page[];
  /** Pages that kb no longer wants. */
  readonly remove?: readonly string[];
  readonly files?: readonly PlannedFile[];
  readonly patches?: readonly PlannedPatch[];
  /** What undo puts back or takes away. */
  readonly returns?: readonly PlannedReturn[];
}

export interface ApplyOptions {
  /** Reports the same and writes nothing. */
  readonly dryRun: boolean;
  readonly run: Run;
  /** As loadWiki gave it, if nothing was written since. */
  readonly wiki?: readonly WikiPage[];
  /** What a person decided, so that sentences which they deleted stay away. */
  readonly decisions?: readonly Decision[];
}

export interface Applied {
  readonly pages: readonly PageReport[];
  /** Sentences that a person deleted since the last run: to be added to decisions.md. */
  readonly deletions: readonly Decision[];
  readonly files: readonly FileReport[];
}

export function applyPlan(vault: Vault, plan: Plan, options: ApplyOptions): Applied {
  const wiki = options.wiki ?? loadWiki(vault.layout, vault.store);
  const standing = new Map(wiki.map((page) => [page.path, page]));
  const spelt = new Map(wiki.map((page) => [foldedName(page.path), page.path]));
  const today = vault.clock.today();
  const reports: PageReport[] = [];
  const wanted: { page: Page; append: boolean }[] = [];

  for (const page of plan.pages ?? []) {
    const before = standing.get(page.path);
    // An edited page is looked at each time: a sentence deleted there is a decision.
    if (before?.ours && !before.edited && !before.broken && isCurrent(before.front, frontOf(page, bodyHash(page.body), today, before.front))) {
      reports.push({ path: page.path, type: page.type, status: "unchanged", ...(before.locked ? { reason: "locked" } : {}) });
    } else wanted.push({ page, append: false });
  }
  for (const page of plan.append ?? []) wanted.push({ page, append: true });

  const isAlive = livingClaims(vault, plan);
  const deletions: Decision[] = [];
  const drafts = wanted.map(({ page, append }) => {
    const other = spelt.get(foldedName(page.path));
    const reason = placeFault(vault, page.path) ?? (other !== undefined && other !== page.path ? `${other} has the same name on many systems` : undefined);
    const around = { today, baseFor: (hash: string) => baseOf(vault.store, hash), deleted: deletedOn(options.decisions ?? [], page), isAlive };
    const draft = (): Draft => (append ? appendedTo : draftOf)(page, textOf(vault, page.path), around);
    return { page, draft, first: reason === undefined ? draft() : ({ kind: "keep", conflict: true, reason } as const) };
  });
  if (!options.dryRun) {
    keepBases(vault.store, drafts.flatMap(({ first }) => (first.kind === "write" ? [first.base] : [])), false);
    forgetWritten(vault, plan.remove ?? []);
  }
  const written: NewBase[] = [];
  const fresh: Page[] = [];
  for (const { page, draft, first } of drafts) {
    const report = put(vault, page, first, draft, options);
    reports.push(report);
    for (const { claims, text } of first.deletions ?? []) deletions.push({ kind: "delete", page: page.path, title: page.title, claims, text: plainText(text) });
    if (options.dryRun || first.kind !== "write" || report.status === "conflict") continue;
    written.push(first.base);
    fresh.push(page);
    keepConflicts(vault.store, page.path, first.text, first.conflicts);
  }
  for (const path of plan.remove ?? []) reports.push(take(vault, path, standing.get(path), options));
  if (!options.dryRun) {
    keepBases(vault.store, written, true);
    const leaving = new Set([...(plan.remove ?? []), ...(plan.returns ?? []).map((back) => back.path)]);
    rememberWritten(vault, [...wiki.filter((page) => !leaving.has(page.path)), ...fresh.map((page) => ({ ...page, hash: bodyHash(page.body) }))]);
  }
  const returns = plan.returns ?? [];
  if (!options.dryRun) forgetWritten(vault, returns.flatMap(({ path, bytes }) => (bytes === undefined ? [path] : [])));
  const files = [
    ...(plan.files ?? []).map((file) => putFile(vault, file, options)),
    ...(plan.patches ?? []).map((patch) => putPatch(vault, patch, options)),
    ...returns.map((back) => putBack(vault, back, options)),
  ];
  return { pages: reports, deletions, files };
}

/** The dates that applyPlan will print for these pages, for tables that show them. */
export function datesFor(vault: Vault, pages: readonly Page[], wiki: readonly WikiPage[] = loadWiki(vault.layout, vault.store)): Map<string, { created: string; updated: string }> {
  const standing = new Map(wiki.map((page) => [page.path, page.front]));
  return new Map(
    pages.map((page) => {
      const { created, updated } = frontOf(page, bodyHash(page.body), vault.clock.today(), standing.get(page.path));
      return [page.path, { created: String(created), updated: String(updated) }];
    }),
  );
}

function put(vault: Vault, page: Page, first: Draft, again: () => Draft, options: ApplyOptions): PageReport {
  const report = (status: PageReport["status"], reason?: string): PageReport => ({ path: page.path, type: page.type, status, ...(reason === undefined ? {} : { reason }) });
  if (first.kind === "keep") return report(first.conflict ? "conflict" : "unchanged", first.reason);
  const before = bytesOf(vault, page.path);
  const status = before === undefined ? "added" : "changed";
  const reason = first.conflicts.length > 0 ? `${first.conflicts.length} of your edits kept over kb's new text, see review` : undefined;
  if (options.dryRun) return report(status, reason);
  try {
    // Somebody else (Obsidian, a sync program) may have written since the draft was made: what stands there now counts.
    const draft = again();
    if (draft.kind !== "write") return report("unchanged", draft.reason);
    if (draft.base.hash !== first.base.hash) keepBases(vault.store, [draft.base], false);
    const text = Buffer.from(draft.text);
    options.run.note(page.path, before, text);
    writeWhole(vault.layout, page.path, text);
    return report(status, reason);
  } catch (error) {
    return report("conflict", `could not be written (${whyNot(error)})`);
  }
}

/** A page that a person edited, locked or wrote is never removed. */
function take(vault: Vault, path: string, page: WikiPage | undefined, options: ApplyOptions): PageReport {
  const type = (page?.type ?? "index") as PageType;
  if (page === undefined) return { path, type, status: "unchanged", reason: "not there" };
  const reason = !page.ours || page.broken ? "a page of your own" : page.locked ? "locked" : page.edited && !onlyLinksChanged(vault, page) ? "you edited it, so it stays" : placeFault(vault, path);
  if (reason !== undefined) return { path, type, status: "conflict", reason };
  if (options.dryRun) return { path, type, status: "removed" };
  try {
    const before = bytesOf(vault, path);
    if (before !== undefined) {
      options.run.note(path, before, undefined);
      removeFile(vault.layout, path);
    }
    keepConflicts(vault.store, path, "", []);
    return { path, type, status: "removed" };
  } catch (error) {
    return { path, type, status: "conflict", reason: `could not be removed (${whyNot(error)})` };
  }
}

/** Obsidian rewrites links when their targets move: that is nobody's edit. */
function onlyLinksChanged(vault: Vault, page: WikiPage): boolean {
  const base = page.hash === undefined ? undefined : baseOf(vault.store, page.hash);
  const text = textOf(vault, page.path);
  return base !== undefined && text !== undefined && readsTheSame(base.body, splitPage(text).body);
}

/** A full disk stops the run; any other failure belongs to one file. */
function whyNot(error: unknown): string {
  if (error instanceof UserError) throw error;
  if (codeOf(error) === "ENOSPC") throw new UserError("The disk is full. Make room and run the command again; it goes on where it stopped.");
  return codeOf(error) || (error instanceof Error ? error.message : String(error));
}

function placeFault(vault: Vault, path: string): string | undefined {
  const { wiki, outputs } = vault.layout;
  if (!path.endsWith(".md") || !(path.startsWith(`${wiki}/`) || path.startsWith(`${outputs}/`))) return `kb writes pages in ${wiki}/ and ${outputs}/ only`;
  return refusal(vault.layout, path);
}

/** What kb has written, so that a page which is gone is known to be taken away by a person. */
function rememberWritten(vault: Vault, pages: readonly Pick<WikiPage, "path" | "hash" | "title" | "type">[]): void {
  const { db } = vault.store;
  const rows = db.prepare("SELECT path, hash FROM written").all() as { path: string; hash: string }[];
  const known = new Map(rows.map((row) => [row.path, row.hash]));
  const write = db.prepare("INSERT OR REPLACE INTO written (path, hash, title, type) VALUES (?, ?, ?, ?)");
  const changed = pages.filter((page) => page.hash !== undefined && known.get(page.path) !== page.hash);
  if (changed.length === 0) return;
  vault.store.transaction(() => {
    for (const { path, hash, title, type } of changed) write.run([path, hash, title, type]);
  });
}

/** Tells whether a claim will stand on its source page once the plan is applied. */
function livingClaims(vault: Vault, plan: Plan): (claim: CitationTarget) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ target, id }) => {
    const path = `${target}.md`;
    let ids = known.get(path);
    if (ids === undefined) {
      const text = plan.pages?.find((page) => page.path === path)?.body ?? (plan.remove?.includes(path) ? "" : (textOf(vault, path) ?? ""));
      ids = new Set([...text.matchAll(/\^(c-[0-9a-f]{10}(?:-\d+)?)[ \t]*$/gmu)].map((match) => match[1] ?? ""));
      known.set(path, ids);
    }
    return ids.has(id);
  };
}

/** A sentence as a person reads it, for the list of decisions. */
function plainText(text: string): string {
  return text.replace(/\s*\((?:\[\[[^\]]*\]\](?:,\s*)?)+\)/gu, "").replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, "$1").replace(/\*\*|\s\^c-[\w-]+$/gu, "").trim();
}

function textOf(vault: Vault, path: string): string | undefined {
  return bytesOf(vault, path)?.toString("utf8");
}

function bytesOf(vault: Vault, path: string): Buffer | undefined {
  try {
    return readFileSync(absolute(vault.layout, path));
  } catch {
    return undefined;
  }
}
