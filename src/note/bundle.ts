// Short posts without a title of their own are one source a folder, author and month: its claims stay those of the posts.
import type { Claim, Mention, SourceNote, Term } from "../core/note.ts";
import { MOST_TERMS } from "../engine/extractive/names/terms.ts";
import { escapeInline } from "../markdown/harmless.ts";
import { sha256 } from "../text/hash.ts";
import { nameKey } from "../text/names.ts";
import { byCodePoint } from "../text/order.ts";

/** Words; what is longer is a source of its own, whatever it is called. */
const SHORT = 250;
const POST_FILE = /\.(?:md|markdown|txt)$/i;
/** "2024-03-05", "tweet-1734512345", "Untitled 3", "3f2a9c1e", "2024年3月5日": names that count or date, and name nothing, in any script. */
const NAMELESS =
  /^(?:(?:chat|clip|entry|fragment|memo|message|msg|note|post|quick note|snippet|status|thought|toot|tweet|untitled|unbenannt|sans titre|未命名|无标题|無題)s?[-_ ]*)?(?:[^\p{Alpha}]*t?[^\p{Alpha}]*z?|(?:[^\p{Alpha}]|[年月日号時时分秒])*|[\da-f]*\d[\da-f]*(?:-[\da-f]+)*)$/iu;
const MOST_THEMES = 6;
/** Posts that must speak of a thing to make it a theme. */
const THEME_POSTS = 2;
const SUMMARY = 3;

export interface Post {
  readonly note: SourceNote;
  /** Body of its page in wiki/texts/, for formats that Obsidian cannot open. */
  readonly text?: string;
}

export interface Bundle {
  readonly note: SourceNote;
  readonly text?: string;
}

/** A file without a title, in its text and in its name. */
export function isPost(note: SourceNote): boolean {
  const stem = fileOf(note.path).replace(/\.[^.]+$/, "");
  return (
    note.meta.titleFromName && note.words <= SHORT && POST_FILE.test(note.path) && stem !== "" && NAMELESS.test(stem)
  );
}

/** Which bundle a post belongs to: "raw/toots::Ada Example 2024-03". Posts that Obsidian can open stay apart from those it cannot. */
export function bundlePath(note: SourceNote): string {
  const label = [note.meta.authors.join(", "), monthOf(note) || "undated", note.opens ? "" : "text"];
  return `${folderOf(note.path)}::${label.filter(Boolean).join(" ")}`;
}

/** `posts` of one bundlePath, in any order; at least one. */
export function bundleOf(path: string, posts: readonly Post[]): Bundle {
  const ordered = [...posts].sort(
    (a, b) => byCodePoint(dayOf(a.note), dayOf(b.note)) || byCodePoint(a.note.path, b.note.path),
  );
  const notes = ordered.map((post) => post.note);
  const claims = distinct(
    notes.flatMap((note) =>
      note.claims.map((claim): Claim => ({ ...claim, place: { ...claim.place, file: note.path } })),
    ),
  );
  const mentions = mergedMentions(notes, new Set(claims.map((claim) => claim.id)));
  const themes = themesOf(mentions, claims);
  const month = monthOf(notes[0]);
  const authors = notes[0]?.meta.authors ?? [];
  const folder = folderOf(path.split("::")[0] ?? path);
  const named = (path.split("::")[0] ?? "").slice(folder.length + 1) || "posts";
  const text = textOf(ordered);
  const first = notes[0];
  return {
    note: {
      path,
      hash: sha256(notes.map((note) => note.hash).join("\n")),
      members: notes.map((note) => note.path).sort(byCodePoint),
      meta: {
        title: [authors.length > 0 ? authors.join(", ") : named, month].filter(Boolean).join(", "),
        authors,
        ...(month ? { published: month } : {}),
        language: mostOf(notes.map((note) => note.meta.language)),
        tags: [...new Set(notes.flatMap((note) => note.meta.tags))].sort(byCodePoint),
        titleFromName: true,
      },
      words: notes.reduce((sum, note) => sum + note.words, 0),
      opens: first?.opens ?? true,
      summary: summaryOf(notes, themes),
      code: Object.fromEntries(notes.flatMap((note) => Object.entries(note.code ?? {}))),
      claims: byTheme(claims, themes),
      mentions,
      terms: mergedTerms(notes),
      questions: notes.flatMap((note) => note.questions).slice(0, 5),
      orders: notes.flatMap((note) => note.orders),
      engine: first?.engine ?? "extractive",
      dropped: notes.flatMap((note) => note.dropped),
    },
    ...(text ? { text } : {}),
  };
}

/** Of a file that holds posts itself: what each said stays under its own time, the sections are what several speak of. */
export function byThemes(note: SourceNote): SourceNote {
  const themes = themesOf(note.mentions, note.claims);
  return { ...note, claims: byTheme(note.claims, themes) };
}

/** The same sentence in two posts is one claim, of the earlier. */
function distinct(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter((claim) => !seen.has(claim.id) && seen.add(claim.id));
}

