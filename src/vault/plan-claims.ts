// What a plan does to claims: which of them will live, and what the log and the list of decisions say of those that go.
import type { CitationTarget } from "../markdown/merge-citations.ts";
import { unlinked } from "../markdown/relink.ts";
import { textAt } from "./layout.ts";
import type { Vault } from "./open.ts";
import type { Plan } from "./plan.ts";
import type { PlannedPatch } from "./plan-files.ts";

/** The log goes on naming pages that are gone, without a link to nowhere. */
export function logWithout(vault: Vault, gone: ReadonlySet<string>): PlannedPatch[] {
  const path = `${vault.layout.folderOf.log}/log.md`;
  const before = gone.size === 0 ? undefined : textAt(vault.layout, path);
  const after = before === undefined ? undefined : unlinked(before, gone);
  return before === undefined || after === undefined || after === before ? [] : [{ path, before, after }];
}

/** Tells whether a claim will stand on its source page once the plan is applied. */
export function livingClaims(vault: Vault, plan: Pick<Plan, "pages" | "remove">): (claim: CitationTarget) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ target, id }) => {
    const path = `${target}.md`;
    let ids = known.get(path);
    if (ids === undefined) {
      const text =
        plan.pages?.find((page) => page.path === path)?.body ??
        (plan.remove?.includes(path) ? "" : (textAt(vault.layout, path) ?? ""));
      ids = new Set([...text.matchAll(/\^(c-[0-9a-f]{10}(?:-\d+)?)[ \t]*$/gmu)].map((match) => match[1] ?? ""));
      known.set(path, ids);
    }
    return ids.has(id);
  };
}

/** The lines of a body that are claims, by block id. */
export function claimLines(body: string): Map<string, string> {
  return new Map(
    [...body.matchAll(/^[ \t]*[-*+] (.*)\^(c-[0-9a-f]{10}(?:-\d+)?)[ \t]*$/gmu)].map(([, line = "", id = ""]) => [
      id,
      line,
    ]),
  );
}

/** A sentence as a person reads it, for the list of decisions. */
export function plainText(text: string): string {
  return text
    .replace(/\s*\[\[[^\]]*\|(?:¶|PDF|p\. \d+)\]\]/gu, "")
    .replace(/\s*\((?:\[\[[^\]]*\]\](?:,\s*)?)+\)/gu, "")
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, "$1")
    .replace(/\*\*|\s\^c-[\w-]+$/gu, "")
    .trim();
}
