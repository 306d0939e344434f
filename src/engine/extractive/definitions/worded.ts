// A definition as a page says it: behind the name of its thing, with the article that its source uses.
import type { TopicBrief } from "../../../core/engine.ts";
import { articleOf } from "../../../text/article.ts";
import { capitalised } from "../../../text/connectives.ts";
import { lowerFirst } from "../../../text/initial.ts";
import { literal } from "../../../text/literal.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import { statedOf } from "./stated.ts";

/** "Access list is a …" as its source writes the name: "An access list is a …". */
export function putBehind({ title, aliases, kind }: TopicBrief, said: string, evidence: string): string {
  const definition = lowered(said);
  const small = title.toLowerCase();
  const common = kind === undefined && (title === small || aliases.includes(small)) && evidence.includes(small);
  const at = common ? evidence.indexOf(small) : -1;
  const article =
    at < 0
      ? undefined
      : evidence
          .slice(0, at)
          .match(/\b(an?|the) ["“*]?$/i)?.[1]
          ?.toLowerCase();
  const own = at < 0 && hasArticle(title, evidence) ? `The ${title}` : title;
  const name = article ? `${article === "the" ? "The" : capitalised(article)} ${small}` : own;
  return statedOf({ name, definition, evidence, ...(kind ? { kind } : {}) });
}

/** "a draft of the Tide Atlas, a book": so is it called, where "the Tide boats" are boats. */
function hasArticle(title: string, evidence: string): boolean {
  return (
    /^\p{Upper}/u.test(title) &&
    new RegExp(`\\b[Tt]he ${literal(title)}(?=[,.;:)]| (?:is|was|\\(|-|–|—)|$)`, "u").test(evidence)
  );
}

/** "“Tide” is a …" without the marks, and "tide-tool: A small library …" as "tide-tool is a small library …". */
export function asSentence(text: string, definition: string): string {
  const plain = text
    .replace(/(?<= (?:is|are|was|were)) (?:basically|essentially|of course)(?= (?:an?|the) )/u, "")
    .replace(/^(?:(The|An?) )?["“]([^"“”]{1,60})["”](?= (?:is|are|was|were|means|refers) )/u, (_, the, name) =>
      the ? `${the} ${name}` : name,
    );
  // "Tide, a tool that draws tables." holds no more than its apposition.
  const apposed = text.match(/^([^,:]{1,60}), ((?:an?|the) .*)\.$/u);
  if (apposed?.[1] && apposed[2] === definition) return statedOf({ name: apposed[1], definition, evidence: text });
  const name = text.match(/^([^:]{1,60}?)(?::| [–—-]) (?=(?:an?|the) )/iu)?.[1];
  const put =
    name && text.toLowerCase().includes(definition.toLowerCase()) && /^(?:an?|the) /i.test(definition)
      ? withArticle(name)
      : undefined;
  return put ? statedOf({ name: put, definition: lowered(definition), evidence: text }) : plain;
}

/** "Token: a short piece of text" as "A token"; names, words of code and what cannot be counted as they are. */
function withArticle(name: string): string {
  if (/[\p{N}_.-]|\p{Lower}\p{Upper}|\p{Upper}{2}|\s\p{Upper}/u.test(name) || /^the /i.test(name)) return name;
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  const known = everydayCount(last.toLowerCase()) >= EVERYDAY || words.length > 1;
  if (!known || MASS.test(last) || /[^s]s$/.test(last)) return name;
  const small = lowerFirst(name);
  return `${capitalised(articleOf(small))} ${small}`;
}

/** Nouns of doing and of being, which no article counts. */
const MASS = /(?:ance|cy|data|ence|ics|ing|ism|ity|ment|ness|sis|tion|ware)$/;

function lowered(definition: string): string {
  return definition.replace(/^(?:An?|The)(?= )/u, (article) => article.toLowerCase());
}
