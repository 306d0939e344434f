// One document to its note: the same in the program and in the thread beside it.
import type { Document } from "../core/document.ts";
import type { Engine } from "../core/engine.ts";
import type { Dropped, Shows, SourceNote } from "../core/note.ts";
import { noteOf } from "../note/note.ts";
import { counted } from "../text/counted.ts";

/** Plain values: they can be sent to another thread. */
export interface NoteWork {
  readonly document: Document;
  /** Of the note: that of the file, or "raw/book.epub::2". */
  readonly path: string;
  /** SHA-256 of the file. */
  readonly hash: string;
  /** What was left out before it came here. */
  readonly dropped: readonly Dropped[];
  readonly shows?: Shows;
  readonly paragraphs?: ReadonlyMap<number, string>;
}

export async function noteOfDocument(engine: Engine, work: NoteWork, signal?: AbortSignal): Promise<SourceNote> {
  const { nominate } = await import("../engine/extractive/names/nominate.ts");
  const { termsOf } = await import("../engine/extractive/names/terms.ts");
  const { path, hash, shows, paragraphs } = work;
  const { document, beyond } = withinReach(work.document, path);
  const proposed = await engine.noteDocument(document, signal);
  const nominations = nominate(document);
  return noteOf({
    document: { ...document, path },
    hash,
    proposed: { ...proposed, dropped: [...proposed.dropped, ...work.dropped, ...beyond] },
    ...(shows ? { shows } : {}),
    nominations,
    terms: termsOf(document, nominations),
    engine: engine.id,
    ...(paragraphs ? { paragraphs } : {}),
  });
}

/** Characters: several long novels. What comes later adds minutes, and could hardly add one of the few claims that a source gives. */
export const REACH = 4_000_000;

/** A text that is far too long is taken notes of as far as that; all of it stays read, searched and asked. */
function withinReach(
  document: Document,
  where: string,
): { readonly document: Document; readonly beyond: readonly Dropped[] } {
  const end = document.sentences.findIndex((sentence) => sentence.start >= REACH);
  if (end < 0) return { document, beyond: [] };
  const heard: Document = {
    ...document,
    sentences: document.sentences.slice(0, end),
    blocks: document.blocks.filter((block) => block.start < REACH),
  };
  const what = counted(document.sentences.length - end, "sentence");
  const reason = `notes are taken of the first ${REACH / 1e6} million characters of a text; what comes later can be searched and asked about, and makes no claims`;
  return { document: heard, beyond: [{ what, where, reason }] };
}
