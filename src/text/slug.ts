// File names for pages: kebab-case of the title in any script, safe on every system, unique under wiki/.
import { createHash } from "node:crypto";

/** Characters and bytes a name may have without ".md": Windows paths and Linux names both end at about 255. */
const MOST_CHARACTERS = 80;
const MOST_BYTES = 200;

/** Device names that Windows refuses whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/u;

/** Names of kb's own standing pages. */
export const STANDING_PAGES: readonly string[] = ["index", "overview", "log", "review", "decisions", "vault"];

/** Signs that tell names apart (C, C++ and C#), so that they must not vanish. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{L}\p{N}])\+\+/gu, " plus plus "],
  [/(?<=[\p{L}\p{N}])\+/gu, " plus "],
  [/(?<=\p{L})[#♯](?![\p{L}\p{N}])/gu, " sharp "],
  [/(?<![\p{L}\p{N}])\.(?=net\b)/gu, " dot "],
  [/&/gu, " and "],
  [/(?<=\p{N}\s?)%/gu, " percent "],
];
/** Hardly a name has one of them. */
const SIGN = /[+#♯.&%]/;

/** Names of ASCII words, as most are, need none of the rest. */
const PLAIN = /^[a-z0-9]+(?:[ -]+[a-z0-9]+)*$/;

/** "Self-attention" -> "self-attention", "注意力机制" stays; "untitled" when nothing is left. */
export function slugOf(title: string): string {
  const text = title.normalize("NFKC").toLowerCase().normalize("NFC");
  const joined = PLAIN.test(text) ? text.replace(/[ -]+/g, "-") : joinedFrom(text);
  const name = shortened(joined, MOST_CHARACTERS, MOST_BYTES);
  if (name === "") return "untitled";
  return RESERVED.test(name) ? `${name}-page` : name;
}

function joinedFrom(title: string): string {
  let text = title;
  if (SIGN.test(text)) for (const [sign, word] of SPOKEN) text = text.replace(sign, word);
  return text
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
}

/** The same for file systems that fold case and composition: two names with one fold cannot stand side by side. */
export function foldedName(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
}

/** What a name is made from. */
export interface Named {
  /** Stable and unique among the items: a raw path, or type and title. */
  readonly key: string;
  readonly title: string;
  /** Suffix of a topic whose title is taken: "concept", "person", … */
  readonly kind: string;
  /** Set for source pages: the suffix comes from it. */
  readonly rawPath?: string;
}

/**
 * A file name (without ".md") for each key. Items whose names collide all get a longer one, so that the order in which they
 * arrived plays no part. `taken` are names that stay whatever comes (a person's own pages, pages that keep their name).
 */
export function uniqueNames(items: readonly Named[], taken: Iterable<string> = []): Map<string, string> {
  const fixed = new Set([...STANDING_PAGES, ...taken].map(foldedName));
  // Few names collide: longer ones are made for those alone.
  const choices = new Map(items.map((item) => [item.key, onlyWhenAsked(item)]));
  const level = new Map(items.map((item) => [item.key, 0]));
  const nameOf = (key: string): string => choices.get(key)?.(level.get(key) ?? 0) ?? "untitled";
  for (;;) {
    const holders = new Map<string, string[]>();
    for (const key of choices.keys()) {
      const name = foldedName(nameOf(key));
      const keys = holders.get(name);
      if (keys === undefined) holders.set(name, [key]);
      else keys.push(key);
    }
    let raised = false;
    for (const [name, keys] of holders) {
      if (keys.length < 2 && !fixed.has(name)) continue;
      for (const key of keys) {
        const next = (level.get(key) ?? 0) + 1;
        if (choices.get(key)?.(next) === undefined) continue;
        level.set(key, next);
        raised = true;
      }
    }
    if (!raised) return new Map([...choices.keys()].map((key) => [key, nameOf(key)]));
  }
}

/** The name of an item at each level, undefined beyond the last. */
function onlyWhenAsked(item: Named): (level: number) => string | undefined {
  const base = slugOf(item.title);
  let longer: readonly string[] | undefined;
  return (level) => {
    if (level === 0) return base;
    longer ??= longerNames(item, base);
    return longer[level - 1];
  };
}

/** Ever longer names for one item; the last is unique by a hash of its key. */
function longerNames(item: Named, base: string): string[] {
  const suffixes: string[] = [];
  if (item.rawPath !== undefined) {
    const parts = item.rawPath.split("/").slice(1);
    const file = parts.pop() ?? "";
    const ending = /\.([^.]+)$/u.exec(file)?.[1] ?? "";
    const stem = slugOf(file.replace(/\.[^.]+$/u, ""));
    const folders = parts.map(slugOf).reverse();
    if (stem !== base) suffixes.push(stem);
    for (let depth = 1; depth <= folders.length; depth++) suffixes.push(folders.slice(0, depth).reverse().join("-"));
    suffixes.push([...folders.slice().reverse(), stem, slugOf(ending)].join("-"));
    if (parts.length === 0 && stem === base) suffixes.unshift("source");
  } else {
    suffixes.push(slugOf(item.kind));
  }
  const hash = (key: string): string => createHash("sha256").update(key).digest("hex");
  suffixes.push(hash(item.key.normalize("NFC")).slice(0, 8), hash(item.key));
  return suffixes.map((suffix) => withSuffix(base, suffix));
}

function withSuffix(base: string, suffix: string): string {
  const tail = shortened(suffix, 64, 120);
  const room = Math.max(8, MOST_CHARACTERS - tail.length - 1);
  return `${shortened(base, room, MOST_BYTES - Buffer.byteLength(tail) - 1)}-${tail}`;
}

/** Cut at a word's end if that keeps more than half, else at a whole character. */
function shortened(name: string, characters: number, bytes: number): string {
  if (name.length <= characters && Buffer.byteLength(name) <= bytes) return name;
  let cut = "";
  let size = 0;
  let count = 0;
  for (const character of name) {
    size += Buffer.byteLength(character);
    count += 1;
    if (count > characters || size > bytes) break;
    cut += character;
  }
  if (cut === name) return name;
  const end = cut.lastIndexOf("-");
  return (end > cut.length / 2 ? cut.slice(0, end) : cut).replace(/-+$/u, "");
}
