// What a model thinks of disagreements between sources: for a person's review only, never for a page.
import { memoKey } from "../vault/memo.ts";
import type { SiteInput, WrittenTopic } from "./site.ts";

/** Each disagreement is asked about once; what a model said also serves a run without one. */
export async function confirmedBy(
  { engine, workspace }: Pick<SiteInput, "engine" | "workspace">,
  topics: readonly WrittenTopic[],
): Promise<WrittenTopic[]> {
  const { memo } = workspace.store;
  const out: WrittenTopic[] = [];
  for (const topic of topics) {
    const confirmed: boolean[] = [];
    for (const { sides } of topic.disagreements) {
      const [a = "", b = ""] = sides.map((side) => side.text);
      const key = memoKey(a, b);
      let opinion = memo.get<boolean>("opinion", key);
      if (opinion === undefined && engine.id !== "extractive") {
        // An opinion is worth no failed run.
        opinion = await engine.contradicts(a, b, workspace.signal).catch(() => undefined);
        workspace.signal?.throwIfAborted();
        if (opinion !== undefined) memo.set("opinion", key, opinion);
      }
      confirmed.push(opinion ?? false);
    }
    out.push(confirmed.includes(true) ? { ...topic, confirmed } : topic);
  }
  return out;
}
