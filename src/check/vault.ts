// What the rules look at: the pages of a vault with their links, headings and block ids, and where a link leads.
import type { Finding } from "../core/finding.ts";

export interface PageLink {
  /** As written, without heading, block or alias. */
  readonly target: string;
  /** "#Heading", "#^block", "". */
  readonly place: string;
  readonly alias?: string;
  /** From 1, in the file. */
  readonly line: number;
}

/** Where links can land. */
export interface Landing {
  readonly path: string;
  /** Letters and digits of each heading, folded. */
  readonly headings: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
}

export interface CheckedPage extends Landing {
  readonly title: string;
  readonly aliases: readonly string[];
  /** As the front matter says; "" for people's notes. */
  readonly type: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** kb wrote it. */
  readonly ours: boolean;
  /** kb wrote it and a person changed it. */
  readonly edited: boolean;
  readonly text: string;
  /** Lines of the file before the body begins. */
  readonly bodyLine: number;
  readonly body: string;
  readonly links: readonly PageLink[];
}

export interface CheckedVault {
  /** Folder names: "wiki", "raw", "outputs". */
  readonly folders: { readonly wiki: string; readonly raw: string; readonly outputs: string };
  /** Pages of the wiki, outputs and people's own notes, by path. */
  readonly pages: readonly CheckedPage[];
  /** Where else links may land: Markdown files of raw/. */
  readonly landings: readonly Landing[];
  /** Every file of the vault. */
  readonly files: readonly string[];
  /** Raw files that changed since they were read. */
  readonly changed: ReadonlySet<string>;
  /** Pages that a person renamed: old path to new. */
  readonly moved: ReadonlyMap<string, string>;
}

export interface Rule {
  readonly name: string;
  /** One line for the manual. */
  readonly about: string;
  check(vault: CheckedVault, places: Places): Finding[];
  /** The page's text, mended; as it was when there is nothing to mend. */
  readonly fix?: (page: CheckedPage, vault: CheckedVault, places: Places) => string;
}

/** Finds what links lead to, as Obsidian does. Made once for all rules. */
export interface Places {
  /** Path of the file that a target names; undefined when none does, or several may. */
  file(target: string): string | undefined;
  landing(path: string): Landing | undefined;
  page(path: string): CheckedPage | undefined;
}

export function placesIn(vault: CheckedVault): Places {
  const exact = new Map<string, string>();
  const named = new Map<string, string[]>();
  for (const path of vault.files) {
    const folded = path.toLowerCase();
    const name = folded.slice(folded.lastIndexOf("/") + 1);
    for (const key of new Set([folded, folded.replace(/\.md$/u, "")])) exact.set(key, path);
    for (const key of new Set([name, name.replace(/\.md$/u, "")])) {
      const known = named.get(key);
      if (known === undefined) named.set(key, [path]);
      else known.push(path);
    }
  }
  const landings = new Map<string, Landing>(
    [...vault.landings, ...vault.pages].map((landing) => [landing.path, landing]),
  );
  const pages = new Map(vault.pages.map((page) => [page.path, page]));
  return {
    file(target) {
      const wanted = target
        .normalize("NFC")
        .toLowerCase()
        .replace(/^\.?\//u, "")
        .trim();
      const found = exact.get(wanted);
      if (found !== undefined) return found;
      const near = named.get(wanted.slice(wanted.lastIndexOf("/") + 1)) ?? [];
      const ending = near.filter((path) =>
        `/${path.toLowerCase()}`.replace(/\.md$/u, "").endsWith(`/${wanted.replace(/\.md$/u, "")}`),
      );
      const [only, another] = ending.length > 0 ? ending : wanted.includes("/") ? [] : near;
      return another === undefined ? only : undefined;
    },
    landing: (path) => landings.get(path),
    page: (path) => pages.get(path),
  };
}
