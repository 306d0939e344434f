// The class that a source puts beside a name: "the tool ogr2ogr", "the Iterator trait".
import { articleOf } from "../../../text/article.ts";
import { ready } from "../../../text/ready.ts";

const CLASS =
  "library|tool|framework|package|plugin|extension|utility|website|app|application|language|opcode|trait|macro|crate|agency|magazine|newspaper|journal|book|novel|essay|film|company|startup|browser|editor|programmer|engineer";
/** Classes that name a piece of code: there the class follows ("the BURN opcode"), and means the name itself. */
const CODE_CLASS = "trait|opcode|precompile|macro|attribute|crate|struct|interface|operator|keyword|plugin";
const ENDS = new RegExp(`(?:${CLASS})\\s+(?:called\\s+|named\\s+)?["“]?$`, "i");
const BEFORE = new RegExp(
  `\\b(?:the|an?)\\s+((?:[\\p{Alpha}-]+\\s+){0,1}(?:${CLASS}))\\s+(?:called\\s+|named\\s+)?["“]?$`,
  "iu",
);
const AFTER = new RegExp(
  `^["”]?\\s+(${CODE_CLASS})(?=[.,;:)]|\\s+(?:is|was|to|for|from|in|by|and|which|that|with|as|on|at|can|has|or)\\b)`,
  "u",
);
const CODE_NAME =
  /^(?:[\p{Upper}\d_*]{2,}|\p{Upper}\p{Lower}+(?:\p{Upper}\p{Lower}*)+|\p{Lower}+\p{Upper}\p{Alpha}*|[\p{Alpha}\d]+(?:[_-][\p{Alpha}\d]+)+)$/u;
const WEAK =
  /\b(?:standard|same|other|new|own|first|second|last|next|following|above|old|whole|entire|main|only|such|different|respective)\b/i;

/** "a tool", "an opcode"; undefined when the words beside the name put it into no class. */
export function classBeside(sentence: string, start: number, end: number): string | undefined {
  const name = sentence.slice(start, end);
  const head = sentence.slice(0, start);
  const before = ENDS.test(head) ? head.match(BEFORE)?.[1] : undefined;
  const follows = sentence.slice(end);
  // "the platform ABI" is the ABI of a platform: an acronym may be the head of its compound.
  if (
    before &&
    !/^\p{Upper}{2,}s?$/u.test(name) &&
    !WEAK.test(before) &&
    /^["”]?(?:[,.;:)]|\s+(?:is|was|to|for|from|in|by|and|which|that|with|as|on|at|can|has)\b)/.test(follows)
  )
    return withArticle(before);
  const after = ready(CODE_NAME).test(name) && /\bthe\s+["“]?$/i.test(head) ? follows.match(AFTER)?.[1] : undefined;
  return after && !WEAK.test(after) ? withArticle(after) : undefined;
}

function withArticle(words: string): string {
  const plain = words.trim();
  return `${articleOf(plain)} ${plain}`;
}
