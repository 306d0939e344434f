// What a topic is called, by which other names, and which sort of thing it is: from all sources that mention it.
import type { EntityKind, Mention, TopicType } from "../core/note.ts";
import type { Among } from "../core/topic.ts";
import { isOfMany } from "../text/mentions.ts";
import { nameKey } from "../text/names.ts";
import type { Group } from "./groups.ts";
import { isDescribed } from "./short-forms.ts";
import type { Reading } from "./told-apart.ts";

/** Letters: what is longer and in capitals is a word shouted. */
const ACRONYM = 6;

/** The form said most, or the whole name that ends in it. */
export function usual(group: Group): string {
  const name = known.get(group) ?? usualOf(group);
  known.set(group, name);
  return name;
}

// Asked for several times a group; forms are compared with one another.
const known = new WeakMap<Group, string>();

function usualOf(group: Group): string {
  const counts = new Map<string, number>();
  for (const { mention } of group.members) counts.set(mention.name, (counts.get(mention.name) ?? 0) + mention.count);
  const forms = [...counts.keys()];
  // Most things go by one name.
  if (forms.length === 1) return forms[0] ?? group.key;
  const ranked = [...counts]
    .filter(([name]) => !forms.some((other) => isDescribed(name, other)))
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
  const top = ranked[0] ?? group.key;
  // A surname is said more often than the whole name, which is the better title.
  return ranked.find((name) => isWhole(name, top)) ?? top;
}

