// Pages that a person moved, renamed or deleted in Obsidian since kb wrote them: told as decisions, which are then obeyed.
import type { Decision } from "./decisions.ts";
import type { WikiPage } from "./load.ts";
import type { Vault } from "./open.ts";

export interface Followed {
  /** To be added to decisions.md and obeyed from now on. */
  readonly decisions: readonly Decision[];
  /** Most of the wiki is gone at once: it is built anew, and nothing is taken for a decision. */
  readonly wiped: boolean;
}

/** So many pages gone at once, and more than half of all, are no decision but a wiki that was cleared or has not arrived yet. */
const FEW = 3;

interface Written {
  readonly path: string;
  readonly hash: string;
  readonly title: string;
  readonly type: string;
}

export function followPages(vault: Vault, wiki: readonly WikiPage[]): Followed {
  const rows = vault.store.db.prepare("SELECT path, hash, title, type FROM written ORDER BY path").all() as Written[];
  const here = new Set(wiki.map((page) => page.path));
  const missing = rows.filter(({ path }) => !here.has(path) && path.startsWith(`${vault.layout.wiki}/`));
  if (missing.length === 0) return { decisions: [], wiped: false };
  const known = new Set(rows.map((row) => row.path));
  const strangers = wiki.filter((page) => page.ours && !known.has(page.path));
  const decisions: Decision[] = [];
  const taken = new Set<string>();
  const left: Written[] = [];
  for (const was of missing) {
    const free = strangers.filter((page) => !taken.has(page.path));
    const moved =
      free.find((page) => page.hash === was.hash) ??
      free.find((page) => page.title === was.title && page.type === was.type);
    if (moved === undefined) {
      left.push(was);
      continue;
    }
    taken.add(moved.path);
    decisions.push({ kind: "rename", from: was.path, to: moved.path, title: was.title });
  }
  if (left.length > FEW && left.length > rows.length / 2) return { decisions, wiped: true };
  const standing = new Set(
    ["index", "overview", "log", "review", "decisions"].map((name) => `${vault.layout.wiki}/${name}.md`),
  );
  // kb's standing pages are made anew: a vault without its index is broken, not decided.
  for (const { path, title } of left.filter((was) => !standing.has(was.path)))
    decisions.push({ kind: "delete", page: path, title });
  return { decisions, wiped: false };
}
