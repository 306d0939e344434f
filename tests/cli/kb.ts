// Runs the built program as a person would, in a vault of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { ROOT, setUp } from "../../scripts/set-up.mjs";

export const MAIN = join(ROOT, "dist", "cli", "main.js");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: readonly string[];
}

/** Builds when dist/ is older than src/. */
export function built(): void {
  setUp();
}

export function start(args: readonly string[], { cwd = tmpdir(), env = {}, node = [] }: RunOptions = {}): ChildProcess {
  const { OLLAMA_HOST: _host, OPENAI_BASE_URL: _url, ...rest } = process.env;
  return spawn(process.execPath, [...node, MAIN, ...args], {
    cwd,
    // A port where nothing listens: no test finds a model by chance.
    env: { ...rest, NO_COLOR: "1", OLLAMA_HOST: "http://127.0.0.1:9", SOURCE_DATE_EPOCH: "1700000000", ...env },
  });
}

export function kb(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = start(args, options);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (data: Buffer) => out.push(data));
  child.stderr?.on("data", (data: Buffer) => err.push(data));
  child.stdin?.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") }),
    );
  });
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A folder for this test file, gone at its end. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "kb-cli-"));
  made.push(path);
  return path;
}

export const DESK = `---
title: The desk that remembers
author: Example Review
published: 2021-03-04
---

# The desk that remembers

The memex is a desk in which a person stores books, records and letters on microfilm. Vannevar Bush described the memex in July 1945.
A memex trail is a chain of ties between two items. No memex was ever built. Vannevar Bush was an American engineer who directed research during the war.
Vannevar Bush called the principle of the memex associative indexing.
`;

export const NAME = `# Who named hypertext?

Hypertext is writing that branches and lets the reader choose. Ted Nelson put the word hypertext into print in 1965.
Ted Nelson is an American writer who named hypertext. Hypertext owes the idea of the trail to the memex of Vannevar Bush.
The memex is a desk for one reader, and Ted Nelson credited the memex for hypertext.
`;

export function write(root: string, path: string, text: string | Uint8Array): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** A vault with two sources, made by `kb init`. */
export async function vault(): Promise<string> {
  const root = join(folder(), "vault");
  await kb(["init", root]);
  write(root, "raw/desk.md", DESK);
  write(root, "raw/name.md", NAME);
  return root;
}
