// Which sentences a page about a thing may say.
import type { Claim, Place } from "../../../core/note.ts";
import { capitalised, isSetAgainst } from "../../../text/connectives.ts";
import { isTimely, lacksYear, mayChange } from "../../../text/timely.ts";
import { type Tagged, tag } from "../tag.ts";
import { pointsElsewhere } from "./anaphora.ts";
import { hasUnsettled } from "./definite.ts";
import { lacksItsHalf } from "./halves.ts";
import { leans, readsAlone } from "./standing.ts";
import { hasUnmetNoun, hasUnmetThat } from "./unmet.ts";

/** A sentence as a page on `names` may say it: without the "also" of its old surroundings. Undefined where it does not stand alone, points elsewhere, or is about the publication. */
export function pageText(text: string, names: readonly string[] = []): string | undefined {
  const bare = withoutAlso(text);
  return fitsPage(bare, names) && !isOrder(bare) ? bare : undefined;
}

/** The same of what a document sets out to do: "Increase the price of the lamp to two crowns." */
export function purposeText(text: string): string | undefined {
  const bare = withoutAlso(text);
  return fitsPage(bare, []) ? bare : undefined;
}

/** "Consistency — The lamp gives …": the label of an item of a list. */
const LABEL = /^\p{Upper}\p{Lower}+ [—–] (?=\p{Upper})/u;