/** Names to look the bundle up by: what several posts are found by, then what one is; best first. */
function mergedTerms(notes: readonly SourceNote[]): Term[] {
  const byKey = new Map<string, Term[]>();
  for (const { terms = [] } of notes)
    for (const term of terms) byKey.set(nameKey(term.name), [...(byKey.get(nameKey(term.name)) ?? []), term]);
  return [...byKey.values()]
    .flatMap((all): Term[] => {
      const best = [...all].sort((a, b) => b.weight - a.weight || byCodePoint(a.name, b.name))[0];
      return best ? [all.length >= THEME_POSTS ? best : { ...best, weight: best.weight / 2 }] : [];
    })
    .sort((a, b) => b.weight - a.weight || byCodePoint(a.name, b.name))
    .slice(0, MOST_TERMS);
}

function mergedMentions(notes: readonly SourceNote[], kept: ReadonlySet<string>): Mention[] {
  const byKey = new Map<string, Mention[]>();
  for (const note of notes)
    for (const one of note.mentions) byKey.set(nameKey(one.name), [...(byKey.get(nameKey(one.name)) ?? []), one]);
  const ids = (all: readonly Mention[], of: (one: Mention) => readonly string[]): string[] =>
    [...new Set(all.flatMap(of))].filter((id) => kept.has(id));
  return [...byKey.values()].flatMap((all): Mention[] => {
    const best = [...all].sort(
      (a, b) => (b.definitionStrength ?? 0) - (a.definitionStrength ?? 0) || b.salience - a.salience,
    )[0];
    if (!best) return [];
    // In a post of two lines everything is salient: among many posts a thing is as salient as posts speak of it.
    const salience = Math.round(((all.length * best.salience) / notes.length) * 1000) / 1000;
    const minor = all.every((one) => one.minor);
    const { minor: _, ...rest } = best;
    return [
      {
        ...rest,
        forms: [...new Set(all.flatMap((one) => [one.name, ...one.forms]))]
          .filter((form) => form !== best.name)
          .sort(byCodePoint),
        count: all.reduce((sum, one) => sum + one.count, 0),
        salience: all.length >= THEME_POSTS ? Math.max(salience, 0.3) : salience,
        inTitle: false,
        inHeading: false,
        claims: ids(all, (one) => one.claims),
        subjectOf: ids(all, (one) => one.subjectOf),
        ...(minor ? { minor } : {}),
      },
    ];
  });
}

/** Claim -> the thing that most other posts speak of too. */
function themesOf(mentions: readonly Mention[], claims: readonly Claim[]): ReadonlyMap<string, string> {
  const postOf = new Map(claims.map((claim) => [claim.id, claim.place.file ?? claim.place.headings.at(-1) ?? ""]));
  const spread = (one: Mention): number => new Set(one.claims.map((id) => postOf.get(id))).size;
  const ranked = mentions
    .filter((one) => !one.minor && spread(one) >= THEME_POSTS)
    .sort((a, b) => spread(b) - spread(a) || b.count - a.count || byCodePoint(a.name, b.name))
    .slice(0, MOST_THEMES);
  const themes = new Map<string, string>();
  for (const one of ranked) for (const id of one.claims) if (!themes.has(id)) themes.set(id, one.name);
  return themes;
}

/** What has no theme first, then theme by theme; within, as they were written. */
function byTheme(claims: readonly Claim[], themes: ReadonlyMap<string, string>): Claim[] {
  const order = ["", ...new Set(themes.values())];
  const placed = claims.map((claim) => {
    const theme = themes.get(claim.id);
    const { heading: _, ...place } = claim.place;
    return { ...claim, place: { ...place, headings: theme ? [theme] : [] } };
  });
  return order.flatMap((theme) => placed.filter((claim) => (claim.place.headings[0] ?? "") === theme));
}

/** The first sentences of posts on the widest themes, else of the first posts. */
function summaryOf(notes: readonly SourceNote[], themes: ReadonlyMap<string, string>): string[] {
  const rank = (note: SourceNote): number => note.claims.filter((claim) => themes.has(claim.id)).length;
  return [...notes]
    .sort((a, b) => rank(b) - rank(a))
    .flatMap((note) => note.summary.slice(0, 1))
    .filter((sentence, i, all) => all.indexOf(sentence) === i)
    .slice(0, SUMMARY);
}

/** The texts of all posts below the names of their files; a paragraph that two posts share stands once. */
function textOf(posts: readonly Post[]): string | undefined {
  const seen = new Set<string>();
  const parts = posts.flatMap(({ note, text }) => {
    if (text === undefined) return [];
    const own = text.split("\n\n").filter((part) => {
      const id = /\^(p-[\w-]+)$/.exec(part)?.[1];
      if (id === undefined) return true;
      return !seen.has(id) && seen.add(id);
    });
    return [`## ${escapeInline(fileOf(note.path))}`, ...own];
  });
  return parts.length > 0 ? parts.join("\n\n") : undefined;
}

function mostOf(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]))[0]?.[0] ?? "und";
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function dayOf({ meta, path }: SourceNote): string {
  return /\d{4}-\d{2}-\d{2}/.exec(meta.published ?? "")?.[0] ?? /\d{4}-\d{2}-\d{2}/.exec(fileOf(path))?.[0] ?? "";
}

/** "2024-03", or empty. */
function monthOf(note: SourceNote | undefined): string {
  return note ? dayOf(note).slice(0, 7) : "";
}
