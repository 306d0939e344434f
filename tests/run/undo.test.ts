import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { history } from "../../src/run/history.ts";
import { undo } from "../../src/run/undo.ts";
import { decisionPlan, loadDecisions } from "../../src/vault/decided.ts";
import { endRun } from "../../src/vault/end-run.ts";
import { followPages } from "../../src/vault/follow.ts";
import { runsOf, startRun } from "../../src/vault/journal.ts";
import { loadWiki } from "../../src/vault/load.ts";
import { applyPlan, type Plan } from "../../src/vault/plan.ts";
import { aPage, aVault, type TestVault } from "../vault/a-vault.ts";

const MEMEX = "wiki/concepts/memex.md";
const run = (v: TestVault, ...plans: Plan[]) => {
  const entry = startRun(v.vault, { command: "compile" });
  for (const plan of plans) applyPlan(v.vault, plan, { dryRun: false, run: entry });
  return endRun(v.vault, entry);
};
const log = (text: string) => ({ append: [{ ...aPage("wiki/log.md", text), type: "log" as const }] });

test("undo gives back the bytes that stood before, whatever the run did", async () => {
  const v = await aVault();
  v.put("notes/own.md", "See [[wiki/concepts/old]].\r\n");
  run(v, {
    pages: [aPage(MEMEX, "One."), aPage("wiki/concepts/old.md", "Old.")],
    files: [{ path: "wiki/vault.base", bytes: "a\n" }],
    ...log("## one"),
  });
  const before = { ...v.all(), own: v.read("notes/own.md") };
  run(
    v,
    {
      pages: [aPage(MEMEX, "Two."), aPage("wiki/concepts/new.md", "New.")],
      remove: ["wiki/concepts/old.md"],
      files: [
        { path: "wiki/vault.base", bytes: "b\n" },
        { path: "raw/clip.md", bytes: "clip" },
      ],
    },
    {
      pages: [aPage(MEMEX, "Three.")],
      patches: [
        { path: "notes/own.md", before: "See [[wiki/concepts/old]].\r\n", after: "See [[wiki/concepts/new]].\r\n" },
      ],
      ...log("## two"),
    },
  );
  const after = { ...v.all(), own: v.read("notes/own.md") };
  const told = undo(v.vault, undefined, { dryRun: true });
  expect({ ...v.all(), own: v.read("notes/own.md") }).toEqual(after);
  expect(undo(v.vault)).toEqual(told);
  expect({ ...v.all(), own: v.read("notes/own.md") }).toEqual(before);
  expect(v.has("raw/clip.md")).toBe(false);
  // kb does not take its own removals for a person's.
  expect(followPages(v.vault, loadWiki(v.vault.layout, v.vault.store)).decisions).toEqual([]);
  // Undoing the undo is doing it again.
  undo(v.vault, "3");
  expect({ ...v.all(), own: v.read("notes/own.md") }).toEqual(after);
});

test("undo goes back run by run, and says when there is nothing left", async () => {
  const v = await aVault();
  for (const text of ["One.", "Two.", "Three."]) run(v, { pages: [aPage(MEMEX, text)] });
  undo(v.vault);
  expect(v.read(MEMEX)).toContain("Two.");
  undo(v.vault);
  expect(v.read(MEMEX)).toContain("One.");
  undo(v.vault);
  expect(v.has(MEMEX)).toBe(false);
  expect(() => undo(v.vault)).toThrow("There is no run to undo");
  expect(() => undo(v.vault, "../../x")).toThrow("There is no run ../../x");
  expect(
    history(v.vault).runs.map(({ id, command, added, changed, removed, undoneBy }) => [
      id,
      command,
      added,
      changed,
      removed,
      undoneBy,
    ]),
  ).toEqual([
    ["6", "undo", 0, 0, 1, undefined],
    ["5", "undo", 0, 1, 0, undefined],
    ["4", "undo", 0, 1, 0, undefined],
    ["3", "compile", 0, 1, 0, "4"],
    ["2", "compile", 0, 1, 0, "5"],
    ["1", "compile", 1, 0, 0, "6"],
  ]);
});

test("what a person wrote since the run stays", async () => {
  const v = await aVault();
  run(v, { pages: [aPage(MEMEX, "One is here. Two is here."), aPage("wiki/concepts/b.md", "B.")] });
  run(v, {
    pages: [aPage(MEMEX, "One is here. Two is there now. Three is new."), aPage("wiki/concepts/c.md", "C.")],
    remove: ["wiki/concepts/b.md"],
  });
  v.put(MEMEX, v.read(MEMEX).replace("One is here.", "One is here. My remark.").replace("type:", "mine: yes\ntype:"));
  v.put("wiki/concepts/c.md", `${v.read("wiki/concepts/c.md")}\nMy note.\n`);
  const { pages } = undo(v.vault);
  expect(v.read(MEMEX)).toContain("\nOne is here. My remark. Two is here.\n");
  expect(v.read(MEMEX)).toContain("mine: yes\n");
  expect(v.read("wiki/concepts/c.md")).toContain("My note.");
  expect(v.read("wiki/concepts/b.md")).toContain("B.");
  expect(pages).toEqual([
    { path: "wiki/concepts/c.md", status: "kept", reason: "it was changed since" },
    { path: "wiki/concepts/b.md", status: "restored" },
    { path: MEMEX, status: "merged", reason: "what you wrote since stays" },
  ]);
});

