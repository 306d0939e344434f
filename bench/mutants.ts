// Broken files: every shared document with flipped bits, cut off, under a wrong name. Counts deaths of the program, files written, hangs.
// It can be stopped and goes on where it was: what is done stands in the folder that it names. Give that folder as the first argument.
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg, setPriority, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Done, type Job, mutantsOf, sharedDocuments } from "./mutant-data.ts";

const folder = process.argv[2] ?? join(tmpdir(), "kb-mutants");
const record = join(folder, "done.jsonl");
const LIMIT_MS = 30_000;
/** The parser is stopped at the limit; a machine at work needs a moment to do so. */
const GRACE_MS = 2_000;
/** The program itself is held for dead when it says nothing for so long. */
const SILENCE_MS = 90_000;
const NOBODY = 65_534;
const asNobody = process.getuid?.() === 0;

mkdirSync(join(folder, "home"), { recursive: true });
if (!existsSync(record)) writeFileSync(record, "");
setPriority(15);

const done = (): Done[] =>
  readFileSync(record, "utf8")
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => JSON.parse(one) as Done);

/** Files on this disk that belong to the user under which the program runs: it has no others to write. */
function written(): Set<string> {
  const where = asNobody ? ["/", "-xdev", "-uid", String(NOBODY)] : [join(folder, "home")];
  try {
    return new Set(execFileSync("find", [...where, "-type", "f"], { encoding: "utf8", stdio: "pipe" }).split("\n"));
  } catch (error) {
    // Folders that come and go meanwhile make it complain after it has told the rest.
    return new Set(String((error as { readonly stdout?: unknown }).stdout ?? "").split("\n"));
  }
}

async function readAll(jobs: readonly Job[]): Promise<void> {
  let next = 0;
  while (next < jobs.length) {
    const program = started();
    next = await until(program, jobs, next);
    program.kill("SIGKILL");
  }
}

function started(): ChildProcess {
  const home = join(folder, "home");
  if (asNobody) chmodSync(home, 0o777);
  return fork(fileURLToPath(new URL("./mutant-reader.js", import.meta.url)), {
    cwd: home,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { ...process.env, HOME: home, TMPDIR: home },
    ...(asNobody ? { uid: NOBODY, gid: NOBODY } : {}),
  });
}

/** Hands over job after job. Gives the number of the next one, after the last or after the one that ended the program. */
function until(program: ChildProcess, jobs: readonly Job[], from: number): Promise<number> {
  return new Promise((resolve) => {
    let at = from;
    let since = performance.now();
    let silence: NodeJS.Timeout | undefined;
    const note = (kind: Done["kind"], reason: string): void => {
      const job = jobs[at];
      if (job) {
        const { key, name, how } = job;
        const one: Done = { key, type: extname(name).toLowerCase(), how, kind, reason, ms: performance.now() - since };
        appendFileSync(record, `${JSON.stringify(one)}\n`);
      }
      at++;
    };
    const give = (): void => {
      const job = jobs[at];
      if (!job) {
        resolve(at);
        return;
      }
      since = performance.now();
      clearTimeout(silence);
      silence = setTimeout(() => program.kill("SIGKILL"), SILENCE_MS);
      program.send({ name: job.asName, bytes: job.bytes() });
    };
    program.on("message", (message) => {
      const { kind, reason } = message as { readonly kind: Done["kind"]; readonly reason: string };
      note(kind, reason);
      give();
    });
    program.on("exit", (code, signal) => {
      clearTimeout(silence);
      if (at < jobs.length) note("death", `the program ended: ${code ?? signal}`);
      resolve(at);
    });
    give();
  });
}

function table(all: readonly Done[]): void {
  const print = (cells: readonly (string | number)[]): void =>
    console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(10))).join(""));
  print(["", "files", "read", "skipped", "failed", "stopped", "deaths", "hangs", "slowest s"]);
  const row = (name: string, some: readonly Done[]): void => {
    const count = (holds: (one: Done) => boolean): number => some.filter(holds).length;
    print([
      name,
      some.length,
      count((one) => one.kind === "read"),
      count((one) => one.kind === "skipped"),
      count((one) => one.kind === "failed"),
      // Of the failed: the parser's process had to be ended, or ended itself.
      count((one) => /took more than|the parser ended/u.test(one.reason)),
      count((one) => one.kind === "death"),
      count((one) => one.ms > LIMIT_MS + GRACE_MS),
      (some.reduce((most, one) => Math.max(most, one.ms), 0) / 1000).toFixed(1),
    ]);
  };
  for (const how of [...new Set(all.map((one) => one.how))].sort())
    row(
      how,
      all.filter((one) => one.how === how),
    );
  console.log("");
  for (const type of [...new Set(all.map((one) => one.type))].sort())
    row(
      type || "(none)",
      all.filter((one) => one.type === type),
    );
  console.log("");
  row("all", all);
}

const before = written();
const known = new Set(done().map((one) => one.key));
const jobs = sharedDocuments()
  .flatMap(mutantsOf)
  .filter((job) => !known.has(job.key));
console.error(`${known.size} done before, ${jobs.length} to do; the record stands in ${folder}`);
await readAll(jobs);
const all = done();
table(all);
const strange = [...written()].filter((path) => !before.has(path) && path !== "");
console.log(`written: ${strange.length} files${asNobody ? "" : " (only its own folders were looked at)"}`);
for (const path of strange) console.log(`    ${path}`);
for (const one of all)
  if (one.kind === "death" || one.ms > LIMIT_MS + GRACE_MS || /took more than|the parser ended/u.test(one.reason))
    console.log(`    ${one.key}: ${one.reason} (${(one.ms / 1000).toFixed(1)} s)`);
console.log(`load ${loadavg()[0]?.toFixed(1)}; bars: 0 deaths, 0 files written, 0 hangs`);
