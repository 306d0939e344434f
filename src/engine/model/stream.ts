// Gathers a reply as it comes and stops when the model turns in circles.

/** Longest phrase, characters, whose repetition is noticed. */
const PHRASE = 160;
/** So much of the end must be one phrase again and again. */
const CIRCLE = 480;

export interface Gathered {
  readonly text: string;
  readonly circled: boolean;
}

/** `stop` is called once when the reply turns in circles; the text is cut after the first turn. */
export async function gather(
  pieces: AsyncIterable<string>,
  stop: () => void,
  heard: (text: string) => void = () => {},
): Promise<Gathered> {
  let text = "";
  let looked = 0;
  for await (const piece of pieces) {
    text += piece;
    heard(text);
    if (text.length - looked < 64) continue;
    looked = text.length;
    const cut = circleStart(text);
    if (cut !== undefined) {
      stop();
      return { text: text.slice(0, cut), circled: true };
    }
  }
  const cut = circleStart(text);
  return cut === undefined ? { text, circled: false } : { text: text.slice(0, cut), circled: true };
}

/** Where the first repetition begins, if the end of the text is one phrase four times or more. */
export function circleStart(text: string): number | undefined {
  if (text.length < CIRCLE) return undefined;
  const tail = text.slice(-CIRCLE);
  for (let period = 1; period <= PHRASE; period += 1) {
    if (CIRCLE / period < 3) break;
    if (repeats(tail, period)) {
      let start = text.length - CIRCLE;
      while (start > 0 && text[start - 1] === text[start - 1 + period]) start -= 1;
      return start + period;
    }
  }
  return undefined;
}

function repeats(tail: string, period: number): boolean {
  for (let at = tail.length - 1; at >= period; at -= 1) if (tail[at] !== tail[at - period]) return false;
  return true;
}
