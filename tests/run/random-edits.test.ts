// Random edits of pages, random changes of sources, run after run: no line of a person's is lost, the rest stays sound, and undo is exact.
import { renameSync, rmSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { undo } from "../../src/run/undo.ts";
import { copyOf, type Lights, lights, SOURCES } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 240_000 });

const PAGE = /^wiki\/(?:concepts|entities|methods|sources)\//u;
const pagesOf = (v: Lights): string[] => Object.keys(v.wiki()).filter((path) => PAGE.test(path));
const splitAt = (text: string): [string, string[]] => {
  const end = text.indexOf("\n---\n", 4) + 5;
  return [text.slice(0, end), text.slice(end).split("\n")];
};

interface Edit {
  readonly page: number;
  readonly line: number;
  readonly kind: "paragraph" | "before" | "after" | "section" | "property" | "item";
}
interface Change {
  readonly source: number;
  readonly kind: "figure" | "drop" | "add" | "remove" | "new";
  readonly n: number;
}
interface Round {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
  readonly forget: boolean;
}

const rounds = fc.array(
  fc.record<Round>({
    edits: fc.array(
      fc.record<Edit>({
        page: fc.nat(99),
        line: fc.nat(99),
        kind: fc.constantFrom("paragraph", "before", "after", "section", "property", "item"),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    changes: fc.array(
      fc.record<Change>({
        source: fc.nat(99),
        kind: fc.constantFrom("figure", "drop", "add", "remove", "new"),
        n: fc.nat(9),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    forget: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Gives the words that must be in the wiki from now on. */
function edited(v: Lights, { page, line, kind }: Edit, n: number): string {
  const pages = pagesOf(v);
  const path = pages[page % pages.length] ?? "";
  const words = `Remark ${n} is mine and nobody else's.`;
  const [head, lines] = splitAt(v.read(path));
  const spots = lines.flatMap((one, i) => (one.length > 30 && !/^[#>|\s]/u.test(one) ? [i] : []));
  const spot = spots[line % Math.max(1, spots.length)] ?? 1;
  const at = lines[spot] ?? "";
  const isItem = /^\s*(?:-|\d+\.)\s/u.test(at);
  switch (kind) {
    case "property":
      v.put(path, `${head.replace(/\n---\n$/u, `\nremark${n}: ${words}\n---\n`)}${lines.join("\n")}`);
      return words;
    case "before":
      lines.splice(spot, 1, isItem ? `- ${words}\n${at}` : `${words} ${at}`);
      break;
    case "after":
      lines.splice(spot, 1, isItem ? `${at}\n- ${words}` : `${at} ${words}`);
      break;
    case "section":
      lines.push("", `## Remark ${n}`, "", words, "");
      break;
    case "item":
      lines.push("", `- ${words}`, "");
      break;
    default:
      lines.splice(spot, 0, words, "");
  }
  v.put(path, head + lines.join("\n"));
  return words;
}

function changed(v: Lights, { source, kind, n }: Change): void {
  const paths = Object.keys(SOURCES).filter((path) => path.endsWith(".md"));
  const path = paths[source % paths.length] ?? "";
  const text = SOURCES[path] ?? "";
  const sentences = text.split(/(?<=\.) (?=[A-Z])/u);
  switch (kind) {
    case "new":
      v.put(
        `raw/new-${n}.md`,
        `# Light ${n}\n\nThe Fresnel lens of light ${n} is ${n + 2} metres wide. A lightvessel lay there in 18${n}5.\n`,
      );
      break;
    case "remove":
      rmSync(v.path(path), { force: true });
      break;
    case "figure":
      v.put(
        path,
        text.replace(/\b(\d{4})\b(?=[^-])/gu, (year) => String(Number(year) + n)),
      );
      break;
    case "add":
      v.put(path, `${text.trimEnd()} The Eddystone Lighthouse had keeper number ${n} that year.\n`);
      break;
    default:
      v.put(path, sentences.filter((_, i) => i === 0 || i % 4 !== n % 4).join(" "));
  }
}

test("whatever people and sources do, no edited line is lost, and each run can be taken back", async () => {
  const compiled = lights();
  await compiled.run();
  await fc.assert(
    fc.asyncProperty(rounds, async (script) => {
      const v = copyOf(compiled);
      const mine: string[] = [];
      for (const { edits, changes, forget } of script) {
        for (const one of edits) mine.push(edited(v, one, mine.length));
        for (const one of changes) changed(v, one);
        if (forget) rmSync(v.path(".kb"), { recursive: true });
        const before = v.wiki();
        await v.run({ prune: true });
        const all = Object.values(v.wiki()).join("\n");
        expect(mine.filter((words) => !all.includes(words))).toEqual([]);
        const after = v.wiki();
        const again = await v.run();
        expect(again.report.pages.filter((page) => page.status !== "unchanged")).toEqual([]);
        expect(v.wiki()).toEqual(after);
        if (JSON.stringify(before) === JSON.stringify(after)) continue;
        await v.with(async (workspace) => undo(workspace));
        expect(v.wiki()).toEqual(before);
        await v.run({ prune: true });
        const redone = v.wiki();
        for (const [path, text] of Object.entries(after))
          if (!path.endsWith("/log.md")) expect([path, redone[path]]).toEqual([path, text]);
      }
    }),
    { numRuns: Number(process.env.KB_RUNS ?? 10), seed: Number(process.env.KB_SEED ?? 20261121), endOnFailure: true },
  );
});

test("a source that vanishes while it is read costs itself only, and the next run takes it for gone", async () => {
  const v = lights();
  let moved = false;
  const { exitCode, report } = await v.with(async (workspace) => {
    const { compile } = await import("../../src/run/compile.ts");
    const progress = {
      ...workspace.progress,
      start: (label: string) => {
        // The scan has seen all files; nothing is read yet.
        if (label === "Reading sources" && !moved) renameSync(v.path("raw/pharos.md"), v.path("pharos.txt"));
        moved = true;
      },
    };
    return compile({ ...workspace, progress });
  });
  expect(moved).toBe(true);
  expect(exitCode).toBe(1);
  expect(report.ingest.sources.find((source) => source.path === "raw/pharos.md")).toMatchObject({ status: "failed" });
  expect(report.ingest.sources.filter((source) => source.status === "added")).toHaveLength(
    Object.keys(SOURCES).length - 1,
  );
  const next = await v.run();
  expect(next.exitCode).toBe(0);
  expect(Object.keys(v.wiki()).filter((path) => /pharos/u.test(path))).toEqual(["pharos.txt"]);
});
