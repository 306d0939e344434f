// The page of one source: summary, claims with their quotations, the names it speaks of.
import type { Claim, Mention, SourceNote } from "../core/note.ts";
import type { FrontValue, LayOut, Page } from "../core/page.ts";
import {
  escapeBlockStart,
  escapeCoded,
  escapeInline,
  headingSubpath,
  linkTarget,
  linkText,
  rawProperty,
} from "../markdown/harmless.ts";
import { inContext } from "../text/connectives.ts";
import { identifierOf } from "../text/identifier.ts";
import { codeMoved } from "../text/in-code.ts";
import type { Goes } from "./known-by.ts";
import type { PlacedTopic } from "./names.ts";

export interface SourcePageInput {
  readonly note: SourceNote;
  /** "wiki/sources/attention.md" */
  readonly path: string;
  /** Page in wiki/texts/ without ".md", for formats that Obsidian cannot open. */
  readonly textPage?: string;
  /** Topics with a page that this source's names mean, by name. */
  readonly topicOf: (name: string) => PlacedTopic | undefined;
  readonly goes: Goes;
  /** Newer copy of the same URL, if there is one: page without ".md" and title. */
  readonly supersededBy?: { readonly page: string; readonly title: string };
  /** How far the vault's rules trust it. */
  readonly tier?: number;
  readonly layOut: LayOut;
}

/** Names that its page asks `topicOf` about are among those of these mentions. */
export function asksTopic(mention: Mention): boolean {
  return mention.claims.length > 0 || mention.inTitle;
}

const MOST_NAMES = 24;
/** Times that a source names what has no page, to be listed with it. */
const NAMED = 2;
/** "Regarding prioritisation", "Web pages intending": no names. */
const PIECE = /^(?:regarding|concerning|including|following|using|based|see|ad|hoc|per|via)\b|\s\p{Lower}+ing$/iu;

export function sourcePage(input: SourcePageInput): Page {
  const { note, path, layOut } = input;
  const picture = pictureOf(note);
  const shown = [
    ...(picture === undefined ? [] : [`![[${picture}]]`]),
    ...(note.shows
      ? [
          `> [!info] What the picture shows, as ${escapeInline(note.shows.by)} sees it\n> ${escapeInline(note.shows.text)}`,
        ]
      : []),
  ];
  return {
    path,
    type: "source",
    title: note.meta.title,
    front: frontOf(input),
    moved: input.goes.taken,
    body: layOut("source", {
      title: escapeInline(note.meta.title),
      author: escapeInline(note.meta.authors.join(", ")),
      published: note.meta.published ?? "",
      superseded: input.supersededBy
        ? `> [!info] Superseded\n> A newer copy was clipped: [[${input.supersededBy.page}|${input.supersededBy.title}]].`
        : "",
      summary:
        note.summary.length > 0
          ? `> [!summary]\n> ${note.summary.map((sentence) => escapeCoded(sentence, note.code?.[sentence])).join(" ")}`
          : "",
      orders:
        note.orders.length > 0
          ? `> [!caution] Speaks to a reader's model\n> Kept out of claims and prompts:\n${note.orders.map((order) => `> - ${escapeBlockStart(order)}`).join("\n")}`
          : "",
      picture: shown.join("\n\n"),
      claims: claimsOf(input, picture).join("\n\n"),
      questions: note.questions.map((question) => `- ${escapeBlockStart(question)}`).join("\n"),
      names: namesLine(note, input),
    }),
    engine: note.engine,
  };
}

function claimsOf(input: SourcePageInput, picture: string | undefined): string[] {
  const { note } = input;
  if (note.claims.length > 0) return claimGroups(note, input);
  // Its own link also keeps the pages of two such sources apart: their bodies are what edits are told by.
  const raw = linkTarget(rawOf(note)) === undefined ? "its text" : `[[${rawOf(note)}|its text]]`;
  return [
    note.words === 0 && picture !== undefined
      ? "No words were found in this picture."
      : `No sentence of this source stands by itself; ${raw} is found by search.`,
  ];
}

function frontOf({ note, goes, tier }: SourcePageInput): Record<string, FrontValue> {
  const { meta } = note;
  const id = identifierOf(note.path);
  const title = meta.title.toLowerCase();
  const names = new Set([meta.title, ...(id ? [id] : []), ...goes.by.filter((name) => name.toLowerCase() !== title)]);
  const authors = meta.authors.length === 1 ? meta.authors[0] : meta.authors;
  return {
    aliases: [...names],
    tags: ["source", ...(meta.standing ?? [])],
    source: note.members ? note.members.map(rawProperty) : rawProperty(rawOf(note)),
    ...(meta.url ? { url: meta.url } : {}),
    ...(authors && authors.length > 0 ? { author: authors } : {}),
    ...(meta.published ? { published: meta.published } : {}),
    language: meta.language,
    words: note.words,
    ...(tier === undefined ? {} : { tier }),
  };
}

