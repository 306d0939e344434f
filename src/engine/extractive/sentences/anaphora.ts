// Does a sentence, anywhere in it, point at something that another sentence named? On a page about a thing such a sentence misleads.
import { type Tagged, tag } from "../tag.ts";

const PERSONAL = new Set(["he", "she", "him", "his", "her", "hers"]);
const NEUTRAL = new Set(["it", "them", "they"]);
const OWN = new Set(["its", "their"]);
const POINTERS = new Set(["this", "these", "those"]);
const PHRASES =
  /\b(?:the (?:two|former|latter|others?)|the same(?!\b.*\bas\b)|each of (?:these|them|those)|as such|the idea|the method|the result|the rest|to be \p{Alpha}+ed\.?$)\b/iu;

/** English only; other languages are judged by how the sentence begins. */
export function pointsElsewhere(text: string): boolean {
  // What code put in brackets is the referent itself.
  const plain = text.replace(/\[[^\]]*\]/g, (inside) => inside.slice(1, -1));
  if (/\p{sc=Han}/u.test(plain)) return false;
  if (PHRASES.test(plain)) return true;
  const tokens = tag(plain);
  let nouns = 0;
  let names = 0;
  for (const [i, token] of tokens.entries()) {
    const word = token.text.toLowerCase();
    const next = tokens[i + 1];
    if (PERSONAL.has(word) && names === 0) return true;
    // "It is said that": nobody meant. "came upon it": something named before.
    if (
      NEUTRAL.has(word) &&
      nouns === 0 &&
      !(word === "it" && /^(?:is|was|takes|seems|follows)$/.test(next?.text ?? "") && i > 0)
    )
      return true;
    if (NEUTRAL.has(word) && strays(tokens, i)) return true;
    if (OWN.has(word) && nouns + names === 0) return true;
    if (POINTERS.has(word) && !/^(?:rfc|eip|erc|proposal|specification|standard|document)$/i.test(next?.text ?? ""))
      return true;
    if (word === "that" && pointsBack(tokens[i - 1]?.pos, next?.pos, tokens[i - 1]?.text)) return true;
    if (word === "such" && next?.text !== "as") return true;
    if (token.pos === "NOUN") nouns++;
    // "With Kent Beck he had introduced": he is not Kent Beck.
    if (token.pos === "PROPN" && tokens[i - 1]?.pos !== "ADP" && !(tokens[i - 1]?.pos === "PROPN" && names === 0))
      names++;
  }
  return false;
}

const BOUNDARY = /^(?:[,;:]|and|but|or|that|which|who|when|if|because|while|to|as)$/i;

/** "Obsidian and Roam list them", "In a folder of files it is found": nothing named before can be meant. */
function strays(tokens: readonly Tagged[], i: number): boolean {
  const before = tokens.slice(0, i);
  // "list them": what stands before "them" is a verb, whatever the tagger takes it for.
  const mistaken =
    tokens[i]?.text.toLowerCase() === "them" && /^(?:NOUN|PROPN)$/.test(before.at(-1)?.pos ?? "") ? i - 1 : -1;
  const found = before.findIndex((token) => token.pos === "VERB" || token.pos === "AUX");
  const verb = mistaken < 0 ? found : mistaken;
  const next = tokens[i + 1]?.pos;
  if (verb < 0) return (next === "AUX" || next === "VERB") && before[0]?.pos === "ADP";
  if (
    (before.at(-1)?.pos !== "VERB" && mistaken < 0) ||
    before.some((token) => BOUNDARY.test(token.text) && before.indexOf(token) > verb)
  )
    return false;
  return !before.slice(verb + 1).some((token) => token.pos === "NOUN" || token.pos === "PROPN");
}

/** "with that in mind", "In 1945 that was a desk"; not "a desk that stores", "said that it". */
function pointsBack(before: string | undefined, after: string | undefined, word: string | undefined): boolean {
  if (before === undefined) return true;
  if (before === "ADP") return true;
  return before === "NUM" && after === "AUX" && word !== undefined;
}
