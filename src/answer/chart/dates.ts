// The points of a timeline: what happened to the thing that was asked for, and when; of announcements the date of the source.
import type { Passage } from "../../core/engine.ts";
import type { Claim } from "../../core/note.ts";
import type { PageIndex } from "../../core/search.ts";
import { literal } from "../../text/literal.ts";
import { monthsSaid } from "../../text/months.ts";
import { stemsOf } from "../../text/words.ts";
import { isAbout, isPlain, says, spotsOf } from "../told.ts";
import type { Found } from "./found.ts";
import type { ChartWish } from "./wish.ts";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const YEAR = "(?:1[4-9]|20)\\d\\d";
/** A year is one where the words around it say so: "Rust 2018", "#1868" and "roadmap-2024" name other things. */
const DATED: readonly RegExp[] = [
  new RegExp(`(?<![\\p{Alpha}\\p{N}/_.-])(?<iso>${YEAR}-\\d\\d(?:-\\d\\d)?)(?![\\d-])`, "giu"),
  new RegExp(`\\b${MONTH}\\.?(?: \\d{1,2}(?:st|nd|rd|th)?,?)? (?:of )?(?<year>${YEAR})(?![\\d-])`, "giu"),
  new RegExp(
    `\\b(?:in|since|by|until|till|from|during|around|circa|before|after|of|early|mid|late|spring|summer|autumn|fall|winter|q[1-4])[ -](?<year>${YEAR})(?=[,.;:!?)’'”"]|$|\\s+(?!(?:survey|edition|roadmap|report|goals?|budget|conference|election|crisis|release|version)\\b))`,
    "giu",
  ),
  new RegExp(`^\\W*(?<year>${YEAR})(?=\\s*[:–—-])`, "giu"),
  new RegExp(`\\((?<year>${YEAR})\\)`, "giu"),
  new RegExp(`(?<year>${YEAR})\\s*年`, "giu"),
];
const RELEASED =
  /\b(?:releas\w*|announc\w*|c[ao]me out|ship(?:s|ped)?|publish\w*|launch\w*|available|stable)\b|发布|推出/iu;
const ANNOUNCES = /\b(?:announc\w+|introduc\w+|releas\w+|launch\w*)\b|发布|推出/iu;
const EVERY = 400;

interface DateSaid {
  /** "2018-12-06", "2018-12" or "2018". */
  readonly date: string;
  readonly surface: string;
  /** Where it stands in the text. */
  readonly at: number;
}

/** The one date of a sentence; undefined where it gives none, or several. */
export function dateIn(text: string): DateSaid | undefined {
  const found = new Map<string, DateSaid>();
  for (const pattern of DATED)
    for (const match of text.matchAll(pattern)) {
      const { iso, year = "" } = match.groups ?? {};
      const months = iso === undefined ? monthsSaid(match[0]) : [];
      const month = months.length === 1 ? `-${String(months[0]?.month).padStart(2, "0")}` : "";
      const date = iso ?? `${year}${month}`;
      const known = found.get(date.slice(0, 4));
      if (known === undefined || known.date.length < date.length)
        found.set(date.slice(0, 4), { date, surface: iso ?? (month === "" ? year : match[0]), at: match.index });
    }
  const [only, another] = [...found.values()];
  return another === undefined ? only : undefined;
}

/** A date as a number on an axis of years. */
export function yearsOf(date: string): number {
  const [year = "", month, day] = date.split("-");
  return (
    Number(year) +
    (month === undefined ? 0 : (Number(month) - 1) / 12) +
    (day === undefined ? 0 : (Number(day) - 1) / 365)
  );
}

const point = (label: string, date: string, surface: string): Found["point"] => ({
  label,
  value: yearsOf(date),
  surface,
  unit: "year",
  year: Number(date.slice(0, 4)),
});

