// "Which EIP limits the nonce?": the document that says so is the answer, and is named before what it says.
import type { Answer, AnsweredSentence } from "../core/answer.ts";
import type { PageIndex } from "../core/search.ts";
import { frontCitation } from "./front-citation.ts";

const WHICH_ONE =
  /^\W*(?:(?:in )?(?:which|what) (?:(?<series>rfc|eip|erc|pep|adr|jep|bip)|article|(?:blog )?post|note|source|document|paper|proposal|essay)\b|(?:哪|那)一?(?:篇|个)(?:文章|笔记|文档|来源))/iu;
const EVERY = 100_000;

/** The answer with its document named first; as it is where something else is asked, or the first sentence names another. */
export function withDocument(index: PageIndex, question: string, answer: Answer): Answer {
  const asked = WHICH_ONE.exec(question);
  const [first] = answer.sentences;
  const citation = first?.citations[0];
  if (!asked || !answer.answerable || !first || !citation) return answer;
  const series = asked.groups?.series?.toUpperCase();
  const number = series === undefined ? undefined : numberOf(index, citation.page, series);
  if (series !== undefined && (number === undefined || namesAnother(first, series, number))) return answer;
  const numbers = new Map<string, number>([[citation.page, citation.n]]);
  const front = frontCitation(index, citation.page, `title: ${citation.sourceTitle}`, numbers);
  if (!front) return answer;
  const title = `“${citation.sourceTitle}”`;
  const text = /\p{sc=Han}/u.test(question)
    ? `是《${citation.sourceTitle}》。`
    : `It is ${number === undefined || title.includes(number) ? title : `${number}, ${title}`}.`;
  return { ...answer, sentences: [{ text, citations: [front] }, ...answer.sentences] };
}

function numberOf(index: PageIndex, page: string, series: string): string | undefined {
  const filter = { types: ["source"], tags: [], sources: [], updated: [] };
  const hit = index.lookup({ any: [], phrases: [], not: [], filter }, EVERY).find(({ path }) => path === page);
  return hit?.aliases.find((alias) => new RegExp(`^${series}-\\d+$`, "u").test(alias));
}

const namesAnother = ({ text }: AnsweredSentence, series: string, own: string): boolean =>
  (text.match(new RegExp(`\\b${series}[- ]?\\d+`, "giu")) ?? []).some(
    (one) => one.replace(/\D/gu, "") !== own.replace(/\D/gu, ""),
  );
