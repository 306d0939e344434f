// Whether two words of one stem are forms of one word: a stemmer also joins "access" with "accessibility", "special" with "specialization".

/** Of the longer word, what the two must begin with in common. */
const SHARED = 0.55;

export const isLatin = (word: string): boolean => /^[a-z]+$/u.test(word);

/** For folded words that share their stem. */
export function isForm(a: string, b: string): boolean {
  if (a === b || plainOf(a) === plainOf(b)) return true;
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared >= SHARED * Math.max(a.length, b.length);
}

/** Without the endings of number and tense. */
function plainOf(word: string): string {
  const bare = word.replace(/ies$/u, "y").replace(/(?<=[sxz]|ch|sh)es$|(?<=[^s])s$/u, "");
  return bare.length < 5 ? bare : bare.replace(/(?:ed|ing|e)$/u, "").replace(/([bdgklmnprt])\1$/u, "$1");
}
