// Which claims of a topic belong together: the model groups and names the first, code sorts in the rest.
import { z } from "zod";
import type { BriefClaim, TopicBrief } from "../../../core/engine.ts";
import type { Dropped } from "../../../core/note.ts";
import { contentOf, supportOf } from "../../../text/support.ts";
import { tokensOf } from "../budget.ts";
import { strays } from "../claim-form.ts";
import type { TaskSetting } from "./setting.ts";

export interface Group {
  readonly heading: string;
  readonly claims: readonly BriefClaim[];
}

const OUTLINE = z.object({ sections: z.array(z.object({ heading: z.string(), claims: z.array(z.int()) })).max(8) });
/** Longest heading, characters. */
const HEADING = 60;

/** Sections with two claims and more, each claim in one of them; none where the model found no order. */
export async function outlineOf(
  setting: TaskSetting,
  brief: TopicBrief,
  rest: readonly BriefClaim[],
  signal: AbortSignal | undefined,
): Promise<{ groups: readonly Group[]; dropped: readonly Dropped[] }> {
  const shown = thoseThatFit(rest, setting);
  const reply = await setting.asker.ask(
    {
      prompt: "outline",
      model: setting.model.name,
      schema: OUTLINE,
      maxTokens: 150 + shown.length * 8,
      variables: {
        title: brief.title,
        type: brief.kind ?? brief.type,
        rules: brief.rules,
        claims: shown.map(({ claim }, at) => ({ n: at + 1, text: claim.text })),
      },
    },
    signal,
  );
  const said = reply.kind === "broken" ? [] : (reply.value?.sections ?? []);
  const dropped: Dropped[] =
    reply.kind === "broken" ? [{ what: `sections of ${brief.title}`, where: brief.title, reason: reply.why }] : [];
  const placed = new Set<BriefClaim>();
  const groups: Group[] = [];
  for (const { heading, claims: numbers } of said) {
    const own = numbers.flatMap((n) => shown[n - 1] ?? []).filter((claim) => !placed.has(claim));
    const name = headingFrom(heading, brief, own);
    const unique = [...new Set(own)];
    if (unique.length === 0) continue;
    if (name === undefined) {
      dropped.push({ what: heading, where: `${brief.title}, headings`, reason: "it names what its claims do not" });
      continue;
    }
    for (const claim of unique) placed.add(claim);
    const same = groups.findIndex((group) => group.heading.toLowerCase() === name.toLowerCase());
    if (same >= 0) groups.splice(same, 1, { heading: name, claims: [...(groups[same]?.claims ?? []), ...unique] });
    else groups.push({ heading: name, claims: unique });
  }
  // A section of one claim is no section: its claim is sorted in with the others.
  const sections = groups.filter((group) => group.claims.length > 1);
  const kept = new Set(sections.flatMap((group) => group.claims));
  return {
    groups: sortedIn(
      sections,
      rest.filter((claim) => !kept.has(claim)),
    ),
    dropped,
  };
}

/** Most telling first, as many as leave room for the reply; small models lose track of long lists. */
function thoseThatFit(claims: readonly BriefClaim[], { model, contextTokens }: TaskSetting): readonly BriefClaim[] {
  const most = model.parameters >= 10e9 ? 80 : model.parameters >= 4e9 ? 48 : 24;
  let used = 0;
  return claims.slice(0, most).filter(({ claim }) => {
    used += tokensOf(claim.text) + 8;
    return used < contextTokens * 0.55;
  });
}

/** Short, in the claims' own script, without names or numbers that they do not have. */
function headingFrom(heading: string, brief: TopicBrief, claims: readonly BriefClaim[]): string | undefined {
  const plain = heading
    .replace(/[#*_[\]|^`<>]/g, " ")
    .replace(/^\s*\d+[.):]\s*/, "")
    .replace(/\s+/g, " ")
    .replace(/[\s.:;,]+$/, "")
    .trim();
  if (plain === "" || plain.length > HEADING) return undefined;
  const ground = [
    brief.title,
    ...brief.aliases,
    ...claims.map(({ claim, sourceTitle }) => `${claim.text} ${claim.quote} ${sourceTitle}`),
  ].join("\n");
  // Headings are written in capitals or not; only what is a name in lower case too counts, so they are checked as a sentence would be.
  if (strays(plain, ground) || !supportOf(asSentence(plain), ground).ok) return undefined;
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const asSentence = (heading: string) =>
  heading.replace(/(?<=\s)\p{Upper}(?=\p{Lower}+\b)/gu, (letter) => letter.toLowerCase());

/** What the model forgot goes where most of its words are at home, else to the end under the least telling heading. */
function sortedIn(groups: readonly Group[], rest: readonly BriefClaim[]): readonly Group[] {
  const homes = groups.map((group) => ({ ...group, claims: [...group.claims], words: wordsOf(group) }));
  for (const claim of rest) {
    const words = contentOf(claim.claim.text);
    let best = homes.at(-1);
    let most = 0;
    for (const home of homes) {
      const shared = [...words].filter((word) => home.words.has(word)).length / Math.sqrt(home.words.size || 1);
      if (shared > most) [most, best] = [shared, home];
    }
    best?.claims.push(claim);
  }
  return homes.map(({ heading, claims }) => ({ heading, claims }));
}

const wordsOf = ({ heading, claims }: Group) =>
  new Set([...contentOf(heading), ...claims.flatMap(({ claim }) => [...contentOf(claim.text)])]);
