// What there is to say of a topic: gathered from its claims only where a source that names it changed, else what came of it is known.
import type { BriefSource, TopicBrief } from "../core/engine.ts";
import type { SourceNote } from "../core/note.ts";
import { EXTRACTIVE_VERSION } from "../engine/extractive/engine.ts";
import { sha256 } from "../text/hash.ts";
import { memoKey } from "../vault/memo.ts";
import { briefOf, titledSources } from "../write/brief.ts";
import { type Disagreement, disagreementsIn } from "../write/disagreements.ts";
import type { PlacedTopic } from "../write/names.ts";
import { WRITE_VERSION } from "../write/topic-page.ts";
import { keysOf } from "./known-notes.ts";
import type { SiteInput } from "./site.ts";

/** Sources that name the topic, without what they say of it. */
export type Naming = Omit<BriefSource, "best">;

interface Known {
  /** By weight, as in the brief. */
  readonly spread: readonly Naming[];
  readonly disagreements: readonly Disagreement[];
  /** Key of the brief, whatever the rules of the vault. */
  readonly said: string;
}

export interface Outline extends Known {
  /** The whole, made when it is first asked for. */
  brief(): TopicBrief;
}

/** Claims that are less about the topic than this may differ on something else. */
const COMPARED = 0.15;

/** `neighbours` are titles of topics that stand beside this one. */
export function outliner(
  { workspace, noted }: SiteInput,
  placed: readonly PlacedTopic[],
  notes: ReadonlyMap<string, SourceNote>,
  rules: string,
): (one: PlacedTopic, neighbours: readonly string[]) => Outline {
  const { memo } = workspace.store;
  const headed = titledSources(placed, notes);
  const keys = keysOf(noted);
  return ({ topic, page }, neighbours) => {
    let made: TopicBrief | undefined;
    const titled = headed.get(page) ?? [];
    const brief = (): TopicBrief => {
      made ??= briefOf(topic, notes, titled, neighbours, rules);
      return made;
    };
    const sources = new Set([...topic.claims, ...topic.named].map(({ source }) => source));
    for (const source of titled) sources.add(source);
    // Both are made in one order, so that their text tells them apart.
    const inputs = JSON.stringify([topic, titled, neighbours, [...sources].map((source) => keys.get(source))]);
    const key = memoKey(sha256(inputs), WRITE_VERSION, EXTRACTIVE_VERSION);
    const known = memo.get<Known>("outline", key);
    if (known) return { ...known, brief };
    const { claims, spread } = brief();
    const outline: Known = {
      spread: spread.map(({ source, titled: is, count }) => ({ source, titled: is, count })),
      disagreements: disagreementsIn(
        claims.filter((claim) => claim.about >= COMPARED),
        topic.aliases,
      ),
      said: memoKey({ ...brief(), rules: "" }),
    };
    memo.set("outline", key, outline);
    return { ...outline, brief };
  };
}
