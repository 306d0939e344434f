// Nouns that sentences put beside a name: "the SSTORE opcode", "opcodes such as SLOAD and SSTORE". Alone they prove nothing: "the Cargo team" is no Cargo.
import type { CodeRange, Document } from "../../../core/document.ts";
import { singularOf } from "../../../text/names.ts";
import { ready } from "../../../text/ready.ts";
import type { Gathered } from "../names/gathered.ts";
import type { Tagged } from "../tag.ts";

export interface Beside {
  /** In the singular. */
  readonly noun: string;
  /** The sentence names the class and then its members, so that they are of it: "tools such as Tide". */
  readonly classed: boolean;
  readonly n: number;
}

const ITEM = "[^\\s,;()]{1,40}";
const ITEMS = `(?:${ITEM}, ){0,8}(?:${ITEM},? (?:and|or) )?["“]?`;
const SUCH = new RegExp(`(?:^|[\\s(])(\\p{Lower}{3,}s),? (?:such as|like|including|namely) ${ITEMS}$`, "u");
const LISTED = new RegExp(`(?:^|\\s)(\\p{Lower}{3,}s)(?:: ?| | \\()${ITEMS}$`, "u");
const CALLED = /\b(?:the|an?) (?:[\p{Alpha}-]+ )?(\p{Lower}{3,}) (?:called |named )?["“]?$/iu;
const ENDS =
  "(?=[.,;:)]|$|\\s(?:is|was|are|were|to|for|from|in|by|and|or|which|that|with|as|on|at|can|has|must|may|of)\\b)";
const AFTER = new RegExp(`^["”]?(?: \\([^()]{1,20}\\))? (\\p{Lower}{3,})${ENDS}`, "u");
const TOGETHER = new RegExp(`^(?:(?:, ${ITEM})*,? (?:and|or) ${ITEM})? (\\p{Lower}{3,}s)${ENDS}`, "u");
const ALONE = new RegExp(`^["”]?${ENDS}`, "u");
/** "SSTORE", "IntoFuture", "ogr2ogr", "cargo-audit": whose class may follow, since nothing is made of it. */
const CODED =
  /^(?:[\p{Upper}\d_*]{4,}|\p{Upper}\p{Lower}+(?:\p{Upper}\p{Lower}*)+|\p{Lower}+\p{Upper}\p{Alpha}*|[\p{Alpha}\d]+(?:[_-][\p{Alpha}\d]+)+|\p{Lower}+\d\p{Lower}+)$/u;
/** Sorts that tell nothing, and what a thing has rather than is. */
const EMPTY =
  /^(?:access|address|argument|branch|call|case|change|code|column|command|company|constant|example|feature|field|file|flag|folder|folk|idea|impl|implementation|improvement|invocation|issue|item|key|line|member|name|number|object|operation|option|page|parameter|part|people|person|problem|project|property|question|repo|repository|section|string|table|team|term|thing|time|transaction|type|use|user|value|variable|version|way|word)$/;

/** What stands beside `one` in the sentences that name it. */
export function besidesOf(
  one: Gathered,
  document: Document,
  tagged: readonly (readonly Tagged[])[],
): readonly Beside[] {
  return one.spots.flatMap(({ sentence, start, end }): Beside[] => {
    const { text = "", code = [], n = 0 } = document.sentences[sentence] ?? {};
    const name = text.slice(start, end);
    if (!/\p{Upper}|[\d_-]/u.test(name) && !isCode(code, start, end)) return [];
    const before = text.slice(Math.max(0, start - 160), start);
    const after = text.slice(end, end + 160);
    const coded = ready(CODED).test(name);
    // "return-position impl Trait in traits (RPITIT)": one in brackets is short for what stands before.
    const short = /\(["“]?$/.test(before) && !after.startsWith(",");
    const such = before.match(SUCH)?.[1] ?? (coded && !short ? before.match(LISTED)?.[1] : undefined);
    const called = such === undefined && ALONE.test(after) ? before.match(CALLED)?.[1] : undefined;
    const beside = coded ? besideCoded(before, after) : undefined;
    // "assets such as JavaScript modules": the modules are.
    const next = (tagged[sentence] ?? []).find((token) => token.start > end);
    if (such && next?.pos === "NOUN" && next.start === end + 1) return [];
    const isNoun = (word: string) =>
      (tagged[sentence] ?? []).some((token) => token.text === word && token.pos === "NOUN");
    const found = [such ?? called, beside].map((word) => (word && isNoun(word) ? singularOf(word) : undefined));
    return found.flatMap((noun, i) => (noun && !EMPTY.test(noun) ? [{ noun, classed: i === 0, n }] : []));
  });
}

function besideCoded(before: string, after: string): string | undefined {
  const listed = /(?:and|or) ["“]?$/.test(before) || /^(?:, \S+)*,? (?:and|or) /.test(after);
  const together = listed ? after.match(TOGETHER)?.[1] : undefined;
  return together ?? (/\bthe ["“]?$/iu.test(before) ? after.match(AFTER)?.[1] : undefined);
}

function isCode(code: readonly CodeRange[], start: number, end: number): boolean {
  return code.some(([from, to]) => from <= start && end <= to);
}
