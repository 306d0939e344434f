// Reads a note as Obsidian does, from its manual and not from kb's own code: properties, links, embeds, tables, what else would come alive.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { parseDocument } from "yaml";

/** Endings that Obsidian opens or shows (its manual, "Accepted file formats"). */
const OPENS = new Set(
  ".md .base .canvas .avif .bmp .gif .jpeg .jpg .png .svg .webp .flac .m4a .mp3 .ogg .wav .webm .3gp .mkv .mov .mp4 .ogv .pdf".split(
    " ",
  ),
);
const PICTURES = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/u;
const LINK = /(?<embed>!?)\[\[(?<target>[^\]|#\\]*)(?<place>#[^\]|\\]*)?(?:\\?\|(?<alias>[^\]]*))?\]\]/gu;

export type PropertyType = "text" | "list" | "number" | "checkbox" | "date";

export interface Note {
  /** Type of each property as Obsidian takes it. */
  readonly properties: Readonly<Record<string, PropertyType>>;
  /** Files that links lead to, by path, each with its place. */
  readonly links: readonly string[];
  readonly embeds: readonly string[];
  readonly tags: readonly string[];
  /** What Obsidian would show otherwise than meant, one a line. */
  readonly faults: readonly string[];
}

/** `path` from the vault's root. */
export function noteIn(root: string, path: string): Note {
  const text = readFileSync(join(root, path), "utf8");
  const faults: string[] = [];
  const head = /^---\n([\s\S]*?)\n---\n/u.exec(text);
  if (!head) return { properties: {}, links: [], embeds: [], tags: [], faults: ["there are no properties"] };
  const { properties, values, wrong } = propertiesOf(head[1] ?? "");
  faults.push(...wrong);
  // Obsidian shows Markdown pictures by their path from the note.
  const body = visible(text.slice(head[0].length)).replace(/!\[\]\(([^)\s]+)\)/gu, (whole, target: string) =>
    existsSync(join(root, dirname(path), decodeURIComponent(target))) ? "" : whole,
  );
  const inFront = Object.values(values).flat().join("\n");
  const found = [...inFront.matchAll(LINK), ...body.matchAll(LINK)];
  for (const { groups, 0: whole } of found) {
    const fault = linkFault(root, groups?.target ?? "", groups?.place ?? "", groups?.embed === "!");
    if (fault !== undefined) faults.push(`${whole} ${fault}`);
  }
  faults.push(...tableFaults(body), ...alive(body));
  const to = ({ groups }: (typeof found)[number]): string => `${groups?.target ?? ""}${groups?.place ?? ""}`;
  return {
    properties,
    links: found.filter(({ groups }) => groups?.embed === "").map(to),
    embeds: found.filter(({ groups }) => groups?.embed === "!").map(to),
    tags: [values.tags ?? []].flat().map(String),
    faults,
  };
}

/** Without code and HTML comments, which Obsidian neither links nor shows. */
const visible = (body: string): string =>
  body
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gmu, "")
    .replace(/<!--[\s\S]*?-->/gu, "")
    .replace(/(?<![\\`])`[^`\n]+`/gu, "");

function propertiesOf(yaml: string): {
  properties: Record<string, PropertyType>;
  values: Record<string, unknown>;
  wrong: string[];
} {
  const document = parseDocument(yaml, { uniqueKeys: true });
  if (document.errors.length > 0)
    return { properties: {}, values: {}, wrong: [`properties: ${document.errors[0]?.message}`] };
  const values = (document.toJS() ?? {}) as Record<string, unknown>;
  const properties: Record<string, PropertyType> = {};
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const type = typeOf(value);
    if (type === undefined) wrong.push(`${name} has a value that Obsidian does not show`);
    else properties[name] = type;
  }
  for (const name of ["tags", "aliases", "cssclasses"])
    if (name in properties && properties[name] !== "list") wrong.push(`${name} is no list`);
  for (const tag of [values.tags ?? []].flat())
    if (!/^[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*$/u.test(String(tag))) wrong.push(`"${tag}" is no tag`);
  return { properties, values, wrong };
}

function typeOf(value: unknown): PropertyType | undefined {
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? "list" : undefined;
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "checkbox";
  if (typeof value !== "string" || value.includes("\n")) return undefined;
  return /^\d{4}-\d\d-\d\d$/u.test(value) ? "date" : "text";
}

/** What is wrong with a link; undefined when a click on it opens what it says. */
function linkFault(root: string, target: string, place: string, embed: boolean): string | undefined {
  const file = OPENS.has(extname(target).toLowerCase()) ? target : `${target}.md`;
  if (target === "" || !existsSync(join(root, file))) return "opens no file";
  if (statSync(join(root, file)).size === 0) return "opens an empty file";
  if (embed && PICTURES.test(file)) return pictureFault(join(root, file));
  if (place === "" || !file.endsWith(".md")) return undefined;
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  if (place.startsWith("#^"))
    return lines.some((line) => line.endsWith(` ${place.slice(1)}`)) ? undefined : "names no block";
  // A path of headings: each stands below the one before.
  let from = 0;
  for (const wanted of place.split("#").slice(1)) {
    const at = lines.findIndex((line, i) => i >= from && /^#{1,6} /u.test(line) && plain(line) === plain(wanted));
    if (at < 0) return "names no heading";
    from = at + 1;
  }
  return undefined;
}

const plain = (heading: string): string => heading.replace(/[^\p{L}\p{N}]+/gu, "");

/** Obsidian shows an SVG as it shows a picture: only when it says what it is, and without what it refers to elsewhere. */
function pictureFault(path: string): string | undefined {
  if (!path.endsWith(".svg")) return undefined;
  const svg = readFileSync(path, "utf8");
  if (!/^(?:<\?xml[^>]*>\s*)?<svg\b[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u.test(svg))
    return "is no picture of its own";
  return /<(?:script|foreignObject|image)\b|href="http/u.test(svg) ? "needs what Obsidian does not load" : undefined;
}

/** Cells are cut at every bar that is not escaped, those within links too. */
function tableFaults(body: string): string[] {
  const lines = body.split("\n");
  const cells = (line: string): number => line.split(/(?<!\\)\|/u).length;
  return lines.flatMap((line, i) => {
    if (!/^\|(?:\s*:?-+:?\s*\|)+$/u.test(line)) return [];
    const head = lines[i - 1] ?? "";
    const rest = lines.slice(i + 1);
    const end = rest.findIndex((row) => !row.startsWith("|"));
    const rows = end < 0 ? rest : rest.slice(0, end);
    if ((lines[i - 2] ?? "") !== "") return ["a table must stand apart from the text above"];
    return [head, ...rows].filter((row) => cells(row) !== cells(line)).map((row) => `a row of other length: ${row}`);
  });
}

const LIVE: readonly (readonly [RegExp, string])[] = [
  [/(?<=^|\s)#[\p{L}_/-][\p{L}\p{N}_/-]*/mu, "a tag"],
  [/%%/u, "a comment"],
  [/==\S[^\n]*?==/u, "a highlight"],
  [/(?<![\p{L}\p{N}])\$\S[^$\n]*\$/u, "maths"],
  [/\[\^[^\]\s]+\]/u, "a footnote"],
  [/<\/?[a-z][^>\n]*>/iu, "HTML"],
  [/!\[[^\]]*\]\(/u, "a picture"],
  [/(?<!!)\[[^\]\n]*\]\((?!wiki|raw)/u, "a link out"],
  [/^[^\n]*\S:: /mu, "a field of Dataview"],
];

/** Marks that nobody escaped and that were no mark in the source: whatever comes alive but links of kb's own. */
function alive(body: string): string[] {
  const bare = body.replace(LINK, "").replace(/\\[!-/:-@[-`{-~]/gu, "");
  return LIVE.flatMap(([pattern, what]) => {
    const found = pattern.exec(bare)?.[0];
    return found === undefined ? [] : [`${what} comes alive: ${found}`];
  });
}
