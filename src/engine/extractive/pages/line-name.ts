// How a thing is named in the first line of its page: as one of many, and in full beside its letters.
import type { TopicBrief } from "../../../core/engine.ts";
import type { CitedSentence } from "../../../core/topic.ts";
import { articleOf } from "../../../text/article.ts";
import { capitalised } from "../../../text/connectives.ts";
import { lowerFirst } from "../../../text/initial.ts";
import { literal } from "../../../text/literal.ts";
import { expansionOf } from "../../../text/names.ts";

/** "Wallet provider is a program", where sources speak of wallet providers: one of them. */
export function counted(lead: CitedSentence, { title, kind, aliases }: TopicBrief): CitedSentence {
  const { text } = lead;
  const [, name = "", rest = ""] = /^(\S+ .*?)( (?:is|was) an? .*)$/u.exec(text) ?? [];
  const small = name.toLowerCase();
  if (kind || small !== title.toLowerCase() || !aliases.some((alias) => alias.toLowerCase() === `${small}s`))
    return lead;
  const own = /\s\p{Upper}/u.test(name) ? name : lowerFirst(name);
  return { ...lead, text: `${capitalised(articleOf(own))} ${own}${rest}` };
}

/** "**CPSB** (cost per state byte) is …": an acronym alone tells a stranger nothing. */
export function spelledOut(lead: CitedSentence, { title, aliases }: TopicBrief): CitedSentence {
  // "OSPP is a program", on the page of the Open Source Promotion Plan.
  const [the = ""] = lead.text.match(/^(?:the |an? )?/iu) ?? [];
  const short = aliases.find((alias) => lead.text.startsWith(`${the}${alias} `) && expansionOf(alias, [title]));
  if (short) {
    const end = the.length + short.length;
    return { ...lead, text: `${lead.text.slice(0, end)} (${title})${lead.text.slice(end)}` };
  }
  const inFull = expansionOf(title, aliases);
  // "LLM is a library": not Large Language Models.
  if (inFull && /s$/.test(inFull) && !/s$/i.test(title) && /^\S+ is an? /.test(lead.text)) return lead;
  if (!inFull || lead.text.toLowerCase().includes(inFull.toLowerCase())) return lead;
  const at = lead.text.search(new RegExp(`(?<![\\p{Alpha}\\p{N}])${literal(title)}(?![\\p{Alpha}\\p{N}(]| \\()`, "u"));
  if (at < 0) return lead;
  const end = at + title.length;
  return { ...lead, text: `${lead.text.slice(0, end)} (${inFull})${lead.text.slice(end)}` };
}
