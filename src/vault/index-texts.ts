// The texts behind vectors, made again from what the index keeps of pages and paragraphs.
import type { PassageRow } from "../core/search.ts";
import { embeddingKey, embeddingTexts } from "../text/embedding-texts.ts";
import type { IndexDatabase } from "./index-schema.ts";

/** Texts by key; pages that hold several of them are read once. */
export function textsIn(db: IndexDatabase, keys: readonly string[]): Map<string, string> {
  const pages = db
    .prepare(
      `SELECT p.id, p.title, p.body FROM pages p WHERE p.id IN
       (SELECT DISTINCT page FROM texts WHERE key IN (SELECT value FROM json_each(?))) ORDER BY p.path`,
    )
    .all([JSON.stringify(keys)]) as { id: number; title: string; body: string }[];
  const passages = db.prepare("SELECT place, sentences FROM passages WHERE page = ? ORDER BY id");
  const wanted = new Set(keys);
  const found = new Map<string, string>();
  for (const { id, title, body } of pages) {
    const rows = passages.all([id]) as { place: string; sentences: string }[];
    const said = rows.map(({ place, sentences }) => ({
      place: JSON.parse(place) as PassageRow["place"],
      sentences: JSON.parse(sentences) as PassageRow["sentences"],
    }));
    for (const { text } of embeddingTexts({ title, body, passages: said })) {
      const key = embeddingKey(text);
      if (wanted.has(key)) found.set(key, text);
    }
  }
  return found;
}
