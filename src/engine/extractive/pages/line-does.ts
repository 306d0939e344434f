// What a document says that it does, for the line beside it in a list: its title stands before it there.
import type { Claim } from "../../../core/note.ts";
import { stemsOf } from "../../../text/words.ts";
import { pageText, purposeText } from "../sentences/fitness.ts";
import { isSentence } from "./line-subject.ts";

/** "This EIP [Berths] adds a field …": its title stands before it in the list. */
const OF_ITSELF =
  /^This (?:\p{Alpha}+ )?(?:rfc|eip|erc|pep|proposal|standard|specification) \[[^\]]*\] (?=(?:adds|adjusts|adopts|aims|allows|bans|bounds|brings|caps|changes|charges|collects|creates|decreases|defines|delays|deprecates|describes|disables|documents|enables|establishes|expands|extends|fixes|formali[sz]es|gives|implements|improves|increases|introduces(?! (?:an? )?(?:\p{Alpha}+ )?(?:backwards?|breaking))|limits|lists|lowers|makes|modifies|moves|offers|outlines|proposes|provides|raises|reduces|removes|renames|replaces|repurposes|reserves|restricts|revises|sets|specifies|standardi[sz]es|updates) (?!(?:it|that|them|this)\b))/iu;
/** Where a proposal says in a line what it is for. */
const ABSTRACT = /^(?:\d+\.? )?(?:abstract|(?:simple )?summary|description)$/i;
const PURPOSE =
  /^(?:Add|Adjust|Allow|Change|Charge|Create|Decrease|Define|Delay|Deprecate|Disable|Enable|Extend|Increase|Introduce|Limit|Lower|Make|Modify|Move|Raise|Reduce|Remove|Rename|Replace|Require|Reserve|Revise|Set|Specify|Standardi[sz]e|Store|Update)s? \p{Alpha}/u;

/** "Adding a berth to …", "Adds a berth to …". */
const ACTS =
  /^(Add|Adjust|Allow|Extend|Increase|Introduce|Limit|Raise|Reduce|Remove|Rename|Replac|Chang|Reduc|Increas|Remov|Introduc|Creat)(?:ing|s) (?=\p{Alpha})/u;

/** "This EIP [Berths] adds a field to ships", or what stands in its abstract; undefined where a claim is neither. */
export function doesOf({ text, place }: Pick<Claim, "text" | "place">): string | undefined {
  if (OF_ITSELF.test(text)) return pageText(text)?.replace(OF_ITSELF, "");
  return ABSTRACT.test(place.headings.at(-1) ?? "") ? purposeOf(text) : undefined;
}

/** What a document is there for, in the words that it begins with: "Adding a berth …" as "Adds a berth …". */
function purposeOf(text: string): string | undefined {
  if (PURPOSE.test(text)) {
    const fit = purposeText(text);
    if (fit !== undefined) return fit;
  }
  const acts = text.match(ACTS);
  if (!acts) return undefined;
  const [said = "", stem = ""] = acts;
  // "Allowing transfers invites others": it is the subject.
  if (said.includes("ing ") && isSentence(text.split(/[,;]| (?:that|which|who)\b/u)[0] ?? "")) return undefined;
  const verb = /(?:c|g|s|v|t)$/.test(stem) ? `${stem}e` : stem;
  const rest = text.slice(said.length);
  return purposeText(`${verb} ${rest}`) === undefined ? undefined : `${verb}s ${rest}`;
}

/** Stems that the title lacks. */
const NEWS = 2;

/** "This proposal adds berths": which one, its title says before it. */
const THIS_ONE = /^This (?:\p{Alpha}+ )?(?:rfc|eip|erc|pep|proposal|standard|specification) (?=\p{Lower}+s )/iu;

/** A source's description of itself as a line; undefined where it only repeats the title, or speaks as "we". */
export function lineOfItself(text: string, title: string): string | undefined {
  return isFirstPerson(text) || repeatsTitle(text, title) ? undefined : closed(text.replace(THIS_ONE, ""));
}

function closed(text: string): string {
  return /[.!?…]["”’)]*$/u.test(text) ? text : `${text}.`;
}

function repeatsTitle(text: string, title: string): boolean {
  const titled = new Set(stemsOf(title));
  return stemsOf(text).filter((stem) => !titled.has(stem)).length < NEWS;
}

function isFirstPerson(text: string): boolean {
  return /\b(?:I|my|we|our|us|you|your)\b|[?!]$/iu.test(text);
}
