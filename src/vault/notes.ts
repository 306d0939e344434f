// A person's notes, all over the vault: which pages of kb's they link to, and how their links follow when kb renames one.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { linksIn, relinked } from "../markdown/relink.ts";
import { splitPage } from "./front.ts";
import type { Vault } from "./open.ts";
import type { PlannedPatch } from "./plan-files.ts";
import { walk } from "./walk.ts";

interface Note {
  readonly path: string;
  readonly text: string;
}

/** Pages of the wiki that a note of a person's links to: they keep their names. */
export function linkedFromNotes(vault: Vault): Set<string> {
  const { notes, byName } = notesOf(vault);
  const prefix = `${vault.layout.wiki}/`;
  const found = notes
    .filter((note) => !/^kb_hash:/mu.test(splitPage(note.text).head ?? ""))
    .flatMap((note) => linksIn(note.text).flatMap(({ target }) => resolved(target, byName) ?? []));
  return new Set(found.filter((path) => path.startsWith(prefix)));
}

/**
 * Changes to links in every note outside raw/: `moves` from old path to new, `claims` from "wiki/sources/x#^c-old" to the new id.
 * Ask after the pages themselves are written: those need no change any more.
 */
export function relinkPatches(
  vault: Vault,
  moves: ReadonlyMap<string, string>,
  claims: ReadonlyMap<string, string> = new Map(),
): PlannedPatch[] {
  if (moves.size === 0 && claims.size === 0) return [];
  const { notes, byName } = notesOf(vault);
  // An old path has no file any more; its bare name led to it if nothing else bears that name.
  const oldNames = new Map([...moves.keys()].map((path) => [nameOf(path), path]));
  return notes.flatMap(({ path, text }) => {
    const after = relinked(text, ({ target, place, alias }) => {
      const full = withoutEnding(target.normalize("NFC"));
      const bare = !full.includes("/");
      const from = moves.has(`${full}.md`)
        ? `${full}.md`
        : bare && (byName.get(full.toLowerCase()) ?? []).filter((one) => !moves.has(one)).length === 0
          ? oldNames.get(full.toLowerCase())
          : undefined;
      const to = from === undefined ? undefined : moves.get(from);
      const page = to === undefined ? (resolved(target, byName) ?? `${full}.md`) : to;
      const heir = claims.get(`${withoutEnding(from ?? page)}${place}`) ?? claims.get(`${withoutEnding(page)}${place}`);
      if (to === undefined && heir === undefined) return undefined;
      return {
        target: to === undefined ? target : withoutEnding(to),
        ...(heir === undefined ? {} : { place: `#^${heir}` }),
        ...(bare && to !== undefined && alias === undefined ? { alias: target } : {}),
      };
    });
    return after === text ? [] : [{ path, before: text, after }];
  });
}

function notesOf(vault: Vault): {
  readonly notes: readonly Note[];
  readonly byName: ReadonlyMap<string, readonly string[]>;
} {
  const { root, raw } = vault.layout;
  const notes: Note[] = [];
  const byName = new Map<string, string[]>();
  const see = (path: string, absolute: string): void => {
    if (!path.toLowerCase().endsWith(".md")) return;
    byName.set(nameOf(path), [...(byName.get(nameOf(path)) ?? []), path]);
    if (path.startsWith(`${raw}/`)) return;
    try {
      notes.push({ path, text: readFileSync(absolute, "utf8") });
    } catch {
      // Gone between the walk and now.
    }
  };
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const name = entry.name.normalize("NFC");
    if (name.startsWith(".") || name === "node_modules") continue;
    if (entry.isFile()) see(name, join(root, entry.name));
    else if (entry.isDirectory()) for (const file of walk(root, entry.name).files) see(file.path, file.absolute);
  }
  return { notes, byName };
}

/** A full path, or a bare name that only one note bears. */
function resolved(target: string, byName: ReadonlyMap<string, readonly string[]>): string | undefined {
  const full = withoutEnding(target.normalize("NFC"));
  const named = byName.get(nameOf(full)) ?? [];
  if (full.includes("/")) return named.find((path) => withoutEnding(path).toLowerCase() === full.toLowerCase());
  return named.length === 1 ? named[0] : undefined;
}

function withoutEnding(path: string): string {
  return path.replace(/\.md$/iu, "");
}

function nameOf(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf("/") + 1)).toLowerCase();
}
