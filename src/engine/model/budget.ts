// How many tokens a text will take, before it is sent, and whether the server really read all of them.

/** Tokens of a text, an upper estimate for the usual tokenisers: about 3.2 letters each, ideographs one each, digits and signs one for 1.5. */
export function tokensOf(text: string): number {
  let letters = 0;
  let wide = 0;
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) continue;
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) letters += 1;
    else if (code >= 0x2e80) wide += 1;
    else if (code > 127) letters += 1.6;
    else signs += 1;
  }
  return Math.ceil(letters / 3.2 + wide * 1.2 + signs / 1.5);
}

/** What a chat's frame costs beside its texts: tokens a message, generous. */
export const FRAME = 12;

export interface Calibration {
  /** Remembers what a server counted for a prompt of so many estimated tokens. */
  learn(estimate: number, counted: number): void;
  /** The estimate, corrected upwards when the server's tokeniser is finer than ours. */
  correct(estimate: number): number;
  /** False when the server counted far fewer tokens than such a prompt has: it dropped a part. */
  plausible(estimate: number, counted: number): boolean;
}

/** Prompts needed before the average is believed. */
const ENOUGH = 3;

export function calibration(): Calibration {
  let estimated = 0;
  let counted = 0;
  let samples = 0;
  const ratio = () => counted / estimated;
  return {
    learn(estimate, count) {
      estimated += estimate;
      counted += count;
      samples += 1;
    },
    correct: (estimate) => (samples >= ENOUGH && ratio() > 1 ? Math.ceil(estimate * ratio()) : estimate),
    plausible: (estimate, count) =>
      count === 0 || count > estimate * (samples >= ENOUGH ? Math.min(ratio(), 1) * 0.6 : 0.25),
  };
}

export interface Packable {
  readonly tokens: number;
  /** A window that is at least half full ends before such an item: a section starts. */
  readonly opens: boolean;
}

/** Runs of items, in order, of at most `most` items and `tokens` tokens each; an item larger than that stands alone. */
export function packed<T extends Packable>(
  items: readonly T[],
  most: number,
  tokens: number,
): readonly (readonly T[])[] {
  const windows: T[][] = [];
  let window: T[] = [];
  let used = 0;
  for (const item of items) {
    const full = window.length >= most || used + item.tokens > tokens;
    if (window.length > 0 && (full || (item.opens && window.length * 2 >= most))) {
      windows.push(window);
      window = [];
      used = 0;
    }
    window.push(item);
    used += item.tokens;
  }
  if (window.length > 0) windows.push(window);
  return windows;
}
