// Files that are short posts -> one source a folder, author and month.
import type { SourceNote } from "../core/note.ts";
import { bundleOf, bundlePath, isPost } from "../note/bundle.ts";
import { byCodePoint } from "../text/order.ts";
import { memoKey } from "../vault/memo.ts";
import type { Noted } from "./known-notes.ts";
import type { NotesOfRaw } from "./notes.ts";

/** Each post was noted by itself, so one post more costs one note and changes one bundle. */
export function withBundles(notes: NotesOfRaw): NotesOfRaw {
  const posts = new Map<string, Noted[]>();
  const noted: Noted[] = [];
  for (const one of notes.noted) {
    const only = onlyNote(one);
    if (only && isPost(only)) {
      const path = bundlePath(only);
      const others = posts.get(path);
      if (others) others.push(one);
      else posts.set(path, [one]);
    } else noted.push(one);
  }
  if (posts.size === 0) return notes;
  return {
    ...notes,
    noted: [...noted, ...[...posts].map(bundled)].sort((a, b) => byCodePoint(a.file.path, b.file.path)),
  };
}

function onlyNote({ notes }: Noted): SourceNote | undefined {
  return notes.length === 1 ? notes[0] : undefined;
}

function bundled([path, members]: readonly [string, readonly Noted[]]): Noted {
  const [first, ...others] = [...members].sort((a, b) => byCodePoint(a.file.path, b.file.path));
  if (!first) throw new Error(`a bundle without posts: ${path}`);
  const { note, text } = bundleOf(
    path,
    members.flatMap(({ notes, texts }) =>
      notes.map((own, i) => ({ note: own, ...(texts[i] ? { text: texts[i] } : {}) })),
    ),
  );
  return {
    file: first.file,
    others: others.map((one) => one.file),
    notes: [note],
    texts: [text],
    key: memoKey(members.map((one) => one.key).sort(byCodePoint)),
  };
}
