// What a Chinese, Japanese or Korean document speaks of: titles in 《》, names with ·, marked terms, and words that recur; no dictionary beyond the platform's.
import type { Document } from "../../../core/document.ts";
import type { EntityKind, Nomination } from "../../../core/note.ts";
import { isEmptyCjk } from "../../../text/generic-cjk.ts";
import { nameKey } from "../../../text/names.ts";
import { definitionInCjk } from "../definitions/definitions-cjk.ts";
import { isStatement, leans, readsAlone } from "../sentences/standing.ts";

const MOST = 24;

interface Found {
  readonly name: string;
  readonly spots: { readonly n: number; readonly start: number }[];
  inTitle: boolean;
  inHeading: boolean;
  marked: boolean;
  kind?: EntityKind;
}

const BOOK = /《([^《》]{2,30})》/gu;
// Foreign names are spelt with a closed set of characters; by it a name ends where the sentence goes on.
const SOUNDS =
  "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼别宾波伯玻博勃布采查柴昌察楚茨措达大戴丹当道德登邓狄迪蒂丁东杜顿敦多厄恩尔法凡范方菲费芬丰冯佛弗伏福富盖甘冈高戈哥歌格根贡古瓜圭郭哈海罕汉豪荷赫黑亨洪侯胡华怀惠霍基吉季加贾简焦杰捷金京久居卡凯坎康考科可克肯孔库夸奎坤拉腊莱赖兰朗劳勒雷蕾里理利莉丽力立连廉良列烈林琳龙隆卢鲁路伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密蜜明缪摩莫默姆木穆慕那纳娜奈南瑙内嫩尼妮涅宁纽农努诺女欧帕派潘庞佩彭皮平珀普齐奇契恰钱乔切琴琼丘屈让热日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山珊尚绍舍申沈圣施诗什史士舒斯思丝松苏孙索塔泰坦汤唐陶特藤滕提缇田廷汀通图土托脱瓦万旺威韦维魏温文翁沃乌武伍西希悉席锡夏香肖谢辛欣兴休许叙雪逊雅亚延扬耶叶伊英尤尹约宰赞泽扎詹珍芝智朱卓兹子宗佐";