/** Sentences about one of the subjects with one date in them. */
export function datedSentences(passages: readonly Passage[], wish: ChartWish): Found[] {
  return passages.flatMap((passage): Found[] => {
    const { text } = passage.claim;
    const said = dateIn(text);
    if (!said) return [];
    if (wish.versions) {
      const label = wish.subjects.flatMap((name) => versionIn(text, name) ?? [])[0];
      return label !== undefined && RELEASED.test(text) && isPlain(text)
        ? [{ passage, fit: 1, point: point(label, said.date, said.surface) }]
        : [];
    }
    const listed = /^\W*(?:1[4-9]|20)\d\d\s*[:–—-]/u.test(text);
    const subject = wish.subjects.find((name) => (listed ? named(text, name) : happens(text, name, said)));
    const stems = new Set(stemsOf(text));
    if (subject === undefined || wish.said.some((stem) => !says(stems, stem)) || !(listed || isPlain(text))) return [];
    return [{ passage, fit: 1, point: point(eventOf(text), said.date, said.surface) }];
  });
}

/** What happened, without the date before it: "1999: Doug Cutting writes Lucene." */
const eventOf = (text: string): string => text.replace(/^\W*(?:1[4-9]|20)\d\d\s*[:–—-]\s*/u, "").replace(/[.。]$/u, "");

/** The date is the thing's own: after it in the same clause, or before everything else. */
function happens(text: string, name: string, { at }: DateSaid): boolean {
  if (!isAbout(text, name)) return false;
  const [spot] = spotsOf(text, name);
  if (spot === undefined) return false;
  const between = spot.end <= at ? text.slice(spot.end, at) : "";
  const clause = /[,;:] (?:\p{Upper}|and \p{Upper}|who\b|whose\b|born\b|when\b)|\b(?:and|while|but) \p{Upper}/u;
  return spot.end <= at
    ? !clause.test(between) && !/, born /u.test(text.slice(0, at))
    : at < OPENING && !text.slice(0, at).includes(",");
}

/** A date that opens its sentence stands within these letters: "In the winter of 1698". */
const OPENING = 24;

/** In a list of dated events it may be named anywhere, but not as the owner of something else. */
const named = (text: string, name: string): boolean =>
  spotsOf(text, name).some(({ end }) => !/^['’]s?\b/u.test(text.slice(end)));

/** "Rust 1.31" of "Announcing Rust 1.31 and Rust 2018"; undefined where none or several stand there. */
function versionIn(text: string, name: string): string | undefined {
  const escaped = literal(name);
  const versions = [
    ...text.matchAll(
      new RegExp(`(?<![\\p{Alpha}\\p{N}-])${escaped},? (?:version |v)?(\\d+(?:\\.\\d+)+)(?![\\p{Alpha}\\d])`, "giu"),
    ),
    ...text.matchAll(new RegExp(`\\bversions? of ${escaped},? (?:version |v)?(\\d+(?:\\.\\d+)+)`, "giu")),
  ].flatMap(([, version]) => version ?? []);
  return new Set(versions).size === 1 ? `${name} ${versions[0]}` : undefined;
}

/** Sources that announce the thing by their title, at the date that their front matter gives. */
export function announcements(index: PageIndex, wish: ChartWish): Found[] {
  const filter = { types: ["source"], tags: [], sources: [], updated: [] };
  return wish.subjects.flatMap((name) =>
    index.lookup({ any: stemsOf(name), phrases: [], not: [], filter }, EVERY).flatMap(({ path, title }): Found[] => {
      const about = index.about(path);
      const label = wish.versions ? versionIn(title, name) : isAbout(title, name) ? title : undefined;
      const date = /^\d{4}(?:-\d\d){0,2}/u.exec(about?.published ?? "")?.[0];
      if (
        !about ||
        label === undefined ||
        date === undefined ||
        !ANNOUNCES.test(title) ||
        /\bpre-?release|testing\b/iu.test(title)
      )
        return [];
      const claim: Claim = {
        id: "",
        text: `“${title}” is dated ${date}.`,
        evidence: [],
        quote: `published: ${about.published}`,
        place: { headings: [] },
      };
      const passage = {
        page: path,
        claim,
        source: about.source,
        sourceTitle: title,
        published: about.published,
        score: 0,
      };
      return [{ passage, fit: 0.9, point: point(label, date, date) }];
    }),
  );
}
