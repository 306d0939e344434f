// Which lists of sources are kept: not of what is everywhere, no twins, no mere links, and so many a source.
import { DWELT_ON } from "../engine/extractive/pages/surveyed.ts";
import { nameWords } from "../text/names.ts";
import { HEADED } from "../write/brief.ts";
import type { DraftedTopic } from "./drafts.ts";

/** Pages that only list who speaks of a thing are an aid, not an encyclopaedia: one a source and these at least, those most spoken of first. */
const LEAST_ROOM = 3;
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
  const bodiesLike = byLastWord(bodies);
  const listsLike = byLastWord(lists);
  const twins = new Set(
    lists.filter(
      (one) =>
        (isOrganisation(one) && bodiesLike(one).some((other) => isPartOf(one, other))) ||
        listsLike(one).some((other) => isCoveredBy(one, other)),
    ),
  );
  const out = new Set([...lists.filter(everywhere), ...twins, ...lists.filter(isBare)]);
  const surveys = lists.filter((one) => !out.has(one));
  const ranked = [...surveys].sort((a, b) => spread(b) - spread(a) || (a.placed.page < b.placed.page ? -1 : 1));
  const room = Math.max(LEAST_ROOM, sources);
  const beyond = new Set([...out, ...ranked.slice(room)]);
  return { kept: drafts.filter((one) => !beyond.has(one)), beyond: [...beyond] };
}

/** Those whose titles end in the same word: no others can end in one another. */
function byLastWord(drafts: readonly DraftedTopic[]): (one: DraftedTopic) => readonly DraftedTopic[] {
  const ends = new Map<string, DraftedTopic[]>();
  for (const one of drafts) {
    const list = ends.get(lastWordOf(one));
    if (list) list.push(one);
    else ends.set(lastWordOf(one), [one]);
  }
  return (one) => ends.get(lastWordOf(one)) ?? [];
}

const lastWordOf = ({ placed }: DraftedTopic): string => nameWords(placed.topic.title).at(-1) ?? "";

/** Nothing says of which sort it is, or hardly a line carries words: what a search gives as well. The names lead to their sources. */
function isBare({ draft: { survey = [], gloss }, placed: { topic } }: DraftedTopic): boolean {
  const opened = topic.sort !== undefined || gloss !== undefined;
  if (survey.some(({ spaceless }) => spaceless)) return !opened && survey.filter((row) => row.titled).length < ENTITLED;
  return !opened || survey.filter(({ text }) => text !== "").length < TOLD;
}

/** Lines with words that are a page. */
const TOLD = 3;
/** Sources. */
const ENTITLED = 2;

interface Beside {
  /** Words of both titles, of which one ends in the other. */
  readonly mine: number;
  readonly theirs: number;
  /** Sources of both lists. */
  readonly shared: number;
}

/** How two lists under one noun stand to each other; undefined where the title of neither ends in the other's. */
function besideIn(one: DraftedTopic, other: DraftedTopic): Beside | undefined {
  if (one === other) return undefined;
  const [mine = [], theirs = []] = [one, other].map(({ placed }) => nameWords(placed.topic.title));
  if (!endsWith(mine, theirs) && !endsWith(theirs, mine)) return undefined;
  const sources = new Set(sourcesOf(other));
  const shared = sourcesOf(one).filter((source) => sources.has(source)).length;
  return { mine: mine.length, theirs: theirs.length, shared };
}

const sourcesOf = ({ outline }: DraftedTopic): string[] => outline.spread.map(({ source }) => source);

/** Of two bodies: "Council" beside the Leadership Council, of the same sources, is one, and a list of it twice. */
function isPartOf(one: DraftedTopic, other: DraftedTopic): boolean {
  const beside = besideIn(one, other);
  if (!beside) return false;
  const own = one.outline.spread.length;
  const fewer = other.outline.spread.length - own;
  return beside.shared * 2 >= own && (fewer > 0 || (fewer === 0 && beside.mine < beside.theirs));
}

/** "State of Rust Survey" and "Rust Survey": two lists under one noun, and no source of the one is missing in the other. */
function isCoveredBy(one: DraftedTopic, other: DraftedTopic): boolean {
  const beside = besideIn(one, other);
  if (!beside || Math.min(beside.mine, beside.theirs) < 2) return false;
  const own = one.outline.spread.length;
  return beside.shared === own && (other.outline.spread.length > own || beside.theirs > beside.mine);
}

function isOrganisation({ placed }: DraftedTopic): boolean {
  return placed.topic.kind === "organisation" || /\b(?:council|team|group|board|committee)$/i.test(placed.topic.title);
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  return words.length > end.length && end.every((word, i) => words[words.length - end.length + i] === word);
}
