// Ambiguous names made of real ones: two names that real sources define are both called by a third; are they told apart, and is nothing else?
import type { SourceNote } from "../src/core/note.ts";
import { extractiveEngine } from "../src/engine/extractive/engine.ts";
import { nominate } from "../src/engine/extractive/names/nominate.ts";
import { groupsOf } from "../src/link/groups.ts";
import { noteOf } from "../src/note/note.ts";
import { readFile } from "../src/read/registry.ts";
import { sha256 } from "../src/text/hash.ts";
import { headOf } from "../src/text/head-noun.ts";
import { nameKey } from "../src/text/names.ts";

const PAIRS = 40;
const SOURCES = 500;
const INVENTED = "Zorn";

/** Notes of so many sources, the first by hash. */
async function notesOf(texts: readonly string[]): Promise<SourceNote[]> {
  const engine = extractiveEngine({ perThousandWords: 25, most: 60 });
  const chosen = [...texts].sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1)).slice(0, SOURCES);
  const notes: SourceNote[] = [];
  for (const [i, text] of chosen.entries()) {
    const result = await readFile(Buffer.from(text), `raw/${i}.md`);
    if (result.kind !== "read") continue;
    for (const document of result.documents)
      notes.push(
        noteOf({
          document,
          hash: sha256(text),
          proposed: await engine.noteDocument(document),
          nominations: nominate(document),
          engine: engine.id,
        }),
      );
  }
  return notes;
}

interface Defined {
  readonly key: string;
  readonly name: string;
  readonly head: string;
}

/** Names that a source defines with a noun, each once, in an order of their own. */
function definedIn(notes: readonly SourceNote[]): Defined[] {
  const found = new Map<string, Defined>();
  for (const { mentions } of notes)
    for (const { name, minor, definition, definitionStrength = 0 } of mentions) {
      const head = definition && definitionStrength >= 0.5 && /^\p{Lu}/u.test(name) ? headOf(definition) : undefined;
      if (head && !minor) found.set(nameKey(name), { key: nameKey(name), name, head });
    }
  return [...found.values()].sort((a, b) => (sha256(a.name) < sha256(b.name) ? -1 : 1));
}

/** The notes with one name called by the invented one; with who spoke of it. */
function renamed(notes: readonly SourceNote[], { key, name }: Defined): { notes: SourceNote[]; sources: Set<string> } {
  const sources = new Set<string>();
  const changed = notes.map((note): SourceNote => {
    if (!note.mentions.some((one) => nameKey(one.name) === key)) return note;
    sources.add(note.path);
    const put = (text: string): string => text.replaceAll(name, INVENTED);
    return {
      ...note,
      meta: { ...note.meta, title: put(note.meta.title) },
      claims: note.claims.map((claim) => ({ ...claim, text: put(claim.text) })),
      mentions: note.mentions.map((one) =>
        nameKey(one.name) === key ? { ...one, name: INVENTED, forms: [INVENTED] } : one,
      ),
    };
  });
  return { notes: changed, sources };
}

/** One line: pairs told apart, sources on the right side of them, and names that are split as they stand. */
export async function sensesTold(texts: readonly string[]): Promise<string> {
  const notes = await notesOf(texts);
  const names = definedIn(notes);
  let [pairs, apart, right, all] = [0, 0, 0, 0];
  for (let i = 0; i + 1 < names.length && pairs < PAIRS; i += 2) {
    const [one, other] = [names[i], names[i + 1]];
    if (!one || !other || one.head === other.head) continue;
    const first = renamed(notes, one);
    const second = renamed(first.notes, other);
    // A source that speaks of both would show that they are two by itself.
    if ([...first.sources].some((source) => second.sources.has(source))) continue;
    pairs++;
    const groups = groupsOf(second.notes).groups.filter(({ reading }) => reading?.name === nameKey(INVENTED));
    if (groups.length < 2) continue;
    apart++;
    for (const { members } of groups) {
      const ones = members.filter(({ source }) => first.sources.has(source)).length;
      right += Math.max(ones, members.length - ones);
      all += members.length;
    }
  }
  const split = groupsOf(notes).groups.filter(({ reading }) => reading);
  return `${apart} of ${pairs} told apart, ${right} of ${all} mentions on the right side; as they stand ${split.length} of ${groupsOf(notes).groups.length} names are read in several ways: ${split.map(({ key }) => key).join(", ")}`;
}
