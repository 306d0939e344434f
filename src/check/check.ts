// Runs rules over a vault, and mends the text of its pages.
import type { Finding } from "../core/finding.ts";
import { RULE_NAMES, type RuleName } from "./names.ts";
import { articleCandidates } from "./rules/article-candidates.ts";
import { brokenLinks } from "./rules/broken-links.ts";
import { disagreements } from "./rules/disagreements.ts";
import { duplicateTitle } from "./rules/duplicate-title.ts";
import { editedGenerated } from "./rules/edited-generated.ts";
import { goodAnswers } from "./rules/good-answers.ts";
import { indexDrift } from "./rules/index-drift.ts";
import { missingSource } from "./rules/missing-source.ts";
import { orphans } from "./rules/orphans.ts";
import { stale } from "./rules/stale.ts";
import { uncitedSentence } from "./rules/uncited-sentence.ts";
import { type CheckedVault, placesIn, type Rule } from "./vault.ts";

export const RULES = {
  "broken-links": brokenLinks,
  "missing-source": missingSource,
  "index-drift": indexDrift,
  "uncited-sentence": uncitedSentence,
  orphans,
  "duplicate-title": duplicateTitle,
  "edited-generated": editedGenerated,
  stale,
  disagreements,
  "article-candidates": articleCandidates,
  "good-answers": goodAnswers,
} satisfies Record<RuleName, Rule>;

/** Findings by path, then line; those of one rule there stay in the rule's own order. */
export function findingsIn(vault: CheckedVault, names: readonly RuleName[] = RULE_NAMES): Finding[] {
  const places = placesIn(vault);
  const found = names.flatMap((name) => RULES[name].check(vault, places));
  return found.sort((a, b) => order(a.path, b.path) || a.line - b.line || order(a.rule, b.rule));
}

export interface Mended {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Pages whose text changes when the rules mend it. */
export function mendedPages(vault: CheckedVault, names: readonly RuleName[] = RULE_NAMES): Mended[] {
  const places = placesIn(vault);
  const fixes = names.flatMap((name) => {
    const rule: Rule = RULES[name];
    return rule.fix === undefined ? [] : [rule.fix];
  });
  return vault.pages.flatMap((page) => {
    const after = fixes.reduce((text, fix) => fix({ ...page, text }, vault, places), page.text);
    return after === page.text ? [] : [{ path: page.path, before: page.text, after }];
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
