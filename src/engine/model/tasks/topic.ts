// Writes a topic page from its claims: small models order them, larger ones write prose that is checked sentence by sentence.
import type { TopicBrief, TopicDraft, TopicSection } from "../../../core/engine.ts";
import type { CitedSentence, ClaimRef } from "../../../core/topic.ts";
import { addressesAModel } from "../../../text/injection.ts";
import { extractiveTopic } from "../../extractive/pages/topic.ts";
import { readsAlone } from "../../extractive/sentences/standing.ts";
import { together } from "../together.ts";
import { outlineOf } from "./outline.ts";
import { proseOf, rendered } from "./prose.ts";
import type { TaskSetting } from "./setting.ts";

/** Below this many parameters a model's own prose cites half of its sentences only. */
const WRITES_PROSE = 4e9;
/** Claims that are less about the topic than this, 0 to 1, stay off its page. */
const ENOUGH_ABOUT = 0.5;
/** So few claims beside the opening need no sections. */
const FEW = 4;

export async function writeTopic(
  setting: TaskSetting,
  brief: TopicBrief,
  signal: AbortSignal | undefined,
): Promise<TopicDraft> {
  const own = {
    ...brief,
    claims: brief.claims.filter(({ claim }) => !addressesAModel(claim.text) && !addressesAModel(claim.quote)),
  };
  // The page that needs no model: its opening stays, and the whole of it wherever the model fails.
  const plain = extractiveTopic(own);
  // Nothing says what the thing is: no page, here as there.
  if (plain.sections.length === 0) return plain;
  const usable = own.claims.filter((claim) => claim.about >= ENOUGH_ABOUT && readsAlone(claim.claim.text));
  const opening = plain.sections[0]?.paragraphs[0] ?? [];
  const opened = new Set(opening.flatMap(({ claims }) => claims.map(keyOf)));
  const rest = usable.filter((claim) => !opened.has(keyOf(claim)));
  if (rest.length < FEW) return plain;
  const { groups, dropped } = await outlineOf(setting, own, rest, signal);
  if (groups.length === 0) return { ...plain, dropped: [...plain.dropped, ...dropped] };
  const prose = setting.model.parameters >= WRITES_PROSE;
  const written = await together(
    signal,
    groups.map(
      (group) => async (stop) =>
        prose ? proseOf(setting, own, group, stop) : { sentences: rendered(group.claims), dropped: [] },
    ),
  );
  const sections = groups.map(
    (group, at): TopicSection => ({ heading: group.heading, paragraphs: paragraphsOf(written[at]?.sentences ?? []) }),
  );
  return {
    sections: [{ heading: "", paragraphs: [opening] }, ...sections.filter(({ paragraphs }) => paragraphs.length > 0)],
    dropped: [...dropped, ...written.flatMap((each) => each.dropped)],
  };
}

const keyOf = ({ source, id }: ClaimRef) => `${source}#${id}`;

/** Paragraphs of about five sentences. */
function paragraphsOf(sentences: readonly CitedSentence[]): readonly (readonly CitedSentence[])[] {
  const count = Math.ceil(sentences.length / 6);
  const size = Math.ceil(sentences.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => sentences.slice(at * size, (at + 1) * size)).filter(
    (part) => part.length > 0,
  );
}
