// The hundred sources of several public corpora that the benches share, put into a vault of their own.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const DATA = process.env.KB_BENCH_DATA ?? "../shared/data";
const CORPORA = process.env.KB_BENCH_CORPORA ?? "/tmp/data";

/** Empties `root`, makes it a vault and copies the sources in; gives their paths below raw/. */
export function missionVault(root: string): string[] {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "raw"), { recursive: true });
  writeFileSync(join(root, "vault.config.json"), '{ "version": 1 }\n');
  const paths = readFileSync(join(DATA, "corpora", "mission-100.txt"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t")[1] ?? "");
  for (const path of paths) {
    const to = join(root, "raw", path);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(CORPORA, path), to);
  }
  return paths;
}
