// What compile tests look at in a vault of lighthouses: its pages with its raw files, bodies, topics.
import { existsSync } from "node:fs";
import { type Lights, SOURCES } from "./lighthouses.ts";
import { bodyOf, isTopic } from "./sound-wiki.ts";

/** Pages by path, and the raw files that are there. */
export const withRaw = (v: Lights): Record<string, string> => ({
  ...v.wiki(),
  ...Object.fromEntries(
    Object.keys(SOURCES)
      .filter((path) => existsSync(v.path(path)))
      .map((path) => [path, v.read(path)]),
  ),
});

/** Bodies of all pages but the log, which tells the story of this vault alone. */
export const bodies = (v: Lights): Record<string, string> =>
  Object.fromEntries(
    Object.entries(v.wiki())
      .filter(([path]) => path.startsWith("wiki/") && !path.endsWith("log.md"))
      .map(([path, text]) => [path, bodyOf(text).replaceAll("2026-11-22", "2026-11-21")]),
  );

export const topicsOf = (v: Lights) => Object.entries(v.wiki()).filter(([, text]) => isTopic(text));
