import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";

// A child needs JavaScript: the room is compiled once, beside the packages that it imports.
const built = join(process.cwd(), "node_modules/.cache/kb-child-test");

beforeAll(() => {
  execFileSync(process.execPath, [
    join(process.cwd(), "node_modules/typescript/bin/tsc"),
    "-p",
    "tsconfig.build.json",
    "--incremental",
    "false",
    "--tsBuildInfoFile",
    "null",
    "--outDir",
    built,
  ]);
}, 60_000);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function run(code: string): unknown {
  const script = join(
    built,
    `run-${Math.abs([...code].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7))}.mjs`,
  );
  writeFileSync(
    script,
    `import { readFile } from "./read/registry.js";\nconst page = (text) => new TextEncoder().encode("<html><body><article>" + ("<p>" + text + "</p>").repeat(3000) + "</article></body></html>");\nconst out = [];\n${code}\nconsole.log(JSON.stringify(out));\n`,
  );
  return JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8", timeout: 30_000 }));
}

it("a parser that takes too long is stopped, its file fails, and the next file is read", () => {
  expect(
    run(`
const slow = await readFile(page("Words that take a while to read."), "a.html", { timeoutMs: 20 });
out.push(slow.kind, slow.reason);
const next = await readFile(new TextEncoder().encode("<html><body><p>A short page.</p></body></html>"), "b.html");
out.push(next.kind, next.documents[0].markdown);`),
  ).toEqual(["failed", "reading it took more than 0 s", "read", "A short page."]);
});

it("a note so large that reading it holds the program up is stopped as well, a usual one is read in place", () => {
  expect(
    run(`
const note = new TextEncoder().encode("A sentence with *some* [marks](x) in it. ".repeat(20000));
const large = await readFile(note, "a.md", { timeoutMs: 20 });
out.push(large.kind, large.reason);
out.push((await readFile(note.subarray(0, 2000), "b.md", { timeoutMs: 1 })).kind);`),
  ).toEqual(["failed", "reading it took more than 0 s", "read"]);
});

it.skipIf(process.platform === "win32")(
  "a parser that loops ends soon after its program was killed",
  async () => {
    const script = join(built, "killed.mjs");
    // A stand-in for a parser that hangs: the child is stuck soon after it listens.
    writeFileSync(
      script,
      `import { fork } from "node:child_process";
const stuck = "process.on('newListener', (name) => { if (name === 'message') setTimeout(() => { process.send(0, () => { for (;;); }); }, 500); });";
const child = fork(${JSON.stringify(join(built, "read/child/entry.js"))}, { execArgv: ["--import", "data:text/javascript," + stuck] });
child.on("message", () => console.log(child.pid));`,
    );
    const program = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(program.stdout, "data")) as [Buffer];
    const pid = Number(line.toString());
    await new Promise((resolve) => setTimeout(resolve, 1500));
    program.kill("SIGKILL");
    await expect.poll(() => isRunning(pid), { timeout: 20_000, interval: 200 }).toBe(false);
  },
  40_000,
);

it("an abort stops a read at once", () => {
  expect(
    run(`
const controller = new AbortController();
setTimeout(() => controller.abort(new Error("enough")), 30);
await readFile(page("Words that take a while to read."), "a.html", { signal: controller.signal }).catch((error) => out.push(error.message));`),
  ).toEqual(["enough"]);
});

it("a program that has read a page ends by itself", () => {
  expect(
    run(
      `out.push((await readFile(new TextEncoder().encode("<html><body><p>One.</p></body></html>"), "a.html")).kind);`,
    ),
  ).toEqual(["read"]);
});
