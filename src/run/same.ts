// What a model thinks of names that may be one thing: asked within a budget, kept for good, believed only where sources bear it out.
import type { Engine, Verdict } from "../core/engine.ts";
import type { Mention, SourceNote } from "../core/note.ts";
import type { DoubtfulMerge, Topic } from "../core/topic.ts";
import { doubtfulPairs } from "../link/doubts.ts";
import type { Stated } from "../link/stated.ts";
import { nameWords } from "../text/names.ts";
import type { Decision } from "../vault/decisions.ts";
import { memoKey } from "../vault/memo.ts";
import type { Workspace } from "./workspace.ts";

export interface Judgement {
  readonly verdict: Verdict;
  /** Engine and model. */
  readonly by: string;
  /** Cosine of what is said of the two, where a model embeds it. */
  readonly near?: number;
}

export interface JudgedPair extends DoubtfulMerge {
  readonly judgement: Judgement;
}

/** Pairs a run: each takes two questions. */
const ASKED = 8;
/** One of these must show that the two are spoken of together, or that the same is said of them. */
const TOGETHER = 0.5;
const NEAR = 0.7;

/** Doubtful pairs with what a model said of them, now or in an earlier run. Only a model that is not `extractive` is asked. */
export async function judgedPairs(
  { engine, workspace }: { readonly engine?: Engine; readonly workspace: Workspace },
  topics: readonly Topic[],
  notes: readonly SourceNote[],
  decisions: readonly Decision[],
): Promise<JudgedPair[]> {
  const { memo } = workspace.store;
  const byTitle = new Map(topics.map((topic) => [topic.title, topic]));
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const splits = decisions.flatMap((one) => (one.kind === "split" && !one.in ? [one.names] : []));
  const out: JudgedPair[] = [];
  let left = engine === undefined || engine.id === "extractive" ? 0 : ASKED;
  for (const pair of doubtfulPairs(topics, splits)) {
    const [one, other] = [byTitle.get(pair.a), byTitle.get(pair.b)];
    if (!one || !other) continue;
    const [a, b] = [mentionOf(one, byPath), mentionOf(other, byPath)];
    const key = memoKey(a, b);
    let judgement = memo.get<Judgement>("same", key);
    if (engine && judgement === undefined && left > 0) {
      left--;
      try {
        judgement = {
          ...(await asked(engine, a, b, controlFor([one, other], topics, byPath), workspace.signal)),
          by: engine.id,
        };
        memo.set("same", key, judgement);
      } catch {
        workspace.signal?.throwIfAborted();
        // An opinion is worth no failed run; the pair stays in review.
        left = 0;
      }
    }
    if (judgement) out.push({ ...pair, judgement });
  }
  return out;
}

/** Both ways round, since some models agree with whatever they are asked; and never, if it takes two strangers for one. */
async function asked(
  engine: Engine,
  a: Mention,
  b: Mention,
  stranger: Mention | undefined,
  signal: AbortSignal | undefined,
): Promise<{ verdict: Verdict; near?: number }> {
  const there = await engine.sameThing(a, b, signal);
  const back = there === "unsure" ? there : await engine.sameThing(b, a, signal);
  const credulous =
    there === "same" &&
    back === "same" &&
    stranger !== undefined &&
    (await engine.sameThing(a, stranger, signal)) === "same";
  const verdict = there === back && !credulous ? there : "unsure";
  const [one, other] = (await engine.embed([shown(a), shown(b)], signal)) ?? [];
  if (!one || !other) return { verdict };
  const near = one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
  return { verdict, near: Math.round(near * 100) / 100 };
}

function shown({ name, definition }: Mention): string {
  return `${name}: ${definition ?? ""}`;
}

/** What the vault knows of a topic, as one source would mention it. */
function mentionOf(topic: Topic, notes: ReadonlyMap<string, SourceNote>): Mention {
  const ref = topic.definedBy ?? topic.subjectOf[0] ?? topic.claims[0];
  const said = ref && notes.get(ref.source)?.claims.find((claim) => claim.id === ref.id)?.text;
  return {
    name: topic.title,
    forms: topic.aliases.slice(1, 6),
    type: topic.type,
    ...(topic.kind ? { kind: topic.kind } : {}),
    count: 1,
    salience: 1,
    inTitle: false,
    inHeading: false,
    ...(said ? { definition: said } : {}),
    claims: [],
    subjectOf: [],
  };
}

/** The first topic, of the type of the first if there is one, that shares neither a word nor a source with either. */
function controlFor(
  pair: readonly [Topic, Topic],
  topics: readonly Topic[],
  notes: ReadonlyMap<string, SourceNote>,
): Mention | undefined {
  const words = new Set(pair.flatMap(({ title }) => nameWords(title)));
  const sources = new Set(pair.flatMap(({ claims }) => claims.map((ref) => ref.source)));
  const strangers = topics.filter(
    (other) =>
      !nameWords(other.title).some((word) => words.has(word)) && !other.claims.some((ref) => sources.has(ref.source)),
  );
  const stranger = strangers.find(({ type }) => type === pair[0].type) ?? strangers[0];
  return stranger && mentionOf(stranger, notes);
}

/** Pairs that a model takes for one and that sources speak of together, or say the same of. */
export function believed(pairs: readonly JudgedPair[]): Stated[] {
  return pairs.flatMap(({ a, b, context, judgement: { verdict, by, near = 0 } }) =>
    verdict === "same" && (context >= TOGETHER || near >= NEAR) ? [{ names: [a, b], by }] : [],
  );
}

/** The pair for a person's review, with what a model said of it. */
export function withOpinion(pair: DoubtfulMerge, judged: readonly JudgedPair[]): DoubtfulMerge {
  const found = judged.find(({ a, b }) => a === pair.a && b === pair.b)?.judgement;
  if (!found) return pair;
  const says = { same: "takes them for one", different: "takes them for two", unsure: "cannot tell" }[found.verdict];
  return { ...pair, reason: `${pair.reason}; ${found.by} ${says}` };
}
