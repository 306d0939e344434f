// The vault's rules as far as they concern wording: a model needs the voice and the language, not how files are named.
import { tokensOf } from "./budget.ts";

const WORDING =
  /voice|style|tone|wording|writ|language|prose|headings?|answer|spelling|stil|sprache|文风|语言|語言|写作/i;
/** Tokens for rules in one prompt; a small model loses sight of its task behind many. */
const ROOM = { small: 160, large: 700 };

/** Sections about wording, whole lines, within the room that a model of so many parameters has for them; all from the start when none is about it. */
export function rulesFor(rules: string, parameters: number): string {
  const room = parameters >= 4e9 ? ROOM.large : ROOM.small;
  const sections = rules
    .replaceAll("\r\n", "\n")
    .replace(/```[\s\S]*?(?:```|$)/g, "")
    .split(/^(?=#{1,6} )/m);
  const telling = sections.filter(
    (section) => /^#{1,6} /.test(section) && WORDING.test(section.split("\n", 1)[0] ?? ""),
  );
  // A file without headings is all about wording, for all we know; one with other headings is for agents.
  const chosen = telling.length > 0 ? telling : sections.length > 1 ? [] : sections;
  const lines: string[] = [];
  let used = 0;
  for (const line of chosen.join("\n").split("\n")) {
    used += tokensOf(line);
    if (used > room) break;
    if (line.trim() !== "" && !/^#/.test(line)) lines.push(line.trim());
  }
  return lines.join(" ");
}