const FOREIGN_NAME = new RegExp(`[${SOUNDS}]{1,6}(?:·[${SOUNDS}]{1,8}){1,3}`, "gu");
const LATIN = /\p{Upper}[\p{Alpha}\p{N}+.#-]*(?: \p{Upper}[\p{Alpha}\p{N}+.#-]*){0,3}/gu;
const MARKED = /\[\[([^\]|#^]{2,24})(?:[#^][^\]|]*)?(?:\|([^\]]{2,24}))?\]\]|\*\*([^*\n]{2,14})\*\*/gu;

export function nominateCjk(document: Document): Nomination[] {
  const marks = marksIn(document.markdown);
  const words = wordsIn(document);
  const titleNames = partsOf(document.meta.title);
  const headings = document.blocks.filter((block) => block.kind === "heading").flatMap((block) => partsOf(block.text));
  const found = new Map<string, Found>();
  const add = (name: string, n: number, start: number, kind?: EntityKind): void => {
    if (isEmptyCjk(name)) return;
    const key = nameKey(name);
    if (key.length < 2) return;
    const one = found.get(key) ?? { name, spots: [], inTitle: false, inHeading: false, marked: false };
    if (!one.spots.some((spot) => spot.n === n)) one.spots.push({ n, start });
    if (kind) one.kind = kind;
    found.set(key, one);
  };
  const wanted = [...new Set([...marks, ...words, ...titleNames, ...headings])].filter((name) => !isEmptyCjk(name));
  for (const sentence of document.sentences) {
    for (const match of sentence.text.matchAll(BOOK)) add(match[1] ?? "", sentence.n, match.index, "work");
    for (const match of sentence.text.matchAll(FOREIGN_NAME)) add(match[0], sentence.n, match.index, "person");
    for (const match of sentence.text.matchAll(LATIN)) if (match[0].length > 2) add(match[0], sentence.n, match.index);
    for (const name of wanted) {
      const at = sentence.text.indexOf(name);
      if (at >= 0) add(name, sentence.n, at);
    }
  }
  for (const one of found.values()) {
    one.inTitle = document.meta.title.includes(one.name);
    one.inHeading = headings.includes(one.name);
    one.marked = marks.has(one.name);
  }
  const rated = [...found.values()]
    .map((one) => ({ one, score: scoreOf(one, document) }))
    .sort((a, b) => b.score - a.score || (a.one.name < b.one.name ? -1 : 1));
  const top = rated[0]?.score ?? 1;
  return rated.map(({ one, score }, i) =>
    nominationOf(one, Math.round((score / top) * 1000) / 1000, i >= MOST, document),
  );
}

/** Terms that the author marked: links and bold words, without those that are whole clauses. */
function marksIn(markdown: string): Set<string> {
  const out = new Set<string>();
  for (const match of markdown.matchAll(MARKED)) {
    const name = (match[2] ?? match[1] ?? match[3] ?? "").split("/").at(-1)?.replace(/\.md$/, "").trim() ?? "";
    if (name.length >= 2 && name.length <= 14 && !/[，。！？；：、,.!?;:\s]/u.test(name) && !/^\d/.test(name))
      out.add(name);
  }
  return out;
}

let segmenter: Intl.Segmenter | undefined;

/** Words of two characters and more that stand in at least three sentences. */
function wordsIn(document: Document): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const counts = new Map<string, number>();
  for (const sentence of document.sentences) {
    const seen = new Set<string>();
    for (const part of segmenter.segment(sentence.text.slice(0, 1000))) {
      if (
        part.isWordLike &&
        part.segment.length >= 2 &&
        /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]+$/u.test(part.segment)
      )
        seen.add(part.segment);
    }
    for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([, n]) => n >= 3).map(([word]) => word);
}

/** A title or heading that is a term, or the terms it is joined of: "双链笔记：为什么" gives "双链笔记". */
function partsOf(text: string): string[] {
  return text
    .split(/[\s，。！？；：、,.!?;:|/（）()【】「」“”"'—–-]+/u)
    .map((part) => part.trim())
    .filter(
      (part) =>
        part.length >= 2 &&
        part.length <= 8 &&
        /^[\p{Alpha}\p{N}]+$/u.test(part) &&
        !/[的了是和与在为把被不没吗呢吧么]/u.test(part),
    );
}

function scoreOf(one: Found, document: Document): number {
  const early = 1 + 0.5 * (1 - (one.spots[0]?.n ?? 1) / Math.max(1, document.sentences.length));
  const length = Math.min(4, one.name.length) / 2;
  return (
    length *
    early *
    (1 + Math.log(one.spots.length)) *
    (one.inTitle ? 2 : 1) *
    (one.inHeading ? 1.4 : 1) *
    (one.marked ? 1.8 : 1) *
    (one.kind ? 1.3 : 1)
  );
}

/** The first whole sentence that names it near its start, where title or heading name it. */
function openingOf(one: Found, document: Document): { n: number; text: string; strength: number } | undefined {
  if (!one.inTitle && !one.inHeading && !one.marked) return undefined;
  for (const { n, start } of one.spots) {
    const text = document.sentences[n - 1]?.text ?? "";
    if (start > 8 || !isStatement(text, undefined) || !readsAlone(text) || leans(text)) continue;
    return { n, text, strength: one.inTitle ? 0.48 : 0.45 };
  }
  return undefined;
}

function nominationOf(one: Found, salience: number, minor: boolean, document: Document): Nomination {
  let best: { n: number; text: string; strength: number } | undefined;
  for (const { n, start } of one.spots) {
    const text = document.sentences[n - 1]?.text ?? "";
    const definition = isStatement(text, undefined) ? definitionInCjk(text, start, start + one.name.length) : undefined;
    if (definition && definition.strength > (best?.strength ?? 0)) best = { n, ...definition };
  }
  best ??= openingOf(one, document);
  const subjectOf = one.spots
    .filter(
      ({ n, start }) =>
        start <= 1 && !/^[的]/u.test((document.sentences[n - 1]?.text ?? "").slice(start + one.name.length)),
    )
    .map(({ n }) => n);
  // Two characters are mostly an everyday word ("管理", "小时"), unless the author marked it or says what it is.
  const everyday = [...one.name].length === 2 && !one.marked && !one.kind && (best?.strength ?? 0) < 0.8;
  const weak = everyday || (one.spots.length < 2 && !one.inTitle && !one.marked && !one.kind && !best);
  return {
    name: one.name,
    forms: [],
    type: one.kind ? "entity" : "concept",
    ...(one.kind ? { kind: one.kind } : {}),
    ...(minor || weak ? { minor: true } : {}),
    count: one.spots.length,
    salience,
    inTitle: one.inTitle,
    inHeading: one.inHeading,
    ...(best ? { definedBy: best.n, definition: best.text, definitionStrength: best.strength } : {}),
    sentences: one.spots.map(({ n }) => n),
    subjectOf,
  };
}
