// The code that a sentence leads to: "Install it like so:" and the command below it, which is half of what such a sentence says.
import type { Block, Document } from "../core/document.ts";
import type { LedCode } from "../core/search.ts";
import { addressesAModel } from "../text/injection.ts";

/** Of a longer block its beginning: a recipe is short, a listing is looked up where it stands. */
const MOST_LINES = 14;
const MOST_LETTERS = 900;
/** Of a session at a terminal: what the commands print is not what is asked for. */
const SESSION = /^(?:\S*[%$#»❯]|>>>|\S+@\S+[$%#]|[\w~./-]+ [%$]) \S/u;
const MOST_PRINTED = 4;
const LEADS = new Set<Block["kind"]>(["paragraph", "list-item", "quote", "callout"]);

/**
 * By sentence number. Code belongs to the last sentence right above it; code that opens a section, to the first sentence below it,
 * unless that one leads on to something else. Code that follows code is its output and belongs to nobody.
 */
export function ledCode({ blocks, sentences }: Document): ReadonlyMap<number, LedCode> {
  const found = new Map<number, LedCode>();
  if (!blocks.some(({ kind }) => kind === "code")) return found;
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { n, block } of sentences) {
    if (!first.has(block)) first.set(block, n);
    last.set(block, n);
  }
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== "code" || block.text.split("\n").some((line) => addressesAModel(line))) continue;
    const [above, below] = [blocks[i - 1], blocks[i + 1]];
    if (above && LEADS.has(above.kind)) {
      const n = last.get(i - 1);
      if (n !== undefined) found.set(n, codeOf(block));
    } else if (above?.kind === "heading" && below && LEADS.has(below.kind)) {
      const n = first.get(i + 1);
      if (n !== undefined && !/[:：]$/u.test(sentences[n - 1]?.text ?? "") && !found.has(n))
        found.set(n, codeOf(block));
    }
  }
  return found;
}

/** As written, but for what is left out at the end. */
function codeOf({ text, lang }: Block): LedCode {
  const lines = text.replace(/\s+$/u, "").split("\n");
  const kept: string[] = [];
  const session = SESSION.test(lines[0] ?? "");
  let letters = 0;
  let printed = 0;
  for (const line of lines) {
    letters += line.length + 1;
    const continued = /\\$/u.test(kept.at(-1) ?? "");
    printed = session && !SESSION.test(line) && !continued ? printed + 1 : 0;
    if (kept.length === MOST_LINES || printed > MOST_PRINTED || (kept.length > 0 && letters > MOST_LETTERS)) break;
    kept.push(line);
  }
  const cut = kept.length < lines.length;
  return { text: kept.join("\n"), ...(lang ? { lang } : {}), ...(cut ? { cut } : {}) };
}
