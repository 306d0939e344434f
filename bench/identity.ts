// Names that are one thing and names that only look alike: precision and recall of automatic merges, and the time that 10,000 names take.
import type { Mention, SourceNote } from "../src/core/note.ts";
import { nominate } from "../src/engine/extractive/names/nominate.ts";
import { doubtfulPairs } from "../src/link/doubts.ts";
import { groupsOf } from "../src/link/groups.ts";
import { topicsFrom } from "../src/link/topics.ts";
import { readFile } from "../src/read/registry.ts";
import { sha256 } from "../src/text/hash.ts";
import { nameKey } from "../src/text/names.ts";
import { aMention, speakingOf } from "../tests/link/notes.ts";
import { labelledPairs, type Pair, proseIn } from "./identity-pairs.ts";
import { sensesTold } from "./identity-senses.ts";

const CORPORA = process.env.KB_BENCH_CORPORA ?? "/tmp/data";
const NEIGHBOURS = ["Harbour", "Lantern", "Tide table"];

/** Each name has a source of its own and a third has both: of one context throughout, the hardest for names that are two. What a text states is handed over as a reader hands it over, as forms of one mention: this measures linking alone. */
function merged(pair: Pair): boolean {
  const { short } = pair;
  const alias = pair.kind === "alias in front matter";
  const named = (name: string): string | Mention => (short ? aMention(name, [], { forms: [name, short] }) : name);
  const both: (string | Mention)[] = short
    ? [short]
    : pair.stated && !alias
      ? [aMention(pair.a, [], { forms: [pair.a, pair.b] })]
      : [pair.a, pair.b];
  const third = speakingOf("raw/c.md", [...both, ...NEIGHBOURS]);
  const notes: SourceNote[] = [
    speakingOf("raw/a.md", [named(pair.a), ...NEIGHBOURS]),
    speakingOf("raw/b.md", [named(pair.b), ...NEIGHBOURS]),
    alias ? { ...third, meta: { ...third.meta, title: pair.a, aliases: [pair.b] } } : third,
  ];
  return groupsOf(notes).groups.some((group) => group.keys.has(nameKey(pair.a)) && group.keys.has(nameKey(pair.b)));
}

interface Row {
  readonly pairs: number;
  readonly merged: number;
}

function told(title: string, pairs: readonly Pair[]): void {
  const rated = pairs.map((pair) => ({ pair, merged: merged(pair) }));
  const right = rated.filter((one) => one.merged && one.pair.same).length;
  const wrong = rated.filter((one) => one.merged && !one.pair.same);
  const same = pairs.filter((pair) => pair.same).length;
  console.log(
    `${title}: ${pairs.length} pairs, ${same} of one thing; precision ${(right / (right + wrong.length)).toFixed(3)} (bar .98), recall ${(right / same).toFixed(3)} (bar .85)`,
  );
  const kinds = new Map<string, Row>();
  for (const { pair, merged: one } of rated) {
    const before = kinds.get(pair.kind) ?? { pairs: 0, merged: 0 };
    kinds.set(pair.kind, { pairs: before.pairs + 1, merged: before.merged + (one ? 1 : 0) });
  }
  for (const [kind, row] of kinds) console.log(`  ${kind}: ${row.merged} of ${row.pairs} merged`);
  // Names of the other half are not shown: whoever reads them tunes on them.
  if (title === "tuned on")
    for (const { pair, merged: one } of rated)
      if (one !== pair.same) console.log(`  ${one ? "wrongly one" : "missed"}: ${pair.a} | ${pair.b}`);
}

const pairs = labelledPairs(CORPORA);
const half = (pair: Pair): number => Number.parseInt(sha256(`${pair.a}\n${pair.b}`).slice(0, 2), 16) % 2;
const tuned = pairs.filter((pair) => half(pair) === 0);
const heldOut = pairs.filter((pair) => half(pair) === 1);
told("tuned on", tuned);
told("held out", heldOut);

/** Of the acronyms that the sources put beside their words: how many reading and noting hand over as one name. */
async function handedOver(pairs: readonly Pair[]): Promise<string> {
  const texts = proseIn(CORPORA);
  let found = 0;
  let read = 0;
  for (const { a, b } of pairs.filter((pair) => pair.kind === "acronym and words")) {
    const text = texts.find(
      (one) => one.length < 60_000 && (one.includes(`${a} (${b})`) || one.includes(`${a} (${b}s)`)),
    );
    const result = text === undefined ? undefined : await readFile(Buffer.from(text), "raw/source.md");
    if (result?.kind !== "read") continue;
    read++;
    const keys = result.documents.flatMap((document) =>
      nominate(document).map((one) => [one.name, ...one.forms].map((name) => nameKey(name))),
    );
    if (keys.some((own) => own.includes(nameKey(a)) && own.includes(nameKey(b)))) found++;
  }
  return `${found} of ${read}`;
}

console.log(
  `acronyms with their words, from the file to one name: tuned on ${await handedOver(tuned)}, held out ${await handedOver(heldOut)}`,
);

console.log(`invented ambiguous names: ${await sensesTold(proseIn(CORPORA))}`);

const many = Array.from({ length: 1000 }, (_, source) =>
  speakingOf(
    `raw/${source}.md`,
    Array.from({ length: 20 }, (_unused, i) => `Station ${((source * 10 + i) % 10_000).toString(36)}x${i % 7}`),
  ),
);
const start = performance.now();
const topics = topicsFrom(many, { perSource: 30, minSources: 1, minClaims: 1 });
doubtfulPairs(topics);
const names = new Set(many.flatMap((note) => note.mentions.map((mention) => nameKey(mention.name)))).size;
console.log(
  `${names} names of ${many.length} sources link in ${((performance.now() - start) / 1000).toFixed(1)} s (bar 10)`,
);