/** "Vannevar Bush" of "Bush"; not "With FOCIL", nor "CR of UPIL". */
function isWhole(name: string, last: string): boolean {
  const before = name.endsWith(` ${last}`) ? name.slice(0, -last.length - 1) : "";
  return (
    /^\p{Upper}\p{Lower}/u.test(last) &&
    /^(?:\p{Upper}[\p{Alpha}.'’-]*\s?)+$/u.test(before) &&
    !FUNCTION_WORD.test(before)
  );
}

const FUNCTION_WORD =
  /^(?:a|about|after|an|and|as|at|before|by|for|from|if|in|on|or|the|to|under|using|when|with|without)\b/i;

/** The most used form, an expansion before its acronym, in the singular where that occurs; first letter a capital. */
export function titleOf(group: Group): string {
  const forms = new Map<string, number>();
  for (const { mention } of group.members) {
    forms.set(mention.name, (forms.get(mention.name) ?? 0) + mention.count);
    for (const form of mention.forms)
      if (nameKey(form) === nameKey(mention.name)) forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const used = usual(group);
  const lower = group.members.filter((member) => /^\p{Lower}+$/u.test(member.mention.name));
  const plain = lower.map((member) => member.mention.name).sort()[0];
  // "FEE" in one source's formulas is the "fee" of most others; "LLM" is not "llm" because one source types so.
  const shouted = /^\p{Upper}{2,}$/u.test(used);
  // "NULLIFIER" in a formula is the "nullifier" of the text, where there are also "nullifiers"; RUSTFLAGS has no such forms.
  const spelt = [...forms.keys()].filter((form) => /\p{Lower}{3}/u.test(form) && nameKey(form) === nameKey(used));
  const spoken = spelt.some((form) => form.length !== used.length)
    ? spelt.find((form) => form.toLowerCase() === used.toLowerCase())
    : undefined;
  // "leadership-council", a repository, is called "Leadership Council".
  const spaced = /^[\p{Lower}\p{N}]+(?:-[\p{Lower}\p{N}]+)+$/u.test(used)
    ? [...forms.keys()].find((form) => / \p{Upper}/u.test(form) && nameKey(form) === nameKey(used))
    : inWords(used, forms);
  const top =
    spaced ??
    (shouted && plain && lower.length * 2 > group.members.length
      ? plain
      : (shouted && used.length > ACRONYM && spoken) || acronymOf(used, forms, group));
  const singular = [...forms.keys()]
    .filter(
      (form) =>
        nameKey(form) === nameKey(top) &&
        top.length > form.length &&
        // "GitHub Actions" is called so, whoever writes of one action.
        !(/\s\p{Upper}/u.test(top) && (forms.get(form) ?? 0) * 2 < (forms.get(top) ?? 0)) &&
        top.toLowerCase().startsWith(form.toLowerCase().slice(0, -1)),
    )
    .sort((a, b) => Number(isStem(b, top)) - Number(isStem(a, top)) || (a < b ? -1 : 1))[0];
  const title = singular ?? top;
  // A capital "The" that other sources leave out belongs to the sentence it opened.
  const bare = title.replace(/^The (?=\p{Upper})/u, "");
  // A handle is written as who bears it writes it.
  if (/^[\p{Lower}\p{N}_-]+$/u.test(title) && sortOf(group.members.map(({ mention }) => mention)).kind === "person")
    return title;
  return capitalised(forms.has(bare) ? bare : title);
}

/** "block header" of "BlockHeaders": what code writes as one word, where the text says it often enough. */
function inWords(name: string, forms: ReadonlyMap<string, number>): string | undefined {
  if (!/^\p{Upper}?\p{Lower}+(?:\p{Upper}\p{Lower}+)*$/u.test(name)) return undefined;
  const squeezed = (form: string): string => form.replace(/[ -]/g, "").replace(/s$/, "").toLowerCase();
  return [...forms.keys()].find(
    (form) =>
      /^\p{Lower}+(?: \p{Lower}+)+$/u.test(form) &&
      squeezed(form) === squeezed(name) &&
      3 * (forms.get(form) ?? 0) >= (forms.get(name) ?? 0),
  );
}

/** "RLP", though code has "rlp"; "SSH", where one of the sources is in the habit of writing so. */
function acronymOf(name: string, forms: ReadonlyMap<string, number>, { members }: Group): string {
  // "UTF-8" of "utf8".
  const marked = [...forms.keys()].find(
    (form) => /^\p{Upper}{2,}-?\d+$/u.test(form) && nameKey(form) === nameKey(name),
  );
  if (marked && /^\p{Lower}+\d+$/u.test(name)) return marked;
  if (!/^\p{Lower}{2,5}$/u.test(name)) return name;
  const upper = name.toUpperCase();
  // "ICEs" are no ices.
  if (forms.has(`${upper}s`)) return upper;
  const habit = members.some(({ mention }) => mention.name === upper && (mention.inTitle || mention.count > 1));
  return habit || 2 * (forms.get(upper) ?? 0) >= (forms.get(name) ?? 0) ? upper : name;
}

/** "opcode" of "opcodes", where "OPCODE" is one too. */
function isStem(form: string, plural: string): boolean {
  return plural.startsWith(form.slice(0, -1));
}

function capitalised(title: string): string {
  // "iOS" and "sqlite-utils" are spelt so; a phrase is not.
  if (
    /^\p{Lower}+\p{Upper}|^[\p{Lower}\p{N}_]+::|^[\p{Lower}\p{N}]+(?:_[\p{Alpha}\p{N}]+)+$|^[\p{Lower}\p{N}]+(?:[-.][\p{Lower}\p{N}]+)+$/u.test(
      title,
    )
  )
    return title;
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

/** "Java (island)": in brackets what sets it apart, unless it goes by a name that is its own. */
export function titleAmong(title: string, reading: Reading): string {
  if (reading.spelt === "name" || nameKey(title) !== reading.name) return title;
  if (reading.words !== undefined) return capitalised(reading.words);
  // "Window" is not the title of Windows; the common word "rust" and Rust would both be "Rust".
  if (reading.spelt === "word" && !reading.collides) return title;
  return reading.marks[0] === undefined ? title : `${title} (${reading.marks[0]})`;
}

export function amongOf(title: string, reading: Reading): Among {
  const mark = reading.spelt === "name" ? title : (reading.marks[0] ?? title);
  return {
    name: nameKey(title) === reading.name ? title : reading.name,
    mark,
    ...(reading.spelt ? { spelt: reading.spelt } : {}),
    ...(reading.spelt === "name" && !reading.collides ? { capital: true } : {}),
  };
}

/** Every form once in any case, the title first. */
export function aliasesOf(group: Group, title: string): string[] {
  const all = new Set<string>();
  for (const { mention } of group.members) {
    for (const form of [mention.name, ...mention.forms]) all.add(form.replace(/\s+/g, " "));
  }
  // Obsidian finds mentions in any case: one spelling of each is enough.
  const seen = new Set([title.toLowerCase()]);
  // Whoever else is called so has no page here: "Ada" of Ada Quill, "the Tide" of Tide.
  seen.add(`the ${title.toLowerCase()}`);
  if (group.members.some(({ mention }) => mention.kind === "person"))
    seen.add(/^\S+(?= )/u.exec(title)?.[0].toLowerCase() ?? "");
  const named = new Set(group.members.map(({ mention }) => mention.name));
  const others = [...all].sort().filter((form) => {
    const folded = form.toLowerCase();
    // "the Rust Formal Methods working group": no name of Rust.
    if (!named.has(form) && form.startsWith(`${title} `) && /^ \p{Upper}\p{Lower}/u.test(form.slice(title.length)))
      return false;
    if (seen.has(folded) || form.length > 60 || isDescribed(form, title) || isOfMany(title, form)) return false;
    seen.add(folded);
    return true;
  });
  return [title, ...others];
}

/** For names of another form than the title: the join that made them one with it, or where they stand beside it. */
export function whyOf(group: Group, title: string, aliases: readonly string[]): Record<string, string> {
  const own = nameKey(title);
  return Object.fromEntries(
    aliases.flatMap((name): [string, string][] => {
      const key = nameKey(name);
      if (key === own) return [];
      // The join of the name itself tells more than one that only passes through it.
      const join =
        group.joins.find(({ a, b }) => (a === key && b === own) || (b === key && a === own)) ??
        group.joins.find(({ a, b }) => a === key || b === key);
      if (join) return [[name, join.reason]];
      const beside = group.members.find(({ mention }) => mention.name === name || mention.forms.includes(name));
      return beside ? [[name, `beside it in ${beside.source}`]] : [];
    }),
  );
}

/** "ExecutionPayload", where others write "execution payload": a name in code of no product. */
function isOfCode({ name, kind, definition }: Mention, mentions: readonly Mention[]): boolean {
  if (kind !== "product" || definition || !/^\p{Upper}\p{Lower}+(?:\p{Upper}\p{Lower}+)+$/u.test(name)) return false;
  return mentions.some((one) => [one.name, ...one.forms].some((form) => /^\p{Lower}+(?: \p{Lower}+)+$/u.test(form)));
}

/** The sort most of the sources see, weighed by how much each is about it. */
export function sortOf(mentions: readonly Mention[]): { type: TopicType; kind?: EntityKind } {
  const votes = new Map<string, { weight: number; type: TopicType; kind?: EntityKind }>();
  // Sources that can tell what it is outvote all that cannot.
  const knowing = mentions.filter((mention) => mention.kind && !isOfCode(mention, mentions));
  for (const mention of knowing.length > 0 ? knowing : mentions) {
    const key = `${mention.type}:${mention.kind ?? ""}`;
    const before = votes.get(key)?.weight ?? 0;
    const weight = before + mention.salience * (mention.definition ? 2 : 1);
    votes.set(key, { weight, type: mention.type, ...(mention.kind ? { kind: mention.kind } : {}) });
  }
  const best = [...votes].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1))[0]?.[1];
  return best ? { type: best.type, ...(best.kind ? { kind: best.kind } : {}) } : { type: "concept" };
}
