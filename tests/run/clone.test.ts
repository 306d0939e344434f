// A repository comes into raw/ by its address: one source that says where it is from, once for each state.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { gitAddress } from "../../src/read/clip/git-address.ts";
import { ingest } from "../../src/run/ingest.ts";
import { type Lights, lights } from "./lighthouses.ts";

const git = (folder: string, ...args: string[]): string =>
  execFileSync("git", ["-C", folder, "-c", "user.name=Ada", "-c", "user.email=ada@x.example", ...args], {
    encoding: "utf8",
    env: { ...process.env, GIT_AUTHOR_DATE: "2024-05-03T10:00:00Z", GIT_COMMITTER_DATE: "2024-05-03T10:00:00Z" },
  });

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A bare repository "lampctl.git" and a work tree that pushes to it. */
function remote(): { bare: string; url: string; commit(files: Readonly<Record<string, string>>): void } {
  const room = mkdtempSync(join(tmpdir(), "kb-remote-"));
  onTestFinished(() => rmSync(room, { recursive: true, force: true }));
  const [bare, work] = [join(room, "lampctl.git"), join(room, "work")];
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", bare]);
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", work]);
  const commit = (files: Readonly<Record<string, string>>): void => {
    put(work, files);
    git(work, "add", "--all");
    git(work, "commit", "--quiet", "-m", "state");
    git(work, "push", "--quiet", bare, "main");
  };
  commit({
    "README.md": "# lampctl\n\nLampctl is a program that turns the lamps of lighthouses on at dusk.\n",
    "src/cli.ts": "// Prints what each lamp of the lighthouse does at night.\nexport function runLamps() {}\n",
  });
  return { bare, url: pathToFileURL(bare).href, commit };
}

const take = (v: Lights, target: string) => v.with((workspace) => ingest(workspace, [target]));
const page = (v: Lights, raw: string): string =>
  Object.values(v.wiki()).find((text) => text.includes(`source: "[[${raw}]]"`)) ?? "";

describe("the address of a repository", () => {
  it("brings its newest state as one source that says its address and day", async () => {
    const [v, { url, bare }] = [lights({}), remote()];
    const { exitCode } = await take(v, url);
    expect(exitCode).toBe(0);
    expect(v.read("raw/lampctl/src/cli.ts")).toContain("runLamps");
    expect(existsSync(v.path("raw/lampctl/.git"))).toBe(false);
    const source = page(v, "raw/lampctl/README.md");
    expect(source).toContain("published: 2024-05-03");
    expect(source).toContain(url);
    expect(source).toContain("turns the lamps of lighthouses on at dusk");
    // The bare folder itself is the same repository.
    await take(v, bare);
    expect(existsSync(v.path("raw/lampctl_2"))).toBe(false);
  });

  it("brings nothing again while its files are the same, and a new state beside the old one, which says so", async () => {
    const [v, { url, commit }] = [lights({}), remote()];
    await take(v, url);
    commit({ ".github/note.txt": "No file of kb's.\n" });
    const { report } = await take(v, url);
    expect(existsSync(v.path("raw/lampctl_2"))).toBe(false);
    expect(report.sources.every((one) => one.status === "unchanged")).toBe(true);
    commit({ "README.md": "# lampctl\n\nLampctl is a program that turns the lamps of lighthouses off at dawn.\n" });
    await take(v, url);
    expect(v.read("raw/lampctl_2/README.md")).toContain("off at dawn");
    expect(page(v, "raw/lampctl/README.md")).toMatch(/> \[!info\] Superseded\n/);
    expect(page(v, "raw/lampctl_2/README.md")).not.toContain("Superseded");
  });

  it("runs no hook, follows no link and fetches no submodule of what it brings", async () => {
    const [v, { url }] = [lights({}), remote()];
    const room = mkdtempSync(join(tmpdir(), "kb-work-"));
    onTestFinished(() => rmSync(room, { recursive: true, force: true }));
    execFileSync("git", ["clone", "--quiet", url, room]);
    symlinkSync("/etc/passwd", join(room, "secrets.txt"));
    writeFileSync(join(room, ".gitmodules"), '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c "touch pwned"\n');
    git(room, "add", "--all");
    git(room, "commit", "--quiet", "-m", "link");
    git(room, "push", "--quiet", "origin", "main");
    expect((await take(v, url)).exitCode).toBe(0);
    expect(v.read("raw/lampctl/secrets.txt")).toBe("/etc/passwd");
    expect(existsSync(v.path("raw/lampctl/x"))).toBe(false);
  });

  it("says in a sentence when there is no repository, no git, or a host that is not on the open network", async () => {
    const [v, { url, bare }] = [lights({}), remote()];
    const reason = async (target: string): Promise<string> => {
      const { report, exitCode } = await take(v, target);
      expect(exitCode).toBe(1);
      return report.sources.find((one) => one.path === target)?.reason ?? "";
    };
    expect(await reason(url.replace("lampctl", "nothing"))).toMatch(/^there is no repository/);
    expect(await reason("https://127.0.0.1/owner/name.git")).toContain("private network");
    expect(await reason("git@127.0.0.1:owner/name.git")).toContain("private network");
    const path = (process.env["PATH"] ?? "").split(delimiter);
    vi.stubEnv("PATH", path.filter((folder) => !existsSync(join(folder, "git"))).join(delimiter));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await reason(`${url}`)).toMatch(/git is not installed/);
    expect(existsSync(bare)).toBe(true);
  });
});

describe("what is the address of a repository", () => {
  it.each([
    ["https://x.example/a/desk.git", "https://x.example/a/desk.git", "desk"],
    ["git@github.com:ada/desk.git", "git@github.com:ada/desk.git", "desk"],
    ["ssh://git@x.example:22/ada/desk", "ssh://git@x.example:22/ada/desk", "desk"],
    ["https://github.com/ada/desk/", "https://github.com/ada/desk.git", "desk"],
    ["https://github.com/ada/desk?tab=readme#use", "https://github.com/ada/desk.git", "desk"],
    ["git+https://github.com/ada/desk.git", "https://github.com/ada/desk.git", "desk"],
  ])("%s is", (target, url, name) => {
    expect(gitAddress(target)).toMatchObject({ url, name });
  });

  it.each([
    "https://github.com/ada/desk/blob/main/README.md",
    "https://github.com/ada",
    "https://x.example/desk",
    "https://ada:word@x.example/desk.git",
    "ext::sh -c id",
    "--upload-pack=id",
    "git@-oProxyCommand=id:x",
    "file:///home/ada/notes.md",
    "mail@x.example",
    "notes.md",
  ])("%s is not", (target) => {
    expect(gitAddress(target)).toBeUndefined();
  });

  it("is stated alike however it is written on a site that is known", () => {
    const stated = ["https://github.com/ada/desk", "https://github.com/ada/desk.git"].map(
      (target) => gitAddress(target)?.stated,
    );
    expect(stated).toEqual(["https://github.com/ada/desk", "https://github.com/ada/desk"]);
  });
});
