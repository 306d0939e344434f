// Which language a text is in: the script tells most, frequent little words the rest.
import { byCodePoint } from "../text/order.ts";

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: "the of and to in is that for it with as was on are by this be from or not".split(" "),
  de: "der die und das ist nicht von zu mit den ein eine sich auf für dem des auch im werden".split(" "),
  fr: "le la les de des et un une est dans que qui pour pas sur du au avec ce il".split(" "),
  es: "el la los de que y en un una por con no es para se del las su como más".split(" "),
  it: "il di che e la per un una non sono con del della le si da nel gli come più".split(" "),
  pt: "o que de e do da em um uma para com não os no se na por mais as dos".split(" "),
  nl: "de het een van en dat is niet op te in zijn voor met die aan er ook als".split(" "),
};

/** Little words that short names and notes hold by chance are no sign of a language: "de", "e", "para". */
const DIFFERENT = 3;

const share = (text: string, script: RegExp): number => text.match(script)?.length ?? 0;

/** BCP 47 primary tag, or "und" where there is too little to go by. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 8000);
  const letters = share(sample, /\p{Alpha}/gu);
  if (letters < 8) return "und";
  const kana = share(sample, /[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  const han = share(sample, /\p{sc=Han}/gu);
  // One ideograph carries as much as a few letters, and technical Chinese is full of English names.
  if ((kana + han) * 3 > letters) return kana * 12 > han ? "ja" : "zh";
  const scripts: readonly (readonly [string, RegExp])[] = [
    ["ko", /\p{sc=Hangul}/gu],
    ["ru", /\p{sc=Cyrillic}/gu],
    ["el", /\p{sc=Greek}/gu],
    ["ar", /\p{sc=Arabic}/gu],
    ["he", /\p{sc=Hebrew}/gu],
    ["hi", /\p{sc=Devanagari}/gu],
    ["th", /\p{sc=Thai}/gu],
  ];
  for (const [tag, script] of scripts)
    if (share(sample, script) * 2 > letters) return tag === "ru" && /[іїєґ]/u.test(sample) ? "uk" : tag;
  return latin(sample);
}

function latin(sample: string): string {
  const counts = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{Alpha}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  let total = 0;
  for (const count of counts.values()) total += count;
  const scores = Object.entries(WORDS).map(([tag, words]) => ({
    tag,
    hits: words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
    different: words.filter((word) => counts.has(word)).length,
  }));
  const [best, next] = scores.sort((a, b) => b.hits - a.hits || byCodePoint(a.tag, b.tag));
  if (!best || best.hits === 0) return "und";
  const clear = best.hits > (next?.hits ?? 0) && best.different >= DIFFERENT;
  if (best.hits >= 2 && best.hits / total >= 0.06 && (best.tag === "en" || clear)) return best.tag;
  return best.tag === "en" && total >= 3 && /^[\p{ASCII}\s–—’‘“”…]*$/u.test(sample) ? "en" : "und";
}
