// kb trace --source: where the claims of one raw file are used, and which of them no page uses.
import { claimsOn } from "../answer/claims.ts";
import { citingSentences } from "../check/cited.ts";
import { targetIn, textsOf } from "../check/page.ts";
import { type CheckedPage, type CheckedVault, placesIn } from "../check/vault.ts";
import { UserError } from "../core/errors.ts";
import { readLedger } from "../vault/ledger.ts";
import { checkedVault } from "./checked-vault.ts";
import type { RawPlace } from "./raw-places.ts";
import { finderFor } from "./trace.ts";
import { pathNamed } from "./vault-path.ts";
import type { Workspace } from "./workspace.ts";

export interface Use {
  readonly page: string;
  readonly line: number;
  /** The sentence that cites the claim. */
  readonly text: string;
}

export interface UsedClaim {
  readonly id: string;
  /** Page of the source. */
  readonly page: string;
  readonly text: string;
  readonly quote: string;
  /** Where its words stand in the raw file now; absent when they do not. */
  readonly place?: RawPlace;
  /** By page and line; empty when no page uses it. */
  readonly uses: readonly Use[];
}

export interface SourceTrace {
  readonly source: string;
  /** Its pages: one, or several for a file of several documents. */
  readonly pages: readonly string[];
  readonly claims: readonly UsedClaim[];
  readonly counts: { readonly claims: number; readonly used: number; readonly unused: number; readonly pages: number };
  /** What kb gave up in it, and why. */
  readonly dropped: readonly string[];
}

/** UserError when the vault has no such raw file, or kb has made no page of it. */
export async function traceSource(workspace: Workspace, name: string, cwd: string): Promise<SourceTrace> {
  const vault = checkedVault(workspace);
  const places = placesIn(vault);
  const sourceOf = (page: CheckedPage): (string | undefined)[] =>
    textsOf(page.front["source"]).map((link) => places.file(targetIn(link)) ?? targetIn(link));
  const named = pathNamed(workspace.layout.root, name, cwd);
  const pages = vault.pages.filter(
    (page) => page.type === "source" && sourceOf(page).some((source) => source !== undefined && named.includes(source)),
  );
  const ledger = readLedger(workspace.store).filter((line) => named.includes(line.path.split("::")[0] ?? ""));
  const source = named.find((path) => pages.some((page) => sourceOf(page).includes(path)));
  if (source === undefined) throw noSuchSource(vault, named, name, ledger[0]?.reason);
  const uses = usesOf(vault, new Set(pages.map((page) => page.path)), (target) => places.file(target));
  const find = await finderFor(workspace, source);
  const claims = pages.flatMap((page) =>
    claimsOn(page.body).map(({ id, text, quote }): UsedClaim => {
      const place = find(quote);
      const own = uses.get(`${page.path}#${id}`) ?? [];
      return { id, page: page.path, text, quote, ...(place ? { place } : {}), uses: own };
    }),
  );
  const used = claims.filter((claim) => claim.uses.length > 0).length;
  const users = new Set(claims.flatMap((claim) => claim.uses.map((use) => use.page)));
  return {
    source,
    pages: pages.map((page) => page.path),
    claims,
    counts: { claims: claims.length, used, unused: claims.length - used, pages: users.size },
    dropped: ledger.map((line) => line.reason),
  };
}

function usesOf(
  vault: CheckedVault,
  pages: ReadonlySet<string>,
  fileOf: (target: string) => string | undefined,
): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const page of vault.pages) {
    if (pages.has(page.path) || !page.links.some((link) => link.place.startsWith("#^c-"))) continue;
    for (const { line, text, cites } of citingSentences(page)) {
      for (const { target, id } of cites) {
        const path = fileOf(target);
        if (path === undefined || !pages.has(path)) continue;
        const key = `${path}#${id}`;
        const known = uses.get(key);
        const use = { page: page.path, line, text };
        if (known) known.push(use);
        else uses.set(key, [use]);
      }
    }
  }
  return uses;
}

function noSuchSource(
  vault: CheckedVault,
  named: readonly string[],
  name: string,
  reason: string | undefined,
): UserError {
  const there = vault.files.find((path) => named.includes(path));
  if (there === undefined) return new UserError(`There is no file ${name} in ${vault.folders.raw}/.`);
  if (!there.startsWith(`${vault.folders.raw}/`))
    return new UserError(`${there} is no source; kb trace ${there} follows the sentences of a page.`);
  return new UserError(
    reason === undefined
      ? `${there} has no page yet; kb compile makes one.`
      : `${there} has no page: ${reason}. kb status lists what was left out.`,
  );
}
