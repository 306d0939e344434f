// Other readings of a text that hides what it says: encoded, reversed, spaced out, with digits or look-alikes for letters.

/** Decoded text must be words to count. */
const WORDS = /^[\p{L}\p{N}\s.,:;!?'"()/<>@#%&*+=_-]{8,}$/u;
const MOST_DECODED = 4000;

/** Readings other than the text itself; none for plain text. */
export function hiddenReadings(text: string): string[] {
  const found: string[] = [];
  const foreign = /[^\p{ASCII}’‘“”–—…]/u.test(text);
  const long = /[A-Za-z0-9+/]{20}|(?:[0-9a-fA-F]{2}[ %]){8}/u.test(text);
  for (const [run] of long ? text.matchAll(/(?<![\w/+])[A-Za-z0-9+/]{24,}={0,2}(?![\w/+])/gu) : [])
    if (/[a-z]/u.test(run) && /[A-Z]/u.test(run)) found.push(...decoded(run, "base64"));
  for (const [run] of long
    ? text.matchAll(/(?:\\x|%|0x)?(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}[ %]?){10,}(?![0-9A-Za-z])/gu)
    : [])
    found.push(...decoded(run.replace(/[^0-9a-fA-F]/gu, ""), "hex"));
  if (/\S[ ._-]\S[ ._-]\S[ ._-]\S[ ._-]\S/u.test(text) && /(?<!\p{L})(?:\p{L}[ ._-]){4,}\p{L}(?!\p{L})/u.test(text))
    found.push(
      text.replace(/(?<!\p{L})(?:\p{L}[ ._-]){2,}\p{L}(?!\p{L})/gu, (letters) => letters.replace(/[ ._-]/gu, "")),
    );
  if (LEET.test(text)) found.push(text.replace(/\S+/gu, (word) => (/\p{L}/u.test(word) ? unleeted(word) : word)));
  const folded = !foreign
    ? text
    : text.normalize("NFKC").replace(/\p{sc=Cyrillic}|\p{sc=Greek}/gu, (letter) => ALIKE[letter] ?? letter);
  // Look-alikes hide in Latin words; a text in Greek or Russian is itself.
  if (folded !== text && /\p{sc=Latin}/u.test(text)) found.push(folded);
  if (BACKWARDS.test(text)) found.push([...text].reverse().join(""));
  if (ROTATED.test(text)) found.push(rotated(text));
  return found;
}

/** Digits and signs between letters, in at least two words. */
const LEET = /\p{L}[013457@$]+\p{L}.*\s\S*\p{L}[013457@$]+\p{L}/u;
const LETTER_OF: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
};
/** Letters of other scripts that look like Latin ones, each before the one it looks like. */
const PAIRS = "аaеeоoрpсcуyхxіiѕsԁdһhјjАAВBЕEКKМMНHОOРPСCТTХXαaοoρpνvιiΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [...PAIRS.matchAll(/(.)(.)/gu)].map(([, strange = "", latin = ""]) => [strange, latin]),
);
/** Everyday words of such orders, backwards and turned by thirteen letters. */
const BACKWARDS = /\b(?:erongi|snoitcurtsni|drowssap|tegrof|tpmorp|suoiverp)\b/iu;
const ROTATED = /\b(?:vtaber|vafgehpgvbaf|cnffjbeq|sbetrg|cebzcg|cerivbhf)\b/iu;

function unleeted(word: string): string {
  return word.replace(/[013457@$]/gu, (sign) => LETTER_OF[sign] ?? sign);
}

function rotated(text: string): string {
  return text.replace(/[a-z]/giu, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

function decoded(run: string, encoding: "base64" | "hex"): string[] {
  const text = Buffer.from(run, encoding).toString("utf8").slice(0, MOST_DECODED);
  return WORDS.test(text) && /\p{L}{2}.*\s.*\p{L}{2}/u.test(text) ? [text] : [];
}
