// What sort of answer a question wants: a comparison, a list or a count of pages, what changed, what sources disagree about, or plain sentences.
import { type Period, periodOf } from "../text/periods.ts";
import { type Catalogue, listingOf, type Tally } from "./listing-kind.ts";

export type QuestionKind =
  | { readonly kind: "plain" }
  | { readonly kind: "compare"; readonly sides: readonly [string, string] }
  | Catalogue
  | Tally
  | {
      readonly kind: "changes";
      readonly period?: Period /** New sources are meant before changed pages. */;
      readonly fresh?: boolean;
    }
  | { readonly kind: "disagreements"; readonly about: string };

const SIDE = "(?<a>[^?]+?)";
const OTHER = "(?<b>[^?]+?)";
const COMPARISONS = [
  `^(?:what (?:is|are) the |what )?(?:main |key )?(?:differences?|similarit(?:y|ies)|relation(?:ship)?) between ${SIDE} and ${OTHER}$`,
  `^(?:please )?(?:compare|contrast) ${SIDE} (?:and|with|to|versus|vs\\.?|against) ${OTHER}$`,
  `^how (?:do|does|did|is|are) ${SIDE} (?:differ|different) from ${OTHER}$`,
  `^how (?:do|does|did) ${SIDE} compare (?:to|with|against) ${OTHER}$`,
  `^${SIDE} (?:versus|vs\\.?) ${OTHER}$`,
  `^${SIDE}(?:和|与|跟)${OTHER}(?:有什么|有何|的)(?:区别|不同|差别|异同).*$`,
  `^比较${SIDE}(?:和|与|跟)${OTHER}$`,
].map((source) => new RegExp(source, "iu"));

const HAN_CHANGES =
  /^(?:知识库|库里|最近|这里|wiki){0,2}(?:有(?:什么|哪些))?(?:变化|更新|改动|新增|新内容)了?(?:什么|哪些|内容)?$/iu;
const CHANGES =
  /^what(?:['’]s| is| are| has| have| was| were|'s| did (?:i|we))? ?(?<verb>wrote|write(?: about)?|learn|publish|post|note|read|add|changed|new|been added|was added|added|been updated|updated|been published|published|came out|appeared)(?: (?:in|to) (?:the |this |my )?(?:vault|wiki|knowledge base))?(?: (?:recently|lately))?(?:\s+(?<when>.+))?$/iu;
const DISAGREE =
  /^(?:what|where|which|about what) (?:do|does|are|is) (?:the |my )?(?:sources|things|points|claims) (?:that )?(?:disagree|differ|conflict|contradict)(?:s|ed)?(?: (?:each other|with each other))?(?: ?(?:about|on|over) ?(?<about>.*))?$/iu;

/** `today` as "2026-11-21": without it "last month" is no time. */
export function kindOf(question: string, today?: string): QuestionKind {
  const asked = question.trim().replace(/[?？!.。\s]+$/u, "");
  const disagreement = DISAGREE.exec(asked);
  if (disagreement) return { kind: "disagreements", about: disagreement.groups?.about?.trim() ?? "" };
  const change = changesOf(asked, today);
  if (change) return change;
  for (const pattern of COMPARISONS) {
    const { a, b } = pattern.exec(asked)?.groups ?? {};
    if (a !== undefined && b !== undefined && a.split(/\s+/).length < 9)
      return { kind: "compare", sides: sidesOf(a, b) };
  }
  return listingOf(asked, today) ?? { kind: "plain" };
}

function changesOf(asked: string, today: string | undefined): QuestionKind | undefined {
  if (HAN_CHANGES.test(asked)) return { kind: "changes" };
  const { verb = "", when } = CHANGES.exec(asked)?.groups ?? {};
  if (verb === "") return undefined;
  const period = when === undefined ? undefined : periodOf(when, today);
  // "What is new about the memex?" is no question about the vault.
  if (when !== undefined && period === undefined) return undefined;
  const fresh = !/changed|updated/iu.test(verb);
  return { kind: "changes", ...(fresh ? { fresh } : {}), ...(period ? { period } : {}) };
}

/** "Static and dynamic websites" are two sorts of website; "a ship and a light buoy" are not two sorts of buoy. */
function sidesOf(a: string, b: string): readonly [string, string] {
  const head = /^\p{Lower}+$/u.test(a) ? /^\p{Lower}+ (?<head>\p{Lower}+)$/u.exec(b)?.groups?.head : undefined;
  return [bare(head === undefined ? a : `${a} ${head}`), bare(b)];
}

const bare = (text: string): string => text.trim().replace(/^(?:the|a|an)\s+/iu, "");
