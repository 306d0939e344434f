// Which pictures of the vault a source shows: those are part of it and no sources of their own.
import type { SourceNote } from "../core/note.ts";
import { byCodePoint } from "../text/order.ts";

/** Endings of pictures that a reader of this program opens. */
export const PICTURE_FILE = /\.(?:avif|bmp|gif|jpe?g|png|tiff?|webp)$/iu;

/** `files` are paths of pictures from the vault's root. Gives each that a note shows with the path of the first such note. */
export function shownPictures(notes: readonly SourceNote[], files: readonly string[]): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  if (files.length === 0) return shown;
  const exact = new Map(files.map((file) => [folded(file), file]));
  const named = new Map<string, string[]>();
  for (const file of files) {
    const name = folded(nameIn(file));
    named.set(name, [...(named.get(name) ?? []), file]);
  }
  for (const note of [...notes].sort((a, b) => byCodePoint(a.path, b.path))) {
    const own = note.path.split("::")[0] ?? note.path;
    for (const target of note.pictures ?? []) {
      const file = fileMeant(target, own, exact, named);
      if (file !== undefined && file !== own && !shown.has(file)) shown.set(file, own);
    }
  }
  return shown;
}

/** As Obsidian resolves it: from the note's folder or the root, else a file whose path ends so, the nearest to the note first. */
function fileMeant(
  target: string,
  note: string,
  exact: ReadonlyMap<string, string>,
  named: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const path = plainPath(target);
  if (path === undefined) return undefined;
  const folder = note.slice(0, note.lastIndexOf("/"));
  const known = exact.get(folded(joined(folder, path))) ?? exact.get(folded(joined("", path)));
  // "../x.png" means one place.
  if (known !== undefined || path.startsWith(".")) return known;
  const ending = folded(`/${joined("", path)}`);
  const near = (file: string): number => sharedFolders(file, note);
  return (named.get(folded(nameIn(path))) ?? [])
    .filter((file) => folded(`/${file}`).endsWith(ending))
    .sort((a, b) => near(b) - near(a) || a.length - b.length || byCodePoint(a, b))[0];
}

/** Undefined for what lies elsewhere: an address, or the picture's own bytes. */
function plainPath(target: string): string | undefined {
  const bare = target
    .replace(/[?#].*$/su, "")
    .replaceAll("\\", "/")
    .trim();
  if (bare === "" || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(bare)) return undefined;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function sharedFolders(a: string, b: string): number {
  const [ones, others] = [a.split("/").slice(0, -1), b.split("/").slice(0, -1)];
  const end = ones.findIndex((part, i) => part !== others[i]);
  return end < 0 ? ones.length : end;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
