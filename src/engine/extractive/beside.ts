// What stands beside a name and says what it is, whatever the rest of the sentence tells: ", a …", "(a …)", "- a … -", ", which is a …".
import { kindFromDefinition } from "./kinds.ts";
import { tag } from "./tag.ts";

const COMMA =
  /^,\s+((?:an?|the|\p{L}[\p{L}\p{N}.]*['’]s)\s+(?:\p{Ll}+,\s(?=\p{Ll}+\s\p{L}+\s))?(?:[^,.;:()]|\([^()]*\)(?= \p{Ll}))+?)(?:,|\.|;| \((?![^()]*\) \p{Ll})|$)/u;
const BRACKETS = /^["”]?\s\(((?:an?|the)\s+[^()]{12,140})\)/u;
/** "exploring WebAuthn today - a set of standards that … -" */
const DASHES =
  /^["”]?(?:\s(?:today|yesterday|recently))?\s(?:-|–|—|--)\s(an?\s[^.;:()]+?)(?=\s(?:-|–|—|--)\s|[.;:]|$)/u;
/** "the Rust Innovation Lab, which is a new home for …" */
const WHICH_IS = /^,\s+(?:which|who)\s+(?:is|are|was|were)\s+((?:an?|the|one of the)\s+[^.;]+)/iu;
/** Heads that name a sort of thing beside the kinds of entities. */
const SORTS =
  /\b(?:algorithm|api|codec|command|compression|encoding|function|implementation|instruction|interface|macro|mechanism|method|opcode|pattern|precompile|process|protocol|query language|scheme|specification|standard|syntax|technique|trait|type|variant)(?=$|\s(?:for|of|in|to|that|which|by|from|with|used|based|built|designed|created)\b)/iu;
/** "Rust (a decrease of 3 points)": a figure, and nothing that the name is. */
const QUANTITY =
  /^an? (?:[\p{L}-]+ )?(?:bit|couple|day|decrease|difference|drop|few|fraction|handful|hour|increase|lot|maximum|minimum|minute|month|number|figure|value|pair|rise|speed-?up|total|week|year)\b|\d ?%/iu;
const RELATIVE = /\b(?:that|which|who|whose|where|when)\b/i;

export interface Beside {
  readonly text: string;
  /** Set apart by commas at the head of its sentence, which so reads as a definition. */
  readonly opening: boolean;
}

/** `before` and `after` are the sentence around the name; `opens`: the name is its first word. */
export function besideName(before: string, after: string, opens: boolean): Beside | undefined {
  // "a fix by Ada Hale, which is the version that landed": the fix.
  const which = /\bby(?: [^\s,.;]+){0,3}$/i.test(before) ? undefined : after.match(WHICH_IS)?.[1];
  if (which) return { text: which, opening: false };
  const [whole = "", apposed] = after.match(COMMA) ?? [];
  // "in traits, work on MIR, the name mangling scheme, and more": one item after another.
  const follows = after.slice(whole.length);
  if (
    apposed &&
    /,/.test(before) &&
    (/^ (?:and|or) /.test(follows) || (/,$/.test(before) && /, (?:and|or) /.test(follows)))
  )
    return undefined;
  // Any two things in a list stand so; only what names a sort of thing ("an American engineer") says what it is.
  if (apposed && apposed.split(/\s+/).length > 2 && isSort(apposed, whole.endsWith(",")))
    return { text: apposed, opening: opens };
  const apart = after.match(BRACKETS)?.[1] ?? after.match(DASHES)?.[1];
  if (!apart || apart.split(/\s+/).length < 4 || QUANTITY.test(apart)) return undefined;
  if (/^the\s/i.test(apart) ? !isSort(apart, false) : hasVerb(apart.split(RELATIVE)[0] ?? "")) return undefined;
  return { text: apart, opening: false };
}

/** "an American engineer", "a single secret leader election protocol"; not "a contract has a deployment method". */
function isSort(text: string, goesOn: boolean): boolean {
  const sort = text.split(RELATIVE)[0] ?? "";
  // "a web application where states can develop, submit and …": cut in a list of verbs.
  if (goesOn && /\b(?:can|may|will|to) \p{Ll}+$/u.test(text)) return false;
  return !hasVerb(sort) && (kindFromDefinition(text) !== undefined || SORTS.test(sort));
}

/** "the Tide team uses a system": a sentence that goes on, where an apposition has no verb of its own. */
export function hasVerb(text: string): boolean {
  if (/\b(?:has|have|had|is|are|was|were|can|will)\b/i.test(text)) return true;
  const tokens = tag(text).filter(({ pos }) => pos !== "ADV");
  return tokens.some((token, i) => {
    if (token.pos !== "VERB" || !/^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.pos ?? "")) return false;
    // "the group collected five studies", where "a tool called Tide" has no verb of its own.
    return /[^s]s$/.test(token.text) || (/ed$/.test(token.text) && /^(?:DET|NUM|PRON)$/.test(tokens[i + 1]?.pos ?? ""));
  });
}
