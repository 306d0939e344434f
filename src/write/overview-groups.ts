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
  weightOf,
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
/** Titles that make a theme of what no page tells of. */
const ENTITLED = 2;

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

/** What several sources speak of, with a page or without one. */
export interface Theme {
  /** Markdown: its name, with a link where it has a page. */
  readonly label: string;
  /** Sources that name it. */
  readonly named: number;
  readonly weight: number;
  /** Paths of the sources that say most of it, those first. */
  readonly told: readonly string[];
}

/** Weightiest first. `most`: sources; what more of them name, and no page tells of, is the air of the vault. */
export function themesOf({ unsaid }: OverviewInput, ranked: readonly OverviewTopic[], most: number): Theme[] {
  const themes = [
    ...ranked.map(
      (topic): Theme => ({
        label: link(topic),
        named: namedIn(topic),
        weight: weightOf(topic),
        told: frequent(claimed(topic).map((ref) => ref.source)).map(([path]) => path),
      }),
    ),
    ...unsaid.flatMap(({ title, sources, headed }): Theme[] =>
      headed < ENTITLED || sources.length > most
        ? []
        : [
            {
              label: escapeInline(title),
              named: sources.length,
              weight: weightOf({ headed, sources: sources.length }),
              told: sources,
            },
          ],
    ),
  ].filter(({ named }) => named >= A_THEME);
  return themes.sort((a, b) => b.weight - a.weight);
}

/** A line a theme: how many sources, and those headed by it or saying most of it. */
export function themeLines({ sourceOf }: OverviewInput, themes: readonly Theme[]): string[] {
  const shown = themes.slice(0, MOST_THEMES).sort((a, b) => b.named - a.named);
  if (shown.length < LEAST_FOLDERS) return [];
  return shown.map(({ label, named, told }) => {
    const links = told
      .flatMap((path) => sourceOf(path) ?? [])
      .slice(0, OF_A_THEME)
      .map((info) => `[[${info.page}|${info.title}]]`);
    return `- ${label} (${named} sources)${links.length > 0 ? `: most in ${listed(links)}` : ""}`;
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
