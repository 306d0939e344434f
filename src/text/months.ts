// Months named in a text, by name in several languages or inside a written date, as numbers from 1.

const NAMES: readonly (readonly string[])[] = [
  ["january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "jan", "января"],
  ["february", "februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "feb", "февраля"],
  ["march", "marz", "mars", "marzo", "marco", "maart", "mar", "марта"],
  ["april", "avril", "abril", "aprile", "apr", "апреля"],
  ["may", "mai", "mayo", "maggio", "maio", "mei", "мая"],
  ["june", "juni", "juin", "junio", "giugno", "junho", "jun", "июня"],
  ["july", "juli", "juillet", "julio", "luglio", "julho", "jul", "июля"],
  ["august", "aout", "agosto", "augustus", "aug", "августа"],
  ["september", "septembre", "septiembre", "settembre", "setembro", "sept", "sep", "сентября"],
  ["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "oct", "okt", "октября"],
  ["november", "novembre", "noviembre", "novembro", "nov", "ноября"],
  ["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro", "dec", "dez", "декабря"],
];
const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.map((name) => [name, at + 1])),
);
/** Also everyday words, so only next to a number (or, capitalised, after a word of time) are they months. */
const DOUBLE = /^(?:may|march|mar|mars|mai|august|augustus|mei|sep|jan|dec|nov)$/;
const WORD = /\p{Alpha}+/gu;
const WRITTEN = /(?<!\d)(?:(\d{4})[-/.](\d{1,2})[-/.]\d{1,2}|(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4})(?!\d)/g;
const AFTER =
  /(?:\b(?:in|of|since|until|till|by|on|last|next|early|late|mid|during|from|before|after|to|and|this|every)[ -]|\d[a-z]{0,2}\.? |\d )$/i;

export interface MonthSaid {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly month: number;
  /** Place of the month's own digits in a written date. */
  readonly digits?: readonly [start: number, end: number];
}

/** Strict: months only where the words around them make them months. */
export function monthsSaid(text: string): readonly MonthSaid[] {
  const said: MonthSaid[] = [];
  for (const match of text.matchAll(WORD)) {
    const month = monthOf(match[0]);
    if (month === undefined) continue;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    const after = text.slice(match.index + match[0].length);
    const beside = /^\.? \d|^\.?, \d{4}/.test(after) || /\d(?:st|nd|rd|th)?\.? (?:of |de )?$/i.test(before);
    const capital = /^\p{Upper}/u.test(match[0]);
    if (beside || (capital && !DOUBLE.test(fold(match[0]))) || (capital && AFTER.test(before)))
      said.push({ ...span(match), month });
  }
  for (const match of text.matchAll(WRITTEN)) {
    if (match[1] === undefined || match[2] === undefined) continue;
    const start = match.index + match[1].length + 1;
    said.push({ ...span(match), month: Number(match[2]), digits: [start, start + match[2].length] });
  }
  return said;
}

/** Generous: every month that a reader could take from the text. */
export function monthsGiven(text: string): ReadonlySet<number> {
  const given = new Set<number>();
  for (const match of text.matchAll(WORD)) {
    const month = monthOf(match[0]);
    if (month !== undefined) given.add(month);
  }
  if (/\d/.test(text)) {
    for (const match of text.matchAll(WRITTEN))
      for (const part of [match[2], match[3], match[4]]) if (part !== undefined) given.add(Number(part));
    for (const match of text.matchAll(/(\d{1,2})月/g)) given.add(Number(match[1]));
  }
  return given;
}

const span = (match: RegExpExecArray) => ({
  surface: match[0],
  start: match.index,
  end: match.index + match[0].length,
});
const monthOf = (word: string) => (word.length < 3 || word.length > 10 ? undefined : NUMBER_OF.get(fold(word)));
const fold = (word: string) =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
