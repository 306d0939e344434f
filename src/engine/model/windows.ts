// A document's sentences in windows that a model can take in at once, numbered from 1 within each.
import type { Document } from "../../core/document.ts";
import type { Dropped } from "../../core/note.ts";
import { addressesAModel } from "../../text/injection.ts";
import { packed, tokensOf } from "./budget.ts";
import type { Shown } from "./claims.ts";

export interface Numbered extends Shown {
  readonly headings: readonly string[];
  readonly tokens: number;
  /** First sentence under its heading. */
  readonly opens: boolean;
}

export interface WindowSize {
  readonly sentences: number;
  readonly tokens: number;
}

/** Small models stay at the top of long windows; larger ones read more at once. `parameters` 0: nobody knows. */
export function windowSize(parameters: number, contextTokens: number): WindowSize {
  const sentences = parameters >= 30e9 ? 30 : parameters >= 10e9 ? 20 : parameters >= 4e9 ? 14 : 8;
  return { sentences, tokens: Math.min(sentences * 90 + 200, Math.floor(contextTokens * 0.3)) };
}

/** Windows in text order, and what was kept out of them: sentences that address a model. */
export function windowsOf(
  document: Document,
  size: WindowSize,
): { windows: readonly (readonly Numbered[])[]; kept: readonly Dropped[] } {
  const kept: Dropped[] = [];
  const items: Numbered[] = [];
  let section = "";
  for (const sentence of document.sentences) {
    const block = document.blocks[sentence.block];
    if (block !== undefined && /^(?:heading|code|math|image)$/.test(block.kind)) continue;
    if (addressesAModel(sentence.text)) {
      kept.push({ what: sentence.text, where: document.path, reason: "it gives orders to a reader's model" });
      continue;
    }
    if (!/\p{Alpha}{2}/u.test(sentence.text)) continue;
    const headings = (block?.headings ?? []).filter((heading) => !addressesAModel(heading));
    const path = headings.join(" > ");
    const before = document.sentences[sentence.n - 2];
    const around = [
      before !== undefined && !addressesAModel(before.text) ? before.text : "",
      ...headings,
      document.meta.title,
    ].join("\n");
    pieces(sentence.text, size.tokens).forEach((text) => {
      items.push({ n: sentence.n, text, around, headings, tokens: tokensOf(text) + 6, opens: path !== section });
      section = path;
    });
  }
  return { windows: packed(items, size.sentences, size.tokens), kept };
}

/** A sentence longer than a window in parts that each fit; they share its number. */
function pieces(text: string, tokens: number): readonly string[] {
  if (tokensOf(text) + 6 <= tokens) return [text];
  const half = Math.floor(text.length / 2);
  const gap = text.indexOf(" ", half);
  // A line without spaces may be cut anywhere but inside a character.
  const at = gap > 0 && gap < text.length - 1 ? gap : half + (/[\udc00-\udfff]/.test(text.charAt(half)) ? 1 : 0);
  return [...pieces(text.slice(0, at).trim(), tokens), ...pieces(text.slice(at).trim(), tokens)];
}
