// Which sentences of a block stand inside quotation marks that other sentences open or close: such a sentence shows no marks itself.

export interface Quotation {
  /** Places in the block's list of sentences, first to last. */
  readonly from: number;
  readonly to: number;
  /** What stands outside the marks in the first and in the last of them: "Bush wrote:", "said Bush." */
  readonly before: string;
  readonly after: string;
}

const PAIRS: Readonly<Record<string, string>> = { "“": "”", "„": "“", "«": "»", "「": "」", "『": "』" };

interface Open {
  readonly close: string;
  readonly from: number;
  readonly before: string;
}

/** `texts` are the sentences of one block in order. A mark that nothing closes opens nothing. */
export function quotationsIn(texts: readonly string[]): Quotation[] {
  const found: Quotation[] = [];
  let open: Open | undefined;
  for (const [i, text] of texts.entries()) {
    for (let at = 0; at < text.length; at++) {
      const mark = text[at] ?? "";
      if (open === undefined) {
        const close = mark === '"' ? (opens(text, at) ? '"' : undefined) : PAIRS[mark];
        if (close !== undefined) open = { close, from: i, before: text.slice(0, at) };
      } else if (mark === open.close && !(mark === '"' && opens(text, at))) {
        found.push({ from: open.from, to: i, before: open.before, after: text.slice(at + 1) });
        open = undefined;
      }
    }
  }
  return found;
}

/** A straight mark opens where a word begins behind it and none ends before it. */
function opens(text: string, at: number): boolean {
  return /(?:^|[\s([—–-])$/u.test(text.slice(Math.max(0, at - 1), at)) && /^\S/u.test(text.slice(at + 1));
}
