// A vault of 100 sources compiled from the shell: all of it, again with nothing to do, and after a sentence was added to one article. Cost must follow change.
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { percentile } from "./measures.ts";
import { missionVault } from "./mission.ts";

const ROOT = join(process.env.KB_BENCH_TMP ?? "/tmp/kb-bench", "change");
const PROGRAM = join(process.cwd(), "dist/cli/main.js");
const ROUNDS = 7;
/** Seconds, on two cores with nothing else to do. */
const BARS = { whole: 30, again: 1, changed: 2 };
/** Milliseconds in which kb looks at a file twice: its clock may not have moved on. */
const SETTLED = 2_200;

// What a process took by itself is known to nobody else.
const TELL = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\n"+JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))})`;

interface Took {
  /** Seconds. */
  readonly elapsed: number;
  readonly worked: number;
  /** MiB at most. */
  readonly memory: number;
  readonly said: string;
}

function compiled(): Took {
  const started = performance.now();
  const words = ["compile", "--engine", "extractive", "--vault", ROOT];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", TELL, PROGRAM, ...words]);
  const elapsed = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(String(stderr));
  const [worked = 0, memory = 0] = JSON.parse(String(stderr).trim().split("\n").at(-1) ?? "[]") as number[];
  return { elapsed, worked: worked / 1e6, memory: memory / 1024, said: String(stdout).trim().split("\n").at(-1) ?? "" };
}

const shown = ({ elapsed, worked, memory }: Took, bar: number): string =>
  `${elapsed.toFixed(2)} s (bar: ${bar}), processor ${worked.toFixed(2)} s, ${memory.toFixed(0)} MiB, load ${loadavg()[0]?.toFixed(1)}`;
const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLED);

const articles = missionVault(ROOT);
const whole = compiled();
console.log(`all sources: ${shown(whole, BARS.whole)}. ${whole.said}`);
pause();
compiled();
console.log(`again: ${shown(compiled(), BARS.again)}`);
const rounds = Array.from({ length: ROUNDS }, (_, n) => {
  // Another article each time: a long one takes longer to read.
  const article = articles[n * Math.floor(articles.length / ROUNDS)] ?? "";
  appendFileSync(join(ROOT, "raw", article), `\nThe revision of part ${n} was finished by Ada Brook in 2026.\n`);
  pause();
  return compiled();
});
for (const one of rounds) console.log(`one article changed: ${shown(one, BARS.changed)}. ${one.said}`);
const middle = (of: (one: Took) => number): string => percentile(rounds.map(of), 0.5).toFixed(2);
console.log(`in the middle: ${middle((one) => one.elapsed)} s, processor ${middle((one) => one.worked)} s`);
