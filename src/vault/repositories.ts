// Folders that are the repository of a program: how one is told, what its .gitignore leaves out, which files it holds.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ignore from "ignore";
import { ORIGIN } from "./origin.ts";

/** True for what a .gitignore at or above a path leaves out; paths from the vault's root. */
export type Ignored = (path: string, isFolder: boolean) => boolean;

const README = /^readme(?:\.(?:md|markdown|rst|txt|adoc|org))?$/iu;
const MANIFEST =
  /^(?:package\.json|deno\.jsonc?|pyproject\.toml|setup\.py|cargo\.toml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|mix\.exs|package\.swift|cmakelists\.txt|gemfile|.+\.(?:gemspec|cabal|csproj|sln))$/iu;
const GIT = /^\.git(?:ignore|attributes)?$/u;

/** By the names in it: .git, the mark of a clone, or a README beside what says how the program is built. */
export function isRepository(names: readonly string[]): boolean {
  const hasReadme = names.some((name) => README.test(name));
  return (
    names.includes(".git") ||
    names.includes(ORIGIN) ||
    (hasReadme && names.some((name) => MANIFEST.test(name) || GIT.test(name)))
  );
}

/** What a .gitignore in this folder adds to those above. */
export function ignoredBelow(absolute: string, path: string, names: readonly string[], above?: Ignored): Ignored {
  if (!names.includes(".gitignore")) return above ?? (() => false);
  let rules = "";
  try {
    rules = readFileSync(join(absolute, ".gitignore"), "utf8");
  } catch {
    return above ?? (() => false);
  }
  const own = ignore().add(rules);
  return (here, isFolder) => {
    if (above?.(here, isFolder)) return true;
    const rest = here.slice(path.length + 1);
    return rest !== "" && own.ignores(isFolder ? `${rest}/` : rest);
  };
}

const PROSE = /\.(?:md|markdown|txt|html?|pdf|docx|epub|rst|org|adoc)$/iu;
/** Notes; a program's own documentation is rarely as much. */
const COLLECTION = 20;

/** Notes kept under git are a folder of sources, not a program: nearly all of it is there to be read. */
function isCollection(paths: readonly string[]): boolean {
  const prose = paths.filter((path) => PROSE.test(path)).length;
  return prose > COLLECTION && prose > paths.length * 0.6;
}

/** Of folders that look like repositories those that are one source; `files` are all of raw/. */
export function programsIn(folders: readonly string[], files: readonly { readonly path: string }[]): string[] {
  const paths = files.map(({ path }) => path);
  return folders.filter((folder) => !isCollection(paths.filter((path) => path.startsWith(`${folder}/`))));
}

/** The file that stands for the whole in links: README, else what says how it is built, else the first text. */
export function leadingFile(folder: string, paths: readonly string[]): string | undefined {
  const top = paths.filter((path) => !path.slice(folder.length + 1).includes("/"));
  const named = (pattern: RegExp): string | undefined =>
    top.find((path) => pattern.test(path.slice(path.lastIndexOf("/") + 1)));
  return named(/^readme\.(?:md|markdown)$/iu) ?? named(README) ?? named(MANIFEST) ?? paths.find(isText) ?? paths[0];
}

const isText = (path: string): boolean => !/\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|pdf|zip|gz|woff2?|ttf)$/iu.test(path);

/** One hash for all that it holds, by path and content. */
export function hashOfAll(members: readonly { readonly path: string; readonly hash: string }[]): string {
  const hash = createHash("sha256");
  for (const { path, hash: own } of members) hash.update(`${path}\n${own}\n`);
  return hash.digest("hex");
}
