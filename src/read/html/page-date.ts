// The day of a page or of a post on it: as it is stated for machines, else as it is shown.
import { type Element, textOf } from "./dom.ts";

const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
export const SHOWN_DATE = new RegExp(
  `\\b(?:${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}|\\d{1,2}(?:st|nd|rd|th|\\.)? ${MONTH}\\.?,? (?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2})\\b`,
  "u",
);

/** The day as the page states it, in ISO; other text stays as written. */
export function dateOf(text: string): string {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/u.exec(text.trim());
  if (iso) return `${iso[1]}-${(iso[2] ?? "").padStart(2, "0")}-${(iso[3] ?? "").padStart(2, "0")}`;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|$)/u.exec(text.trim());
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  const words = SHOWN_DATE.exec(text)?.[0]
    .replace(/(\d)(?:(?:st|nd|rd|th)\b|\.)/gu, "$1")
    .replace(/\.(?=\s)/gu, "");
  // Read as UTC whatever the machine's zone: the day is the page's own.
  const parsed = words ? Date.parse(`${words} UTC`) : Number.NaN;
  if (Number.isNaN(parsed)) return text.length <= 40 && /\d/u.test(text) ? text.trim() : "";
  return new Date(parsed).toISOString().slice(0, 10);
}

const OF_THE_PERSON =
  /\b(?:joined|join date|registered|member since|since|last (?:seen|visit|active|edited)\b)\W.{0,30}/giu;

/** The day of what stands in `body`, from what stands around it in `container`; "" where none does. */
export function dateBeside(container: Element, body: Element): string {
  for (const element of container.querySelectorAll("time[datetime],[itemprop=datePublished],[itemprop=dateCreated]")) {
    const stated = element.getAttribute("datetime") || element.getAttribute("content") || "";
    if (/^\d{4}-\d{2}-\d{2}/u.test(stated) && !within(element, body)) return dateOf(stated);
  }
  for (const element of container.querySelectorAll("[title]")) {
    const title = element.getAttribute("title") ?? "";
    if (SHOWN_DATE.test(title) && !within(element, body)) return dateOf(SHOWN_DATE.exec(title)?.[0] ?? "");
  }
  const around = textOf(container).replace(textOf(body), " ").slice(0, 1000).replace(OF_THE_PERSON, " ");
  const shown = SHOWN_DATE.exec(around)?.[0];
  return shown === undefined ? "" : dateOf(shown);
}

export function within(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentNode) if (at === outer) return true;
  return false;
}
