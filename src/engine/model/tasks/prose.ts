// A section in prose: every sentence is checked against the claims it cites, and a claim stands in where one does not hold.
import { z } from "zod";
import type { BriefClaim, TopicBrief } from "../../../core/engine.ts";
import type { Dropped } from "../../../core/note.ts";
import type { CitedSentence, ClaimRef } from "../../../core/topic.ts";
import { losesSpeaker } from "../../../text/attribution.ts";
import { addressesAModel, withoutOrders } from "../../../text/injection.ts";
import { contentOf, overlapOf, supportOf } from "../../../text/support.ts";
import { tokensOf } from "../budget.ts";
import { strays, tidied } from "../claim-form.ts";
import type { Group } from "./outline.ts";
import type { TaskSetting } from "./setting.ts";

const PROSE = z.object({ sentences: z.array(z.object({ text: z.string(), claims: z.array(z.int()) })).max(24) });
/** Share of a sentence's content words that must stand in the claims it cites. */
const COVER = 0.5;
/** Claims shown at once for one section's prose. */
const AT_ONCE = 12;
/** So few claims are their own prose. */
const FEW = 3;
/** Two claims with this share of words in common say the same. */
const SAME = 0.8;

interface Written {
  readonly sentences: readonly CitedSentence[];
  readonly dropped: readonly Dropped[];
}

export async function proseOf(
  setting: TaskSetting,
  brief: TopicBrief,
  group: Group,
  signal: AbortSignal | undefined,
): Promise<Written> {
  if (group.claims.length < FEW) return { sentences: rendered(group.claims), dropped: [] };
  const sentences: CitedSentence[] = [];
  const dropped: Dropped[] = [];
  for (const part of portions(group.claims, setting.contextTokens * 0.4)) {
    const reply = await setting.asker.ask(
      {
        prompt: "prose",
        model: setting.model.name,
        schema: PROSE,
        maxTokens: 200 + 2 * part.reduce((sum, { claim }) => sum + tokensOf(claim.text), 0),
        variables: {
          title: brief.title,
          type: brief.kind ?? brief.type,
          heading: group.heading,
          rules: brief.rules,
          neighbours: brief.neighbours,
          claims: part.map((each, at) => ({
            n: at + 1,
            text: each.claim.text,
            source: withoutOrders(each.sourceTitle),
            published: each.published ?? "",
            attribution: each.claim.attribution ?? "",
          })),
        },
      },
      signal,
    );
    if (reply.kind === "broken")
      dropped.push({ what: `prose of ${group.heading}`, where: brief.title, reason: reply.why });
    const said = reply.kind === "broken" ? [] : (reply.value?.sentences ?? []);
    const checked = checkedProse(said, part, brief);
    sentences.push(...checked.sentences);
    dropped.push(...checked.dropped);
  }
  return { sentences, dropped };
}

/** Sentences that hold, claims in place of those that do not, and at the end the claims that no sentence cites. */
export function checkedProse(
  said: readonly { text: string; claims: readonly number[] }[],
  claims: readonly BriefClaim[],
  brief: Pick<TopicBrief, "title" | "aliases">,
): Written {
  const sentences: CitedSentence[] = [];
  const dropped: Dropped[] = [];
  const cited = new Set<BriefClaim>();
  for (const each of said) {
    const text = tidied(each.text);
    if (text === "") continue;
    const own = [...new Set(each.claims.flatMap((n) => claims[n - 1] ?? []))];
    const reason = failing(text, own, brief);
    if (reason === undefined) sentences.push({ text, claims: own.map(refOf) });
    else {
      dropped.push({ what: text, where: brief.title, reason });
      sentences.push(...rendered(own.filter((claim) => !cited.has(claim))));
    }
    for (const claim of own) cited.add(claim);
  }
  return { sentences: [...sentences, ...rendered(claims.filter((claim) => !cited.has(claim)))], dropped };
}

function failing(
  text: string,
  claims: readonly BriefClaim[],
  brief: Pick<TopicBrief, "title" | "aliases">,
): string | undefined {
  if (claims.length === 0) return "it cites no claim";
  const ground = claims.map(({ claim }) => `${claim.text}\n${claim.quote}`).join("\n");
  const around = [
    brief.title,
    ...brief.aliases,
    ...claims.flatMap(({ claim, sourceTitle }) => [sourceTitle, claim.attribution ?? "", ...claim.place.headings]),
  ].join("\n");
  const { missing } = supportOf(text, ground, around);
  if (missing.length > 0) return `its claims do not say: ${missing.join(", ")}`;
  if (overlapOf(text, `${ground}\n${around}`) < COVER) return "its claims do not say so";
  if (
    losesSpeaker(
      text,
      claims.map(({ claim }) => claim),
    )
  )
    return "it says as a fact what its claims report somebody to have said";
  if (strays(text, ground)) return "it strays into another script";
  return addressesAModel(text) ? "it gives orders to a reader's model" : undefined;
}

/** Claims as sentences, in their order; what two sources say alike is said once and cites both. */
export function rendered(claims: readonly BriefClaim[]): readonly CitedSentence[] {
  const sentences: { text: string; words: ReadonlySet<string>; claims: ClaimRef[] }[] = [];
  for (const claim of claims) {
    const words = contentOf(claim.claim.text);
    const same = sentences.find(
      (each) =>
        likeness(words, each.words) >= SAME &&
        supportOf(each.text, claim.claim.text).ok &&
        supportOf(claim.claim.text, each.text).ok,
    );
    if (same === undefined) sentences.push({ text: claim.claim.text, words, claims: [refOf(claim)] });
    else same.claims.push(refOf(claim));
  }
  return sentences.map(({ text, claims: refs }) => ({ text, claims: refs }));
}

const refOf = ({ source, id }: ClaimRef): ClaimRef => ({ source, id });

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : shared / (a.size + b.size - shared);
}

function portions(claims: readonly BriefClaim[], tokens: number): readonly (readonly BriefClaim[])[] {
  const parts: BriefClaim[][] = [];
  let used = 0;
  for (const claim of claims) {
    const cost = tokensOf(`${claim.claim.text} ${claim.sourceTitle}`) + 12;
    const part = parts.at(-1);
    if (part === undefined || part.length >= AT_ONCE || used + cost > tokens) {
      parts.push([claim]);
      used = cost;
    } else {
      part.push(claim);
      used += cost;
    }
  }
  return parts;
}
