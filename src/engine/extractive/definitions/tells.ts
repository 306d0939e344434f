// Does a sentence tell what its subject is or is there for, though it defines nothing: "Lockfiles record the exact version …"?
import { anyOf } from "../../../text/literal.ts";
import { ready } from "../../../text/ready.ts";
import { isTimely } from "../../../text/timely.ts";
import { isVerdict } from "./definitions.ts";
import { tellsApart } from "./genus.ts";
import { isUntold, soundDefinition } from "./hollow.ts";
import { ALLOWS, DENIES, OFTEN, PRAISES, RUNS, WORKS } from "./serves.ts";

const CLASSED =
  "(?: (?:attribute|class|command|crate|extension|flag|format|function|initiative|instruction|keyword|library|macro|method|module|opcode|operator|option|package|plugin|precompile|programme?|protocol|service|syntax|tool|trait|utility))";
/** Does it only say what a document proposes? */
export function isProposal(sentence: string): boolean {
  return PROPOSAL.test(sentence);
}

/** "This EIP [BURN opcode] introduces an opcode, BURN, that …": what a proposal brings into the world. */
const PROPOSES =
  "This (?:rfc|eip|erc|pep|proposal|standard|specification)(?: \\[[^\\]]*\\])? (?:adds?|creates?|defines?|describes?|formali[sz]es|implements?|introduces?|proposes|provides?|specifies|standardi[sz]es)\\b";
const PROPOSAL = new RegExp(`^${PROPOSES}`, "i");

/** Up to its head: "a new opcode, ", "the ", "a typed transaction called ". */
const OBJECT =
  "(?:(?:an?|the) )?(?:(?!(?:of|for|to|in|on|by|as|that|which|using|with|from|into|whose)\\b)[\\p{Alpha}\\p{N}-]+,? ){0,5}?";
const AFTER = "(?:\\s+\\([^()]*\\)\\s*)?(?=[,.;:]| ?(?:that|which|to|for|in|by|with)\\b)";

/** Stand for the name that a sentence opens with, the second for one in -s: so the long patterns are the same for all things, and compiled once. */
const [NAME, NAME_IN_S] = ["\u0002", "\u0003"];
const NAMED = `["“]?[${NAME}${NAME_IN_S}]`;
const BRACKET = " \\([^()]*\\)";
const OPENING = `^(?:the |an? )?${NAMED}s?["”]?${CLASSED}?(?:${BRACKET}|,? or (?:just |simply )?["“]?[\\p{Alpha}\\p{N}_-]+["”]?(?=,))?,? `;
const BEING = new RegExp(`${OPENING}(?:is|are|was|were) ${OFTEN}((?:an?|the|one of) .+)$`, "iu");
/** "The SAR instruction (…) pops two values": of a thing of code its work is what it is. */
const RUNNING = new RegExp(
  `^the ${NAMED}["”]?${CLASSED}(?:${BRACKET})?,? (?:(?:can|may) be used (?:to|for)\\b|(?:${RUNS})(?:e?s|ies)\\b(?! (?:are|is|was|were)\\b))`,
  "iu",
);
/** "Cargo build scripts cost time": a verb without its ending belongs to several, "Lockfiles record". */
const DOING = new RegExp(
  `${OPENING}(?:(?<=[s${NAME_IN_S}](?:${BRACKET})?,? )|(?=\\p{Alpha}+(?:s|ed)\\b|are |was |were ))((?:(?:is|are|was|were) ${OFTEN}(?:(?:composed|made up) of|used(?= (?:to(?! \\p{Alpha}+ing\\b)|across|as|by|during|for|in|on|throughout|when|with|within)\\b)|(?:designed|built)(?! (?:with|in|up|by)\\b)|made(?= (?:of|from|up|to|for)\\b)|meant|intended|aimed|responsible)|${ALLOWS}|(?:${WORKS})(?!(?:s|es)? (?:are|can|had|has|have|is|was|were|will)\\b)(?:y|e?s|ies|(?<=(?:define?|describe?|establish|introduce?|specif))(?:e?d|ied)(?! (?:as|at|by|for|from|in|into|of|on|over|through|to|under|using|with)\\b))?)\\b.*)$`,
  "iu",
);

/** A sentence with each of `names` that it opens with put as a sign. */
function withNameMarked(sentence: string, names: readonly string[]): string[] {
  const [before = ""] = /^(?:the |an? )?["“]?/iu.exec(sentence) ?? [];
  return [...new Set([before.length, 0])].flatMap((at) =>
    names
      .filter((name) => sentence.slice(at, at + name.length).toLowerCase() === name.toLowerCase())
      .map((name) => sentence.slice(0, at) + (/s$/i.test(name) ? NAME_IN_S : NAME) + sentence.slice(at + name.length)),
  );
}

/** Whether a sentence opens with one of `names` and tells what it is or does. */
export function tellerOf(names: readonly string[]): (sentence: string) => boolean {
  const any = anyOf(names);
  // "Rust 1.41.0 introduces a new format": a piece of news.
  const versioned = names.some((name) => /\d\.\d/.test(name));
  const purpose = lazily(() => `${PURPOSE}(?:the |an? )?(?:${any}) (?:is|are)\\b`);
  // Of a common noun it tells that there is one more: "introduces additional gas costs".
  const special = names.filter(
    (name) =>
      /\p{Upper}.*\p{Upper}/u.test(name) &&
      !names.includes(name.toLowerCase()) &&
      !names.includes(`${name}s`) &&
      !/\p{Upper}s$/u.test(name),
  );
  const proposed = lazily(() => `^${PROPOSES} ${OBJECT}(?:${anyOf(special)})${AFTER}`);
  const unspaced = lazily(
    () =>
      `^[“「《]?(?:${any})[”」》]?\\s*(?:[（(][^）)]*[）)]\\s*)?，?(?:本质上?|其实|就|也|主要|通常|一般)*(?:是(?!否|不是|因为|为了|如何|怎么|什么)|即|指|意味着|用于|用来|提供)`,
  );
  return (sentence) => {
    if (/\p{sc=Han}/u.test(sentence)) return unspaced().test(sentence);
    if (isTimely(sentence) || /^["“]/.test(sentence)) return false;
    // "for data that does not last": what it is for may be a denial.
    if (DENIES.test(sentence.split(/\b(?:that|which|who|whose)\b/)[0] ?? "")) return false;
    const marked = withNameMarked(sentence, names);
    const [what] = marked.flatMap((one) => one.match(ready(BEING))?.[1] ?? []);
    if (marked.some((one) => ready(RUNNING).test(one))) return true;
    if (what) {
      const said = what.replace(/[.;:,]+$/, "");
      return !isVerdict(what) && tellsApart(names[0] ?? "", what) && soundDefinition(names[0] ?? "", said) === said;
    }
    const [does] = versioned ? [] : marked.flatMap((one) => one.match(ready(DOING))?.[1] ?? []);
    if (does) return !PRAISES.test(does) && !isUntold(does);
    if (OF_PURPOSE.test(sentence) && purpose().test(sentence) && !/["“]/.test(sentence)) return true;
    return special.length > 0 && isProposal(sentence) && proposed().test(sentence);
  };
}

const PURPOSE = "^the (?:job|purpose|goal|role|aim|task) of ";
const OF_PURPOSE = new RegExp(PURPOSE, "i");

function lazily(source: () => string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source(), "iu");
    return made;
  };
}
