// Text that fits a slide: how wide it is, where it may be cut, what a deck is called.

/** Characters that fit on six lines of the theme; ideographs are twice as wide. */
export const FITS = 320;

export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1),
    0,
  );

/** Ends a comment only where the note ends. */
export const noteText = (text: string): string => text.replace(/-{2,}>/g, "→").replace(/<!-{2,}/g, "");

/** Whole words, with … for what is left out. */
export function cutTo(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let short = "";
  for (const piece of text.match(/\s*[^\s\u2e80-\uffef]+|\s*[\u2e80-\uffef]/gu) ?? []) {
    if (widthOf(short + piece) > most) break;
    short += piece;
  }
  return `${short.trim().replace(/[\s,;:–—-]+$/u, "")}…`;
}

const LEADS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^(?:please )?(?:compare|contrast) (.+?) (?:and|with|to|versus|vs\.?) (.+)$/i,
    (_, a = "", b = "") => `${a} and ${b}`,
  ],
  [/^what (?:is|are) the (?:main |key )?(?:difference|similarit)\w* between (.+)$/i, (_, a = "") => a],
  [/^(?:what|who) (?:is|are|was|were) (.+)$/i, (_, a = "") => a],
  [/^what (?:do|does|did) (?:these|the sources|the vault|this vault) say (?:about|on) (.+)$/i, (_, a = "") => a],
  [/^(.+?)(?:是什么|是谁|有哪些|怎么样)$/u, (_, a = "") => a],
  [/^(?:什么是|谁是|介绍一下|介绍)(.+)$/u, (_, a = "") => a],
  [/^比较(.+)$/u, (_, a = "") => a],
  [/^(?:please )?(?:tell me about|explain|describe|summari[sz]e|show me) (.+)$/i, (_, a = "") => a],
];

/** What a deck is about, without the form of a question. */
export function deckTitle(question: string): string {
  const asked = question.trim().replace(/[?？.!。\s]+$/u, "");
  for (const [pattern, made] of LEADS) {
    const match = pattern.exec(asked);
    if (match) return capital(made(...match));
  }
  return capital(asked);
}

const capital = (text: string): string =>
  text.replace(/^(?:the|an?) (?=\S)/i, "").replace(/^\p{Lower}/u, (c) => c.toUpperCase());

/** Text in pieces that fit a slide, cut where a reader would pause. */
export function slideTexts(text: string): string[] {
  if (widthOf(text) <= FITS) return [text];
  const pieces = text.split(/(?<=[,;:—–])\s+|(?<=[，；：、])/u);
  const slides: string[] = [];
  for (const piece of pieces) {
    const last = slides.at(-1);
    const joint = /[\u2e80-\uffef]$/.test(last ?? "") ? "" : " ";
    if (last !== undefined && widthOf(last) + widthOf(piece) < FITS)
      slides[slides.length - 1] = `${last}${joint}${piece}`;
    else slides.push(piece);
  }
  return slides.flatMap((slide) => (widthOf(slide) <= FITS * 1.5 ? [slide] : chopped(slide)));
}

function chopped(text: string): string[] {
  const middle = Math.floor(text.length / 2);
  const space = text.indexOf(" ", middle);
  const at = space < 0 ? middle : space + 1;
  return [text.slice(0, at), text.slice(at)].flatMap((half) => (widthOf(half) <= FITS ? [half] : chopped(half)));
}
