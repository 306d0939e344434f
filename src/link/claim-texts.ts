// The text of a claim by its source and id, for rules that look at how a source writes a name.
import type { SourceNote } from "../core/note.ts";

/** Empty where the source has no such claim. */
export type TextAt = (source: string, id: string | undefined) => string;

/** Claims of a source are laid out when the first of them is asked for. */
export function textFinder(notes: readonly SourceNote[]): TextAt {
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (source, id) => {
    if (id === undefined) return "";
    let texts = known.get(source);
    if (!texts) {
      texts = new Map((byPath.get(source)?.claims ?? []).map((claim) => [claim.id, claim.text]));
      known.set(source, texts);
    }
    return texts.get(id) ?? "";
  };
}
