// What a document states of itself beside title, author and date, as its front matter has it: "requires: 170, 3540", "rating: 7".

type Values = Readonly<Record<string, readonly string[]>>;

/** Longer values are texts, further keys and values belong to programs. */
const LONGEST = 240;
const LONGEST_KEY = 32;
const MOST_KEYS = 24;
const MOST_VALUES = 40;
/** Known otherwise, or of no use to a reader. */
const KNOWN =
  /^(?:title|name|headline|alias(?:es)?|tags?|keywords|description|summary|excerpt|abstract|authors?|creator|by(?:line)?|published|date|cssclass(?:es)?|layout|template|draft|path|slug|permalink|redirect\w*|cover|image|banner|icon|coordinates|uuid|guid|id|position|weight|sidebar\w*|hash|kbhash|kbengine)$/u;

/** By key as written; of a table inside the front matter its own keys. Links are their words, marks are gone. */
export function statedIn(data: Readonly<Record<string, unknown>>): Values {
  const found: Record<string, readonly string[]> = {};
  const add = (key: string, value: unknown): void => {
    const folded = key.toLowerCase().replace(/[\s_-]+/gu, "");
    if (!/^\p{Alpha}[\p{Alpha}\p{N} _-]*$/u.test(key) || key.length > LONGEST_KEY || KNOWN.test(folded)) return;
    if (Object.keys(found).length >= MOST_KEYS || found[key] !== undefined) return;
    const values = (Array.isArray(value) ? value : [value]).slice(0, MOST_VALUES).flatMap((one) => scalarOf(one) ?? []);
    if (values.length > 0) found[key] = values;
  };
  for (const [key, value] of Object.entries(data)) {
    if (isTable(value)) for (const [inner, own] of Object.entries(value)) add(inner, own);
    else add(key, value);
  }
  return found;
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

function scalarOf(value: unknown): string | undefined {
  const text =
    typeof value === "string"
      ? value
      : typeof value === "number" || typeof value === "bigint"
        ? String(value)
        : value instanceof Date
          ? value.toISOString().slice(0, 10)
          : "";
  const plain = text
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/gu, (_, shown: string) => shown.split("/").at(-1) ?? shown)
    .replace(/\s+/gu, " ")
    .trim();
  return plain === "" || plain.length > LONGEST ? undefined : plain;
}
