// Compiles src/ to dist/ and takes away what no source stands behind any more, so that a package holds nothing stale.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./set-up.mjs";

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
const { status } = spawnSync(process.execPath, [compiler, "-p", join(ROOT, "tsconfig.build.json")], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

const dist = join(ROOT, "dist");
for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  if (name.endsWith(".js") && !existsSync(join(ROOT, "src", name.replace(/\.js$/, ".ts")))) rmSync(join(dist, name));
}
writeFileSync(join(dist, ".built"), "");
