// Which sources a newcomer reads first: those that others lean on, that explain what others speak of, and that between them touch most of what the vault comes back to.
import type { SourceNote } from "../core/note.ts";
import type { Topic } from "../core/topic.ts";
import { counted } from "../text/counted.ts";
import { identifierOf } from "../text/identifier.ts";
import { nameKey } from "../text/names.ts";
import { byCodePoint } from "../text/order.ts";

/** A topic with a page, as far as a choice of sources needs it. */
export interface Touched {
  readonly topic: Topic;
  /** Path of the source that says what it is, if one does. */
  readonly definedBy?: string;
}

/** What one source says of a topic that others name too. */
interface Touch {
  readonly title: string;
  /** What the topic is worth to a newcomer, and how much of that the source gives. */
  readonly worth: number;
  readonly defines: boolean;
  readonly headed: boolean;
}

export interface Weight {
  /** Other sources that name it. */
  readonly leaned: number;
  readonly touches: readonly Touch[];
  /** One of several that are titled alike but for figures and months, where most are not: an issue, a point release; or told of one day. */
  readonly serial: boolean;
  /** Claims that it makes. */
  readonly claims: number;
}

/** Less is no reason to begin there. */
const LEANED = 2;
const TOPICS = 3;
/** Sources that name a topic, for it to be worth something to a newcomer. */
const SHARED = 2;
/** Of all sources of a vault of many. */
const HALF = 0.5;
const MANY = 20;
/** Worth of one source that leans on it, beside a topic that two name. */
const LEANING = 1.5;
/** More for a topic that it explains, is headed by, has for a subject. */
const DEFINES = 1.5;
const HEADED = 1;
const SUBJECT = 0.5;
/** What is left of a topic's worth once a source chosen before speaks of it. */
const AGAIN = 0.35;
/** Claims of a source of usual length: a longer one touches more by its length alone, and a short one introduces nobody to anything. */
const USUAL = 30;
const SHORT = 12;
/** Names said as a reason. */
const NAMED = 3;
const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/giu;

/** By path. A source is named by its number ("EIP-1559") or by its title of more than one word. */
export function weightsOf(notes: readonly SourceNote[], topics: readonly Touched[]): ReadonlyMap<string, Weight> {
  const called = new Map(notes.map((note) => [note.path, namesOf(note)] as const));
  // Keys are dear: only names that begin like one that is sought are looked at.
  const sought = [...called.values()].flat();
  const begins = new Set(sought.map(beginning));
  const keys = new Set(sought.map(nameKey));
  const naming = new Map<string, Set<string>>();
  const note = (name: string, path: string): void => {
    if (!begins.has(beginning(name))) return;
    const key = nameKey(name);
    if (keys.has(key)) naming.set(key, (naming.get(key) ?? new Set()).add(path));
  };
  for (const { path, mentions } of notes)
    for (const { name, forms } of mentions) {
      note(name, path);
      for (const form of forms) note(form, path);
    }
  const touches = touchesOf(notes, topics);
  const shapes = new Map<string, number>();
  for (const { meta } of notes) shapes.set(shapeOf(meta.title), (shapes.get(shapeOf(meta.title)) ?? 0) + 1);
  return new Map(
    notes.map(({ path, meta, claims }) => {
      const others = new Set((called.get(path) ?? []).flatMap((name) => [...(naming.get(nameKey(name)) ?? [])]));
      others.delete(path);
      const shape = shapeOf(meta.title);
      const alike = shapes.get(shape) ?? 0;
      const dated = /\b\d{4}-\d\d-\d\d\b/.test(meta.title);
      const serial = shape.includes("#") && alike > 1 && alike <= HALF * notes.length;
      return [
        path,
        { leaned: others.size, touches: touches.get(path) ?? [], serial: serial || dated, claims: claims.length },
      ];
    }),
  );
}

