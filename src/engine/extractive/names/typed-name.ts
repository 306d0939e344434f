// What a reader types to look something up: names as they stand in running text, and of code its names without their punctuation.
import { GENERIC_NOUNS } from "../../../text/generic.ts";
import { singularOf } from "../../../text/names.ts";

const NAME = /^[\p{Alpha}\p{N}][\p{Alpha}\p{N}\p{M} ._'’&+#-]*$/u;

/** "eth/66", "HTTP/2" */
export const PROTOCOL = /^\p{Alpha}{2,}\/\d[\d.]*$/u;

/** "Vec::drain", "std::thread_local" */
const PATH = /^[\p{Alpha}_][\p{Alpha}\p{N}_]*(?:::[\p{Alpha}_][\p{Alpha}\p{N}_]*)+$/u;

/** "--cfg", "-Zhint-mostly-unused", "-C overflow-checks" */
const OPTION = /^-(?:-|\p{Upper}|\p{Upper} )\p{Lower}[\p{Alpha}\p{N}]+(?:[-_][\p{Alpha}\p{N}]+)*$/u;

export function isOption(name: string): boolean {
  return name.startsWith("-") && OPTION.test(name);
}

/** What may be typed to look something up; undefined for formulas, paths of files, sentences. */
export function nameIn(text: string): string | undefined {
  const bare = text.replace(/["“”]/gu, "");
  const name = (/[#([=-]/u.test(bare) ? uncalled(bare) : bare)
    .replace(/^(?:the|an?) (?=\S)/iu, "")
    .replace(/['’]s?$|[.,:;!?-]+$/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (name.split(" ").length > 5 || name.length > 50) return undefined;
  if (![NAME, PROTOCOL, PATH, OPTION].some((form) => form.test(name))) return undefined;
  if ((name.match(/\p{Alpha}/gu)?.length ?? 0) < 2 || /\p{Alpha}[₀-₉]/u.test(name)) return undefined;
  return bareOf(name) ?? name;
}

/** "track_caller" of "#[track_caller]", "getcwd" of "getcwd()", "--cfg" of "--cfg=wide", "TIDE_TABLE" of "TIDE_TABLE=-1". */
function uncalled(code: string): string {
  return code
    .replace(/^#!?\[(.*)\]$/u, "$1")
    .replace(/^(?:allow|cfg|deny|expect|feature|warn)\(([\p{Alpha}\p{N}]+_[\p{Alpha}\p{N}_]+)\)$/u, "$1")
    .replace(/(?<=[\p{Alpha}\p{N}_])\([^()]*\)$/u, "")
    .replace(/^(-[-\p{Alpha}][\p{Alpha}\p{N}_-]{2,})[= ].*$/u, "$1")
    .replace(/^(\p{Upper}[\p{Upper}\p{N}]*_[\p{Upper}\p{N}_]+)=.*$/u, "$1");
}

/** "NewPooledTransactionHashes" of "NewPooledTransactionHashes message": a name that code writes needs no word for its sort. */
function bareOf(name: string): string | undefined {
  const [, code, sort = ""] = /^(\S+) (\p{Lower}+)$/u.exec(name) ?? [];
  if (!code || !/\p{Alpha}[_.:]+\p{Alpha}|\p{Lower}\p{Upper}\p{Lower}|\p{Lower}-\p{Alpha}.*\d/u.test(code))
    return undefined;
  return GENERIC_NOUNS.has(singularOf(sort)) ? code : undefined;
}

/** Other ways to type it: an option of a compiler without its letter, the group "wg-rustc-dev-guide" by what it is about, "Falcon-512" where `text` also writes "Falcon512". */
export function alsoTyped(name: string, text: string): string[] {
  // "function coloring", of its problem.
  if (name.endsWith(" problem") && name.split(" ").length > 2) return [name.slice(0, -" problem".length)];
  const called = callsOf(name, text);
  // "Tideline.app", also called Tideline.
  const [, site] = /^(\p{Upper}\p{Lower}{3,})\.(?:app|com|dev|io|net|org)$/u.exec(name) ?? [];
  if (site && new RegExp(`(?<![\\p{Alpha}\\p{N}])${site}(?![\\p{Alpha}\\p{N}]|\\.\\p{Alpha})`, "u").test(text))
    return [site];
  if (!/[-\d]/.test(name)) return called;
  const [, option] = /^-\p{Upper} ?(\p{Lower}[\p{Alpha}\p{N}]*[-_].+)$/u.exec(name) ?? [];
  const [, group] =
    /^(?:\p{Lower}{1,2}-(?=\p{Lower}{3,}-[\p{Alpha}\p{N}-]{4})|wg-)(\p{Lower}[\p{Alpha}\p{N}-]+)$/u.exec(name) ?? [];
  const [, word, number] = /^(\p{Upper}?\p{Lower}{3,})-?(\d{2,})$/u.exec(name) ?? [];
  const other = word && number ? (name.includes("-") ? `${word}${number}` : `${word}-${number}`) : undefined;
  return [option, group, other !== undefined && text.includes(other) ? other : undefined]
    .flatMap((one) => one ?? [])
    .concat(called);
}

/** "repr(packed)", where all that is said of "repr" is said of that. */
function callsOf(name: string, text: string): string[] {
  // A title may have it with a capital.
  const small = name.toLowerCase();
  if (!/^\p{Lower}+$/u.test(small) || !text.includes(`\`${small}(`)) return [];
  const calls = [...text.matchAll(new RegExp(`\`(${small}\\(\\p{Lower}+\\))`, "gu"))].map(([, call = ""]) => call);
  const [first] = calls;
  return first && calls.length >= OFTEN && calls.every((call) => call === first) ? [first] : [];
}

/** Times. */
const OFTEN = 3;

/** "foo.drop_world", "my_unwrap", "mut2", a hash, "rfcs#1133": what a sample calls its things, and numbers. */
export function isSample(name: string): boolean {
  return (
    (/foo|ba[rz]|qux|quux|my|lorem|ipsum/i.test(name) &&
      /(?:^|[^\p{Alpha}])(?:foo|bar|baz|qux|quux|my|lorem|ipsum)(?:$|[^\p{Alpha}])/iu.test(name)) ||
    /^(?:enum|fn|impl|let|mod|struct|trait|type) \w{1,2}$|^(?:my|Foo|Bar|Baz)(?:\p{Upper}|\p{N}|$)|^\S+#\d+$|^\p{Lower}{1,3}\d$|^(?=[\da-f]*\d)[\da-f]{7,}$/u.test(
      name,
    )
  );
}
