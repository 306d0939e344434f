// Does a sentence speak of something that only the sentences before it named: "the request", "at that scale"? English only.

/** "the request", "the disconnect event": which one, only the sentence before could tell. */
const UNMET =
  /\bthe ((?:\p{Lower}+ )?(?:approach|call|case|caller|change|code|command|condition|difference|error|event|example|field|file|fix|flag|function|function call|idea|input|issue|item|item's|list|meeting|method|name|number|option|output|page|parameter|plan|point|problem|process|proposal|query|question|request|response|result|script|setting|solution|step|table|task|test|transaction|value|variable))(?= ?[.,;:)]|['’]s| (?:is|are|was|were|has|have|can|could|who|will|would|must|may|should|and|or|on|by|\p{Lower}+ed|\p{Lower}+s)\b)/giu;

export function hasUnmetNoun(text: string, names: readonly string[] = []): boolean {
  for (const match of text.matchAll(UNMET)) {
    // "The edition field defines …", on the page of that field.
    if (names.some((name) => name.includes(" ") && name.toLowerCase() === match[1]?.toLowerCase())) continue;
    const noun = (match[1] ?? "").split(" ").at(-1) ?? "";
    // "When a request fails, the request is sent again": met in the same sentence.
    const before = text.slice(0, match.index).toLowerCase();
    // "evaluates it and replaces it with the result": of what it does.
    if (noun === "result" && /\b(?:with|(?:push|return|stor|writ)(?:es|ing)) $/.test(before)) continue;
    if (!before.includes(noun.toLowerCase().replace(/s$/, ""))) return true;
  }
  return false;
}

/** "within that window", "for the second path": which, where the sentence has named none. */
export function hasUnmetThat(text: string): boolean {
  return [THAT_ONE, NTH].some((pattern) =>
    [...text.matchAll(pattern)].some(
      ({ 1: noun = "", index }) => !new RegExp(`\\b${noun}s?\\b`, "iu").test(text.slice(0, index)),
    ),
  );
}

const THAT_ONE =
  /\b(?:at|by|during|for|from|in|inside|into|of|on|over|to|under|with|within) that (?:\p{Lower}+ )?(\p{Lower}{3,})(?=["”’]?(?:[.,;:)]|$))/gu;
const NTH =
  /(?<!^)\bthe (?:first|second|third|fourth) (?!(?:century|day|half|language|line|month|party|person|place|time|two|three|quarter|week|world|year)\b)(\p{Lower}{3,})(?=["”’]?(?:[.,;:)]|$)| (?:is|are|was|were)\b)/gu;
