// Is it a claim by its form: finished, one sentence, understood alone, in the script of its text?
import { tag } from "../extractive/tag.ts";

const LEANS =
  /^(?:it|he|she|they|this|that|these|those|such|its|his|her|their|here|there(?! (?:is|are|was|were)\b)|the (?:former|latter|author|text|article|passage|sentence|paragraph|post|following|above|same)\b|as such|however|therefore|also|for example)\b/i;
const UNFINISHED =
  /(?:[,:;–—(-]|\b(?:the|a|an|of|to|and|or|in|on|for|with|by|from|at|as|is|are|was|were|that|which|und|der|die|das|et|le|la|de|y|el)|…|\.\.\.)\s*[.]?$/i;

/** Why a claim cannot stand as it is written, if it cannot. */
export function wrongForm(text: string, ground: string, english: boolean): string | undefined {
  const words = text.split(/\s+/).length;
  if (UNFINISHED.test(text.replace(/[.。]$/, "")) || !/[\p{Alpha}\p{N}"'”’)\]%][.!?。！？]?["”’)\]]*$/u.test(text))
    return "it is not finished";
  if (words < 3 && !/[\u3040-\u30ff\u3400-\u9fff]{5}/.test(text)) return "it is no sentence";
  if (words > 70) return "it is too long for one claim";
  if (LEANS.test(text)) return "it cannot be understood alone";
  if (strays(text, ground)) return "it strays into another script";
  if (english && !tag(text).some(({ pos }) => pos === "VERB" || pos === "AUX")) return "it has no verb";
  return undefined;
}

const SCRIPTS = [
  /\p{sc=Latin}/u,
  /\p{sc=Han}/u,
  /[\p{sc=Hiragana}\p{sc=Katakana}]/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Greek}/u,
  /\p{sc=Arabic}/u,
  /\p{sc=Hangul}/u,
  /\p{sc=Thai}/u,
  /\p{sc=Devanagari}/u,
  /\p{sc=Hebrew}/u,
];

/** True when a text has letters of a script that its ground has none of. */
export function strays(text: string, ground: string): boolean {
  return SCRIPTS.some((script) => script.test(text) && !script.test(ground));
}

/** White space squeezed, "The text says that …" taken off, a full stop at the end. */
export function tidied(claim: string): string {
  const plain = claim
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:\[?\d{1,3}[\].):]+|[-*•])\s+/, "")
    .replace(
      /^(?:the|this) (?:text|article|author|passage|post|document|section|sentence) (?:says|states|notes|mentions|explains|claims|describes|argues) that\s+/i,
      "",
    )
    .replace(/\s*\[\d+(?:, ?\d+)*\]([.]?)$/, "$1")
    // Small models take abbreviations apart.
    .replace(/\bU\. S\./g, "U.S.")
    .replace(/, (?:however|though|too|as well)\.$/i, ".")
    // A sentence that leads over to code or a list is a claim without its colon, unless it speaks of what follows.
    .replace(/(?<!\b(?:following|these|this|like this|this \p{Alpha}+|below|as follows)):$/u, ".");
  if (plain === "") return plain;
  const first = plain.charAt(0);
  const opened = plain === claim.replace(/\s+/g, " ").trim() ? plain : first.toUpperCase() + plain.slice(1);
  if (/[.!?。！？…]["'”’」』)\]]*$/u.test(opened)) return opened;
  return /[\u3040-\u30ff\u3400-\u9fff]$/.test(opened)
    ? `${opened}。`
    : /[\p{Alpha}\p{N}"'”’)\]%]$/u.test(opened)
      ? `${opened}.`
      : opened;
}
