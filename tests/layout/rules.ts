// What the house allows: which room may import which, and what a pure room must not touch.
import type { Source } from "./imports.ts";

/** Rows from the top; imports point down, never sideways. */
const ROWS = [
  ["cli"],
  ["run"],
  ["note", "link", "write", "answer"],
  ["read", "check", "find", "engine", "vault"],
  ["markdown", "text"],
  ["core"],
];

const PURE = new Set(["core", "text", "markdown", "note", "link", "write", "find", "answer", "check"]);

/** Built-in modules that give values from values; node:module loads a package when it is first needed. */
const HARMLESS = new Set(["node:crypto", "node:path/posix", "node:url", "node:util", "node:module"]);

const EFFECTS: readonly (readonly [RegExp, string])[] = [
  [/\bprocess\./u, "the process"],
  [/\bfetch\(/u, "the network"],
  [/\bDate\.now\(/u, "the clock"],
  [/\bnew Date\(\)/u, "the clock"],
  [/\bperformance\.now\(/u, "the clock"],
  [/\bsetTimeout\(|\bsetInterval\(|\bsetImmediate\(/u, "the clock"],
  [/\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/u, "chance"],
  [/\bconsole\./u, "the terminal"],
  [/\blocaleCompare\(/u, "the locale"],
];

/** Take long to load; only what needs them may import them, while it runs. */
const HEAVY = [
  "jsdom",
  "linkedom",
  "defuddle",
  "unpdf",
  "wink-nlp",
  "compromise",
  "@marp-team/marp-cli",
  "openai",
  "ollama",
  "zod",
  "chokidar",
  "tesseract.js",
  "mammoth",
  "@e965/xlsx",
];

/** What is to start within the blink of an eye. */
export const QUICK = ["cli/main.ts", "run/search.ts", "run/workspace.ts", "run/lint.ts", "run/status.ts"];

/** Those of the files and packages `loaded` that are heavy. */
export function heavyIn(loaded: Iterable<string>): string[] {
  return [...loaded].filter((name) => HEAVY.some((one) => name === one || name.startsWith(`${one}/`)));
}

export function roomOf(path: string): string {
  return path.split("/")[0] ?? "";
}

const rowOf = (room: string): number => ROWS.findIndex((row) => row.includes(room));

/** One line for each import that points up or sideways. */
export function importFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) => {
    const room = roomOf(path);
    const row = rowOf(room);
    if (row < 0) return [`${path}: "${room}" is no room`];
    return imports.flatMap(({ file }) => {
      if (file === undefined || roomOf(file) === room) return [];
      return rowOf(roomOf(file)) > row ? [] : [`${path} imports ${file}`];
    });
  });
}

/** One line for each effect in a pure room. */
export function purityFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text, imports }) => {
    if (!PURE.has(roomOf(path)) && !path.startsWith("engine/extractive/")) return [];
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gmu, "");
    const modules = imports.filter(({ target }) => target.startsWith("node:") && !HARMLESS.has(target));
    return [
      ...modules.map(({ target }) => `${path} imports ${target}`),
      ...EFFECTS.filter(([effect]) => effect.test(code)).map(([, name]) => `${path} touches ${name}`),
    ];
  });
}
