// Answers without a model: the sentences that hold most of what the question asks about, or a refusal when none holds enough.
import type { AnswerBrief, AnswerDraft } from "../../../core/engine.ts";
import { bareThingAsked } from "../../../text/asked-thing.ts";
import { asksHow, leadsToResult } from "../../../text/how-to.ts";
import { asksWhy, pointsToReason } from "../../../text/reasons.ts";
import { comparedPassages } from "./answer-compare.ts";
import { countCue, listCue } from "./answer-cues.ts";
import { definitionCue } from "./answer-definition.ts";
import { isWhole, saysBesides } from "./answer-form.ts";
import { type Ranked, rankedPassages } from "./answer-rank.ts";
import { trustIn } from "./answer-trust.ts";

/** A sentence for so many words asked for, at least one. */
const WORDS_A_SENTENCE = 20;
/** A further sentence must be about as good as the first. */
const WORTH = 0.5;
/** A deck has room for more, and shows at once what is beside the point. */
const WORTH_SHOWING = 0.6;
/** Steps that lead to what is asked for, and none of those beside it. */
const WORTH_DOING = 0.62;
/** Of the question's weight, in a step itself. */
const ALL_OF_IT = 0.95;
const MOST_OF_IT = 0.6;
const SOME_OF_IT = 0.2;
const LIST_WORTH = 0.7;
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
  const counts = countCue(brief.question);
  const quoteOf = ({ index }: Ranked): string => brief.passages[index]?.claim.quote ?? "";
  const steps = asksHow(brief.question) ? stepsAmong(brief, ranked) : undefined;
  const worth = brief.length > LONG ? WORTH_SHOWING : WORTH;
  const near = ranked.filter(({ score }) => score >= worth * first.score);
  // Labels and half sentences only where there is nothing else, or where they count what is asked for.
  const listed = ({ index }: Ranked): boolean => brief.passages[index]?.listed !== undefined;
  const whole = near.filter(
    (one) =>
      isWhole(quoteOf(one)) || counts?.(quoteOf(one)) || listed(one) || saysBesides(quoteOf(one), one.fit.sentence),
  );
  const worthy = steps ?? (whole.length > 0 ? whole : near);
  const told = followed(brief, ranked, listsFirst(brief, worthy));
  const ordered = asksWhy(brief.question) ? reasonsFirst(brief, ranked, told) : told;
  const sentences = sentencesFrom(brief, SEVERAL.test(brief.question) ? spread(brief, ordered) : ordered, most);
  return { answerable: speaks >= 0, confidence, sentences: steps ? inSteps(brief, sentences) : sentences, dropped: [] };
}

/** Of the page that says best how it is done, where it has a command for it: what is about as good, and whole commands before their neighbours. */
function stepsAmong({ passages }: AnswerBrief, ranked: readonly Ranked[]): readonly Ranked[] | undefined {
  const best = ranked[0];
  const page = passages[best?.index ?? -1]?.page;
  const own = ranked.filter(
    ({ index, score }) => passages[index]?.page === page && score >= WORTH_DOING * (best?.score ?? 0),
  );
  const leads = ({ index }: Ranked): boolean =>
    passages[index]?.code !== undefined && !leadsToResult(passages[index]?.claim.quote ?? "");
  if (!own.some(leads)) return undefined;
  const exact = own.filter((one) => leads(one) && one.fit.sentence >= ALL_OF_IT);
  const section = (one: Ranked | undefined): string =>
    passages[one?.index ?? -1]?.claim.place.headings.join("\n") ?? "";
  // A command of another section is beside the point, unless it says most of what is asked for itself.
  const steps = own.filter((one) =>
    leads(one)
      ? (exact.length === 0 || exact.includes(one)) &&
        (section(one) === section(best) || one.fit.sentence >= MOST_OF_IT)
      : one.fit.sentence >= SOME_OF_IT && isWhole(passages[one.index]?.claim.quote ?? ""),
  );
  return steps.some(leads) ? steps : undefined;
}