function withoutAlso(text: string): string {
  if (LABEL.test(text)) return withoutAlso(text.replace(LABEL, ""));
  if (/\bnot (?:only|just|merely)\b/i.test(text)) return text;
  return text.replace(/(?<=[\p{Alpha}\p{N})”"]) also(?= \p{Alpha})/u, "");
}

/** A definition that may open a page. It names what it speaks of, so what taggers think of its grammar does not count. */
export function mayOpen(text: string, names: readonly string[] = []): boolean {
  return (
    // "[The Project] is a paid internship": code found who "It" is, and may be wrong.
    !text.startsWith("[") &&
    readsAlone(text) &&
    !LEANS_ON_LAST.test(text) &&
    !hasUnmetThat(text) &&
    !OPINION.test(text) &&
    !hasUnmetNoun(text, names) &&
    !lacksYear(text) &&
    !lacksItsHalf(text) &&
    !/^(?:[^“”":]{1,60}: )?["“].*["”]\.?$/u.test(text) &&
    !/\b(?:at present|currently|nowadays|pretty much|upcoming)\b/i.test(text) &&
    !/https?:|!["”’)]*$|\b(?:these|those)\b/i.test(text) &&
    // "an iterator type based on `data.into_iter()`": of one example.
    !/ \p{Lower}\w*\.\p{Lower}\w*\(/u.test(text)
  );
}

/** The same by its words alone, so cheap that it may be asked of any claim of a vault: strict, and blind to grammar. */
export function standsPlainly(text: string): boolean {
  return (
    readsAlone(text) &&
    !leans(text) &&
    !LEANS_ON_LAST.test(text) &&
    !WISH.test(text) &&
    !OPINION.test(text) &&
    !hasUnmetNoun(text) &&
    !ORDERS.test(text) &&
    !isTimely(text) &&
    !LISTED.test(text) &&
    !lacksItsHalf(text) &&
    !/\b(?:this|these|those|it|its|they|them|their|he|she|his|her|such|also)\b|^["“]|[{}]|[:!…]$|https?:/i.test(text)
  );
}

/** Does it stand where a source tries things out or turns them down: there what is said need not hold? */
export function isAside({ headings }: Place): boolean {
  return headings.some((heading) => ASIDE.test(heading));
}

const ASIDE =
  /^(?:[\d.]+\s+)?(?:tests?(?: cases?| vectors?)?|alternatives?(?: .*)?|(?:considered|rejected|other) (?:alternatives?|approaches|designs|ideas|options|solutions))$/i;

/** "A dialog said what went wrong:" and a picture follows; "However, blocks are small"; what the next sentence takes back: the half of what its source says. */
export function isHalf({ quote, turned }: Pick<Claim, "quote" | "turned">): boolean {
  return turned === true || isSetAgainst(quote) || leadsIn(quote);
}

function leadsIn(quote: string): boolean {
  return /:\s*$/.test(quote);
}

/** A reason, undated, why the things called `names` belong together: plain, and a sentence with a subject and a verb. */
export function isReason(text: string, names: readonly string[] = []): boolean {
  return tellsPlainly(text, names) && !mayChange(text);
}

/** The same of what stands beside the year of its source. */
export function tellsPlainly(text: string, names: readonly string[] = []): boolean {
  const named = /\b(?:that|which|who|whose|where)\b/i.test(text) && isFragment(text);
  return (
    standsPlainly(text) &&
    !/\b(?:release notes|changelog|check out)\b/i.test(text) &&
    !SUBJECTLESS.test(text) &&
    // "The precompile MUST output …": one of many, which its document named.
    !/^The \p{Lower}+ (?:can|cannot|had|has|is|may|must|shall|should|was|will)\b/iu.test(text) &&
    !named &&
    !isOrder(text) &&
    !hasUnsettled(text, names)
  );
}

/** Is what stands at `start` to `end` the whole subject of `text`: "The compiler checks …", not "The compiler flags of …", nor "In the compiler …"? Of languages without spaces, does it open it? */
export function isWholeSubject(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (!/^(?:the|an?|each|every|all|both)?\s*["“]?$/iu.test(text.slice(0, start))) return false;
  if (/\p{sc=Han}/u.test(text)) return true;
  const after = end + (/^["”]?(?: \([^()]*\))?/u.exec(text.slice(end))?.[0].length ?? 0);
  const [next, object] = tag(text).filter((token) => token.start >= after && token.pos !== "ADV");
  if (!next || /ing$/i.test(next.text)) return false;
  // "Rust attributes can be used": taggers take it for what Rust does.
  if (/^\p{Lower}+s$/u.test(next.text) && next.pos === "VERB" && object?.pos === "AUX") return false;
  // "The propagation pass handles": nor is it the first of two verbs.
  if (next.pos === "VERB" && object?.pos === "VERB" && /^\p{Lower}+s$/u.test(object.text)) return false;
  // "MIR exposes perfect information": taggers take it for several of a thing.
  const mistaken =
    next.pos === "NOUN" && /^\p{Lower}+s$/u.test(next.text) && /^(?:ADJ|DET|NUM|PROPN)$/.test(object?.pos ?? "");
  return mistaken || next.text === "of" || /^(?:AUX|VERB)$/.test(next.pos);
}

/** "Disables incremental compilation in the compiler": who does, its list said before. */
const SUBJECTLESS =
  /^(?:Adds|Allows|Avoids|Changes|Creates|Defines|Disables|Enables|Ensures|Extends|Fixes|Gives|Improves|Introduces|Makes|Prevents|Provides|Reduces|Removes|Replaces|Returns|Sets|Specifies|Supports|Updates|Upgrades|Uses) (?!(?:are|can|from|had|has|have|in|is|made|may|must|of|on|or|and|should|that|to|was|were|which|will|with)\b)\p{Lower}/u;

function fitsPage(text: string, names: readonly string[]): boolean {
  return (
    readsAlone(text) &&
    // Cheers, rows of tables, and phrases without a verb of their own.
    !/[!…]["”’)]*$|\.\.\.$| \| |^["“]|[{}]|https?:/.test(text) &&
    // Formulas and unnamed quantities: "$g_d$", "the n + 1'th item".
    !/\$[^\s$][^$]*\$|\b[a-z] ?[+*=<>] ?\d|\b[a-z]['’]th\b/.test(text) &&
    !/^\d[\d.]*(?: [—–-]|\.) |\(\?\)|\bTB[AD]\b/.test(text) &&
    !/^(?:all other|other|the other|the fix|the solution|the problem|after the)\b/i.test(text) &&
    !LEANS_ON_LAST.test(text) &&
    !WISH.test(text) &&
    !BROUGHT.test(text) &&
    !hasUnmetThat(text) &&
    !OPINION.test(text) &&
    !hasUnmetNoun(text, names) &&
    !LISTED.test(text) &&
    !lacksItsHalf(text) &&
    !SUBJECTLESS.test(text) &&
    !isFragment(text) &&
    !/^This (?:essay|article|post|paper|guide|note|report|chapter)\b/i.test(text) &&
    !pointsElsewhere(text)
  );
}

/** "Five new instructions are introduced": by whom, and whether it came to that, its document knows. */
const BROUGHT =
  /\b(?:new|additional)\b.* (?:is|are) (?:added|created|defined|introduced|proposed)\b|\bcould be (?:added|changed|designed|extended|made|used)\b/iu;

/** Words that set a sentence beside the one before it, wherever they stand. */
const LEANS_ON_LAST =
  /^(?:or|nor|once|in particular|indeed|up until|until|to do so|to this end)\b|\b(?:however|moreover|furthermore|therefore|thus|hence|likewise|similarly|nevertheless|in turn|already|even so|as well(?! as)|instead(?! of)|too(?=[.,;])|the aforementioned|respectively|(?<!\bone\b.*)another|vice versa|on the other hand|(?:add|bring|extend|give|move|offer|provide|take|use)s that(?= \p{Lower}+ (?:for|from|in|into|to|with)\b)|seems?|here(?=[.,;)]|$)|in (?:contrast|addition))\b|\bthe (?:two|three|others?)(?=[.,;)]|$)/iu;

/** "Rust should have a lower learning curve": a wish, where "MUST" and "SHOULD" are rules. */
const WISH = /^[^,;]{2,40} should\b/u;

/** "The format is a bit untidy": what its author thought of one case. */
const OPINION =
  /\b(?:is|are|was|were|feels?|looks?) (?:a bit|a little|quite|really|pretty|rather|way too|too|so|super|overly|kind of|sort of|definitely|certainly)\b/iu;

/** "Mentions by project: Cargo: 12; Clippy: 4": a list in one line, about what stands before it; and what is one case of something unsaid. */
const LISTED = /: [^;]+; [^;]+|\bthe (?:only|common|usual|typical) (?:case|one|option|parameter|requirement)\b/u;

/** Verbs that open instructions, which taggers take for nouns and names where they stand first. */
const ORDERS =
  /^Check \S+ (?:to|for|if|whether)\b|^(?:Add|Allow|Ask|Bring|Build|Check|Choose|Click|Configure|Connect|Copy|Create|Delete|Disable|Download|Enable|Find|Follow|Get|Give|Go|Install|Introduce|Join|Keep|Learn|Make|Move|Open|Paste|Press|Put|Read|Remove|Replace|Run|Select|Send|Set|Share|Start|Stop|Take|Tell|Try|Type|Update|Upgrade|Use|Visit|Write) (?:an?|the|your|this|that|these|it|up|out|in|to|all|each|some|\p{Upper}|\d)/u;

/** "Run cargo check": tells what to do, not what is. */
export function isOrder(text: string): boolean {
  // "If you are interested, check the careers page."
  const behind = text.replace(/^(?:for|if|in case|once|to|when|where)\b[^,]*, /iu, "");
  // "Tide (introduction): Make the charts …"
  const told = text.replace(/^[^.:,]{1,60}: (?=\p{Upper})/u, "");
  return [text, told, capitalised(behind)].some((one, i, all) => all.indexOf(one) === i && startsOrder(one));
}

function startsOrder(text: string): boolean {
  if (ORDERS.test(text)) return true;
  const [first, second] = tag(text);
  return (
    first?.pos === "VERB" &&
    !/(?:ing|ed|s)$/i.test(first.text) &&
    second !== undefined &&
    // "Ward Cunningham", "Roam Research": taggers take many a first name for a verb.
    /^(?:DET|PRON|NOUN|ADJ|ADV|ADP|NUM)$/.test(second.pos)
  );
}

const RELATIVE = /^(?:that|which|who|whose|where)$/i;

/** "The chain that the wallet forwards requests to.", "A method for switching chains.": named, and nothing said of it. English only. */
function isFragment(text: string): boolean {
  if (/[^\p{ASCII}\p{sc=Latin}\p{P}\p{S}]/u.test(text)) return false;
  const tokens = tag(text);
  let groups = 0;
  let first = -1;
  tokens.forEach((token, i) => {
    if (!isFiniteVerb(token, tokens[i - 1])) return;
    if (first < 0) first = i;
    const before = tokens[i - 1];
    if (!before || !isVerbal(before)) groups++;
  });
  // Taggers take many a verb for a noun: only what opens like a phrase is one.
  if (groups === 0) return /^(?:an?|the)\s/i.test(text);
  return groups === 1 && tokens.slice(1, first).some((token) => RELATIVE.test(token.text));
}

function isVerbal(token: Tagged): boolean {
  return /^(?:AUX|VERB|ADV|PART)$/.test(token.pos);
}

/** Not "switching", "to switch": forms that make no sentence. */
function isFiniteVerb(token: Tagged, before: Tagged | undefined): boolean {
  if (token.pos === "AUX") return true;
  return token.pos === "VERB" && !(/ing$/i.test(token.text) && before?.pos !== "AUX") && before?.text !== "to";
}
