// The page that a broken link most likely meant: renamed, of that title, or of a name one slip away.
import { distance } from "fastest-levenshtein";
import { wikiPages, withoutEnding } from "./kinds.ts";
import { headingKey } from "./page.ts";
import type { CheckedPage, CheckedVault, PageLink } from "./vault.ts";

/** Slips allowed in a name, as a share of its length. */
const SLIPS = 0.2;

interface Names {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly bySlug: readonly (readonly [string, string])[];
}

const known = new WeakMap<CheckedVault, Names>();

/** Path of the one page that it can be; undefined when there is none or several. */
export function nearestPage(link: PageLink, vault: CheckedVault): string | undefined {
  const names = namesOf(vault);
  const slug = withoutEnding(link.target.slice(link.target.lastIndexOf("/") + 1)).toLowerCase();
  const moved = vault.moved.get(`${withoutEnding(link.target)}.md`);
  if (moved !== undefined && vault.files.includes(moved)) return moved;
  for (const name of [slug, ...(link.alias === undefined || /^\d+$/u.test(link.alias) ? [] : [link.alias])]) {
    const [only, another] = names.byName.get(headingKey(name)) ?? [];
    if (only !== undefined && another === undefined) return only;
  }
  return closest(slug, names);
}

function closest(slug: string, { bySlug }: Names): string | undefined {
  const most = slug.length < 4 ? 0 : Math.max(1, Math.floor(slug.length * SLIPS));
  let best: { readonly path: string; readonly slips: number } | undefined;
  let tied = false;
  for (const [name, path] of bySlug) {
    if (Math.abs(name.length - slug.length) > most) continue;
    const slips = distance(name, slug);
    if (slips > most || (best !== undefined && slips > best.slips)) continue;
    tied = best !== undefined && slips === best.slips;
    best = { path, slips };
  }
  return tied ? undefined : best?.path;
}

function namesOf(vault: CheckedVault): Names {
  const there = known.get(vault);
  if (there !== undefined) return there;
  const pages = wikiPages(vault);
  const byName = new Map<string, string[]>();
  for (const page of pages) {
    for (const key of new Set([page.title, ...page.aliases, slugOf(page)].map(headingKey))) {
      byName.set(key, [...(byName.get(key) ?? []), page.path]);
    }
  }
  const names = { byName, bySlug: pages.map((page) => [slugOf(page).toLowerCase(), page.path] as const) };
  known.set(vault, names);
  return names;
}

function slugOf(page: CheckedPage): string {
  return withoutEnding(page.path.slice(page.path.lastIndexOf("/") + 1));
}
