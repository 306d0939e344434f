// A topic page without a model: the claim that says what the thing is, then claims grouped by what they share.
import type { TopicBrief, TopicDraft, TopicSection } from "../../../core/engine.ts";
import type { CitedSentence } from "../../../core/topic.ts";
import { isTimely } from "../../../text/timely.ts";
import { isProposal, tellerOf } from "../definitions/tells.ts";
import { isChange, isToday, isUnderWay } from "../sentences/predicate.ts";
import { tag } from "../tag.ts";
import { glossOf } from "./gloss.ts";
import { type Item, inOrder, itemsOf, sentenceOf, tellingOf } from "./items.ts";
import { leadOf } from "./lead.ts";
import { grouped, merged, yearByYear } from "./sections.ts";
import { elsewhere, surveyOf } from "./survey.ts";

const MOST_SENTENCES = 12;
const LEAD_SENTENCES = 3;
const SMALL_PAGE = 6;
/** Sources that name it. */
const WIDE = 8;
/** An entry so short also says where else its thing is spoken of. */
const THIN = 3;
/** "was founded in 1990" */
const BEGAN = /\b(?:was|were) (?:\p{Alpha}+ )?\p{Alpha}+(?:ed|n|t)\b.*\b(?:1\d|20)\d\d\b/u;
/** Of how things stood at one time or another. */
const MOST_TIMELY = 6;

export function extractiveTopic(brief: TopicBrief): TopicDraft {
  const first = leadOf(brief);
  // Nothing says what it is: better no entry than one that begins in the middle; but what many speak of is surveyed.
  if (!first) {
    const gloss = glossOf(brief);
    return { sections: [], dropped: [], survey: surveyOf(brief), ...(gloss ? { gloss } : {}) };
  }
  const { lead, items } = itemsOf(brief, first);
  // What one document proposes, and is headed by, its own page says better.
  const only = brief.spread.length === 1 && brief.spread[0]?.titled === true;
  if (only && isProposal(first.text)) return { sections: [], dropped: [] };
  const timely = items.filter(
    (item) =>
      isTimely(item.text) || (item.claim.published && (isUnderWay(item.predicate) || isOfItsTime(item.text, brief))),
  );
  const pool = items.filter((item) => !timely.includes(item));
  const sentences: CitedSentence[] = [lead];
  const tells = tellerOf(brief.aliases);
  // What a thing can do since its last release is no introduction to it; of people the years are.
  const introduces = (text: string) => brief.kind === "person" || tells(text) || BEGAN.test(text);
  const opening = pool
    .filter((item) => item.claim.about === 1 && tellingOf(item) > 0 && introduces(item.text))
    .sort((a, b) => tellingOf(b) - tellingOf(a))
    .slice(0, LEAD_SENTENCES - sentences.length);
  const rest = gatheredFrom(
    pool.filter((item) => !opening.includes(item)),
    brief,
  ).slice(0, MOST_SENTENCES);
  sentences.push(...inOrder(opening).map(sentenceOf));
  const sections: TopicSection[] = [{ heading: "", paragraphs: [sentences] }];
  const events = timely.filter(({ predicate }) => isChange(predicate));
  const dated = yearByYear([...events].sort((a, b) => tellingOf(b) - tellingOf(a)).slice(0, MOST_TIMELY));
  if (rest.length + sentences.length <= SMALL_PAGE) {
    if (rest.length > 0) sections[0] = { heading: "", paragraphs: [sentences, inOrder(rest).map(sentenceOf)] };
    const all = [...sections, ...dated].flatMap((section) => section.paragraphs.flat());
    return {
      sections: [...sections, ...dated],
      dropped: [],
      ...(all.length <= THIN ? { survey: elsewhere(brief, all) } : {}),
    };
  }
  return { sections: merged([...sections, ...grouped(rest, brief), ...dated]), dropped: [] };
}

/** What many sources name, each in passing, makes no paragraph: there only those headed by the thing, or with several sentences on it, are heard. */
function gatheredFrom(items: readonly Item[], brief: TopicBrief): readonly Item[] {
  if (brief.spread.length < WIDE) return items;
  const bySource = new Map<string, number>();
  for (const { claim } of items) bySource.set(claim.source, (bySource.get(claim.source) ?? 0) + 1);
  const titled = new Set(brief.spread.flatMap((one) => (one.titled ? [one.source] : [])));
  return items.filter(({ claim }) => titled.has(claim.source) || (bySource.get(claim.source) ?? 0) > 1);
}

/** "has long had", "will accept": so until somebody changes it; of a body also what it does, of a product what it does not. What was, was. */
function isOfItsTime(text: string, { kind, aliases }: TopicBrief): boolean {
  if (LONG_SO.test(text) || isToday(text)) return true;
  const tokens = tag(text).filter(({ pos, text: word }) => pos !== "ADV" || word === "not");
  const at = tokens.findIndex(({ pos }) => /^(?:AUX|VERB)$/.test(pos));
  const [verb, next] = [tokens[at]?.text ?? "", tokens[at + 1]];
  if (/^(?:are|is)$/.test(verb) && next?.pos === "VERB" && /ing$/.test(next.text)) return true;
  // "Tide, the system that she has pursued since 1960, was": of another clause.
  if (tokens.slice(0, at).some((token) => RELATIVE.test(token.text))) return false;
  if (/^(?:could|might|will|would)$/.test(verb)) return true;
  if (/^(?:has|have)$/.test(verb) && /^(?:AUX|VERB)$/.test(next?.pos ?? "")) return true;
  const denied = /^(?:not|n['’]t)$/.test(next?.text ?? "");
  if (/^(?:product|project)$/.test(kind ?? "")) return denied && /^(?:are|ca|can|do|does|has|have|is)$/.test(verb);
  return kind === "organisation" && !PAST.test(verb) && !tellerOf(aliases)(text);
}

const LONG_SO = /^[^,]{2,60}\b(?:has|have) (?:always|historically|long|never|traditionally)\b/u;
const RELATIVE = /^(?:that|which|who|whose|where)$/i;
const PAST = /(?:ed|ought|ilt|ade)$|^(?:was|were|had|began|came|grew|led|took|went|won|wrote)$/;
