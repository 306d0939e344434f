// What a compile renames: pages whose name changed and claims whose sentence was corrected, so that links in people's notes can follow.
import type { Page } from "../core/page.ts";
import { aligned } from "../markdown/merge-align.ts";
import { unitsOf } from "../markdown/merge-units.ts";
import { hashOf } from "../markdown/page-body.ts";
import { nameKey } from "../text/names.ts";
import type { Decision } from "./decisions.ts";
import { splitPage } from "./front.ts";
import { textAt } from "./layout.ts";
import type { WikiPage } from "./load.ts";
import { linkedFromNotes } from "./notes.ts";
import type { Vault } from "./open.ts";

export interface Renames {
  /** Old path to new path. */
  readonly moves: ReadonlyMap<string, string>;
  /** "wiki/sources/x#^c-old" (the old path) to "c-new". */
  readonly claims: ReadonlyMap<string, string>;
}

/** Ask before the plan is applied: it reads the old pages. `wiki` is what stands there, `pages` what is going to. */
export function renamesIn(vault: Vault, wiki: readonly WikiPage[], pages: readonly Page[]): Renames {
  const wanted = new Set(pages.map((page) => page.path));
  const standing = new Map(wiki.map((page) => [page.path, page]));
  const leaving = new Map(
    wiki
      .filter((page) => page.ours && !wanted.has(page.path))
      .map((page) => [sameness(page.type, page.title, page.front.source), page]),
  );
  const moves = new Map<string, string>();
  const claims = new Map<string, string>();
  for (const page of pages) {
    const old = standing.get(page.path) ?? leaving.get(sameness(page.type, page.title, page.front.source));
    if (old === undefined) continue;
    if (old.path !== page.path) moves.set(old.path, page.path);
    if (page.type !== "source" || old.hash === hashOf(page)) continue;
    for (const [from, to] of claimHeirs(splitPage(textAt(vault.layout, old.path) ?? "").body, page.body))
      claims.set(`${old.path.replace(/\.md$/u, "")}#^${from}`, to);
  }
  // Renamed or merged by decision: the page that now has the old title among its names is where links go.
  const gone = new Map(
    [...leaving.values()]
      .filter((page) => page.type !== "source" && !moves.has(page.path))
      .map((page) => [nameKey(page.title), page.path]),
  );
  if (gone.size > 0)
    for (const [name, paths] of namesOf(pages)) {
      const from = gone.get(name);
      const heir =
        from === undefined
          ? undefined
          : ((paths.length === 1 ? paths[0] : undefined) ?? nextOfKin(vault, from, paths, pages));
      if (from !== undefined && heir !== undefined) moves.set(from, heir);
    }
  const heirless = [...gone.values()].filter((path) => !moves.has(path));
  const fresh = pages.filter((page) => page.type !== "source" && !standing.has(page.path));
  for (const [from, to] of byClaims(vault, heirless, fresh)) moves.set(from, to);
  return { moves, claims };
}

/** So many of the claims that either cites must both cite to be one page under two names. */
const SAME_CLAIMS = 0.8;

/** New pages that say what a leaving page said: its name went, its thing did not. */
function byClaims(vault: Vault, gone: readonly string[], fresh: readonly Page[]): [string, string][] {
  const candidates = fresh.map((page) => ({ path: page.path, ids: citedIn(page.body) }));
  return gone.flatMap((path): [string, string][] => {
    const ids = citedIn(textAt(vault.layout, path) ?? "");
    const heir = candidates.find((page) => {
      const shared = [...ids].filter((id) => page.ids.has(id)).length;
      return shared > 0 && shared >= SAME_CLAIMS * (ids.size + page.ids.size - shared);
    });
    return heir ? [[path, heir.path]] : [];
  });
}

/** A name that meant one thing means several now: links go where most of what stood there went. */
function nextOfKin(vault: Vault, from: string, paths: readonly string[], pages: readonly Page[]): string | undefined {
  const ids = citedIn(textAt(vault.layout, from) ?? "");
  const shared = (page: Page): number => [...citedIn(page.body)].filter((id) => ids.has(id)).length;
  const kin = pages.filter((page) => paths.includes(page.path) && shared(page) > 0);
  return kin.sort((a, b) => shared(b) - shared(a) || (a.path < b.path ? -1 : 1))[0]?.path;
}

function citedIn(text: string): Set<string> {
  return new Set([...text.matchAll(/#\^(c-[\w-]+)/gu)].map(([, id = ""]) => id));
}

/** Names of topics with the pages that bear them. */
function namesOf(pages: readonly Page[]): [string, readonly string[]][] {
  const named = new Map<string, Set<string>>();
  for (const page of pages) {
    if (page.type === "source" || !Array.isArray(page.front.aliases)) continue;
    for (const alias of page.front.aliases)
      if (nameKey(alias) !== nameKey(page.title))
        named.set(nameKey(alias), (named.get(nameKey(alias)) ?? new Set()).add(page.path));
  }
  return [...named].map(([name, paths]) => [name, [...paths]]);
}

/** A source is known by its raw file, everything else by type and title. */
function sameness(type: string, title: string, source: unknown): string {
  return type === "source" && source !== undefined ? `source ${JSON.stringify(source)}` : `${type} ${title}`;
}

/** Claims of the old page that are gone, with those that say nearly the same on the new one. */
function claimHeirs(before: string, after: string): [string, string][] {
  const [older, newer] = [before, after].map((body) => unitsOf(body).filter((unit) => unit.ids.length > 0));
  if (older === undefined || newer === undefined) return [];
  const still = new Set(newer.flatMap((unit) => unit.ids));
  return [...aligned(older, newer, 0.5).pair].flatMap(([now, was]): [string, string][] => {
    const [from, to] = [older[was]?.ids.at(-1), newer[now]?.ids.at(-1)];
    return from === undefined || to === undefined || from === to || still.has(from) ? [] : [[from, to]];
  });
}

/**
 * Pages that would get another name and must not: a person edited them, or a note of theirs links to them. Given as renames
 * from the new path back to the old, to be obeyed after the person's own decisions.
 */
export function keptNames(
  vault: Vault,
  wiki: readonly WikiPage[],
  wanted: readonly {
    readonly path: string;
    readonly title: string;
    readonly type: string;
    readonly source?: unknown;
  }[],
): Decision[] {
  const paths = new Set(wanted.map((page) => page.path));
  const leaving = new Map(
    wiki
      .filter((page) => page.ours && !paths.has(page.path))
      .map((page) => [sameness(page.type, page.title, page.front.source), page]),
  );
  const standing = new Set(wiki.map((page) => page.path));
  const renamed = wanted.flatMap((page) => {
    const old = standing.has(page.path) ? undefined : leaving.get(sameness(page.type, page.title, page.source));
    return old === undefined ? [] : [{ old, path: page.path }];
  });
  if (renamed.length === 0) return [];
  const linked = linkedFromNotes(vault);
  return renamed
    .filter(({ old }) => old.edited || old.locked || linked.has(old.path))
    .map(({ old, path }) => ({ kind: "rename", from: path, to: old.path }));
}
