// raw/ -> notes: each file is read and noted once for its content; a file that fails becomes a line of the ledger.
import type { Document } from "../core/document.ts";
import type { Engine } from "../core/engine.ts";
import { EngineGone, UserError } from "../core/errors.ts";
import type { SourceNote } from "../core/note.ts";
import type { LedgerLine } from "../core/report.ts";
import { linkTarget } from "../markdown/harmless.ts";
import { PICTURE_FILE, shownPictures } from "../note/shown-pictures.ts";
import { READ_VERSION, type ReadResult } from "../read/result.ts";
import { memoKey } from "../vault/memo.ts";
import type { RawFile, RawScan } from "../vault/scan.ts";
import type { Counter } from "./counter.ts";
import { idFor, keyFor, type Noted, type Outcome, recall, type Stored } from "./known-notes.ts";
import { rememberedLookups } from "./lookups.ts";
import { ASIDE, type Aside, asideFor } from "./note-aside.ts";
import { type NoteWork, noteOfDocument } from "./note-document.ts";
import { rememberPace } from "./pace.ts";
import { withSight } from "./pictures.ts";
import { readRaw } from "./raw-file.ts";
import { patienceWith } from "./spare.ts";
import { templatesOf } from "./templates.ts";
import type { Workspace } from "./workspace.ts";

export interface NotesOfRaw {
  readonly scan: RawScan;
  readonly noted: readonly Noted[];
  readonly ledger: readonly LedgerLine[];
  /** Files that could not be read or noted, with the reason. */
  readonly failed: ReadonlyMap<string, string>;
  readonly skipped: ReadonlyMap<string, string>;
  /** The model went away midway: what is missing waits for the next run, or was done without it where a spare engine is. */
  readonly gone?: EngineGone;
  /** With a spare engine: files that the model failed on, with the reason. */
  readonly spared: ReadonlyMap<string, string>;
}

export interface NotesWishes {
  /** Notes anew with the model what was noted without one. */
  readonly upgrade?: boolean;
  /** Takes what the store has; reads and notes nothing. */
  readonly known?: boolean;
}

/** All of raw/, in code point order of the paths: what is known comes from the store, the rest is read and noted now. */
export async function notesOfRaw(
  workspace: Workspace,
  scan: RawScan,
  counter: Counter,
  { upgrade = false, known: onlyKnown = false }: NotesWishes = {},
): Promise<NotesOfRaw> {
  const { progress, signal } = workspace;
  const { engine, width, spare } = await workspace.chosen();
  const prompts = memoKey(templatesOf(workspace.layout, "prompts"));
  const outcomes = new Map<string, Outcome>();
  const waiting: RawFile[] = [];
  for (const file of scan.files) {
    const known = recall(workspace, file, engine, prompts, upgrade);
    if (known) outcomes.set(file.path, known);
    else if (!onlyKnown && file.unread === undefined) waiting.push(file);
  }
  let gone: EngineGone | undefined;
  const spared = new Map<string, string>();
  const patience = patienceWith(spare);
  const noted = async (file: RawFile): Promise<Outcome> => {
    try {
      const outcome = await noteFile(workspace, file, engine, prompts, counter, aside);
      patience.did();
      return outcome;
    } catch (error) {
      if (signal?.aborted) throw error;
      gone ??= patience.failed(error);
      if (!spare || !(error instanceof UserError)) return { kind: "failed", path: file.path, reason: reasonOf(error) };
      if (!(error instanceof EngineGone)) spared.set(file.path, reasonOf(error));
      return withoutModel(file, spare);
    }
  };
  const withoutModel = async (file: RawFile, judge: Engine): Promise<Outcome> =>
    recall(workspace, file, judge, prompts, false) ?? noteFile(workspace, file, judge, prompts, counter);
  const keepLookups = waiting.length > 0 ? rememberedLookups(workspace.store.memo) : undefined;
  const aside = engine.id === "extractive" ? asideFor(waiting.length, workspace.settings.claims) : undefined;
  if (waiting.length > 0) progress.start("Reading sources", waiting.length);
  const work = async (queue: RawFile[]): Promise<void> => {
    for (let file = queue.shift(); file && (!gone || spare); file = queue.shift()) {
      signal?.throwIfAborted();
      try {
        outcomes.set(file.path, gone && spare ? await withoutModel(file, spare) : await noted(file));
      } catch (error) {
        if (signal?.aborted) throw error;
        outcomes.set(file.path, { kind: "failed", path: file.path, reason: reasonOf(error) });
      }
      progress.step();
      // Lets signals and timers in between two files of a long run.
      await new Promise((next) => setImmediate(next));
    }
  };
  const inWork = aside ? width + ASIDE : width;
  const all = (queue: RawFile[]) => Promise.all(Array.from({ length: inWork }, () => work(queue)));
  try {
    await all(waiting.filter(({ path }) => !PICTURE_FILE.test(path)));
    // Only now is it known which pictures belong to a note.
    const notes = [...outcomes.values()].flatMap((one) => (one.kind === "noted" ? one.noted.notes : []));
    const pictures = scan.files.map(({ path }) => path).filter((path) => PICTURE_FILE.test(path));
    const shown = shownPictures(notes, pictures);
    for (const [path, note] of shown) {
      outcomes.set(path, { kind: "skipped", path, reason: `a picture that ${note} shows` });
      if (waiting.some((file) => file.path === path)) progress.step();
    }
    await all(waiting.filter(({ path }) => PICTURE_FILE.test(path) && !shown.has(path)));
    await aside?.finish();
  } finally {
    aside?.stop();
  }
  progress.done();
  keepLookups?.();
  return { ...collected(scan, outcomes, spare ? undefined : gone), spared, ...(gone ? { gone } : {}) };
}

