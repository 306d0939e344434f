// kb topics: every topic with its names and why each is one of them; and what a person decides about them.
import { UserError } from "../core/errors.ts";
import type { DoubtfulMerge, Topic } from "../core/topic.ts";
import { doubtfulPairs } from "../link/doubts.ts";
import { spellsOut } from "../text/acronyms.ts";
import { nameKey } from "../text/names.ts";
import { foldOf } from "../text/words.ts";
import { decisionPlan, decisionsPath, loadDecisions } from "../vault/decided.ts";
import { type Decision, withoutDecisions } from "../vault/decisions.ts";
import { endRun } from "../vault/end-run.ts";
import { startRun } from "../vault/journal.ts";
import { loadWiki, readPage } from "../vault/load.ts";
import { withLock } from "../vault/lock.ts";
import { applyPlan } from "../vault/plan.ts";
import { scanRaw } from "../vault/scan.ts";
import { withBundles } from "./bundles.ts";
import { chooseTopics, sentBy } from "./choose-topics.ts";
import { counterOf } from "./counter.ts";
import { extractive } from "./engines.ts";
import { notesOfRaw } from "./notes.ts";
import { believed, judgedPairs, withOpinion } from "./same.ts";
import type { Workspace } from "./workspace.ts";

export interface NamedTopic {
  readonly title: string;
  readonly type: string;
  readonly kind?: string;
  /** Its page, once compiled. */
  readonly page?: string;
  readonly names: readonly { readonly name: string; readonly reason: string }[];
  /** Sources and claims that speak of it. */
  readonly sources: number;
  readonly claims: number;
}

export interface TopicsReport {
  readonly topics: readonly NamedTopic[];
  /** Pairs that may be one thing, worst first. */
  readonly doubtful: readonly DoubtfulMerge[];
  readonly decisions: readonly Decision[];
}

/** Topics that have a page; all that sources speak of where `every` is set. */
export async function topics(workspace: Workspace, every = false): Promise<TopicsReport> {
  const decided = loadDecisions(workspace).list;
  const counter = counterOf();
  const scan = scanRaw(workspace.layout, workspace.settings, workspace.store);
  // No server is waited for: what is known serves without one.
  const recalling = { ...workspace, chosen: () => extractive(workspace) };
  const { noted } = withBundles(await notesOfRaw(recalling, scan, counter, { known: true }));
  const wiki = loadWiki(workspace.layout, workspace.store);
  const notes = noted.flatMap((one) => one.notes);
  const first = chooseTopics(notes, workspace, decided, wiki);
  // What a model said in an earlier run; this command asks none.
  const judged = await judgedPairs({ workspace }, first, notes, decided);
  const chosen = believed(judged).length > 0 ? chooseTopics(notes, workspace, decided, wiki, believed(judged)) : first;
  const pages = new Map(
    wiki
      .filter((page) => ["concept", "entity", "method"].includes(page.type))
      .map((page) => [foldOf(page.title), page.path]),
  );
  const listed = chosen.filter((topic) => every || pages.has(foldOf(topic.title)));
  return {
    topics: listed.map((topic) => namedTopic(topic, pages.get(foldOf(topic.title)), decided)),
    doubtful: doubtfulPairs(listed, splitsIn(decided)).map((pair) => withOpinion(pair, judged)),
    decisions: decided.filter(isAboutNames),
  };
}

function splitsIn(decided: readonly Decision[]): (readonly string[])[] {
  return decided.flatMap((one) => (one.kind === "split" && !one.in ? [one.names] : []));
}

function namedTopic(topic: Topic, page: string | undefined, decided: readonly Decision[]): NamedTopic {
  return {
    title: topic.title,
    type: topic.type,
    ...(topic.kind ? { kind: topic.kind } : {}),
    ...(page === undefined ? {} : { page }),
    names: topic.aliases.map((name) => ({ name, reason: reasonFor(name, topic, decided) })),
    sources: new Set(topic.claims.map((ref) => ref.source)).size,
    claims: topic.claims.length,
  };
}

const SHARED = "shared with another thing";