test("after any runs and edits between them, undoing all of kb's leaves nothing of kb and all of the person's", async () => {
  const word = fc.constantFrom("Alpha stands here.", "Beta follows it.", "Gamma is third.", "Delta came late.");
  const body = fc.uniqueArray(word, { minLength: 1 }).map((words) => words.join(" "));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ a: fc.option(body), b: fc.option(body) }), { minLength: 1, maxLength: 5 }),
      async (versions) => {
        const v = await aVault();
        const states: Record<string, string>[] = [];
        const names = ["a", "b"] as const;
        v.put("wiki/own.md", "Mine.");
        for (const version of versions) {
          states.push(v.all());
          run(v, {
            pages: names.flatMap((name) =>
              version[name] === null ? [] : [aPage(`wiki/concepts/${name}.md`, version[name])],
            ),
            remove: names.filter((name) => version[name] === null).map((name) => `wiki/concepts/${name}.md`),
          });
          if (JSON.stringify(states.at(-1)) === JSON.stringify(v.all())) states.pop();
        }
        for (const state of states.reverse()) {
          undo(v.vault);
          expect(v.all()).toEqual(state);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("the journal keeps within its bounds, and a run that changed nothing leaves no entry", async () => {
  const v = await aVault({ journal: { maxRuns: 3 } });
  for (let n = 0; n < 6; n++) run(v, { pages: [aPage(MEMEX, `Version ${n}.`)] });
  run(v, { pages: [aPage(MEMEX, "Version 5.")] });
  expect(runsOf(v.vault.layout).map((head) => head.id)).toEqual(["6", "5", "4"]);
});

test("a line that a killed run left half written is passed over", async () => {
  const v = await aVault();
  run(v, { pages: [aPage(MEMEX, "One.")] });
  const file = ".kb/journal/000001.jsonl";
  v.put(file, `${v.read(file)}{"path":"wiki/conc`);
  undo(v.vault);
  expect(v.has(MEMEX)).toBe(false);
});

test("decisions are added to the page by plan, and undone with it", async () => {
  const v = await aVault();
  run(v, decisionPlan(v.vault, [], "extractive"));
  expect(loadDecisions(v.vault)).toEqual({ list: [], faults: [] });
  v.put("wiki/decisions.md", v.read("wiki/decisions.md").replace("# - merge", "- forbid: Foo # mine\n# - merge"));
  run(v, decisionPlan(v.vault, [{ kind: "pin", name: "Bar" }], "extractive"));
  expect(loadDecisions(v.vault).list).toEqual([
    { kind: "forbid", name: "Foo" },
    { kind: "pin", name: "Bar" },
  ]);
  expect(decisionPlan(v.vault, [{ kind: "pin", name: "Bar" }], "extractive")).toEqual({});
  undo(v.vault);
  expect(loadDecisions(v.vault).list).toEqual([{ kind: "forbid", name: "Foo" }]);
});

test("each run is a commit of its own paths only, and git never makes a run fail", async () => {
  const v = await aVault({ git: "commit" });
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", v.root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  expect(run(v, { pages: [aPage(MEMEX, "One.")] })).toBeUndefined();
  git("init", "-q");
  git("config", "user.name", "a");
  git("config", "user.email", "a@example.org");
  v.put(".gitignore", "wiki/log.md\n.kb/\n");
  v.put("staged.md", "staged");
  git("add", "staged.md");
  expect(
    run(v, {
      pages: [aPage(MEMEX, "Two."), aPage("wiki/concepts/é: x.md".replace(":", ""), "New.")],
      ...log("## one"),
    }),
  ).toBeUndefined();
  expect(git("-c", "core.quotePath=false", "show", "--name-only", "--format=%s").trim()).toBe(
    "kb compile: 3 files\n\nwiki/concepts/memex.md\nwiki/concepts/é x.md",
  );
  expect(git("status", "--porcelain", "staged.md")).toBe("A  staged.md\n");
  run(v, { remove: ["wiki/concepts/é x.md"] });
  expect(git("show", "--stat", "--format=%s")).toContain("1 file changed");
  v.put(".git/index.lock", "");
  expect(run(v, { pages: [aPage(MEMEX, "Three.")] })).toContain("git did not take the commit");
  rmSync(join(v.root, ".git/index.lock"));
  expect(v.read(MEMEX)).toContain("Three.");
});
