// Topics -> drafts: what each page says, from the store where its claims are the same, else from the engine.
import type { Engine, TopicDraft } from "../core/engine.ts";
import { EngineGone } from "../core/errors.ts";
import type { Claim, Dropped, SourceNote } from "../core/note.ts";
import type { ClaimRef, Topic } from "../core/topic.ts";
import { EXTRACTIVE_VERSION } from "../engine/extractive/engine.ts";
import { extractiveTopic } from "../engine/extractive/pages/topic.ts";
import { memoKey } from "../vault/memo.ts";
import type { PlacedTopic } from "../write/names.ts";
import { WRITE_VERSION } from "../write/topic-page.ts";
import { withinSurveys } from "./lists.ts";
import { type Outline, outliner } from "./outlines.ts";
import { rememberPace } from "./pace.ts";
import { carriedOn, claimKey, type KeptDraft } from "./provisional.ts";
import { knownRelations } from "./relations.ts";
import type { SiteInput } from "./site.ts";
import { patienceWith } from "./spare.ts";
import { templatesOf } from "./templates.ts";
import { turn } from "./turn.ts";

export interface DraftedTopic {
  readonly placed: PlacedTopic;
  readonly outline: Outline;
  readonly draft: TopicDraft;
  /** Who wrote it. */
  readonly engine: string;
  /** A model wrote it, and its claims changed since. */
  readonly provisional?: boolean;
}

export interface Drafts {
  readonly drafts: readonly DraftedTopic[];
  readonly dropped: readonly Dropped[];
  readonly gone: EngineGone | undefined;
}

/** A list of fewer sources is no survey. */
const LEAST_SURVEYED = 2;
/** Of whom there is hardly more than a name. */
const LEAST_SENTENCES = 2;

/** Drafts with enough to say; a model that goes away midway leaves the rest to the engine that needs none. */
export async function draftTopics(
  placed: readonly PlacedTopic[],
  input: SiteInput,
  notes: ReadonlyMap<string, SourceNote>,
  claimAt: (ref: ClaimRef) => Claim | undefined,
): Promise<Drafts> {
  const { workspace } = input;
  const rules = input.engine.id === "extractive" ? "" : workspace.rules();
  const related = knownRelations(workspace.store.memo, placed, claimAt);
  const outlineOf = outliner(input, placed, notes, rules);
  const keeps = workspace.store.memo.holds("kept");
  const dropped: Dropped[] = [];
  const drafts: DraftedTopic[] = [];
  let gone = input.gone;
  const { spare } = await workspace.chosen();
  const patience = patienceWith(spare);
  workspace.progress.start("Writing topics", placed.length);
  for (const one of placed) {
    await turn(workspace.signal);
    const neighbours = (related.get(one.page) ?? []).map((relation) => relation.title);
    const outline = outlineOf(one, neighbours);
    const { draft, engine, fault, provisional } = await draftOf(one.topic, outline, input, {
      gone,
      claimAt,
      keeps,
      spare,
    });
    if (fault) gone ??= patience.failed(fault);
    else if (engine !== "extractive") patience.did();
    if (fault && !(fault instanceof EngineGone))
      dropped.push({
        what: one.topic.title,
        where: `${one.page}.md`,
        reason: `the model could not write it, so it was put together without: ${fault.message}`,
      });
    dropped.push(...draft.dropped);
    // A handle in a roster: who has a page is told of more than once.
    const listed = one.topic.kind === "person" && outline.spread.length === 1 && !one.topic.title.includes(" ");
    const least = draft.sections.length > 0 ? (listed ? LEAST_SENTENCES : 1) : LEAST_SURVEYED;
    if (FIELD.test(one.topic.title) && outline.spread.length === 1) {
      dropped.push({ what: one.topic.title, where: `${one.page}.md`, reason: "a name of code that one source uses" });
      workspace.progress.step();
      continue;
    }
    const sentences = [...draft.sections.flatMap((section) => section.paragraphs.flat()), ...(draft.survey ?? [])];
    // What two sources say in the same words is told twice.
    const said = sentences.reduce((sum, sentence) => sum + sentence.claims.length, 0);
    if (said >= least) drafts.push({ placed: one, outline, draft, engine, ...(provisional ? { provisional } : {}) });
    else
      dropped.push({ what: one.topic.title, where: `${one.page}.md`, reason: "too little is said of it for a page" });
    workspace.progress.step();
  }
  workspace.progress.done();
  const { kept, beyond } = withinSurveys(drafts, notes.size);
  for (const one of beyond)
    dropped.push({
      what: one.placed.topic.title,
      where: `${one.placed.page}.md`,
      reason: "no source says what it is, and others without a definition are spoken of more",
    });
  return { drafts: kept, dropped, gone };
}

