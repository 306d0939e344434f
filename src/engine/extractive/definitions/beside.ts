// What stands beside a name and says what it is, whatever the rest of the sentence tells: ", a …", "(a …)", "- a … -", ", which is a …".
import { ready } from "../../../text/ready.ts";
import { tag } from "../tag.ts";
import { kindFromDefinition } from "./kinds.ts";

const COMMA =
  /^,\s+((?:an?|the|[\p{Alpha}\p{N}][\p{Alpha}\p{N}.]*['’]s)\s+(?:\p{Lower}+,\s(?!(?:and|or)\b)(?=\p{Lower}+\s\p{Alpha}+\s))?(?:[^,.;:()]|(?<=\b\p{Upper})\.(?=\p{Upper}\.| \p{Lower})|(?<=\b\p{Upper}\.\p{Upper})\.(?= \p{Upper})|(?<=\d)\.(?=\d)|\([^()]*\)(?= \p{Lower}))+?)(?:,|\.(?!\p{Upper}\.| \p{Lower}|(?<=\b\p{Upper}\.\p{Upper}\.) \p{Upper}|(?<=\d\.)\d)|;| \((?![^()]*\) \p{Lower})|$)/u;
const BRACKETS = /^["”]?\s\(((?:an?|the)\s+[^()]{12,140})\)/u;
/** "exploring WebAuthn today - a set of standards that … -" */
const DASHES =
  /^["”]?(?:\s(?:today|yesterday|recently))?\s(?:-|–|—|--)\s(an?\s[^.;:()]+?)(?=\s(?:-|–|—|--)\s|[.;:]|$)/u;
/** "the Rust Innovation Lab, which is a new home for …" */
const WHICH_IS =
  /^,\s+(?:which|who)\s+(?:is|are|was|were)\s+((?:an?|the|one of the)\s+(?:[^.;]|\.(?=\d|\p{Lower}{2}))+)/iu;
/** Heads that name a sort of thing beside the kinds of entities. */
const SORTS =
  /\b(?:algorithm|api|codec|collection|command|community|compression|document|encoding|function|group|guide|handbook|implementation|instruction|interface|macro|mechanism|method|opcode|pattern|precompile|process|protocol|query language|repository|scheme|set|specification|standard|syntax|technique|trait|type|variant)(?=$|\s(?:for|of|in|to|that|which|by|from|with|used|based|built|designed|created|covering)\b)/iu;
/** "Rust (a decrease of 3 points)": a figure, and nothing that the name is. */
const QUANTITY =
  /^an? (?:[\p{Alpha}-]+ )?(?:bit|couple|day|decrease|difference|drop|few|fraction|handful|hour|increase|lot|maximum|minimum|minute|month|number|figure|value(?! (?:used|that|which|representing))|pair|rise|speed-?up|total|week|year)\b|\d ?%/iu;
const RELATIVE = /\b(?:that|which|who|whose|where|when)\b/i;

/** "a chart by Ada Hale", before what stands beside her. */
const MADE_BY = /\bby(?: [^\s,.;]+){0,3}$/i;

/** "legacy Tide": one of several. */
const QUALIFIED =
  /\b(?:classic|current|earl(?:y|ier)|first|former|initial|legacy|modern|new|old|older|original|upstream)$/iu;

/** "the RLPx Discovery Protocol and the RLPx TCP Transport Protocol": two more of a list. */
const TWO_NAMES = /^the \p{Upper}.* and the \p{Upper}/u;

export interface Beside {
  readonly text: string;
  /** Set apart by commas at the head of its sentence, which so reads as a definition. */
  readonly opening: boolean;
}

/** `before` and `after` are the sentence around the name; `opens`: the name is its first word. */
export function besideName(before: string, after: string, opens: boolean): Beside | undefined {
  // "a fix by Ada Hale, which is the version that landed": the fix.
  const which = MADE_BY.test(before) ? undefined : after.match(WHICH_IS)?.[1];
  if (which) return isOfBefore(which, before) ? undefined : { text: relativeOf(which), opening: false };
  const own = after.replace(SHORT_FORM, "");
  const [whole = "", apposed] = own.match(ready(COMMA)) ?? [];
  // "in traits, work on MIR, the name mangling scheme, and more": one item after another.
  const follows = own.slice(whole.length);
  if (
    apposed &&
    (/^ (?:and|or) /.test(follows) || (/,/.test(before) && /,$/.test(before) && /, (?:and|or) /.test(follows))) &&
    kindFromDefinition(apposed) !== "person"
  )
    return undefined;
  // "a chart by Ada Hale, a port of an older one": the chart.
  const made = MADE_BY.test(before) && apposed !== undefined && kindFromDefinition(apposed) !== "person";
  // Any two things in a list stand so; only what names a sort of thing ("an American engineer") says what it is.
  if (
    apposed &&
    !made &&
    !TWO_NAMES.test(apposed) &&
    apposed.split(/\s+/).length > 2 &&
    !SUBORDINATE.test(clauseOf(before)) &&
    // "At each point of the graph, the set of loans is …"
    !(/^the\s/i.test(apposed) && isFronted(before)) &&
    (!whole.endsWith(",") || endsWhole(apposed)) &&
    (isSort(apposed, whole.endsWith(",")) ||
      (!opens && !isFronted(before) && isPlainSort(apposed, whole.endsWith(","))))
  )
    return { text: apposed, opening: opens };
  const apart = after.match(BRACKETS)?.[1] ?? after.match(DASHES)?.[1];
  // "legacy Tide (the slow original)": no other Tide.
  if (!apart || QUANTITY.test(apart) || QUALIFIED.test(before)) return undefined;
  // "rustc (a batch compiler)"
  if (apart.split(/\s+/).length < 4 && !(/^an?\s\S+\s/.test(apart) && kindFromDefinition(apart))) return undefined;
  if (/^the\s/i.test(apart) ? !isSort(apart, false) : hasVerb(apart.split(RELATIVE)[0] ?? "")) return undefined;
  return { text: apart, opening: false };
}

/** "the endpoint of Tide, which is the endpoint that …": of what stood before the name. */
function isOfBefore(which: string, before: string): boolean {
  const sort = headOf(which).split(" ").at(-1)?.toLowerCase();
  return (
    sort !== undefined &&
    before
      .toLowerCase()
      .split(/[^\p{Alpha}\p{N}-]+/u)
      .includes(sort)
  );
}

/** "a maintainer of Tide and who wrote its manual, was happy": up to where the sentence goes on. */
function relativeOf(text: string): string {
  const own = text.replace(/,? and (?:that|which|who)\b.*$/u, "");
  for (let at = own.indexOf(", "); at >= 0; at = own.indexOf(", ", at + 1)) {
    const [next] = tag(own.slice(at + 2));
    if (next && (next.pos === "AUX" || (next.pos === "VERB" && !/ing$/.test(next.text)))) return own.slice(0, at);
  }
  return own;
}

/** "the General Services Administration (GSA), …" */
const SHORT_FORM = /^["”]?\s\([\p{Upper}\d][^()\s]{1,14}\)(?=,)/u;
/** "In Tide, a boat that leaks is …": the comma ends what stands in front, and begins the sentence. */
const FRONT =
  /^(?:according to|after|as|at|because of|before|besides|by|compared (?:to|with)|despite|due to|during|for|from|given|in|inside|instead of|like|of|on|outside|per|previously|since|thanks to|through|to|under|unlike|until|using|via|when|with|within|without)\b/i;

/** "If Ada was the Keeper, an election follows" */
const SUBORDINATE = /^(?:although|as|because|even|if|once|since|unless|until|when|whenever|where|while)\b/i;

/** "a clearing house to provide the clearest, most accessible data": cut between two adjectives. */
function endsWhole(text: string): boolean {
  return !/^(?:ADJ|ADV|ADP|DET|AUX|CCONJ|SCONJ)$/.test(tag(text).at(-1)?.pos ?? "");
}

function clauseOf(before: string): string {
  return (before.split(/[;:.]\s|,\s(?:and|but)\s/).at(-1) ?? "").trim();
}

function isFronted(before: string): boolean {
  // "The checker computes, at each point of the graph, the set of loans."
  const own = before.split(/,\s/);
  const clause = own.length > 1 && FRONT.test(own.at(-1) ?? "") ? (own.at(-1) ?? "").trim() : clauseOf(before);
  return (
    FRONT.test(clause) && !tag(clause).some(({ pos, text }) => pos === "AUX" || (pos === "VERB" && !/ing$/.test(text)))
  );
}

/** "a set of open-source tools to help small businesses": whatever its noun, told at some length, and counting nothing. */
function isPlainSort(text: string, goesOn: boolean): boolean {
  if (!/^an?\s/i.test(text) || text.split(/\s+/).length < TOLD || QUANTITY.test(text)) return false;
  if (isCutInList(text, goesOn) || hasVerb(text.split(RELATIVE)[0] ?? "")) return false;
  return /^(?:NOUN|PROPN)$/.test(tag(headOf(text)).at(-1)?.pos ?? "");
}

/** "a web application where states can develop, submit and …" */
function isCutInList(text: string, goesOn: boolean): boolean {
  return goesOn && /\b(?:can|may|will|to) \p{Lower}+$/u.test(text);
}

/** Words. */
const TOLD = 6;

/** "a 6-8 month program" of "a 6-8 month program aimed at …". */
function headOf(text: string): string {
  return text.split(AFTER_HEAD)[0]?.trim() ?? "";
}

const AFTER_HEAD =
  /\s(?=(?:about|across|aimed|around|at|based|behind|between|built|by|covering|created|designed|developed|for|from|in|led|made|maintained|meant|of|on|organi[sz]ed|over|run|that|to|under|used|when|where|which|who|whose|with|written)\b)/iu;

/** "an American engineer", "a single secret leader election protocol"; not "a contract has a deployment method". */
function isSort(text: string, goesOn: boolean): boolean {
  const sort = text.split(RELATIVE)[0] ?? "";
  if (/\b(?:has|have|had|is|are|was|were|can|will)\b/i.test(sort)) return false;
  if (isCutInList(text, goesOn)) return false;
  return !hasVerb(headOf(text)) && (kindFromDefinition(text) !== undefined || SORTS.test(sort));
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
