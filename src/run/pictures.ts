// What a model that can see says of a picture file; a picture that it cannot be shown is a line of the ledger.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Document } from "../core/document.ts";
import type { Engine } from "../core/engine.ts";
import { EngineGone, UserError } from "../core/errors.ts";
import type { Dropped, Shows } from "../core/note.ts";
import { PICTURE_FILE } from "../note/shown-pictures.ts";
import { documentOf } from "../read/document.ts";
import type { ReadResult } from "../read/result.ts";
import type { RawFile } from "../vault/scan.ts";

/** Servers refuse larger ones, bytes. */
const MOST_BYTES = 20e6;
/** PNG, JPEG, WebP: what every server opens. */
const SEEN = /^(?:\x89PNG|\xff\xd8\xff|RIFF.{4}WEBP)/su;

interface Seen {
  readonly shows?: Shows;
  readonly dropped: readonly Dropped[];
}

/** What was read of a file; of a picture also what it shows, so that one without words has a document too. */
export async function withSight(
  file: RawFile,
  result: ReadResult,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Seen & { readonly documents: readonly Document[] }> {
  const documents = result.kind === "read" ? result.documents : [];
  if (!PICTURE_FILE.test(file.path) || result.kind === "failed") return { documents, dropped: [] };
  const seen = await pictureSeen(file, documents, engine, signal);
  return { ...seen, documents: documents.length === 0 && seen.shows ? [wordlessPicture(file.path)] : documents };
}

/** EngineGone when the server went away; any other fault costs this picture its description only. */
async function pictureSeen(
  file: RawFile,
  documents: readonly Document[],
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Seen> {
  if (!engine.describePicture || engine.sees === undefined) return { dropped: [] };
  const without = (reason: string): Seen => ({
    dropped: [{ what: "what the picture shows", where: file.path, reason }],
  });
  const bytes = readFileSync(file.absolute);
  if (bytes.length > MOST_BYTES) return without("it is too large to be shown to a model");
  if (!SEEN.test(bytes.subarray(0, 16).toString("latin1"))) return without("models are shown PNG, JPEG and WebP only");
  const text = documents.flatMap((one) => one.sentences.map((sentence) => sentence.text)).join(" ");
  try {
    const said = await engine.describePicture({ name: basename(file.path), bytes, text }, signal);
    return said === undefined
      ? without("the model gave no usable description")
      : { shows: { text: said, by: engine.sees }, dropped: [] };
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof EngineGone) throw error;
    return without(error.message);
  }
}

/** A picture in which no text was found, for a page that shows it. */
function wordlessPicture(path: string): Document {
  return documentOf({
    path,
    format: "image",
    markdown: "",
    opens: !/\.tiff?$/iu.test(path),
    pictures: [{ target: path, alt: "" }],
  });
}
