// The first letter of a text.

/** "Tide tables" as "tide tables". */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
