// The rules by name, in the order in which they run: for the command line, which loads no rule to know them.
export const RULE_NAMES = [
  "broken-links",
  "missing-source",
  "index-drift",
  "uncited-sentence",
  "orphans",
  "duplicate-title",
  "edited-generated",
  "stale",
  "disagreements",
  "article-candidates",
  "good-answers",
] as const;

export type RuleName = (typeof RULE_NAMES)[number];
