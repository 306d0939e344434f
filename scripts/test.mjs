// npm test: sets up what is missing, then runs the tests; arguments go to vitest.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, setUp } from "./set-up.mjs";

setUp();
const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exit(status ?? 1);
