// Text as a regular expression finds it, sign by sign.

export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Any of `texts`, the first that fits. */
export function anyOf(texts: readonly string[]): string {
  return texts.map(literal).join("|");
}
