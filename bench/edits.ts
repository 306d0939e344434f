// A vault of 100 sources: 30 pages edited at random, 50 sources replaced by newer ones, compiled again. Every edit must be there, every citation hold, and it must be quick.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { claimsOn } from "../src/answer/claims.ts";
import { compile } from "../src/run/compile.ts";
import { closeWorkspace, openWorkspace } from "../src/run/workspace.ts";
import { missionVault } from "./mission.ts";
import "./shipped.ts";

const ROOT = join(process.env.KB_BENCH_TMP ?? "/tmp/kb-bench", "edits");
const EDITED = 30;
const REPLACED = 50;
/** Seconds for the compile after the changes. */
const BAR = 10;

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const random = randomFrom(Number(process.argv[2] ?? 7));
const pick = <T>(from: readonly T[], n: number): T[] => {
  const left = [...from];
  return Array.from({ length: Math.min(n, left.length) }, () => left.splice(random(left.length), 1)).flat();
};
const at = (path: string): string => join(ROOT, path);
const read = (path: string): string => readFileSync(at(path), "utf8");

async function timed(): Promise<{ seconds: number; longest: number; changed: number }> {
  const workspace = await openWorkspace({
    cwd: ROOT,
    vaultDir: ROOT,
    engine: "extractive",
    env: { SOURCE_DATE_EPOCH: "1763683200" },
  });
  // The longest stretch in which no signal would be heard.
  let last = performance.now();
  let longest = 0;
  const tick = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  const started = performance.now();
  const { report } = await compile(workspace);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(tick);
  closeWorkspace(workspace);
  return { seconds, longest, changed: report.pages.filter((page) => page.status !== "unchanged").length };
}

function pages(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    try {
      return readdirSync(at(`wiki/${folder}`))
        .sort()
        .map((name) => `wiki/${folder}/${name}`);
    } catch {
      return [];
    }
  });
}

/** One of several things that people do to a page; gives the words that must be there afterwards. */
function edit(path: string, n: number): string {
  const text = read(path);
  const end = text.indexOf("\n---\n", 4) + 5;
  const head = text.slice(0, end);
  const lines = text.slice(end).split("\n");
  const words = `This remark has the number ${n} and is mine.`;
  const spots = lines.flatMap((line, i) => (line.length > 60 && !/^[#>|]/u.test(line) ? [i] : []));
  const spot = spots[random(spots.length)] ?? 1;
  const kinds: readonly (() => unknown)[] = [
    () => lines.splice(spot, 0, words, ""),
    () => lines.splice(spot, 1, `${lines[spot]} ${words}`),
    () => lines.push("", "## My notes", "", words, ""),
    () => lines.splice(spot, 1, `${words} ${lines[spot]}`),
  ];
  kinds[random(kinds.length)]?.();
  const more = random(3) === 0 ? head.replace("\n---\n", `\nmine: ${n}\n---\n`) : head;
  writeFileSync(at(path), `${more}${lines.join("\n")}`);
  return words;
}

/** A newer version: some sentences dropped, some figures raised, a paragraph added. */
function renewed(text: string, n: number): string {
  const paragraphs = text.split("\n\n");
  const kept = paragraphs.filter((one, i) => i < 3 || one.startsWith("#") || one.length < 80 || random(12) > 0);
  const changed = kept.map((one, i) =>
    i < 3 || random(8) > 0 ? one : one.replace(/\b(\d{2,3})\b/u, (figure) => String(Number(figure) + 1)),
  );
  return `${changed.join("\n\n").trimEnd()}\n\nThe revision of part ${n} was finished by Ada Brook in June 2026.\n`;
}

const raws = missionVault(ROOT);
const first = await timed();
console.log(
  `first compile: ${first.seconds.toFixed(1)} s, ${first.changed} pages, longest stretch ${first.longest.toFixed(0)} ms`,
);

const words = new Map(
  pick(pages(["concepts", "entities", "methods", "sources"]), EDITED).map((path, n) => [path, edit(path, n)]),
);
for (const [n, path] of pick(raws, REPLACED).entries())
  writeFileSync(at(`raw/${path}`), renewed(read(`raw/${path}`), n));
const second = await timed();

const all = pages(["concepts", "entities", "methods", "sources", "answers"]).map((path) => [path, read(path)] as const);
const lost = [...words].filter(([, own]) => !all.some(([, text]) => text.includes(own)));
const ids = new Map(
  all.map(([path, text]) => [path.replace(/\.md$/u, ""), new Set(claimsOn(text).map(({ id }) => id))]),
);
let citations = 0;
const broken: string[] = [];
for (const [path, text] of [...all, ["wiki/overview.md", read("wiki/overview.md")] as const]) {
  for (const [, target = "", id = ""] of text.matchAll(/\[\[([^\]|#]+)#\^(c-[0-9a-f]{10}(?:-\d+)?)/gu)) {
    citations++;
    if (!ids.get(target)?.has(id)) broken.push(`${path} -> ${target}#^${id}`);
  }
}
const third = await timed();
console.log(
  `after ${words.size} edits and ${REPLACED} newer sources: ${second.seconds.toFixed(1)} s (bar: ${BAR}), ${second.changed} pages changed, longest stretch ${second.longest.toFixed(0)} ms`,
);
console.log(
  `edits lost: ${lost.length} of ${words.size}; citations that lead nowhere: ${broken.length} of ${citations}`,
);
for (const [path] of lost) console.log(`  lost: ${path}`);
for (const line of broken.slice(0, 10)) console.log(`  ${line}`);
console.log(`once more with nothing to do: ${third.seconds.toFixed(2)} s, ${third.changed} pages changed`);
