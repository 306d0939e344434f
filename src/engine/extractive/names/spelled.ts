// Names that no capital shows: "sqlite-utils", "crates.io", and whatever a link to its own home calls by name.
import type { Document, Sentence } from "../../../core/document.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import { predicateIn } from "../definitions/serves.ts";
import type { Candidate } from "./candidates.ts";

const PIECES =
  /(?<![\p{Alpha}\p{N}/@._\\-])\p{Lower}[\p{Alpha}\p{N}]*(?:[-.]\p{Lower}[\p{Alpha}\p{N}]*)+(?![\p{Alpha}\p{N}/@_=(\\-]|\.\w|#\d)/gu;
/** "crates.io"; "main.py" and "block.timestamp" are none. */
const DOMAIN = /^[\p{Alpha}\p{N}-]+(?:\.[\p{Alpha}\p{N}-]+)*\.(?:ai|app|com|dev|edu|gov|info|io|net|org|sh)$/u;
/** "fine-grained", "big-endian": words put together by anybody. */
const COMPOUND =
  /^(?:non|multi|pre|re|self|well|fine|finer|user|big|little|semi|sub|inter|intra|cross|anti|co|un|per|zero|high|low|crowd|socio|auto|newline|trust)-|-(?:\p{Alpha}+ed|\p{Alpha}+ing|based|centric|wide|aware|specific|related|driven|oriented|level|sized|only|like|free|safe|endian|grained)$/u;
/** From here on a word is known to a dictionary. */
const KNOWN = 5;

/** Words with a hyphen or point inside, of which a part stands in no dictionary, and addresses used as names. */
export function spelledNamesIn(text: string): Candidate[] {
  return [...text.matchAll(PIECES)].flatMap((match) => {
    const name = match[0];
    const parts = name.split("-");
    const coined = !name.includes(".") && parts.some((part) => part.length > 2 && everydayCount(part) < KNOWN);
    if (!DOMAIN.test(name) && (!coined || COMPOUND.test(name))) return [];
    return [{ text: name, start: match.index, end: match.index + name.length, proper: true, opens: match.index === 0 }];
  });
}

/** "as_slice", "Vec::new(…)": put together by whoever wrote the code. */
const OF_CODE = /^(\p{Alpha}[\p{Alpha}\p{N}]*(?:(?:_|::)[\p{Alpha}\p{N}]+)+)(?:\([^()]*\))?$/u;
const IS_ONE = /^,? (?:is|are) (?:an?|the) /u;

/** Names in code marks with which a sentence opens that says what they are or do: "`as_slice` is a method that …". */
export function toldCode({ sentences }: Document): ReadonlySet<string> {
  const names = sentences.flatMap(({ text, code = [] }) => {
    const [start, end] = code[0] ?? [];
    if (end === undefined || !/^(?:(?:The|An?) )?$/u.test(text.slice(0, start))) return [];
    const name = OF_CODE.exec(text.slice(start, end))?.[1];
    const rest = text.slice(end);
    return name && (IS_ONE.test(rest) || predicateIn(rest.trimStart(), "serves")) ? [name] : [];
  });
  return new Set(names);
}

export function codeNamesIn({ text, code = [] }: Sentence, told: ReadonlySet<string>): Candidate[] {
  if (told.size === 0) return [];
  return code.flatMap(([start, end]) => {
    const name = OF_CODE.exec(text.slice(start, end))?.[1] ?? "";
    return told.has(name) ? [{ text: name, start, end: start + name.length, proper: true, opens: false }] : [];
  });
}

const LINK =
  /(?<!!)\[[`*_]{0,2}([\p{Alpha}\p{N}][^\][`*!#@]{1,39}?)[`*_]{0,2}\]\(https?:\/\/(?:www\.)?([^/)\s?#]+)([^)\s?#]*)/gu;

/** Texts of links to a place called the same: "[sqlite-utils](https://sqlite-utils.datasette.io/)", "[Black](https://github.com/psf/black)". */
export function homedNames(markdown: string): string[] {
  const names = new Set<string>();
  for (const [, text = "", host = "", path = ""] of markdown.matchAll(LINK)) {
    const name = text.trim();
    const key = flat(name);
    const segments = path.split("/").filter(Boolean);
    // "github.com/somebody": a person's handle.
    const handle = segments.length === 1 && /^(?:github|gitlab|twitter|x|codeberg)\.(?:com|org)$/.test(host);
    const called = [flat(host), ...host.split(".").map(flat), ...segments.map(flat)].includes(key);
    const everyday = /^\p{Lower}+$/u.test(name) && everydayCount(name) > EVERYDAY;
    if (called && !handle && !everyday && key.length > 1 && name.split(/\s+/).length <= 4) names.add(name);
    // "[electron/update-electron-app](https://github.com/electron/update-electron-app)": a repository by its owner.
    const repository = segments.length === 2 && name === segments.join("/") ? segments[1] : undefined;
    if (repository && (repository.includes("-") || everydayCount(repository.toLowerCase()) <= EVERYDAY))
      names.add(repository);
  }
  return [...names];
}

function flat(text: string): string {
  return text.toLowerCase().replace(/[^\p{Alpha}\p{N}]/gu, "");
}
