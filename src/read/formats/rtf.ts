// .rtf: its text, paragraph by paragraph; formatting is dropped.
import { escapedParagraph } from "../as-markdown.ts";
import { documentOf } from "../document.ts";
import { type ReadResult, read } from "../result.ts";

/** Groups whose text is none of the document's. */
const HIDDEN =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|headerl|headerr|footerl|footerr|generator|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|listtable|listoverridetable|rsidtbl|fldinst|bkmkstart|bkmkend|mmathPr)$/u;
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giu;

export async function readRtf(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const { default: iconv } = await import("iconv-lite");
  const source = Buffer.from(bytes).toString("latin1");
  const page = /\\ansicpg(\d+)/u.exec(source)?.[1] ?? "1252";
  const codepage = iconv.encodingExists(`windows-${page}`) ? `windows-${page}` : "windows-1252";
  const title = /\{\\title ([^{}\\]+)\}/u.exec(source)?.[1]?.trim();
  const author = /\{\\author ([^{}\\]+)\}/u.exec(source)?.[1]?.trim();
  const markdown = plainOf(source, (byte) => iconv.decode(Buffer.from(byte), codepage))
    .map(escapedParagraph)
    .join("\n\n");
  return read(
    documentOf({
      path,
      format: "rtf",
      markdown,
      opens: false,
      meta: { ...(title ? { title } : {}), authors: author ? [author] : [] },
    }),
  );
}

interface Group {
  readonly hidden: boolean;
  /** Characters that stand for a \u one in old readers. */
  readonly skip: number;
}

function plainOf(source: string, decode: (bytes: readonly number[]) => string): string[] {
  const paragraphs: string[] = [];
  const groups: Group[] = [{ hidden: false, skip: 1 }];
  let text = "";
  let pending: number[] = [];
  let toSkip = 0;
  const put = (piece: string): void => {
    if (!groups.at(-1)?.hidden) text += piece;
  };
  const flush = (): void => {
    if (pending.length > 0) put(decode(pending));
    pending = [];
  };
  const end = (): void => {
    flush();
    if (text.trim() !== "") paragraphs.push(text.replace(/\s+/gu, " ").trim());
    text = "";
  };
  for (const [all, word, number, hex, symbol, brace, plain] of source.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (toSkip > 0) toSkip--;
      else pending.push(Number.parseInt(hex, 16));
      continue;
    }
    flush();
    const group = groups.at(-1) ?? { hidden: false, skip: 1 };
    if (brace === "{") groups.push(group);
    else if (brace === "}") {
      if (groups.length > 1) groups.pop();
    } else if (word !== undefined) {
      if (HIDDEN.test(word)) groups[groups.length - 1] = { ...group, hidden: true };
      else if (word === "par" || word === "row" || word === "sect" || word === "page") end();
      else if (word === "line" || word === "tab" || word === "cell") put(" ");
      else if (word === "u" && number) {
        put(String.fromCharCode((Number(number) + 65_536) % 65_536));
        toSkip = group.skip;
      } else if (word === "uc" && number) groups[groups.length - 1] = { ...group, skip: Number(number) };
      else
        put(
          { emdash: "—", endash: "–", lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”", bullet: "•" }[word] ??
            "",
        );
    } else if (symbol === "*") groups[groups.length - 1] = { ...group, hidden: true };
    else if (symbol !== undefined)
      put(symbol === "~" ? " " : symbol === "-" ? "" : symbol === "_" ? "-" : /[\\{}]/u.test(symbol) ? symbol : "");
    else if (plain !== undefined) {
      put(plain.slice(toSkip));
      toSkip = Math.max(0, toSkip - plain.length);
    } else if (/^[\r\n]+$/u.test(all)) continue;
  }
  end();
  return paragraphs;
}
