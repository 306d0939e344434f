// Scripts whose words the English tagger and rules of spaces and capitals cannot tell.

/** Some of the text is Chinese, Japanese or Korean. */
export function isSpaceless(text: string): boolean {
  return SPACELESS.test(text);
}

const SPACELESS = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}/u;
