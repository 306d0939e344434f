// How the sources of a vault fall into groups: by the person's own folders, else by the topics that several share.
import type { ClaimRef } from "../core/topic.ts";
import { escapeInline } from "../markdown/harmless.ts";
import { byCodePoint } from "../text/order.ts";
import {
  link,
  listed,
  namedIn,
  type OverviewInput,
  type OverviewSource,
  type OverviewTopic,
} from "./overview-input.ts";

const LEAST_FOLDERS = 3;
const MOST_FOLDERS = 10;
/** Sources of a folder with a line of their own, and in the line below. */
const TOLD = 2;
const NAMED = 4;
const MOST_SMALL = 40;
const MOST_TO_SEE = 40;
const MOST_THEMES = 10;
/** Sources that make a theme, and of it shown. */
const A_THEME = 3;
const OF_A_THEME = 3;

/** Folders with their sources, fullest first; what stands in none is left out. Of many nested ones only so deep that they can be looked over. */
function fullestFolders(sources: readonly OverviewSource[]): [string, readonly OverviewSource[]][] {
  const paths = sources
    .filter((source) => source.folder !== "")
    .map((source) => ({ source, parts: source.folder.split("/") }));
  let depth = Math.max(0, ...paths.map(({ parts }) => parts.length));
  const at = (to: number) => {
    const folders = new Map<string, OverviewSource[]>();
    for (const { source, parts } of paths) {
      const folder = parts.slice(0, to).join("/");
      folders.set(folder, [...(folders.get(folder) ?? []), source]);
    }
    return folders;
  };
  let folders = at(depth);
  while (folders.size > MOST_TO_SEE && depth > 1) folders = at(--depth);
  if (folders.size < LEAST_FOLDERS) return [];
  return [...folders].sort(([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b));
}

/** The person's own order of things, where raw/ has one: of the fullest folders some sources with what they say, of the others the names. */
export function folderLines({ sourceOf, weights }: OverviewInput, sources: readonly OverviewSource[]): string[] {
  const folders = fullestFolders(sources);
  const full = folders.filter(([, own]) => own.length > 1).slice(0, MOST_FOLDERS);
  if (full.length < LEAST_FOLDERS) return [];
  const worth = (source: OverviewSource): number => {
    const weight = weights.get(source.path);
    return (source.summary === "" ? 0 : 1000) + 3 * (weight?.leaned ?? 0) + (weight?.touches.length ?? 0);
  };
  const lines = full.flatMap(([folder, own]) => {
    const ordered = [...own].sort((a, b) => worth(b) - worth(a) || byCodePoint(a.path, b.path));
    const infos = ordered.flatMap((source) => {
      const info = sourceOf(source.path);
      return info ? [{ link: `[[${info.page}|${info.title}]]`, summary: source.summary }] : [];
    });
    const told = infos.slice(0, TOLD).map((one) => `    - ${one.link}${one.summary ? `: ${one.summary}` : ""}`);
    const also = infos.slice(TOLD, TOLD + NAMED).map((one) => one.link);
    const more = infos.length - TOLD - also.length;
    const rest = also.length > 0 ? [`    - also ${listed([...also, ...(more > 0 ? [`${more} more`] : [])])}`] : [];
    return [`- **${escapeInline(folder)}** (${own.length})`, ...told, ...rest];
  });
  // One source of a folder is told by its title: a bare name of a folder leads nowhere.
  const single = folders.flatMap(([folder, own]) => {
    const info = full.some(([name]) => name === folder) ? undefined : sourceOf(own[0]?.path ?? "");
    return info
      ? [
          `    - ${escapeInline(folder)}: [[${info.page}|${info.title}]]${own.length > 1 ? ` and ${own.length - 1} more` : ""}`,
        ]
      : [];
  });
  if (single.length === 0) return lines;
  const unsaid = single.length - MOST_SMALL;
  return [
    ...lines,
    `- **Further folders** (${single.length})`,
    ...single.slice(0, MOST_SMALL),
    ...(unsaid > 0 ? [`    - and ${unsaid} more`] : []),
  ];
}

/** A line a topic that several sources share: how many, and those headed by it or saying most of it. */
export function themeLines({ sourceOf }: OverviewInput, ranked: readonly OverviewTopic[]): string[] {
  const themes = ranked
    .filter((topic) => namedIn(topic) >= A_THEME)
    .slice(0, MOST_THEMES)
    .sort((a, b) => namedIn(b) - namedIn(a));
  if (themes.length < LEAST_FOLDERS) return [];
  return themes.map((topic) => {
    const told = frequent(claimed(topic).map((ref) => ref.source))
      .flatMap(([path]) => sourceOf(path) ?? [])
      .slice(0, OF_A_THEME)
      .map((info) => `[[${info.page}|${info.title}]]`);
    return `- ${link(topic)} (${namedIn(topic)} sources)${told.length > 0 ? `: most in ${listed(told)}` : ""}`;
  });
}

/** A claim whose subject it is counts for more than one that names it. */
function claimed({ placed }: OverviewTopic): ClaimRef[] {
  return [...placed.topic.claims, ...placed.topic.subjectOf, ...placed.topic.subjectOf];
}

/** Values with how often each stands there, most frequent first. */
export function frequent(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
}
