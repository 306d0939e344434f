// The strings of a reply's last list that are whole already, while the rest of the JSON is still to come.

const LIST = /"answer"\s*:\s*\[(?<list>[\s\S]*)$/;
const WHOLE = /\s*"((?:[^"\\]|\\.)*)"\s*(?=[,\]])/gy;

/** In order; what cannot be read is left out. */
export function stringsSoFar(text: string): string[] {
  const list = LIST.exec(text)?.groups?.list;
  if (list === undefined) return [];
  const found: string[] = [];
  WHOLE.lastIndex = 0;
  for (let match = WHOLE.exec(list); match; match = WHOLE.exec(list)) {
    const value: unknown = JSON.parse(`"${(match[1] ?? "").replace(/[\u0000-\u001f]/gu, " ")}"`);
    if (typeof value === "string") found.push(value);
    if (list[WHOLE.lastIndex] !== ",") break;
    WHOLE.lastIndex += 1;
  }
  return found;
}
