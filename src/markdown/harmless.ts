// Text from a source made harmless in a page: nothing in it becomes markup, a tag, a link, a block id or plugin code.

// Tags that would do something in a page; the entity keeps them from being taken for HTML even by loose readers.
const LIVE_TAG =
  /<(?=\/?(?:script|iframe|img|object|embed|style|svg|form|a|video|audio|link|meta|base|input|button|details)\b)/gi;

/** Most sentences hold none of what is escaped. */
const MARK = /[\\<`[\]*~$|_=%#^]|::/;

/** For running text and list items. Reads the same in Obsidian as the words it was given. */
export function escapeInline(text: string): string {
  if (!MARK.test(text)) return text;
  return (
    text
      .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
      .replace(LIVE_TAG, "&lt;")
      .replace(/<(?=[a-z/!?%])/gi, "\\<")
      // Code of Templater, which reads the bare text.
      .replace(/<%(?!%)/g, "<\\%")
      .replace(/`/g, "\\`")
      // In one go: a bracket that was escaped for one reason is not escaped again for the other.
      .replace(/\[{2,}|\[\^/g, (marks) => (marks === "[^" ? "\\[^" : "\\[".repeat(marks.length)))
      .replace(/!\[/g, "!\\[")
      .replace(/\](?=[([])/g, "\\]")
      .replace(/(?<!\\)[*~$|](?!\s)|(?<=\S)[*~$|]/g, (mark) => `\\${mark}`)
      .replace(/(?<![\p{Alpha}\p{N}])_(?=\S)|(?<=\S)_(?![\p{Alpha}\p{N}])/gu, "\\_")
      .replace(/==/g, "\\=\\=")
      // "`= …`" is a query of Dataview, also to readers that know no escapes.
      .replace(/`=/g, "`\\=")
      .replace(/%%/g, "\\%\\%")
      .replace(/(?<=^|\s)#(?=[\p{Alpha}\p{N}_/-])/gu, "\\#")
      .replace(/(?<=^|\s)\^(?=[\w-]+\s*$)/g, "\\^")
      // "…:: value" is an inline field of Dataview.
      .replace(/(?<=\S)::(?=\s)/g, ":\\:")
  );
}

/** Stands for a stretch of code while the words around it are escaped. */
const PLACE = "\u{e0c0}";
/** Code that would do something in a page, or end its own marks. */
const LIVE_CODE = /`|^\s*\$?=|^\s|\s$|\[\[|\]\]|<%|%>|%%|\{\{|\||\n/;

/** As escapeInline, with marks around inline code: `ranges` are start and end in `text`, ascending, end exclusive. */
export function escapeCoded(text: string, ranges: readonly (readonly [number, number])[] = []): string {
  const safe = ranges.filter(([start, end]) => start < end && !LIVE_CODE.test(text.slice(start, end)));
  if (safe.length === 0 || text.includes(PLACE)) return escapeInline(text);
  let words = "";
  let from = 0;
  for (const [start, end] of safe) {
    words += text.slice(from, start) + PLACE;
    from = end;
  }
  const pieces = escapeInline(words + text.slice(from)).split(PLACE);
  return pieces.map((piece, i) => piece + codeAt(text, safe[i])).join("");
}

function codeAt(text: string, range: readonly [number, number] | undefined): string {
  return range ? `\`${text.slice(...range)}\`` : "";
}

/** As escapeInline, and nothing at its start opens a block: heading, list, quotation, rule, callout. */
export function escapeBlockStart(text: string, code?: readonly (readonly [number, number])[]): string {
  return escapeCoded(text, code)
    .replace(/^(\s*)([#>+-]|={3,}|-{3,})/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/, "$1\\$2");
}

/** For the text of a link ([[path|text]]) and of front matter links. */
export function linkText(text: string): string {
  return (
    text
      .replace(LIVE_TAG, "‹")
      .replace(/`(?=\$?=)/g, "'")
      .replace(/\[\[|\]\]|\|/g, " ")
      // A bracket would end the link; of its look "pip install .[docs]" keeps what it can.
      .replace(/\[/g, "［")
      .replace(/\]/g, "］")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** A vault path as a link's target may hold it; undefined when a character in it would break the link. */
export function linkTarget(path: string): string | undefined {
  const bare = path.replace(/\.md$/, "");
  return /[#^|[\]\\`\p{Cc}\p{Cf}\p{Cn}]|[^\S ]| {2}|%%|::|<(?=[a-z/!?])/iu.test(bare) ? undefined : bare;
}

/** A link to a raw file for front matter; the bare path where no link can lead to it. */
export function rawProperty(path: string): string {
  return linkTarget(path) === undefined ? path : `[[${path}]]`;
}

/** A heading path as a link's subpath, without the marks that break it; empty when nothing is left, or a tag in it would come alive. */
export function headingSubpath(headings: readonly string[]): string {
  if (headings.some((heading) => heading.search(LIVE_TAG) >= 0)) return "";
  return headings
    .map((heading) =>
      heading
        .replace(/[#^|[\]`]|%%/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean)
    .map((heading) => `#${heading}`)
    .join("");
}
