// Draws what imports what from the source text: the map that the layout tests judge.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

export interface Import {
  /** "./x.ts", "node:fs", "commander". */
  readonly target: string;
  /** From the source folder, for imports of its own files: "vault/plan.ts". */
  readonly file?: string;
  /** "import(…)": loaded when it runs, not at start-up. */
  readonly lazy: boolean;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

export interface Source {
  /** From the source folder, "/": "vault/plan.ts". */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const STATIC = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^;"']*?\sfrom\s+)?"([^"]+)"/gmu;
const LAZY = /\bimport\(\s*"([^"]+)"/gu;

export function importsOf(path: string, text: string): Import[] {
  const placed = (target: string): { file?: string } =>
    target.startsWith(".") ? { file: join(dirname(path), target).split(sep).join("/") } : {};
  const eager = [...text.matchAll(STATIC)].map(([, type, target = ""]) => ({
    target,
    ...placed(target),
    lazy: false,
    typeOnly: type !== undefined,
  }));
  const lazy = [...text.matchAll(LAZY)].map(([, target = ""]) => ({
    target,
    ...placed(target),
    lazy: true,
    typeOnly: false,
  }));
  return [...eager, ...lazy];
}

/** `ending`: ".js" for what the build makes of them. */
export function sourcesIn(folder: string, ending = ".ts"): Source[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(ending));
  return files.sort().map((name) => {
    const path = relative(folder, resolve(folder, name)).split(sep).join("/");
    const text = readFileSync(join(folder, name), "utf8");
    return { path, text, imports: importsOf(path, text) };
  });
}

/** Files and packages that load together with `start`. */
export function loadedWith(sources: readonly Source[], start: string): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const loaded = new Set<string>();
  const visit = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { file, target, lazy, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (!lazy && !typeOnly) visit(file ?? target);
    }
  };
  visit(start);
  return loaded;
}