function collected(
  scan: RawScan,
  outcomes: ReadonlyMap<string, Outcome>,
  gone: EngineGone | undefined,
): Omit<NotesOfRaw, "gone" | "spared"> {
  const noted: Noted[] = [];
  const failed = new Map<string, string>();
  const skipped = new Map<string, string>();
  for (const one of scan.skipped) (one.failed ? failed : skipped).set(one.path, one.reason);
  for (const file of scan.files) {
    const outcome = outcomes.get(file.path);
    if (outcome?.kind === "noted") noted.push(outcome.noted);
    if (file.unread !== undefined) failed.set(file.path, file.unread);
    else if (outcome?.kind === "failed") failed.set(file.path, outcome.reason);
    else if (outcome?.kind === "skipped") skipped.set(file.path, outcome.reason);
    else if (gone) failed.set(file.path, gone.message);
  }
  const ledger: LedgerLine[] = [
    ...[...skipped].map(([path, reason]) => ({ path, stage: "read", status: "skipped", reason })),
    ...[...failed].map(([path, reason]) => ({ path, stage: "read", status: "failed", reason })),
    ...noted.flatMap((one) =>
      one.notes.flatMap((note) =>
        note.dropped.map((drop) => ({
          path: note.path,
          stage: "note",
          status: "dropped",
          reason: `${drop.reason}: ${drop.what}`,
        })),
      ),
    ),
  ];
  return { scan, noted, ledger, failed, skipped };
}

/** Words: the notes of longer texts take more than a second of computing. */
const LONG = 40_000;

async function noteFile(
  workspace: Workspace,
  file: RawFile,
  engine: Engine,
  prompts: string,
  counter: Counter,
  aside?: Aside,
): Promise<Outcome> {
  const { memo, kv } = workspace.store;
  const key = keyFor(workspace, file, idFor(file, engine.id, engine.sees), prompts);
  const result = await documentsOf(workspace, file, counter);
  const { documents, shows, dropped } = await withSight(file, result, engine, workspace.signal);
  if (result.kind !== "read" && documents.length === 0) {
    const reason = [result.reason, ...dropped.map((one) => one.reason)].join("; ");
    if (result.kind === "skipped") memo.set("note", key, { skipped: reason });
    return { kind: result.kind, path: file.path, reason };
  }
  const { textPageBody } = await import("../read/text-page.ts");
  const notes: SourceNote[] = [];
  const texts: (string | undefined)[] = [];
  const several = documents.length > 1;
  for (const read of documents) {
    const path = several ? `${file.path}::${notes.length + 1}` : file.path;
    // One post more in a file of years of them is one month to note.
    const partKey = memoKey(
      "part",
      keyFor(workspace, { ...file, hash: "" }, engine.id, prompts),
      read.meta,
      read.markdown,
    );
    const part = several ? memo.get<Stored>("note", partKey) : undefined;
    const [known] = part?.notes ?? [];
    if (known) {
      notes.push({ ...known, path, hash: file.hash });
      texts.push(part?.texts[0]);
      continue;
    }
    // "C#.md": no link of Obsidian's leads to it, so its text gets a page to land on.
    const document = { ...read, opens: read.opens && linkTarget(file.path) !== undefined };
    const text = document.opens || document.blocks.length === 0 ? undefined : textPageBody(document);
    const work: NoteWork = {
      document,
      path,
      hash: file.hash,
      dropped,
      ...(shows ? { shows } : {}),
      ...(text ? { paragraphs: text.paragraphIds } : {}),
    };
    const made = async (): Promise<SourceNote> => {
      const started = performance.now();
      const asked = engine.usage().calls;
      const note = await noteOfDocument(engine, work, workspace.signal);
      if (engine.usage().calls > asked) rememberPace(kv, "note", performance.now() - started);
      return note;
    };
    const long = engine.id === "extractive" && document.words > LONG;
    // What is known so far is kept, should a signal end it here.
    if (long) memo.flush();
    const beside = long ? undefined : await aside?.note(work);
    // A thread that was stopped leaves its work undone, and nobody is to do it.
    workspace.signal?.throwIfAborted();
    const note = beside ?? (await (long ? workspace.busy(made) : made()));
    counter.count("note");
    notes.push(note);
    texts.push(text?.body);
    if (several) memo.set("note", partKey, { notes: [note], texts: [text?.body] });
  }
  const stored: Stored = { notes, texts };
  memo.set("note", key, stored);
  if (engine.id !== "extractive") kv.set("model-id", engine.id);
  if (shows) kv.set("model-sees", shows.by);
  return { kind: "noted", noted: { file, key, ...stored } };
}

/** The documents of a raw file, read once for its content. */
export async function documentsOf(workspace: Workspace, file: RawFile, counter: Counter): Promise<ReadResult> {
  const { read } = workspace.settings;
  const key = memoKey(file.path, file.hash, read, READ_VERSION, ...(file.repository ? ["repository"] : []));
  const { memo } = workspace.store;
  const known = memo.get<readonly Document[]>("read", key);
  if (known) return { kind: "read", documents: known };
  counter.count("read");
  const result = await readRaw(file, workspace.settings, workspace.signal);
  if (result.kind !== "read") return result;
  memo.set("read", key, result.documents);
  // Taken back from the store each sentence stands by itself: cut out of a text with a single “, all have two bytes a letter, and V8 takes three times as long to make a pattern ready for those.
  return { kind: "read", documents: memo.get<readonly Document[]>("read", key) ?? result.documents };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
