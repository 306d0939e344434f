// What sort of answer a question wants: a comparison, a list or a count of pages, what changed, what sources disagree about, or plain sentences.

/** Pages that a list or a count may be of. */
export type Wanted =
  | "source"
  | "person"
  | "organisation"
  | "product"
  | "place"
  | "concept"
  | "method"
  | "answer"
  | "page";

export type QuestionKind =
  | { readonly kind: "plain" }
  | { readonly kind: "compare"; readonly sides: readonly [string, string] }
  | {
      readonly kind: "catalogue";
      readonly wanted: Wanted;
      /** What they are to be about; empty for all. */
      readonly about: string;
      /** In how many paragraphs a source must speak of it to count. */
      readonly least: number;
      /** Nothing may come of it: sentences answer then. */
      readonly loose?: boolean;
      /** A year, month or day that sources are dated. */
      readonly dated?: string;
    }
  | { readonly kind: "changes"; readonly since?: string }
  | { readonly kind: "disagreements"; readonly about: string };

const NOUNS: readonly (readonly [RegExp, Wanted])[] = [
  [
    /^(?:sources?|articles?|posts?|papers?|essays?|documents?|texts?|rfcs?|eips?|reports?|files?|books?|notes?)$/i,
    "source",
  ],
  [/^(?:people|persons?|authors?|inventors?|researchers?|scientists?|engineers?|programmers?)$/i, "person"],
  [/^(?:organi[sz]ations?|companies|company|institutions?|agencies|agency)$/i, "organisation"],
  [/^(?:products?|programs?|tools?|systems?)$/i, "product"],
  [/^places?$/i, "place"],
  [/^(?:concepts?|ideas?|terms?)$/i, "concept"],
  [/^(?:methods?|techniques?)$/i, "method"],
  [/^answers?$/i, "answer"],
  [/^(?:wiki )?pages?$/i, "page"],
];
/** Paragraphs that speak of a thing make a source one about it; a single one mentions it. */
const ABOUT_IT = 3;
const NOUN = NOUNS.map(([pattern]) => pattern.source.replace(/^\^|\$$/g, "")).join("|");
const VAULT =
  "(?:in|of|does|do|has|have|are|is|there|here|this|the|my|our|your|vault|wiki|knowledge|base|contain|hold|kb)";
const ABOUT =
  "(?:(?:that|which|who|whose)?\\s*(?:are |is |were |was )?(?:about|on|mention(?:ing|s)?|nam(?:e|ing|es)|discuss(?:ing|es)?|cover(?:ing|s)?|speak(?:ing|s)? (?:of|about)|talk(?:ing|s)? (?:of|about)|deal(?:ing|s)? with|work(?:ed|s|ing)? on|relat(?:ed|ing) to|describ(?:e|ing|es)|concern(?:ing|s)?))";
const LIST = new RegExp(
  `^(?:please )?(?:list|show me|show|name|give me|find|enumerate)(?: me)?(?: all| every| the| of)*\\s+(?<noun>${NOUN})\\b(?<rest>.*)$`,
  "iu",
);
const WHICH = new RegExp(`^(?:which|what|how many|do any) (?:of the |of my )?(?<noun>${NOUN})\\b(?<rest>.*)$`, "iu");
/** "List all X" where X is no kind of page: the sources that speak of it. */
const LIST_ANY =
  /^(?:please )?(?:list|enumerate|show me all|give me a list of)(?: me)?(?: all| every| the| of)*\s+(?<about>[^,;]{2,60})$/iu;
const HAN_NOUN = "文章|笔记|资料|来源|文档|页面|帖子|论文";
const HAN_SPEAKS = "关于|有关|提到了?|提及|讲到?了?|谈到?了?|涉及|介绍了?|讨论了?";
const HAN_LISTS = [
  `^(?:请)?(?:列出|列举|找出|给我)(?:一下)?(?:所有|全部)?的?(?:${HAN_SPEAKS})(?<about>.+?)的?(?:${HAN_NOUN})$`,
  `^(?:一共|总共)?(?:有)?(?:哪些|哪几篇|多少[篇个]?|几[篇个])(?:${HAN_NOUN})(?:是)?(?<verb>${HAN_SPEAKS})(?<about>.+?)的?$`,
  `^(?:${HAN_SPEAKS})(?<about>.+?)的(?:${HAN_NOUN})(?:一共|总共)?有(?:哪些|哪几篇|多少[篇个]?|几[篇个])$`,
].map((source) => new RegExp(source, "u"));
const HAN_ALL = new RegExp(
  `^(?:库里|知识库里?|这里)?(?:一共|总共)?有?(?:哪些|多少[篇个]?|几[篇个])(?:${HAN_NOUN})$`,
  "u",
);
const ONLY_VAULT = new RegExp(`^(?:\\s|${VAULT})*$`, "iu");
const PUBLISHED =
  /^\s*(?:(?:are|is|were|was|that were|that was|from|dated|published|written|posted)\s+)+(?:in|on|from)?\s*(?<date>(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )?\d{4}(?:-\d{2}){0,2})$/iu;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

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

