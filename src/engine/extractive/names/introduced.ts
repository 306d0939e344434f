// People that a source introduces: by what they are, by a work of theirs, or by what they say in it. Whom it only names, others tell more of.
import type { Document } from "../../../core/document.ts";
import type { Nomination } from "../../../core/note.ts";
import { literal } from "../../../text/literal.ts";
import { isRole } from "../definitions/kinds.ts";

export interface Introduced {
  readonly text: string;
  /** Sentences before it. */
  readonly after: number;
}

/** In full: "Ada Lovelace", "Charles L. Perkins". */
const IN_FULL = /^\p{Upper}\p{Lower}[\p{Alpha}'’-]*(?: \p{Upper}\.)?(?: \p{Upper}[\p{Alpha}'’-]+)+$/u;

/** What is called after somebody, and what somebody heads. */
const PLACE = / (?:Act|Award|Building|Center|Centre|Day|Hall|Medal|Prize|Tower)$/u;

export function introducedIn({ sentences, markdown }: Document, nominations: readonly Nomination[]): Introduced[] {
  return nominations.flatMap(({ name, forms, kind, sentences: at }) => {
    if (kind !== undefined && kind !== "person") return [];
    return [name, ...forms]
      .filter((form) => IN_FULL.test(form) && !isRole(form) && !PLACE.test(form))
      .flatMap((form) => {
        const first = at.find((n) => isIntroduced(form, sentences[n - 1]?.text ?? "", kind === "person"));
        const n = first ?? (isMaker(form, markdown, kind === "person") ? at[0] : undefined);
        return n === undefined ? [] : [{ text: form, after: n - 1 }];
      });
  });
}

/** Where nothing else tells that it is a person, only a role or a body behind which the name stands does. */
function isIntroduced(name: string, text: string, isPerson: boolean): boolean {
  const at = text.indexOf(name);
  if (at < 0 || THANKS.test(text)) return false;
  const before = text.slice(0, at);
  const behind = text.slice(at + name.length);
  // "Ada Lovelace, a keeper of lamps", "Ada Lovelace (the lead of the harbour)"
  const [, within = ""] = /^ \(([^.,;:()]+)/u.exec(behind) ?? [];
  const [, beside = ""] = /^(?: \([^()]*\))?,? (?:who )?(?:(?:is|was) )?([^.,;:()]+)/u.exec(behind) ?? [];
  const [, title = ""] = /([^.,;:()"“”]+?),? $/u.exec(before) ?? [];
  const told =
    [within, beside].some((words) =>
      isRole(words.split(/ (?:and|who|which|that|at|of|for|from|in|on|to|with) /u)[0] ?? ""),
    ) || OF_BODY.test(before);
  if (told || !isPerson) return told;
  return (
    isRole(title) ||
    /^ (?:at|from) (?:the )?\p{Upper}/u.test(behind) ||
    WORK_BEHIND.test(behind) ||
    WORK_BEFORE.test(before) ||
    SAYS.test(behind)
  );
}

/** "[tide-rs](https://…) by Ada Lovelace", "Ada Lovelace's [tide-rs](https://…)" */
function isMaker(name: string, markdown: string, isPerson: boolean): boolean {
  if (!markdown.includes(name)) return false;
  const by = `\\)\\**,?\\s+by\\s+\\[?${literal(name)}`;
  const has = `${literal(name)}(?:\\]\\([^()]*\\))?(?:['’]s|\\shas\\san?)\\s\\[`;
  return new RegExp(isPerson ? `${by}|${has}` : by, "u").test(markdown);
}

/** "GSA's Ada Brook and" */
const OF_BODY = /(?<![\p{Alpha}\p{N}])\p{Upper}{2,}['’]s (?:\p{Upper}\p{Lower}+ \p{Upper}\p{Lower}+ and )?$/u;

const THANKS = /\b(?:thank|thanks|thanking|kudos|congratulations)\b/iu;
const WORK =
  "(?:algorithm|article|blog|book|code|column|crate|curve|essay|extension|fork|framework|gem|guide|idea|law|library|model|module|notes|package|paper|plugin|post|presentation|project|proposal|quote|repository|rule|script|slides|talk|test|theorem|thesis|tool|tutorial|video)s?";
const WORK_BEHIND = new RegExp(
  `^['’]s (?:(?:\\p{Lower}+ )?(?:["“]|\\p{Upper}\\p{Lower}*\\p{Upper}|\\p{Alpha}+[-_.]\\p{Alpha})|(?:[\\p{Alpha}-]+ )?(?:[\\p{Alpha}-]+ )?${WORK}\\b)`,
  "u",
);
const WORK_BEFORE = new RegExp(`(?:[”"]|\\b${WORK}|\\b(?:\\p{Lower}{2,}ed|built|led|made|run|written)) by $`, "u");
const SAYS =
  /^ (?:will (?:discuss|give|lead|present|speak|talk)|argue[sd]|built|classifie[sd]|coined|created|define[sd]|described?s?|designed|developed|explain(?:s|ed)|founded|gave|invented|led|pointed (?:out|to)|presented|proposed|recommends|spoke|talked|wrote)\b/u;
