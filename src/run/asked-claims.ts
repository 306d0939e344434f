// Sentences that answers rest on become claims of their sources: each compile reads them from decisions.md and adds them to the notes.
import type { Document } from "../core/document.ts";
import type { SourceNote } from "../core/note.ts";
import { claimsAt } from "../engine/extractive/notes/claims.ts";
import { withClaims } from "../note/added-claims.ts";
import type { Decision } from "../vault/decisions.ts";
import { memoKey } from "../vault/memo.ts";
import type { Counter } from "./counter.ts";
import type { Noted } from "./known-notes.ts";
import { documentsOf, type NotesOfRaw } from "./notes.ts";
import type { Workspace } from "./workspace.ts";

/** Only files that a decision names are looked at; a sentence that is gone from its file is no claim any more. */
export async function withAskedClaims(
  workspace: Workspace,
  notes: NotesOfRaw,
  decisions: readonly Decision[],
  counter: Counter,
): Promise<NotesOfRaw> {
  const asked = new Map<string, string[]>();
  for (const one of decisions)
    if (one.kind === "claim") asked.set(one.source, [...(asked.get(one.source) ?? []), one.quote]);
  if (asked.size === 0) return notes;
  const noted: Noted[] = [];
  for (const one of notes.noted) {
    const quotes = asked.get(one.file.path);
    noted.push(quotes === undefined ? one : await withQuotes(workspace, one, quotes, counter));
  }
  return { ...notes, noted };
}

async function withQuotes(
  workspace: Workspace,
  noted: Noted,
  quotes: readonly string[],
  counter: Counter,
): Promise<Noted> {
  const read = await documentsOf(workspace, noted.file, counter);
  if (read.kind !== "read") return noted;
  const notes = await Promise.all(
    noted.notes.map(async (note, i) => {
      const document = read.documents[i];
      return document ? noteWith(note, document, quotes) : note;
    }),
  );
  return { ...noted, notes, key: memoKey(noted.key, quotes) };
}

async function noteWith(note: SourceNote, document: Document, quotes: readonly string[]): Promise<SourceNote> {
  const wanted = new Set(quotes);
  const numbers = document.sentences.filter(({ text }) => wanted.has(text)).map(({ n }) => n);
  if (numbers.length === 0) return note;
  const { nominate } = await import("../engine/extractive/names/nominate.ts");
  const { textPageBody } = await import("../read/text-page.ts");
  const paragraphs = document.opens ? undefined : textPageBody(document)?.paragraphIds;
  return withClaims(note, document, claimsAt(document, nominate(document), numbers), paragraphs);
}