function reasonFor(name: string, topic: Topic, decided: readonly Decision[]): string {
  const key = nameKey(name);
  const says = (names: readonly string[]) => names.some((one) => nameKey(one) === key);
  if (decided.some((one) => one.kind === "rename" && nameKey(one.to) === key)) return "you named it so";
  if (name === topic.title) return "title";
  if (decided.some((one) => one.kind === "merge" && says(one.names))) return "you said it is the same";
  if (topic.among && key === nameKey(topic.among.name)) return SHARED;
  if (key === nameKey(topic.title)) return "another spelling";
  const why = topic.why?.[name];
  const others = topic.aliases.filter((other) => other !== name);
  const sort = others.some((other) => spellsOut(other, name))
    ? "acronym"
    : others.some((other) => spellsOut(name, other))
      ? "what an acronym stands for"
      : others.some((other) => other.endsWith(` ${name}`))
        ? topic.kind === "person"
          ? "surname"
          : "short form"
        : undefined;
  return [sort, why].filter(Boolean).join(", ") || "named so beside it";
}

/** Names must be known to the vault, so that a slip of the pen decides nothing. */
export async function decideTopics(workspace: Workspace, decision: Decision): Promise<Decision> {
  const { topics: known } = await topics(workspace, true);
  const names = new Set(known.flatMap((topic) => topic.names.map(({ name }) => nameKey(name))));
  if (decision.kind === "split" && decision.in) checkSent(decision.names, decision.in, workspace);
  for (const name of namesOf(decision)) if (!names.has(nameKey(name))) throw new UserError(unknownName(name, known));
  if (decision.kind === "rename") {
    const meant = known.filter(
      ({ title, names: own }) =>
        foldOf(title) !== foldOf(decision.from) &&
        own.some(({ name, reason }) => name === decision.from && reason === SHARED),
    );
    if (meant.length > 1)
      throw new UserError(
        `“${decision.from}” means several things here: ${meant.map(({ title }) => `“${title}”`).join(", ")}. Say which.`,
      );
  }
  return withLock(workspace.layout, "topics", async () => {
    const run = startRun(workspace, { command: "topics", reason: `${decision.kind} ${namesOf(decision).join(", ")}` });
    applyPlan(workspace, decisionPlan(workspace, [decision], "extractive"), { dryRun: false, run });
    endRun(workspace, run);
    return decision;
  });
}

function checkSent(names: readonly string[], sources: readonly string[], workspace: Workspace): void {
  const [name = "Java"] = names;
  if (!sentBy(names, sources))
    throw new UserError(`With --in, the second name says in brackets what the first means there: "${name} (island)".`);
  const known = new Set(scanRaw(workspace.layout, workspace.settings, workspace.store).files.map(({ path }) => path));
  for (const source of sources)
    if (!known.has(source))
      throw new UserError(`There is no source ${source}. Paths are those from the vault's root, like raw/file.md.`);
}

function namesOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case "merge":
      return decision.names;
    case "split":
      return decision.in ? decision.names.slice(0, 1) : decision.names;
    case "rename":
      return [decision.from];
    case "forbid":
    case "pin":
      return [decision.name];
    default:
      return [];
  }
}

function unknownName(name: string, known: readonly NamedTopic[]): string {
  const words = name.toLowerCase().split(/\s+/);
  const near = known.filter(({ title }) => words.some((word) => word.length > 2 && title.toLowerCase().includes(word)));
  const hint =
    near.length > 0
      ? ` Perhaps ${near
          .slice(0, 3)
          .map(({ title }) => `“${title}”`)
          .join(", ")}?`
      : "";
  return `No topic of the vault is called “${name}”.${hint} kb topics lists them.`;
}

/** Takes back what was decided about a name. Gives the entries that went. */
export async function forgetTopic(workspace: Workspace, name: string): Promise<readonly Decision[]> {
  const key = nameKey(name);
  const names = (one: Decision): boolean =>
    isAboutNames(one) &&
    [...(one.kind === "split" ? one.names : namesOf(one)), ...(one.kind === "rename" ? [one.to] : [])].some(
      (other) => nameKey(other) === key,
    );
  const gone = loadDecisions(workspace).list.filter(names);
  if (gone.length === 0) throw new UserError(`Nothing is decided about “${name}”. kb topics shows what is.`);
  return withLock(workspace.layout, "topics", async () => {
    const path = decisionsPath(workspace);
    const page = readPage(workspace.layout, path);
    if (page === undefined) return [];
    const head = page.text.slice(0, page.text.length - page.body.length);
    const run = startRun(workspace, { command: "topics", reason: `forget ${name}` });
    const after = head + withoutDecisions(page.body, names);
    applyPlan(workspace, { patches: [{ path, before: page.text, after }] }, { dryRun: false, run });
    endRun(workspace, run);
    return gone;
  });
}

function isAboutNames(one: Decision): boolean {
  return ["merge", "split", "forbid", "pin"].includes(one.kind) || (one.kind === "rename" && !one.from.endsWith(".md"));
}
