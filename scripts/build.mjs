// Bundles src/ into dist/, so that a compile loads ninety files and not five hundred and sixty. Libraries stay outside, but for those that every compile needs: the parsers of Markdown and YAML are three hundred and seventy small files by themselves, and a single file of a package takes Node longer to find than to run.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { rolldown } from "rolldown";
import { ROOT } from "./set-up.mjs";

/** Files of their own in dist/, in the place that they have in src/: what is started, or asked for by its place. */
const ENTRIES = ["cli/main", "read/child/entry", "read/child/watchdog", "run/note-thread", "vault/settings-schema"];

/** With all that they import. */
const INSIDE = new Set([
  "commander",
  "decode-named-character-reference",
  "fastest-levenshtein",
  "ignore",
  "liquidjs",
  "mdast-util-math",
  "micromark-extension-math",
  "node-diff3",
  "remark-frontmatter",
  "remark-gfm",
  "remark-parse",
  "stemmer",
  "unified",
  "yaml",
]);

const src = join(ROOT, "src");
// A folder may be named, for looking at.
const dist = process.argv[2] ?? join(ROOT, "dist");
const bundle = await rolldown({
  cwd: ROOT,
  input: Object.fromEntries(ENTRIES.map((name) => [name, join(src, `${name}.ts`)])),
  platform: "node",
  tsconfig: join(ROOT, "tsconfig.build.json"),
  external: (id, importer, isResolved) =>
    id.startsWith("node:") ||
    (!isResolved && importer !== undefined && !/[\\/]node_modules[\\/]/u.test(importer) && isLibraryOutside(id)),
  // What is loaded late here may be needed at once there.
  checks: { ineffectiveDynamicImport: false },
  onLog(level, { message }) {
    throw new Error(`${level}: ${message}`);
  },
});
const { output } = await bundle.generate({
  format: "esm",
  entryFileNames: "[name].js",
  // src/core/own-files.ts counts on it that a chunk lies one folder deep, as that file does in src/.
  chunkFileNames: "chunks/[name]-[hash].js",
  comments: { jsdoc: false },
});
await bundle.close();

const files = new Map(output.map(({ fileName, code }) => [fileName, code]));
files.set("licences.txt", licencesOf(output.flatMap(({ moduleIds }) => moduleIds)));
files.set(".built", "");
for (const [name, text] of files) {
  const path = join(dist, name);
  mkdirSync(dirname(path), { recursive: true });
  // A program that runs meanwhile meets no half of a file.
  if (text === "" || !existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}
// Whatever no source stands behind any more: a package holds nothing stale, and the compiler writes all when it is asked for single files.
for (const path of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  const name = path.split(sep).join("/");
  const isNeeded = [...files.keys()].some((file) => file === name || file.startsWith(`${name}/`));
  if (!isNeeded) rmSync(join(dist, path), { recursive: true, force: true });
}

/** @param {string} id as src/ names it */
function isLibraryOutside(id) {
  return !id.startsWith(".") && !INSIDE.has(id);
}

/** Of the libraries that stand in the bundle: their names and the terms that go with every copy. @param {string[]} modules */
function licencesOf(modules) {
  const inside = modules.flatMap((id) => id.match(/^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u) ?? []);
  const parts = [...new Set(inside)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/iu.test(one));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : license;
    return `${name} ${version}\n\n${text}\n`;
  });
  return parts.sort().join("\n\n");
}
