// Answers without a model: the sentences that hold most of what the question asks about, or a refusal when none holds enough.
import type { AnswerBrief, AnswerDraft } from "../../core/engine.ts";
import { comparedPassages } from "./answer-compare.ts";
import { countCue } from "./answer-cues.ts";
import { isWhole, type Ranked, rankedPassages } from "./answer-rank.ts";
import { trustIn } from "./answer-trust.ts";

/** A sentence for so many words asked for, at least one. */
const WORDS_A_SENTENCE = 20;
/** A further sentence must be about as good as the first. */
const WORTH = 0.5;
/** A deck has room for more, and shows at once what is beside the point. */
const WORTH_SHOWING = 0.6;
const LONG = 100;

/** Sentences of both sides are material for a comparison, and seldom the comparison itself. */
const COMPARED = 0.6;

/** What several sources say is asked for. */
const SEVERAL =
  /\b(?:sources|articles|posts|papers|notes|documents|authors|they|these)\b.{0,20}\b(?:say|tell|write|think|recommend)\b/iu;

/** Passages in, the best of them out; nothing is worded anew, so every sentence is its own evidence. */
export function answerFrom(brief: AnswerBrief): AnswerDraft {
  const compared = brief.sides && comparisonFrom(brief, brief.sides);
  if (compared) return compared;
  const ranked = rankedPassages(brief);
  const first = ranked[0];
  if (!first) return { answerable: false, confidence: 0, sentences: [], dropped: [] };
  const most = Math.max(1, Math.round(brief.length / WORDS_A_SENTENCE));
  const { speaks, confidence } = trustIn(brief, ranked);
  const near = ranked.filter(({ score }) => score >= (brief.length > LONG ? WORTH_SHOWING : WORTH) * first.score);
  const counts = countCue(brief.question);
  const quoteOf = ({ index }: Ranked): string => brief.passages[index]?.claim.quote ?? "";
  // Labels and half sentences only where there is nothing else, or where they count what is asked for.
  const whole = near.filter((one) => isWhole(quoteOf(one)) || counts?.(quoteOf(one)));
  const worthy = whole.length > 0 ? whole : near;
  return {
    answerable: speaks >= 0,
    confidence,
    sentences: sentencesFrom(brief, SEVERAL.test(brief.question) ? spread(brief, worthy) : worthy, most),
    dropped: [],
  };
}

/** The best of each source before the second of any. */
function spread(brief: AnswerBrief, ranked: readonly Ranked[]): readonly Ranked[] {
  const seen = new Map<string, number>();
  const turns = ranked.map((one) => {
    const page = brief.passages[one.index]?.page ?? "";
    const turn = seen.get(page) ?? 0;
    seen.set(page, turn + 1);
    return { one, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ one }) => one);
}

/** As many of them, in their order, as the length allows; one at least, none twice. */
function sentencesFrom(brief: AnswerBrief, ranked: readonly Ranked[], most: number): AnswerDraft["sentences"] {
  const chosen: AnswerDraft["sentences"][number][] = [];
  const said = new Set<string>();
  let words = 0;
  for (const one of ranked) {
    const text = brief.passages[one.index]?.claim.text ?? "";
    if (chosen.length === most) break;
    if (said.has(text) || (chosen.length > 0 && words + one.words > brief.length)) continue;
    said.add(text);
    // An item of a list ends as its list goes on.
    chosen.push({ text: text.replace(/[,;](?: and| or)?$/u, "."), passages: [one.index] });
    words += one.words;
  }
  return chosen;
}

/** Undefined when only one side is spoken of: that is no comparison. */
function comparisonFrom(brief: AnswerBrief, sides: readonly [string, string]): AnswerDraft | undefined {
  const { order, both } = comparedPassages(brief, sides);
  const most = Math.max(2, Math.round(brief.length / WORDS_A_SENTENCE));
  if (!both) return undefined;
  return { answerable: true, confidence: COMPARED, sentences: sentencesFrom(brief, order, most), dropped: [] };
}
