// What can be read of code without running it: its language, the names it defines, the sentences of its comments.

export interface Language {
  readonly name: string;
  /** As a fence names it. */
  readonly fence: string;
}

const LANGUAGES: Readonly<Record<string, readonly [name: string, fence: string]>> = {
  ts: ["TypeScript", "ts"],
  tsx: ["TypeScript", "tsx"],
  mts: ["TypeScript", "ts"],
  js: ["JavaScript", "js"],
  mjs: ["JavaScript", "js"],
  cjs: ["JavaScript", "js"],
  jsx: ["JavaScript", "jsx"],
  py: ["Python", "python"],
  rs: ["Rust", "rust"],
  go: ["Go", "go"],
  java: ["Java", "java"],
  kt: ["Kotlin", "kotlin"],
  swift: ["Swift", "swift"],
  c: ["C", "c"],
  h: ["C", "c"],
  cc: ["C++", "cpp"],
  cpp: ["C++", "cpp"],
  hpp: ["C++", "cpp"],
  cs: ["C#", "csharp"],
  rb: ["Ruby", "ruby"],
  php: ["PHP", "php"],
  lua: ["Lua", "lua"],
  ex: ["Elixir", "elixir"],
  exs: ["Elixir", "elixir"],
  hs: ["Haskell", "haskell"],
  ml: ["OCaml", "ocaml"],
  scala: ["Scala", "scala"],
  clj: ["Clojure", "clojure"],
  jl: ["Julia", "julia"],
  r: ["R", "r"],
  sh: ["Shell", "sh"],
  bash: ["Shell", "sh"],
  ps1: ["PowerShell", "powershell"],
  sql: ["SQL", "sql"],
  css: ["CSS", "css"],
  scss: ["CSS", "scss"],
  vue: ["Vue", "vue"],
  svelte: ["Svelte", "svelte"],
  zig: ["Zig", "zig"],
  toml: ["TOML", "toml"],
  json: ["JSON", "json"],
  yaml: ["YAML", "yaml"],
  yml: ["YAML", "yaml"],
};
/** Settings and data: a fence names them, nobody says that a program is written in them. */
export const NO_LANGUAGE: ReadonlySet<string> = new Set(["TOML", "JSON", "YAML"]);

export function languageFor(name: string): Language | undefined {
  const ending = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  const known = Object.hasOwn(LANGUAGES, ending) ? LANGUAGES[ending] : undefined;
  return known && { name: known[0], fence: known[1] };
}

const DEFINES =
  /^(?:\s{0,4})(?:export\s+|default\s+|pub(?:\([\w:]+\))?\s+|public\s+|abstract\s+|async\s+|static\s+)*(?:function\*?|class|interface|type|enum|struct|trait|def|defmodule|fn|func(?:\s+\([^)]*\))?|module|object|protocol)\s+([A-Za-z_][\w.]*)/u;
const CONSTANT = /^(?:export|pub)\s+(?:const|let|static)\s+([A-Za-z_]\w*)/u;
const MOST_NAMES = 30;

/** Functions, classes and types in the order of the file; what is private by its name stays out. */
export function definedIn(text: string): string[] {
  const names = text
    .split("\n")
    .map((line) => DEFINES.exec(line)?.[1] ?? CONSTANT.exec(line)?.[1] ?? "")
    .filter((name) => name.length > 1 && !/^_|^test/u.test(name));
  return [...new Set(names)].slice(0, MOST_NAMES);
}

const COMMENT =
  /^\s*(?:\/\/[/!]?|#(?!!|\[|include|define|if|end|pragma|else)|--|;;+|\*(?!\/)|\/\*\*?!?)\s?(.*?)\s*(?:\*+\/)?$/u;
/** Words. */
const SHORTEST = 5;
const MOST_PARAGRAPHS = 40;

/** Comments and doc strings that read as sentences, a paragraph each. */
export function proseIn(text: string): string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    const said = open.join(" ").replace(/\s+/gu, " ").trim();
    open = [];
    if (isProse(said)) paragraphs.push(said);
  };
  let quoted = false;
  for (const line of text.split("\n")) {
    const marks = line.match(/"""|'''/gu)?.length ?? 0;
    if (quoted || marks > 0) {
      const said = line.replace(/^\s*[rbu]?(?:"""|''')|(?:"""|''')\s*$/gu, "").trim();
      if (said === "") close();
      else if (!/=\s*(?:"""|''')/u.test(line)) open.push(said);
      if (marks % 2 === 1) quoted = !quoted;
      if (!quoted) close();
      continue;
    }
    const said = COMMENT.exec(line)?.[1];
    if (said === undefined || said === "" || said.startsWith("@")) close();
    else open.push(said);
  }
  close();
  return [...new Set(paragraphs)].slice(0, MOST_PARAGRAPHS);
}

/** A sentence, and no code that was commented out, no ruler, no licence head. */
function isProse(said: string): boolean {
  if (said.split(" ").length < SHORTEST || !/^[\p{Upper}"'“`]/u.test(said) || !/[.!?)]$/u.test(said)) return false;
  if (/copyright|licen[cs]ed under|(?:eslint|prettier|biome)-|^(?:todo|fixme)\b/iu.test(said)) return false;
  const odd = said.match(/[{};=<>|\\]/gu)?.length ?? 0;
  return odd * 20 < said.length;
}
