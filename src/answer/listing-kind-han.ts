// Chinese questions for lists and counts of sources: about what, from when.
import { type Period, periodOf } from "../text/periods.ts";

export interface HanListing {
  readonly kind: "catalogue";
  readonly wanted: "source";
  readonly about: string;
  readonly least: number;
  readonly period?: Period;
}

const SOURCES = { kind: "catalogue", wanted: "source" } as const;
/** Paragraphs that speak of a thing make a source one about it; a single one mentions it. */
const ABOUT_IT = 3;
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
const HAN_DATED = new RegExp(
  `^(?<when>\\d{4}年(?:\\d{1,2}月)?)(?:发布|发表|写)?了?的?(?:一共|总共)?有?(?:哪些|多少[篇个]?|几[篇个])(?:${HAN_NOUN})$`,
  "u",
);

/** `asked` without its question mark. */
export function hanListingOf(asked: string): HanListing | undefined {
  if (!/\p{sc=Han}/u.test(asked)) return undefined;
  if (HAN_ALL.test(asked)) return { ...SOURCES, about: "", least: 0 };
  const period = periodOf(HAN_DATED.exec(asked)?.groups?.when ?? "");
  if (period) return { ...SOURCES, about: "", least: 0, period };
  const found = HAN_LISTS.map((pattern) => pattern.exec(asked)?.groups).find((groups) => groups !== undefined);
  if (found?.about === undefined) return undefined;
  const about = found.about.replace(/^[《“「"]|[》”」"]$/gu, "").trim();
  return { ...SOURCES, about, least: /提/u.test(found.verb ?? "") ? 1 : ABOUT_IT };
}
