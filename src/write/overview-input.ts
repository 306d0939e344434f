// What the overview is made of, and the little that its parts share.
import type { LayOut } from "../core/page.ts";
import type { ClaimRef } from "../core/topic.ts";
import type { SourceInfo } from "./citations.ts";
import type { Disagreement } from "./disagreements.ts";
import type { NameFinder, PlacedTopic } from "./names.ts";
import type { Weight } from "./overview-begin.ts";

export interface OverviewTopic {
  readonly placed: PlacedTopic;
  readonly sentence: string;
  readonly refs: readonly ClaimRef[];
  /** A source says what it is; else its page only says where it comes up. */
  readonly defined: boolean;
  /** Sources on its page, and those that have the name in their title. */
  readonly sources: number;
  readonly headed: number;
  /** Only what the vault's rules rate weak says it. */
  readonly weak: boolean;
  readonly disagreements: readonly Disagreement[];
}

/** What several sources name, and no page tells of. */
export interface Unsaid {
  readonly title: string;
  /** Paths of the sources that name it, those headed by it and then those that name it oftenest first. */
  readonly sources: readonly string[];
  /** Of those, how many have it in their title. */
  readonly headed: number;
}

export interface OverviewSource {
  readonly path: string;
  readonly title: string;
  /** Below raw/; empty at the top. */
  readonly folder: string;
  readonly published?: string;
  /** What tells a stranger most of it, as Markdown; empty where nothing does. */
  readonly summary: string;
  /** Nothing in it stands alone as a claim, and nothing tells of it. */
  readonly empty: boolean;
  /** What it says of its own standing, "final"; empty for most. */
  readonly status: string;
}

export interface OverviewInput {
  readonly wiki: string;
  readonly topics: readonly OverviewTopic[];
  readonly unsaid: readonly Unsaid[];
  readonly sources: readonly OverviewSource[];
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  readonly finder: NameFinder;
  readonly weights: ReadonlyMap<string, Weight>;
  readonly layOut: LayOut;
}

export function link({ placed }: Pick<OverviewTopic, "placed">): string {
  return `[[${placed.page}|${placed.topic.title}]]`;
}

/** Sources that name it, on its page or not. */
export function namedIn({ placed, sources }: OverviewTopic): number {
  return Math.max(sources, placed.topic.named.length);
}

export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** What a source is headed by it is about; what stands in one of its sentences it may only mention. */
export function weightOf({ headed, sources }: { readonly headed: number; readonly sources: number }): number {
  return HEADED * Math.min(headed, sources) + sources;
}

/** Mentions that one title outweighs. */
const HEADED = 4;
