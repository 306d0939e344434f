// Lists of the documents that state something in their front matter: "Which EIPs require EIP-4844?", "Which posts did Ada Brook write?"
import type { Answer } from "../core/answer.ts";
import type { IndexHit, PageIndex, Stating } from "../core/search.ts";
import { byCodePoint } from "../text/order.ts";
import { stemsOf } from "../text/words.ts";
import { inState, nameIn, ofSeries, stateTag } from "./kept-state.ts";
import { SOURCE_NOUNS, seriesOf } from "./listing-kind.ts";
import { answerOf, keyFor, keysOf, statedCitation } from "./stated.ts";

const MOST = 40;
const EVERY = 100_000;
const AUTHOR = "author";

const ASK =
  "(?:please )?(?:list|show|name|find|which|what|how many|do any|are there any)(?: me)?(?: of)?(?: all)?(?: the| my)?";
/** "Which draft EIPs …" */
const STATE = "(?:(?<state>\\p{Alpha}+) )??";
const NOUN = `${STATE}(?<noun>${SOURCE_NOUNS}|\\p{Alpha}+s)`;
const WRITE = "(?:wr[io]te|written|author|authored|co-?author(?:ed)?|publish(?:ed)?|propos(?:e|ed)|post(?:ed)?)";
const BY_AUTHOR = [
  `^${ASK}(?: ${NOUN})?(?: else)? (?:did|has|have|does) (?<value>.{2,60}?) (?:ever )?${WRITE}$`,
  `^${ASK} ${NOUN} (?:(?:are|is|were|was|that|which|there) )*(?:${WRITE} |made |created )?by (?<value>.{2,60})$`,
  `^(?:list |show )?(?:everything|anything|all) (?:${WRITE} )?by (?<value>.{2,60})$`,
].map((source) => new RegExp(source, "iu"));
const BY_KEY = new RegExp(
  `^${ASK} ${NOUN} (?:(?:that|which|are|is|were|was|have|has|had|with|whose|do|does|also) )*(?:the |an? )?(?<key>[\\p{Alpha}-]{3,})(?: (?:of|is|are|was|by|on|from|with|to|as|the))* (?<value>[^,]{1,60})$`,
  "iu",
);

/** Undefined where the question asks otherwise, or no document states such a thing. */
export function statingAnswer(index: PageIndex, question: string, engine: string): Answer | undefined {
  const asked = question.trim().replace(/[?？!.。\s]+$/u, "");
  const author = BY_AUTHOR.map((pattern) => pattern.exec(asked)?.groups).find((groups) => groups !== undefined);
  const groups = author ?? BY_KEY.exec(asked)?.groups;
  const { noun = "", value = "" } = groups ?? {};
  if (!groups || value === "") return undefined;
  const key = author ? AUTHOR : keyFor(keysOf(index), stemsOf(groups.key ?? ""));
  if (key === undefined || (!author && stemsOf(groups.key ?? "").length === 0)) return undefined;
  const filter = { types: ["source"], tags: [], sources: [], updated: [] };
  const every = index.lookup({ any: [], phrases: [], not: [], filter }, EVERY);
  const { series } = seriesOf(noun);
  const state = groups.state === undefined ? undefined : stateTag(index, groups.state);
  if (groups.state !== undefined && !state) return undefined;
  const numbered = series === undefined ? every : ofSeries(every, series);
  const all = state ? inState(index, numbered, state) : numbered;
  const hits = new Map(all.map((hit) => [hit.path, hit]));
  const states = new Map<string, { hit: IndexHit; stating: Stating }>();
  for (const stating of index.stating(key)) {
    const hit = hits.get(stating.path);
    if (hit && isSaid(stating.value, value) && !states.has(hit.path)) states.set(hit.path, { hit, stating });
  }
  const found = [...states.values()].sort((a, b) => byCodePoint(a.hit.title, b.hit.title));
  const kept = isSourceNoun(noun) ? found : found.filter(({ hit }) => isOfKind(index, hit.path, noun));
  if (kept.length === 0) return undefined;
  const numbers = new Map<string, number>();
  const shown = kept.slice(0, MOST);
  const names = shown.map(({ hit }) => (series === undefined ? hit.title : nameIn(hit, series)));
  const citations = shown.flatMap(
    ({ hit, stating }) => statedCitation(index, hit.path, { key, value: stating.value }, numbers) ?? [],
  );
  const of = `${kept.length} of ${all.length} ${state ? `${groups.state} ` : ""}${series === undefined ? "sources" : `${series}s`}`;
  const what = author
    ? `${kept.length === 1 ? "is" : "are"} by ${wholeName(
        kept.map(({ stating }) => stating.value),
        value,
      )}`
    : `${kept.length === 1 ? "states" : "state"} “${key}” ${value}`;
  const more = kept.length > MOST ? `; and ${kept.length - MOST} more` : "";
  return answerOf(question, `${of} ${what}: ${names.join("; ")}${more}.`, citations, engine);
}

/** A number stands among those stated; other words all stand there. */
function isSaid(stated: string, asked: string): boolean {
  const number = /^\p{Alpha}{0,5}[-_ #]?(?<number>\d{1,6})$/u.exec(asked.trim())?.groups?.number;
  if (number !== undefined) return (stated.match(/\d+/gu) ?? []).some((one) => Number(one) === Number(number));
  const there = new Set(stemsOf(stated));
  const stems = stemsOf(asked);
  return stems.length > 0 && stems.every((stem) => there.has(stem));
}

const isSourceNoun = (noun: string): boolean => noun === "" || new RegExp(`^(?:${SOURCE_NOUNS})$`, "iu").test(noun);

/** "Which films …": what the document states of its own sort. */
function isOfKind(index: PageIndex, path: string, noun: string): boolean {
  const wanted = stemsOf(noun);
  return index
    .stated(path)
    .some(
      ({ key, value }) =>
        /^(?:categor(?:y|ies)|type|kind|class)$/u.test(key) && wanted.every((stem) => stemsOf(value).includes(stem)),
    );
}

/** "steph" is "Steph Ango", where a source names her alone. */
const wholeName = (stated: readonly string[], asked: string): string =>
  stated.find((name) => !/,|&| and /u.test(name)) ?? asked;
