// Pages of single sources printed anew from their notes alone, with names linked as their pages in the wiki stand: what is learnt costs the same in a large vault.
import type { EntityKind, SourceNote } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import { linkedPath } from "../find/rows.ts";
import { nameKey } from "../text/names.ts";
import { readPage, type WikiPage } from "../vault/load.ts";
import { tiersOf } from "../vault/tiers.ts";
import { goesBy } from "../write/known-by.ts";
import type { PlacedTopic } from "../write/names.ts";
import { sourcePage } from "../write/source-page.ts";
import type { Noted } from "./known-notes.ts";
import type { Workspace } from "./workspace.ts";

const TYPES = ["concept", "entity", "method"] as const;

/** `pages` by the raw file they are of, `files` those that were looked for. Undefined where one is of several sources, opens elsewhere or is superseded: that takes the whole wiki. */
export async function learnedPages(
  { layout }: Workspace,
  wiki: readonly WikiPage[],
  noted: readonly Noted[],
  pages: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): Promise<Page[] | undefined> {
  const topics = topicsIn(wiki);
  const tiers = tiersOf(layout);
  const { layOut } = (await import("./page-layouts.ts")).pageLayouts(layout);
  const fronts = new Map(wiki.map((page) => [page.path, page.front]));
  const elsewhere = aliasesIn(wiki);
  const printed: Page[] = [];
  for (const [source, path] of pages) {
    const one = noted.find(({ file }) => file.path === source);
    // Nobody noted the file yet: the next compile makes its page, and there is nothing to learn for now.
    if (one === undefined && files.has(source)) continue;
    const [note, more] = one?.notes ?? [];
    const body = readPage(layout, path)?.body ?? "";
    const raw = fronts.get(path)?.["source"];
    const alone = typeof raw === "string" && linkedPath(raw) === source && one?.others === undefined;
    if (!note || more || !alone || !isPlain(note) || body.includes("> [!info] Superseded")) return undefined;
    const linked = (page: string): boolean => body.includes(`[[${page}|`);
    const topicOf = (name: string): PlacedTopic | undefined => {
      const found = topics.get(nameKey(name)) ?? [];
      return found.length > 1 ? found.find(({ page }) => linked(page)) : found[0];
    };
    const tier = tiers.of(source);
    const leadsTo = (page: string, name: string): boolean => elsewhere.get(name)?.includes(page) ?? false;
    printed.push(
      sourcePage({
        note,
        path,
        topicOf,
        goes: goesBy(
          note,
          (name) => topics.has(nameKey(name)),
          (name) => leadsTo(path, name),
        ),
        layOut,
        ...(tier === undefined ? {} : { tier }),
      }),
    );
  }
  return printed;
}

const isPlain = (note: SourceNote): boolean => note.opens && note.members === undefined;

/** Topics that have a page, by the keys of their names. */
function topicsIn(wiki: readonly WikiPage[]): Map<string, PlacedTopic[]> {
  const found = new Map<string, PlacedTopic[]>();
  for (const { path, title, type: kind, front } of wiki) {
    const type = TYPES.find((one) => one === kind);
    if (type === undefined) continue;
    const aliases = Array.isArray(front["aliases"]) ? front["aliases"].map(String) : [title];
    const stated = typeof front["kind"] === "string" ? { kind: front["kind"] as EntityKind } : {};
    const placed: PlacedTopic = {
      page: path.replace(/\.md$/u, ""),
      topic: { title, type, ...stated, aliases, claims: [], named: [], subjectOf: [] },
    };
    for (const key of new Set([title, ...aliases].map(nameKey))) found.set(key, [...(found.get(key) ?? []), placed]);
  }
  return found;
}

/** Pages of sources by their aliases. */
function aliasesIn(wiki: readonly WikiPage[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, type, front } of wiki) {
    if (type !== "source" || !Array.isArray(front["aliases"])) continue;
    for (const name of front["aliases"].map(String)) found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}
