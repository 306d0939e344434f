// Which files of a repository matter most, and its tree.
import { byCodePoint } from "../../text/order.ts";

export interface Listed {
  /** From the vault's root. */
  readonly path: string;
  /** From the repository's folder. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export const README = /^readme(?:\.(?:md|markdown|rst|txt|adoc|org))?$/iu;
export const LICENCE = /^(?:licen[cs]e|copying|unlicense)(?:[-.][\w-]+)?(?:\.(?:md|txt))?$/iu;
export const MANIFEST =
  /^(?:package\.json|deno\.jsonc?|pyproject\.toml|setup\.py|setup\.cfg|Cargo\.toml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|mix\.exs|Package\.swift|CMakeLists\.txt|Makefile|Gemfile)$/u;
/** Locks, bundles and maps: nobody wrote them. */
export const GENERATED =
  /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|Cargo\.lock|poetry\.lock|uv\.lock|go\.sum|composer\.lock|Gemfile\.lock)$|\.min\.(?:js|css)$|\.map$/iu;
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|pdf|zip|gz|tar|woff2?|ttf|otf|eot|mp[34]|wav|mov|exe|dll|so|dylib|class|jar|wasm|sqlite|db|bin)$/iu;

/** README, how it is built, documents, entry points, source, tests, data: each nearest the root first. */
export function byImportance(files: readonly Listed[]): Listed[] {
  const rank = new Map(files.map((file) => [file, rankOf(file.name)]));
  return [...files].sort(
    (a, b) =>
      (rank.get(a) ?? 0) - (rank.get(b) ?? 0) ||
      a.name.split("/").length - b.name.split("/").length ||
      byCodePoint(a.name, b.name),
  );
}

function rankOf(name: string): number {
  const [last = name] = name.split("/").slice(-1);
  const top = last === name;
  if (top && README.test(last)) return 0;
  if (NO_TEXT.test(last)) return 9;
  if (top && (MANIFEST.test(last) || LICENCE.test(last))) return 1;
  if (/(?:^|\/)(?:tests?|spec|__tests__|fixtures?|vendor|third_party|examples?)\//iu.test(name)) return 6;
  if (top && /\.(?:md|rst|txt|adoc)$/iu.test(last)) return 2;
  if (/(?:^|\/)docs?\//iu.test(name) && /\.(?:md|rst|txt|adoc)$/iu.test(last)) return 3;
  if (/^(?:index|main|mod|lib|app|cli|__init__|__main__)\.\w+$/u.test(last)) return 4;
  if (/\.(?:json|ya?ml|csv|tsv|lock|svg|xml|html?)$/iu.test(last)) return 7;
  return 5;
}

/** Lines of the tree; of wider folders the number of files is given. */
const MOST_LINES = 200;
const WIDE = 40;

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: string[];
}

/** As `tree` prints it, in a fence of its own. */
export function treeOf(name: string, files: readonly Listed[]): string {
  const root: Folder = { folders: new Map(), files: [] };
  for (const file of files) {
    const parts = file.name.split("/");
    let at = root;
    for (const part of parts.slice(0, -1)) {
      const next = at.folders.get(part) ?? { folders: new Map(), files: [] };
      at.folders.set(part, next);
      at = next;
    }
    at.files.push(parts.at(-1) ?? file.name);
  }
  const lines = [`${name}/`];
  const print = (folder: Folder, indent: string): void => {
    for (const [part, next] of [...folder.folders].sort(([a], [b]) => byCodePoint(a, b))) {
      lines.push(`${indent}${part}/`);
      print(next, `${indent}  `);
    }
    if (folder.files.length > WIDE) lines.push(`${indent}(${folder.files.length} files)`);
    else for (const file of [...folder.files].sort(byCodePoint)) lines.push(`${indent}${file}`);
  };
  print(root, "  ");
  if (lines.length <= MOST_LINES) return lines.join("\n");
  return [...lines.slice(0, MOST_LINES), `  (${lines.length - MOST_LINES} further lines)`].join("\n");
}
