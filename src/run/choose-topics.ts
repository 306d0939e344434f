// Which topics there are, as people decided and as their own pages say, and which of them a name means in a source.
import type { SourceNote } from "../core/note.ts";
import type { Topic } from "../core/topic.ts";
import type { Stated } from "../link/stated.ts";
import type { Sent } from "../link/told-apart.ts";
import { topicsFrom } from "../link/topics.ts";
import { nameKey } from "../text/names.ts";
import type { Decision } from "../vault/decisions.ts";
import type { WikiPage } from "../vault/load.ts";
import type { PlacedTopic } from "../write/names.ts";
import type { Workspace } from "./workspace.ts";

/** Topics as people decided about them. */
export function chooseTopics(
  notes: readonly SourceNote[],
  workspace: Workspace,
  decisions: readonly Decision[],
  wiki: readonly WikiPage[],
  judged: readonly Stated[] = [],
): Topic[] {
  return topicsFrom(notes, workspace.settings.topics, {
    judged,
    // What a person's own page calls itself is one thing.
    stated: wiki.flatMap(({ ours, title, front, path }) =>
      !ours && Array.isArray(front.aliases) ? [{ names: [title, ...front.aliases], by: path }] : [],
    ),
    split: decisions.flatMap((one) => (one.kind === "split" && !one.in ? [one.names] : [])),
    sent: decisions.flatMap((one) => (one.kind === "split" && one.in ? (sentBy(one.names, one.in) ?? []) : [])),
    merge: decisions.flatMap((one) => (one.kind === "merge" ? [one.names] : [])),
    forbid: decisions.flatMap((one) => (one.kind === "forbid" ? [one.name] : [])),
    pin: decisions.flatMap((one) => (one.kind === "pin" ? [one.name] : [])),
    rename: Object.fromEntries(
      decisions.flatMap((one) => (one.kind === "rename" && !one.from.endsWith(".md") ? [[one.from, one.to]] : [])),
    ),
  });
}

/** What a person says that a name means in some sources: "Java (island)". Undefined where the names do not tell. */
export function sentBy(names: readonly string[], sources: readonly string[]): Sent | undefined {
  const [name = "", other = ""] = names;
  const mark = other.startsWith(name)
    ? other
        .slice(name.length)
        .match(/^\s*[(（]([^()（）]+)[)）]$/u)?.[1]
        ?.trim()
    : undefined;
  return mark ? { name, mark, sources } : undefined;
}

/** The topic that a name means in a source. */
export function topicsByName(
  placed: readonly PlacedTopic[],
): (source: string, name: string) => PlacedTopic | undefined {
  const byKey = new Map<string, PlacedTopic[]>();
  for (const one of placed)
    for (const key of new Set(one.topic.aliases.map(nameKey))) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  return (source, name) => {
    const all = byKey.get(nameKey(name)) ?? [];
    const apart = all.filter((one) => one.topic.among);
    if (apart.length === 0) return all.at(-1);
    const wanted = /^\p{Upper}/u.test(name) ? "name" : "word";
    const held = apart.filter((one) => one.topic.claims.some((ref) => ref.source === source));
    return held.find((one) => one.topic.among?.spelt === wanted) ?? held[0];
  };
}