/** Claims under the source's own headings, where there are several: the highest, and below one that covers much of the text the next. */
function claimGroups(note: SourceNote, input: SourcePageInput): string[] {
  const groups: { heading: string; claims: Claim[] }[] = [];
  const paths = note.claims.map((claim) => headingsOf(claim, note.meta.title));
  const wide = wideHeadings(paths);
  for (const [i, claim] of note.claims.entries()) {
    const [first = "", second] = paths[i] ?? [];
    const heading = second !== undefined && wide.has(first) ? second : first;
    const last = groups.at(-1);
    if (last && last.heading === heading) last.claims.push(claim);
    else groups.push({ heading, claims: [claim] });
  }
  const many = new Set(groups.map((group) => group.heading)).size > 1;
  return groups.flatMap((group) => {
    const items = group.claims.map((claim) => claimItem(claim, input)).join("\n");
    const heading = group.heading && many ? escapeInline(group.heading) : "";
    return heading ? [`### ${heading}`, items] : [items];
  });
}

function headingsOf(claim: Claim, title: string): string[] {
  return claim.place.headings
    .filter((heading) => heading !== title)
    .map((heading) => heading.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** Claims below one heading, and headings below it. */
const WIDE = 10;
const BELOW = 3;

function wideHeadings(paths: readonly (readonly string[])[]): ReadonlySet<string> {
  const below = new Map<string, (string | undefined)[]>();
  for (const [first, second] of paths) if (first !== undefined) below.set(first, [...(below.get(first) ?? []), second]);
  return new Set(
    [...below]
      .filter(([, own]) => own.length > WIDE && new Set(own.filter((one) => one !== undefined)).size >= BELOW)
      .map(([first]) => first),
  );
}

/** Word for word as its source has it, it stands once, however it begins there; else its quotation stands below. */
function claimItem(claim: Claim, input: SourcePageInput): string {
  const link = rawLink(claim, input);
  const { code = {} } = input.note;
  const whole = inContext(claim.text, claim.quote);
  const shown = whole ?? claim.text;
  const from = code[claim.text] ? claim.text : claim.quote;
  const text = escapeBlockStart(shown, codeMoved(code[from] ?? [], from, shown));
  const line = `- ${text}${link ? ` ${link}` : ""} ^${claim.id}`;
  return whole === undefined ? `${line}\n    - “${escapeCoded(claim.quote, code[claim.quote])}”` : line;
}

/** Into the raw file: a heading of a Markdown file, a page of a PDF, a paragraph of wiki/texts/ for what Obsidian cannot open. */
function rawLink(claim: Claim, { note, textPage }: SourcePageInput): string | undefined {
  const { place } = claim;
  if (textPage) {
    const name = place.file?.split("/").at(-1) ?? "";
    // Of a bundle of posts each claim names its own, which Obsidian cannot open; of a repository it links its file.
    const post = note.members?.some((member) => member === place.file) ? linkText(name) : "";
    const link = `[[${textPage}${place.paragraph ? `#^${place.paragraph}` : ""}|${post || (place.time ?? "¶")}]]`;
    return post === "" && place.file && linkTarget(place.file) ? `${link} [[${place.file}|${name}]]` : link;
  }
  const raw = place.file ?? rawOf(note);
  if (linkTarget(raw) === undefined) return undefined;
  if (/\.pdf$/i.test(raw))
    return place.page === undefined ? `[[${raw}|PDF]]` : `[[${raw}#page=${place.page}|p. ${place.page}]]`;
  return `[[${raw}${headingSubpath(place.heading ? [place.heading] : [])}|¶]]`;
}

function namesLine(note: SourceNote, { topicOf }: SourcePageInput): string {
  const seen = new Set<string>();
  const items = note.mentions
    .filter((mention) => mention.claims.length > 0 && (!mention.minor || topicOf(mention.name)))
    .slice(0, MOST_NAMES * 2)
    .flatMap((mention) => {
      const placed = topicOf(mention.name);
      const key = placed?.page ?? mention.name;
      if (seen.has(key)) return [];
      seen.add(key);
      if (!placed && !isTelling(mention)) return [];
      const kind = placed?.topic.kind ?? mention.kind;
      const sort = kind && kind !== "work" ? ` (${kind})` : "";
      return [`${placed ? `[[${placed.page}|${placed.topic.title}]]` : escapeInline(mention.name)}${sort}`];
    });
  return items.slice(0, MOST_NAMES).join(" · ");
}

/** A name without a page says what a source speaks of where it comes back to it; a common noun, where a heading does too. */
function isTelling({ name, kind, salience, count, inTitle, inHeading }: Mention): boolean {
  if (count < NAMED || PIECE.test(name)) return false;
  if (kind) return true;
  return (
    salience >= SALIENT &&
    (inTitle || inHeading || salience >= CENTRAL || /[\p{Upper}\d_]|[-.]\p{Alpha}|[^\p{ASCII}]/u.test(name))
  );
}

const SALIENT = 0.4;
const CENTRAL = 0.65;

/** Of a file that is a picture, the picture: whoever reads what it says wants to see it. */
function pictureOf({ pictures = [], path, opens }: SourceNote): string | undefined {
  const [own] = pictures;
  return own === path && opens && linkTarget(own) !== undefined ? own : undefined;
}

/** The raw file behind a note, of a bundle the first; a file of several documents gives notes "raw/book.epub::2". */
function rawOf(note: SourceNote): string {
  return note.members?.[0] ?? note.path.split("::")[0] ?? note.path;
}
