// An optional commit for each run: only paths that the run wrote, never anything else that is staged, and never a reason for the run to fail.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { counted } from "../text/counted.ts";
import type { Run } from "./journal.ts";
import { absolute, type Layout } from "./layout.ts";

/** Undefined when the commit was made or there is no repository; else a notice. */
export function commitRun(layout: Layout, run: Run): string | undefined {
  const git = (args: readonly string[], input = ""): string =>
    execFileSync("git", ["-C", layout.root, "-c", "commit.gpgSign=false", "-c", "core.quotePath=false", ...args], {
      input,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
      timeout: 30_000,
      maxBuffer: 1 << 28,
      env: {
        ...process.env,
        GIT_TERMINAL_PROMPT: "0",
        ...(args[0] === "check-ignore" ? {} : { GIT_LITERAL_PATHSPECS: "1" }),
      },
    });
  try {
    if (git(["rev-parse", "--is-inside-work-tree"]).trim() !== "true") return undefined;
  } catch {
    return undefined;
  }
  try {
    const ignored = new Set(
      quietly(() => git(["check-ignore", "-z", "--stdin"], `${[...run.changed].join("\0")}\0`)).split("\0"),
    );
    const paths = [...new Set(run.changed)].filter((path) => !ignored.has(path));
    const tracked = new Set(git(["ls-files", "-z", "--cached"]).split("\0"));
    const ours = paths.filter((path) => tracked.has(path) || existsSync(absolute(layout, path)));
    if (ours.length === 0) return undefined;
    const list = `${ours.join("\0")}\0`;
    git(["add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul"], list);
    git(
      [
        "commit",
        "--quiet",
        "--no-verify",
        "--only",
        "-m",
        messageOf(run),
        "--pathspec-from-file=-",
        "--pathspec-file-nul",
      ],
      list,
    );
    return undefined;
  } catch (error) {
    const said =
      error instanceof Error && "stderr" in error ? String(error.stderr).trim().split("\n")[0] : String(error);
    return `git did not take the commit (${said}). The wiki itself is written.`;
  }
}

function messageOf(run: Run): string {
  const pages = new Set(run.changed).size;
  return `kb ${run.head.command}: ${counted(pages, "file")}\n\nRun ${run.head.id}. \`kb undo ${run.head.id}\` takes it back.`;
}

/** check-ignore exits with 1 when nothing is ignored. */
function quietly(call: () => string): string {
  try {
    return call();
  } catch {
    return "";
  }
}
