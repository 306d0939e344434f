// Which lists of sources are kept: not of what is everywhere, no twins, and so many a source.
import { DWELT_ON } from "../engine/extractive/surveyed.ts";
import { nameWords } from "../text/names.ts";
import { HEADED } from "../write/brief.ts";
import type { DraftedTopic } from "./drafts.ts";

/** Pages that only list who speaks of a thing are an aid, not an encyclopaedia: so many sources a page, those most spoken of first. */
const SOURCES_A_SURVEY = 1;
/** Sources; in small vaults nothing is everywhere. */
const EVERYWHERE = 12;

/** Lists of those that say what many speak of; beyond are the air of a vault, twins, and what there is no room for. */
export function withinSurveys(
  drafts: readonly DraftedTopic[],
  sources: number,
): { readonly kept: readonly DraftedTopic[]; readonly beyond: readonly DraftedTopic[] } {
  // What several sources are headed by is looked up sooner than what many mention.
  const spread = ({ draft: { survey = [] } }: DraftedTopic) =>
    survey.reduce((sum, row) => sum + (row.titled ? HEADED : 1), 0);
  // What every fourth source of a vault names, or many in passing, and few are headed by, is its air and no topic of it.
  const everywhere = ({ outline: { spread: named } }: DraftedTopic): boolean => {
    const titled = named.filter((one) => one.titled).length;
    const dwelling = named.filter((one) => one.count >= DWELT_ON).length;
    if (named.length <= EVERYWHERE || titled > 1) return false;
    return named.length * 4 > sources || dwelling * 4 < named.length;
  };
  const lists = drafts.filter((one) => one.draft.sections.length === 0);
  const bodies = drafts.filter(isOrganisation);
  const twins = new Set(
    lists.filter(
      (one) =>
        (isOrganisation(one) && bodies.some((other) => isPartOf(one, other))) ||
        lists.some((other) => isCoveredBy(one, other)),
    ),
  );
  const surveys = lists.filter((one) => !everywhere(one) && !twins.has(one));
  const ranked = [...surveys].sort((a, b) => spread(b) - spread(a) || (a.placed.page < b.placed.page ? -1 : 1));
  const room = Math.max(3, Math.ceil(sources / SOURCES_A_SURVEY));
  const air = lists.filter(everywhere);
  const beyond = new Set([...air, ...twins, ...ranked.slice(room)]);
  return { kept: drafts.filter((one) => !beyond.has(one)), beyond: [...beyond] };
}

/** Of two bodies: "Council" beside the Leadership Council, of the same sources, is one, and a list of it twice. */
function isPartOf(one: DraftedTopic, other: DraftedTopic): boolean {
  if (one === other) return false;
  const [mine = [], theirs = []] = [one, other].map(({ placed }) => nameWords(placed.topic.title));
  if (!endsWith(mine, theirs) && !endsWith(theirs, mine)) return false;
  const sources = new Set(other.outline.spread.map(({ source }) => source));
  const shared = one.outline.spread.filter(({ source }) => sources.has(source)).length;
  const fewer = other.outline.spread.length - one.outline.spread.length;
  return shared * 2 >= one.outline.spread.length && (fewer > 0 || (fewer === 0 && mine.length < theirs.length));
}

/** "State of Rust Survey" and "Rust Survey": two lists under one noun, and no source of the one is missing in the other. */
function isCoveredBy(one: DraftedTopic, other: DraftedTopic): boolean {
  if (one === other) return false;
  const [mine = [], theirs = []] = [one, other].map(({ placed }) => nameWords(placed.topic.title));
  if (Math.min(mine.length, theirs.length) < 2 || !(endsWith(mine, theirs) || endsWith(theirs, mine))) return false;
  const sources = new Set(other.outline.spread.map(({ source }) => source));
  const covered = one.outline.spread.every(({ source }) => sources.has(source));
  return covered && (sources.size > one.outline.spread.length || theirs.length > mine.length);
}

function isOrganisation({ placed }: DraftedTopic): boolean {
  return placed.topic.kind === "organisation" || /\b(?:council|team|group|board|committee)$/i.test(placed.topic.title);
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  return words.length > end.length && end.every((word, i) => words[words.length - end.length + i] === word);
}
