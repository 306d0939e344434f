// Which lines of its code tell most of a source that is little but code: commands and calls in the words of its title.
import type { Document } from "../../../core/document.ts";
import { PLUGIN_CODE } from "../../../markdown/fenced.ts";
import { inCode } from "../../../text/in-code.ts";
import { contentWordsOf } from "../../../text/words.ts";

const MOST = 3;
/** Words of a source of which no line of code tells the whole. */
const MOSTLY_WORDS = 600;
/** Characters of a line. */
const SHORTEST = 6;
const LONGEST = 70;
/** Share of letters and blanks: less is output, a picture of characters, or a hash. */
const LETTERS = 0.6;
/** Letters of a word that a name in code may hold. */
const NAMING = 4;
/** Languages of pictures. */
const DRAWN = /^(?:mermaid|plantuml|dot|graphviz)\b/i;
const PROMPT = /^(?:\(\S+\) )?(?:[$%>]|>>>) (?=\S)/u;
const NO_CALL =
  /^(?:#|\/\/|- |--|\/\*|\*|<!--|import\b|from\b|use\b|using\b|require|include\b|package\b|module\b|\.\.\.|[{}()[\]<>"'`|+=&]|cd\b|echo\b|print\b)|[`|]|; |[\\,({[=]$/u;

/** Code blocks that stand before sentence n (from 1). */
export function codeBefore({ blocks, sentences }: Document, n: number): number {
  return blocks.slice(0, sentences[n - 1]?.block ?? 0).filter((block) => block.kind === "code").length;
}

/** "In code: brew install mysql; mysql.server start."; undefined where no line of its code can be read alone. */
export function codeLinesOf({ blocks, meta, words }: Document): string | undefined {
  if (words > MOSTLY_WORDS) return undefined;
  const title = contentWordsOf(meta.title)
    .filter((word) => word.length >= NAMING)
    .map((word) => word.toLowerCase());
  const lines = blocks
    .filter((block) => block.kind === "code" && !PLUGIN_CODE.test(block.lang ?? "") && !DRAWN.test(block.lang ?? ""))
    .flatMap((block) => {
      const own = block.text.split("\n").map((line) => line.trim());
      // Where some lines have a prompt, the others are what it printed.
      const commands = own.filter((line) => PROMPT.test(line));
      const told = (commands.length > 0 ? commands : own)
        .map((line) => line.replace(PROMPT, "").replace(/[;\s]+$/, ""))
        .filter(tells);
      // Of two that say as much of the title the longer says more beside.
      const best = [...told].sort((a, b) => shared(b, title) - shared(a, title) || b.length - a.length)[0];
      return best === undefined ? [] : [best];
    });
  const different = [...new Set(lines)];
  if (!different.some((line) => shared(line, title) > 0)) return undefined;
  const best = [...different].sort((a, b) => shared(b, title) - shared(a, title)).slice(0, MOST);
  return best.length > 0 ? inCode(different.filter((line) => best.includes(line))) : undefined;
}

function tells(line: string): boolean {
  // A word alone is no call.
  if (line.length < SHORTEST || line.length > LONGEST || !/[\s(]/.test(line) || NO_CALL.test(line)) return false;
  return (line.match(/[\p{Alpha} ]/gu)?.length ?? 0) >= LETTERS * line.length;
}

/** Words of the title in a line, "pypy" also in "pypy3". */
function shared(line: string, title: readonly string[]): number {
  const low = line.toLowerCase();
  return title.filter((word) => low.includes(word)).length;
}
