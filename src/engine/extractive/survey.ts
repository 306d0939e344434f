// What each source says of a thing that many speak of and none defines: those that say most first, a sentence each where one stands alone.
import type { BriefClaim, TopicBrief } from "../../core/engine.ts";
import type { CitedSentence } from "../../core/topic.ts";
import { finderOf } from "../../text/mentions.ts";
import { stemsOf } from "../../text/words.ts";
import { everydayCount } from "./background.ts";
import { fitsPage } from "./fitness.ts";
import { EVERYDAY } from "./gathered.ts";

/** Fewer sources make no survey. */
const SOURCES = 3;
/** What stands in one title only, or is a name in none, must at least be spoken of by so many. */
const SPREAD = 5;
/** A source that has the name in its title is about it, whatever its sentences begin with. */
const TITLED = 2;
/** More rows than this nobody reads; the page counts the others. */
const ROWS = 12;
const OTHERS = 5;
/** Summed over its claims, how much a source must be about the thing to be pointed at without a sentence. */
const SPOKEN = 0.4;

/** A row with an empty text only points at its source. Empty where too few sources say something of it. */
export function surveyOf(brief: TopicBrief): CitedSentence[] {
  const rows = rowsOf(brief);
  if (rows.length < SOURCES) return [];
  const titled = rows.filter((row) => row.weight >= TITLED).length;
  const name = brief.type === "entity" || isWrittenAsName(brief);
  if (!name && isEveryday(brief.title)) return [];
  if (titled < 2 && (rows.length < SPREAD || (titled === 0 && !name))) return [];
  // "The key words are to be read as described in RFC 2119": one sentence of a template, however many sources hold it.
  const told = rows.filter((row) => row.text !== "");
  const distinct = told.filter((row, i) => !told.slice(0, i).some((other) => isSame(row.text, other.text)));
  if (distinct.length * 2 < told.length) return [];
  const kept = rows.filter((row) => (row.text === "" ? row.weight >= SPOKEN : distinct.includes(row)));
  return kept.length < SOURCES ? [] : ranked(kept, ROWS);
}

/** Where else an entry of a line or two is spoken of. */
export function elsewhere(brief: TopicBrief, cited: readonly CitedSentence[]): CitedSentence[] {
  const known = new Set(cited.flatMap((sentence) => sentence.claims.map((ref) => ref.source)));
  const others = rowsOf(brief).filter((row) => !known.has(row.claims[0]?.source ?? ""));
  return ranked(
    others.filter((row) => row.text !== "" || row.weight >= SPOKEN),
    OTHERS,
  );
}

function ranked(rows: readonly Row[], most: number): CitedSentence[] {
  return [...rows]
    .sort((a, b) => b.weight - a.weight || ((a.claims[0]?.source ?? "") < (b.claims[0]?.source ?? "") ? -1 : 1))
    .slice(0, most)
    .map(({ text, claims }) => ({ text, claims }));
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [new Set(stemsOf(a)), new Set(stemsOf(b))];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared > SAME * (one.size + other.size - shared);
}

const SAME = 0.6;
/** Less than this and the name only stands somewhere in the sentence. */
const ABOUT = 0.5;

interface Row extends CitedSentence {
  readonly weight: number;
}

function rowsOf(brief: TopicBrief): Row[] {
  const bySource = new Map<string, BriefClaim[]>();
  for (const one of brief.claims) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  const finder = finderOf(brief.aliases.map((name) => ({ name, value: name, cased: false })));
  return [...bySource].flatMap(([source, claims]) => {
    const most = [...claims].sort((a, b) => b.about - a.about);
    const telling = most.find((one) => one.about >= ABOUT && fitsPage(one.claim.text));
    const shown = telling ?? most[0];
    const titled = finder.find(claims[0]?.sourceTitle ?? "").length > 0;
    const weight = (titled ? TITLED : 0) + most.slice(0, 3).reduce((sum, one) => sum + one.about, 0);
    return shown ? [{ text: telling?.claim.text ?? "", claims: [{ source, id: shown.id }], weight }] : [];
  });
}

/** Capitals inside it, or one that its sources keep in mid-sentence. */
function isWrittenAsName({ title, aliases, claims }: TopicBrief): boolean {
  // "ADDRESS" is an opcode in one source and any address in the others.
  const spoken = aliases.some((alias) => alias !== title && /^\p{Ll}+$/u.test(alias));
  if (/\p{Lu}.*\p{Lu}/u.test(title) && !spoken) return true;
  const kept = claims.filter((one) => one.claim.text.includes(` ${title}`));
  return new Set(kept.map((one) => one.source)).size >= SOURCES;
}

/** "Public", "Drop": what anybody says of anything is no thing to survey. */
function isEveryday(title: string): boolean {
  return !/[\s\p{N}]|\p{Lu}.*\p{Lu}/u.test(title) && everydayCount(title.toLowerCase()) > 10 * EVERYDAY;
}