/** "parentCapability": a field of somebody's interface. */
const FIELD = /^\p{Lower}{3,}\p{Upper}\p{Lower}/u;

interface Drafted {
  readonly draft: TopicDraft;
  readonly engine: string;
  readonly fault?: Error;
  readonly provisional?: boolean;
}

interface Circumstances {
  readonly gone: EngineGone | undefined;
  readonly claimAt: (ref: ClaimRef) => Claim | undefined;
  /** A model wrote pages here before. */
  readonly keeps: boolean;
  /** Serves from now on for what a model that went away did not write; without one the next run asks again. */
  readonly spare: Engine | undefined;
}

async function draftOf(
  { title, type }: Topic,
  { said, brief }: Outline,
  input: SiteInput,
  { gone, claimAt, keeps, spare }: Circumstances,
): Promise<Drafted> {
  const { engine, workspace, upgrade } = input;
  const { memo, kv } = workspace.store;
  const plainKey = memoKey(title, said, WRITE_VERSION, EXTRACTIVE_VERSION);
  const plain = (lasting = true): TopicDraft => {
    const known = memo.get<TopicDraft>("draft", plainKey);
    if (known) return known;
    const draft = extractiveTopic(brief());
    input.counter.count("write");
    if (lasting) memo.set("draft", plainKey, draft);
    return draft;
  };
  const keptKey = memoKey(title, type);
  const kept = keeps ? memo.get<KeptDraft>("kept", keptKey) : undefined;
  // Set where a model's draft was carried on for these claims: it stays so until --upgrade.
  const servedKey = memoKey(title, said, WRITE_VERSION, "carried on");
  const keep = (draft: TopicDraft, by: string, key: string): void => {
    if (kept?.key !== key) memo.set("kept", keptKey, { draft, engine: by, key, claims: brief().claims.map(claimKey) });
  };
  const modelKey = (id: string): string =>
    memoKey(title, said, workspace.rules(), templatesOf(workspace.layout, "prompts"), WRITE_VERSION, id);
  const last = engine.id === "extractive" ? kv.get<string>("model-id") : engine.id;
  if (last) {
    const known = memo.get<TopicDraft>("draft", modelKey(last));
    if (known) {
      keep(known, last, modelKey(last));
      return { draft: known, engine: last };
    }
  }
  if (engine.id === "extractive" || gone || (!upgrade && memo.get("draft", servedKey))) {
    const carried = kept && carriedOn(kept, brief(), claimAt);
    if (kept && carried) {
      memo.set("draft", servedKey, true);
      return { draft: carried.draft, engine: kept.engine, provisional: carried.provisional };
    }
    if (engine.id === "extractive" || gone) return { draft: plain(!gone || spare !== undefined), engine: "extractive" };
  }
  const before = upgrade ? undefined : memo.get<TopicDraft>("draft", plainKey);
  if (before) return { draft: before, engine: "extractive" };
  try {
    const started = performance.now();
    const asked = engine.usage().calls;
    const draft = await engine.writeTopic(brief(), workspace.signal);
    if (engine.usage().calls > asked) rememberPace(kv, "topic", performance.now() - started);
    input.counter.count("write");
    memo.set("draft", modelKey(engine.id), draft);
    keep(draft, engine.id, modelKey(engine.id));
    return { draft, engine: engine.id };
  } catch (error) {
    if (workspace.signal?.aborted || !(error instanceof Error)) throw error;
    const lasting = !(error instanceof EngineGone) || spare !== undefined;
    return { draft: plain(lasting), engine: "extractive", fault: error };
  }
}