/** Several things are asked for: the list of them goes before sentences that only speak of the list. */
function listsFirst({ question, passages }: AnswerBrief, worthy: readonly Ranked[]): readonly Ranked[] {
  const [first] = worthy;
  if (!first) return worthy;
  const fits = listCue(question);
  const list = worthy.find(
    ({ index, score }) =>
      passages[index]?.listed === "items" &&
      fits(passages[index]?.claim.text ?? "") === 1 &&
      passages[index]?.page === passages[first.index]?.page &&
      score >= LIST_WORTH * first.score,
  );
  return list ? [list, ...worthy.filter((one) => one !== list)] : worthy;
}

/** "This release includes a fix for X": where nothing says what X is, the paragraph goes on about it. */
function followed(
  { question, passages }: AnswerBrief,
  all: readonly Ranked[],
  worthy: readonly Ranked[],
): readonly Ranked[] {
  const defines = bareThingAsked(question) === undefined ? undefined : definitionCue(question);
  const [first, ...rest] = worthy;
  const passage = passages[first?.index ?? -1];
  const n = passage?.claim.evidence[0];
  if (!defines || !first || !passage || n === undefined || passage.opening) return worthy;
  if (worthy.some(({ index }) => defines(passages[index]?.claim.text ?? ""))) return worthy;
  const next = all.filter(
    ({ index }) =>
      passages[index]?.context === passage.context &&
      [n + 1, n + 2].includes(passages[index]?.claim.evidence[0] ?? 0) &&
      isWhole(passages[index]?.claim.quote ?? ""),
  );
  return [first, ...inOrder(passages, next), ...rest.filter((one) => !next.includes(one))];
}

const inOrder = (passages: AnswerBrief["passages"], ranked: readonly Ranked[]): Ranked[] =>
  [...ranked].sort((a, b) => (passages[a.index]?.claim.evidence[0] ?? 0) - (passages[b.index]?.claim.evidence[0] ?? 0));

/** What "for that reason" points to goes before it. */
function reasonsFirst({ passages }: AnswerBrief, all: readonly Ranked[], worthy: readonly Ranked[]): readonly Ranked[] {
  const [first] = worthy;
  const passage = passages[first?.index ?? -1];
  const n = passage?.claim.evidence[0];
  if (!passage || n === undefined || !pointsToReason(passage.claim.quote)) return worthy;
  const before = all.find(
    ({ index }) => passages[index]?.page === passage.page && passages[index]?.claim.evidence[0] === n - 1,
  );
  return before ? [before, ...worthy.filter((one) => one !== before)] : worthy;
}

/** As the source goes on. */
function inSteps({ passages }: AnswerBrief, sentences: AnswerDraft["sentences"]): AnswerDraft["sentences"] {
  const placeOf = (one: AnswerDraft["sentences"][number]): number =>
    passages[one.passages[0] ?? -1]?.claim.evidence[0] ?? 0;
  return [...sentences].sort((a, b) => placeOf(a) - placeOf(b));
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
    if (
      said.has(text) ||
      !/[\p{Alpha}\p{N}]/u.test(brief.passages[one.index]?.claim.quote ?? "") ||
      chosen.some(({ passages: [index = -1] }) => isPartOf(brief, one.index, index)) ||
      (chosen.length > 0 && words + one.words > brief.length)
    )
      continue;
    said.add(text);
    // An item of a list ends as its list goes on.
    chosen.push({ text: text.replace(/[,;](?: and| or)?$/u, "."), passages: [one.index] });
    words += one.words;
  }
  return chosen;
}

/** An item of a list that is told as a whole. */
function isPartOf({ passages }: AnswerBrief, index: number, whole: number): boolean {
  const [one, all] = [passages[index], passages[whole]];
  if (!one || !all || one.page !== all.page || all.claim.evidence.length < 2) return false;
  return one.claim.evidence.length > 0 && one.claim.evidence.every((n) => all.claim.evidence.includes(n));
}

/** Undefined when only one side is spoken of: that is no comparison. */
function comparisonFrom(brief: AnswerBrief, sides: readonly [string, string]): AnswerDraft | undefined {
  const { order, both } = comparedPassages(brief, sides);
  const most = Math.max(2, Math.round(brief.length / WORDS_A_SENTENCE));
  if (!both) return undefined;
  return { answerable: true, confidence: COMPARED, sentences: sentencesFrom(brief, order, most), dropped: [] };
}