function touchesOf(notes: readonly SourceNote[], topics: readonly Touched[]): ReadonlyMap<string, Touch[]> {
  const titles = new Map(notes.map(({ path, meta }) => [path, wordsIn(meta.title)]));
  const out = new Map<string, Touch[]>();
  for (const { topic, definedBy } of topics) {
    const sources = new Set(topic.claims.map((ref) => ref.source));
    const shared = Math.max(sources.size, topic.named.length);
    if (shared < SHARED) continue;
    // What most sources name tells none of them from another.
    const everywhere = notes.length >= MANY && shared > HALF * notes.length;
    const subject = new Set(topic.subjectOf.map((ref) => ref.source));
    const names = topic.aliases.map(wordsIn);
    for (const source of sources) {
      const title = titles.get(source) ?? "";
      const headed = names.some((name) => title.includes(name));
      const defines = definedBy === source;
      if (everywhere && !defines && !headed) continue;
      const share = 1 + (defines ? DEFINES : 0) + (headed ? HEADED : 0) + (subject.has(source) ? SUBJECT : 0);
      const touch = { title: topic.title, worth: Math.log2(shared) * share, defines, headed };
      out.set(source, [...(out.get(source) ?? []), touch]);
    }
  }
  return out;
}

const wordsIn = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{Alpha}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `;

/** "Announcing Lamp 1.4" and "Announcing Lamp 1.5.1" are of one shape. */
const shapeOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(MONTH, "#")
    .replace(/\d+(?:[.:/-]\d+)*/gu, "#");

function namesOf({ path, meta }: SourceNote): string[] {
  const id = identifierOf(path);
  return [...(id ? [id] : []), ...(/\S\s\S/.test(meta.title) && !meta.titleFromName ? [meta.title] : [])];
}

const beginning = (name: string): string => name.slice(0, 3).toLowerCase();

/** Paths, best first; only of sources with a reason. Each adds what those before it leave out. */
export function firstToRead(weights: ReadonlyMap<string, Weight>, most: number): string[] {
  const pool = [...weights]
    .filter(([, { leaned, touches, serial }]) => !serial && (leaned >= LEANED || touches.length >= TOPICS))
    .sort(([a], [b]) => byCodePoint(a, b));
  const told = new Set<string>();
  const out: string[] = [];
  while (out.length < most) {
    let best: { path: string; weight: Weight; worth: number } | undefined;
    for (const [path, weight] of pool) {
      if (out.includes(path)) continue;
      const worth = worthOf(weight, told);
      if (worth > (best?.worth ?? 0)) best = { path, weight, worth };
    }
    if (!best) break;
    out.push(best.path);
    for (const { title } of best.weight.touches) told.add(title);
  }
  return out;
}

function worthOf({ leaned, touches, claims }: Weight, told: ReadonlySet<string>): number {
  const touched = touches.reduce((sum, { title, worth }) => sum + worth * (told.has(title) ? AGAIN : 1), 0);
  return LEANING * leaned + (touched * Math.min(1, (1 + claims) / SHORT)) / Math.sqrt(Math.max(1, claims / USUAL));
}

/** "named by 4 other sources; explains Lamp; speaks of Wick, Oil and 3 more topics here" */
export function reasonFor({ leaned, touches }: Weight): string {
  const ranked = [...touches].sort((a, b) => b.worth - a.worth || byCodePoint(a.title, b.title));
  const explained = ranked.filter((one) => one.defines).map((one) => one.title);
  const others = ranked.filter((one) => !one.defines).map((one) => one.title);
  return [
    leaned >= LEANED ? `named by ${leaned} other sources` : "",
    explained.length > 0 ? `explains ${some(explained)}` : "",
    others.length > 0 && touches.length >= TOPICS ? `speaks of ${some(others)}` : "",
  ]
    .filter(Boolean)
    .join("; ");
}

function some(names: readonly string[]): string {
  const more = names.length - NAMED;
  const shown = [...names.slice(0, NAMED), ...(more > 0 ? [counted(more, "more topic")] : [])];
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
