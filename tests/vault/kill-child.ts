// A process of its own that compiles a vault, for tests that kill it.
import { endRun } from "../../src/vault/end-run.ts";
import { startRun } from "../../src/vault/journal.ts";
import { withLock } from "../../src/vault/lock.ts";
import { closeVault, openVault } from "../../src/vault/open.ts";
import { applyPlan } from "../../src/vault/plan.ts";
import { killPlan } from "./kill-plan.ts";

const [root = "", version = "1"] = process.argv.slice(2);
const vault = await openVault(root, process.env);
await withLock(vault.layout, "compile", async () => {
  const run = startRun(vault, { command: "compile" });
  process.stdout.write("writing\n");
  applyPlan(vault, killPlan(Number(version)), { dryRun: false, run });
  endRun(vault, run);
});
closeVault(vault);
