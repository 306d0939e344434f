// What `npm start` and `npm test` need first on a fresh clone: packages installed, program built.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The day that the committed sample wiki bears, so that building it again gives the same bytes. Seconds. */
export const SAMPLE_EPOCH = "1795219200";

export function setUp() {
  if (!installed()) run("npm", ["ci", "--no-fund", "--no-audit"], "Installing packages");
  if (!built()) run(process.execPath, [join(ROOT, "scripts", "build.mjs")], "Building kb");
}

/** Whether node_modules holds what package-lock.json asks for. */
function installed() {
  const wanted = packagesIn(join(ROOT, "package-lock.json"));
  const there = packagesIn(join(ROOT, "node_modules", ".package-lock.json"));
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || there[path]?.version === version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}

function built() {
  const stamp = join(ROOT, "dist", ".built");
  if (!existsSync(stamp)) return false;
  const since = statSync(stamp).mtimeMs;
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).map((name) =>
    join("src", name),
  );
  return [...sources, "package.json", "scripts/build.mjs", "tsconfig.json", "tsconfig.build.json"].every(
    (name) => statSync(join(ROOT, name)).mtimeMs <= since,
  );
}

/** @param {string} command @param {string[]} args @param {string} what */
function run(command, args, what) {
  process.stderr.write(`${what} …\n`);
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  if (status === 0) return;
  process.stderr.write(`${what} failed${error ? `: ${error.message}` : ` (exit ${status})`}.\n`);
  process.exit(1);
}
