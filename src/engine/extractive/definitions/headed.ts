// What a source says below a heading that is a name, or right behind its first mention, of "this opcode", "the contract", "it".
import type { Document } from "../../../core/document.ts";
import { lowerFirst } from "../../../text/initial.ts";
import { nameKey, singularOf } from "../../../text/names.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import type { Spot } from "../names/gathered.ts";
import { type Tagged, tag } from "../tag.ts";
import { namesSort } from "./around.ts";
import { withoutNew } from "./novelty.ts";
import { predicateIn } from "./serves.ts";

export interface Said {
  /** Number of the sentence. */
  readonly n: number;
  /** As a definition. */
  readonly text: string;
}

const CLASSES =
  "algorithm|attribute|command|constant|contract|crate|event|extension|feature|field|flag|format|function|header|hook|instruction|interface|library|lint|macro|mechanism|message|method|module|opcode|operation|operator|option|package|plugin|precompile|program|protocol|script|section|service|specification|standard|struct|target|team|tool|trait|transaction|type|upgrade|utility";
/** "What is Tide?", "2.1 The `TIDE` opcode" */
const AROUND_NAME = new RegExp(
  `^(?:\\d[\\d.]*\\s+)?(?:what(?:['’]s| is| are)\\s+)?(?:(?:an?|the)\\s+)?|\\s+(?:${CLASSES})s?(?=\\??$)|(?<=\\S) ?\\([^()]*\\)$|[?:.]+$`,
  "giu",
);
/** A name of code, which needs no class beside it in its heading. */
const CODED = /[`_\d.]|\p{Upper}{2}|\p{Lower}\p{Upper}|^\p{Lower}+-/u;
const OPENS = new RegExp(`^(?:This|The|These) (?:new |[\\p{Alpha}-]+ )?(${CLASSES})s? (.+)$`, "u");
const CLASS = new RegExp(`^(?:${CLASSES}) `, "iu");
const BRINGS = /^(?:We )?(?:add|create|define|implement|introduce|propose|specify)s? (an? .+)$/iu;
/** Sentences of a section that may be of its name. */
const FIRST = 3;

const known = new WeakMap<Document, ReadonlyMap<string, readonly Said[]>>();

/** By key of the name that a heading is. */
export function headedIn(document: Document): ReadonlyMap<string, readonly Said[]> {
  const before = known.get(document);
  if (before) return before;
  const out = new Map<string, Said[]>();
  let last: readonly string[] | undefined;
  let joined = "";
  let name = "";
  let heading = "";
  let from = 0;
  document.sentences.forEach((sentence, i) => {
    const under = document.blocks[sentence.block]?.headings ?? [];
    if (under !== last) {
      last = under;
      const path = under.join("\n");
      if (path !== joined) {
        joined = path;
        heading = under.at(-1) ?? "";
        const bare = heading.replace(AROUND_NAME, "").trim();
        name = isNoName(bare) ? "" : bare;
        from = i;
      }
    }
    if (name === "" || i - from >= FIRST) return;
    const text = saidBelow(sentence.text, { name, heading }, i === from);
    if (text) out.set(nameKey(name), [...(out.get(nameKey(name)) ?? []), { n: sentence.n, text }]);
  });
  known.set(document, out);
  return out;
}

/** "Abstract", "Note": parts of any document. */
function isNoName(heading: string): boolean {
  return (
    heading.length > LONGEST ||
    (/^\p{Upper}?\p{Lower}+$/u.test(heading) && everydayCount(heading.toLowerCase()) >= EVERYDAY)
  );
}

/** Characters of a heading that is a name. */
const LONGEST = 48;

interface Headed {
  readonly name: string;
  readonly heading: string;
}

/** `first`: it opens its section. */
function saidBelow(text: string, { name, heading }: Headed, first: boolean): string | undefined {
  const whole = text.replace(/[.:]+$/u, "");
  const behind = restOf(whole, { name, heading }, first);
  if (behind !== undefined) return asDefinition(behind);
  if (!first) return undefined;
  const brought = BRINGS.exec(whole)?.[1];
  if (brought) return broughtUnder(brought, name);
  // "`FOG` (0x5c)" and below it "Stops all ships."
  const runs = CODED.test(name) && /^\p{Upper}\p{Lower}+s /u.test(whole) ? asDefinition(lowerFirst(whole)) : undefined;
  if (runs) return runs;
  // "Tide" and below it "A tool for drawing charts."
  const phrase =
    /^An? /u.test(whole) &&
    whole.split(" ").length >= FRAGMENT &&
    namesSort(whole) &&
    !tag(whole.split(RELATIVE)[0] ?? "").some(isVerb);
  return phrase ? lowerFirst(whole) : undefined;
}

function isVerb({ pos, text }: Tagged): boolean {
  return pos === "AUX" || (pos === "VERB" && !/(?:ed|en|ing)$/.test(text));
}

const RELATIVE = /\b(?:that|to|which|who|whose|where|when)\b/iu;
/** Words. */
const FRAGMENT = 5;

/** "acts in all ways like …" of "This opcode acts …", "It acts …", "These gates act …". */
function restOf(text: string, { name, heading }: Headed, first: boolean): string | undefined {
  if (first && /^It /u.test(text)) return text.slice("It ".length);
  if (!/^The?s?/u.test(text) && !text.startsWith("This ")) return undefined;
  const own = text.replace(/^(?:The|This|These) /u, "");
  if (own !== text && own.toLowerCase().startsWith(`${name.toLowerCase()} `))
    return own.slice(name.length + 1).replace(CLASS, "");
  const [, sort = "", rest] = OPENS.exec(text) ?? [];
  // "This attribute", below "Deprecation warnings": no warning. "This section specifies two forms": the text and not the thing.
  return (sort !== "section" && CODED.test(name)) || heading.toLowerCase().includes(sort) ? rest : undefined;
}

function asDefinition(rest: string): string | undefined {
  const is = /^(?:is|are) (an? .+)$/u.exec(rest)?.[1];
  if (is) return is;
  // "serve as", of several.
  const many = rest.replace(/^(?!are )(\p{Lower}+)(?= )/u, "$1s");
  const does =
    predicateIn(rest, "does") ?? (predicateIn(many, "does") ? rest.replace(/(?<!^ ?\S+) itself\b/u, "") : undefined);
  return does ? `which ${does}` : undefined;
}

/** "Add a precompile at 0x0a that verifies …", below "Point evaluation precompile": the last word of both. */
function broughtUnder(said: string, name: string): string | undefined {
  const head = singularOf((name.split(" ").at(-1) ?? "").toLowerCase());
  const own = said.replace(QUOTED, "");
  const sort = own.split(/ (?:at|for|of|that|to|where|which|with)\b/u)[0] ?? "";
  const words = sort.toLowerCase().split(" ");
  const kind = / (?:kind|type) of [^,.]{0,40}/iu.exec(own)?.[0].toLowerCase().includes(head);
  return words.at(-1) === head || kind ? withoutNew(own) : undefined;
}

/** ', "Tide",' */
const QUOTED = /,? ["“][^"”]{2,60}["”],?/u;

/** Who brings something up, and does not tell of himself: of what he ends with the next sentence speaks. */
const PRESENTS =
  /^(?:(?:Enter|Meet)\b|(?:Today,? )?(?:I|We)(?:['’]m|['’]re|['’]ve)?\b|(?:In )?[Tt]his (?:article|document|eip|erc|pep|post|proposal|rfc|tutorial)\b)/iu;
const IS_ONE = /^(?:It|This) is (an? .+)$/u;

/** "The port has a new signal, FOG. This signal tells …": what the next sentence says of the class that stands beside the name. */
export function saidNext(document: Document, { sentence, start, end }: Spot): Said | undefined {
  const [here, next] = [document.sentences[sentence], document.sentences[sentence + 1]];
  if (!here || !next || here.block !== next.block) return undefined;
  const itself = IS_ONE.exec(next.text)?.[1];
  // "This proposal describes the Tide Server. It is a program that …": what it ends with.
  if (itself && PRESENTS.test(here.text) && /^["”’]?(?: \([^()]{1,30}\))?\.$/u.test(here.text.slice(end)))
    return { n: next.n, text: itself.replace(/[.:]+$/u, "") };
  if (!next.text.startsWith("This ")) return undefined;
  const [, sort = "", rest = ""] = OPENS.exec(next.text.replace(/[.:]+$/u, "")) ?? [];
  if (sort === "") return undefined;
  const beside =
    new RegExp(`(?:\\b${sort},? (?:called |named )?["“(]?$)`, "iu").test(here.text.slice(0, start)) ||
    // "the Pilots team": that is its name.
    (sort !== "team" && new RegExp(`^["”]? ${sort}\\b`, "iu").test(here.text.slice(end)));
  const text = beside ? asDefinition(rest) : undefined;
  return text ? { n: next.n, text } : undefined;
}
