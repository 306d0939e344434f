// Loaded before kb by tests: at the KB_AT-th step that changes the disk the process is killed or asked to stop, or from there on the disk is full.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const at = Number(process.env.KB_AT);
const kind = process.env.KB_DISTURB;
let steps = 0;

for (const name of ["openSync", "writeSync", "writeFileSync", "appendFileSync", "renameSync", "unlinkSync", "rmSync"]) {
  const own = fs[name];
  fs[name] = (...args) => {
    const changes = name !== "openSync" || /[wa]/u.test(String(args[1]));
    if (changes) steps++;
    if (changes && kind === "kill" && steps === at) process.kill(process.pid, "SIGKILL");
    if (changes && kind === "stop" && steps === at) process.kill(process.pid, "SIGINT");
    if (kind === "full" && steps >= at && /^(?:write|append)/u.test(name))
      throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    return own(...args);
  };
}
syncBuiltinESMExports();
process.on("exit", () => {
  if (kind === "count") fs.writeSync(2, `steps ${steps}\n`);
});