const CHANGES =
  /^(?:知识库|库里|最近|这里|wiki){0,2}(?:有(?:什么|哪些))?(?:变化|更新|改动|新增|新内容)了?(?:什么|哪些|内容)?$|^what(?:['’]s| is| has|'s)? ?(?:changed|new|been added|was added)(?: (?:in|to) (?:the |this |my )?(?:vault|wiki|knowledge base))?(?: (?:recently|lately))?(?: (?:since|after|in|on) (?<since>(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )?\d{4}(?:-\d{2}){0,2}))?$/iu;
const DISAGREE =
  /^(?:what|where|which|about what) (?:do|does|are|is) (?:the |my )?(?:sources|things|points|claims) (?:that )?(?:disagree|differ|conflict|contradict)(?:s|ed)?(?: (?:each other|with each other))?(?: ?(?:about|on|over) ?(?<about>.*))?$/iu;

export function kindOf(question: string): QuestionKind {
  const asked = question.trim().replace(/[?？!.。\s]+$/u, "");
  const disagreement = DISAGREE.exec(asked);
  if (disagreement) return { kind: "disagreements", about: disagreement.groups?.about?.trim() ?? "" };
  const change = CHANGES.exec(asked);
  if (change) return { kind: "changes", ...(change.groups?.since ? { since: dateOf(change.groups.since) } : {}) };
  for (const pattern of COMPARISONS) {
    const { a, b } = pattern.exec(asked)?.groups ?? {};
    if (a !== undefined && b !== undefined && a.split(/\s+/).length < 9)
      return { kind: "compare", sides: sidesOf(a, b) };
  }
  return catalogueOf(asked) ?? { kind: "plain" };
}

function hanCatalogueOf(asked: string): QuestionKind | undefined {
  if (HAN_ALL.test(asked)) return { kind: "catalogue", wanted: "source", about: "", least: 0 };
  const found = HAN_LISTS.map((pattern) => pattern.exec(asked)?.groups).find((groups) => groups !== undefined);
  if (found?.about === undefined) return undefined;
  const about = found.about.replace(/^[《“「"]|[》”」"]$/gu, "").trim();
  return { kind: "catalogue", wanted: "source", about, least: /提/u.test(found.verb ?? "") ? 1 : ABOUT_IT };
}

function catalogueOf(asked: string): QuestionKind | undefined {
  return hanCatalogueOf(asked) ?? pagesOf(asked) ?? anyListOf(asked);
}

function anyListOf(asked: string): QuestionKind | undefined {
  const about = LIST_ANY.exec(asked)?.groups?.about;
  if (about === undefined || NOUNS.some(([pattern]) => pattern.test(about.split(/\s/u)[0] ?? ""))) return undefined;
  return { kind: "catalogue", wanted: "source", about: bare(about), least: ABOUT_IT, loose: true };
}

function pagesOf(asked: string): QuestionKind | undefined {
  const { noun, rest = "" } = (LIST.exec(asked) ?? WHICH.exec(asked))?.groups ?? {};
  const wanted = NOUNS.find(([pattern]) => noun !== undefined && pattern.test(noun))?.[1];
  if (wanted === undefined) return undefined;
  if (ONLY_VAULT.test(rest)) return { kind: "catalogue", wanted, about: "", least: 0 };
  const date = PUBLISHED.exec(rest)?.groups?.date;
  if (date !== undefined)
    return wanted === "source" ? { kind: "catalogue", wanted, about: "", least: 0, dated: dateOf(date) } : undefined;
  const about = new RegExp(`^\\s*${ABOUT}\\s+(?<about>.+)$`, "iu").exec(rest)?.groups?.about;
  const least = /^\s*(?:that |which )?(?:mention|nam)/iu.test(rest) ? 1 : ABOUT_IT;
  if (about === undefined || (wanted !== "source" && wanted !== "person" && /^\s*(?:that |which )?work/iu.test(rest)))
    return undefined;
  return { kind: "catalogue", wanted, about: bare(about), least };
}

/** "Static and dynamic websites" are two sorts of website; "a ship and a light buoy" are not two sorts of buoy. */
function sidesOf(a: string, b: string): readonly [string, string] {
  const head = /^\p{Ll}+$/u.test(a) ? /^\p{Ll}+ (?<head>\p{Ll}+)$/u.exec(b)?.groups?.head : undefined;
  return [bare(head === undefined ? a : `${a} ${head}`), bare(b)];
}

const bare = (text: string): string => text.trim().replace(/^(?:the|a|an)\s+/iu, "");

/** "May 2024" as 2024-05. */
function dateOf(text: string): string {
  const [word = "", year = ""] = text.trim().split(/\s+/);
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return month < 0 ? text.trim() : `${year}-${String(month + 1).padStart(2, "0")}`;
}
