// Which topics belong beside one another: those that claims name together, with one of these claims as the reason.
import type { Claim } from "../core/note.ts";
import type { ClaimRef } from "../core/topic.ts";
import type { PlacedTopic } from "./names.ts";

export interface Relation {
  readonly page: string;
  readonly title: string;
  /** Words of a claim that names both. */
  readonly reason: string;
}

const MOST = 7;
const MOST_OF_A_CLAIM = 5;
const REASON_LENGTH = 110;

/** Related topics by page (without ".md"), the most shared claims first. */
export function relationsOf(
  placed: readonly PlacedTopic[],
  claimAt: (ref: ClaimRef) => Claim | undefined,
): Map<string, Relation[]> {
  const byClaim = new Map<string, { ref: ClaimRef; topics: PlacedTopic[] }>();
  for (const one of placed) {
    for (const ref of one.topic.claims) {
      const key = `${ref.source}\n${ref.id}`;
      const entry = byClaim.get(key) ?? { ref, topics: [] };
      entry.topics.push(one);
      byClaim.set(key, entry);
    }
  }
  const shared = new Map<PlacedTopic, Map<PlacedTopic, ClaimRef[]>>();
  for (const { ref, topics } of byClaim.values()) {
    // A claim that names many is a list, and says nothing of any two of them.
    if (topics.length < 2 || topics.length > MOST_OF_A_CLAIM) continue;
    for (const a of topics) {
      for (const b of topics) {
        if (a === b) continue;
        const row = shared.get(a) ?? new Map<PlacedTopic, ClaimRef[]>();
        row.set(b, [...(row.get(b) ?? []), ref]);
        shared.set(a, row);
      }
    }
  }
  const out = new Map<string, Relation[]>();
  for (const [one, row] of shared) {
    const ranked = [...row].sort((a, b) => weight(b) - weight(a) || (a[0].page < b[0].page ? -1 : 1));
    const reasoned = ranked.flatMap(([other, refs]): Relation[] => {
      const texts = refs.flatMap((ref) => claimAt(ref)?.text ?? []);
      const reason = reasonFrom(texts, other.topic.aliases);
      return reason ? [{ page: other.page, title: other.topic.title, reason }] : [];
    });
    out.set(one.page, reasoned.slice(0, MOST));
  }
  return out;
}

/** Shared claims, tempered by how much is said of the other at all. */
function weight([other, refs]: [PlacedTopic, readonly ClaimRef[]]): number {
  return refs.length / Math.sqrt(Math.max(1, other.topic.claims.length));
}

/** Undefined where no claim tells in few words what the two have to do with one another. The shortest claim that names the other before it is cut, whole if it is short, else up to a comma or the like. */
function reasonFrom(texts: readonly string[], names: readonly string[]): string | undefined {
  const folded = names.map((name) => name.toLowerCase());
  const reasons = texts
    // Referents in [brackets] are for pages that quote; here they read as words.
    .map((text) => shortened(text.replace(/\[([^\]]+)\]/g, "$1")))
    .filter((reason) => folded.some((name) => reason.toLowerCase().includes(name)))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return reasons[0];
}

function shortened(text: string): string {
  if (text.length <= REASON_LENGTH) return text.replace(/[.。]$/u, "");
  const cut = text.slice(0, REASON_LENGTH);
  const clause = Math.max(cut.lastIndexOf(", "), cut.lastIndexOf("; "), cut.lastIndexOf(" – "), cut.lastIndexOf("，"));
  const end = clause > 40 ? clause : cut.lastIndexOf(" ");
  return `${text.slice(0, end > 20 ? end : REASON_LENGTH)} …`;
}
