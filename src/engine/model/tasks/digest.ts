// Summary and names of a document, asked of its checked claims and checked against them.
import { z } from "zod";
import type { Document } from "../../../core/document.ts";
import type { ProposedClaim, ProposedNote } from "../../../core/engine.ts";
import type { Dropped, EntityKind, TopicType } from "../../../core/note.ts";
import { withoutOrders } from "../../../text/injection.ts";
import { contentOf, overlapOf, supportOf } from "../../../text/support.ts";
import { standsWhole } from "../../../text/whole-words.ts";
import { foldOf } from "../../../text/words.ts";
import { questionsOf } from "../../extractive/notes/questions.ts";
import { tokensOf } from "../budget.ts";
import { strays, tidied } from "../claim-form.ts";
import type { TaskSetting } from "./setting.ts";

type Digest = Pick<ProposedNote, "summary" | "names" | "questions" | "dropped">;

const KINDS = ["person", "organisation", "product", "project", "place", "work", "event", "method", "concept"] as const;
const SUMMARY = z.object({ summary: z.array(z.string()).max(4) });
const NAMES = z.object({ names: z.array(z.object({ name: z.string(), kind: z.enum(KINDS) })).max(16) });
/** Share of a summary's content words that must stand in the claims. */
const COVER = 0.6;
/** So few claims are their own summary. */
const FEW = 3;
/** Models below this many parameters give the wrong kind to every third name ("GSA CIO", a person), so code's own names stand alone. */
const KNOWS_KINDS = 4e9;

export async function digestOf(
  setting: TaskSetting,
  document: Document,
  claims: readonly ProposedClaim[],
  signal: AbortSignal | undefined,
): Promise<Digest> {
  const questions = questionsOf(document);
  if (claims.length <= FEW) return { summary: claims.map(({ text }) => text), names: [], questions, dropped: [] };
  const telling = tellingClaims(claims, setting.contextTokens * 0.4);
  const variables = {
    title: withoutOrders(document.meta.title),
    language: document.meta.language,
    claims: telling.map(({ text }) => text),
  };
  const summary = await summaryOf(setting, document, telling, variables, signal);
  const names = setting.model.parameters >= KNOWS_KINDS ? await namesOf(setting, document, variables, signal) : [];
  return { ...summary, names, questions };
}

async function summaryOf(
  setting: TaskSetting,
  document: Document,
  telling: readonly ProposedClaim[],
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal | undefined,
): Promise<Pick<Digest, "summary" | "dropped">> {
  const reply = await setting.asker.ask(
    { prompt: "summary", model: setting.model.name, schema: SUMMARY, maxTokens: 300, variables },
    signal,
  );
  const said = reply.kind === "broken" ? [] : (reply.value?.summary ?? []);
  const ground = telling.map(({ text }) => text).join("\n");
  const quotes = telling
    .flatMap(({ evidence }) => evidence.map((n) => document.sentences[n - 1]?.text ?? ""))
    .join("\n");
  const dropped: Dropped[] = [];
  const summary: string[] = [];
  for (const text of said.map(tidied).filter((each) => each !== "")) {
    const { missing } = supportOf(text, `${ground}\n${quotes}`, document.meta.title);
    const cover = overlapOf(text, `${ground}\n${document.meta.title}`);
    const reason =
      missing.length > 0
        ? `no claim says: ${missing.join(", ")}`
        : cover < COVER
          ? "no claim says so"
          : /^(?:the|this) (?:text|article|author|document|post|passage|summary)\b|^it also\b/i.test(text)
            ? "it speaks of the text instead of what the text says"
            : strays(text, quotes)
              ? "it strays into another script"
              : undefined;
    if (reason === undefined) summary.push(text);
    else dropped.push({ what: text, where: `${document.path}, summary`, reason });
  }
  // A summary of which nothing holds gives way to the most telling claims.
  return {
    summary:
      summary.length > 0
        ? summary.slice(0, 3)
        : byWeight(telling)
            .slice(0, 2)
            .map(({ text }) => text),
    dropped,
  };
}

async function namesOf(
  setting: TaskSetting,
  document: Document,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal | undefined,
): Promise<Digest["names"]> {
  const reply = await setting.asker.ask(
    { prompt: "names", model: setting.model.name, schema: NAMES, maxTokens: 400, variables },
    signal,
  );
  const said = reply.kind === "broken" ? [] : (reply.value?.names ?? []);
  const text = foldOf([document.meta.title, ...document.sentences.map((sentence) => sentence.text)].join("\n"));
  const seen = new Set<string>();
  return said.flatMap(({ name, kind }) => {
    const plain = name.replace(/\s+/g, " ").trim();
    const fold = foldOf(plain);
    if (fold.length < 2 || plain.split(" ").length > 6 || seen.has(fold) || !standsWhole(fold, text)) return [];
    seen.add(fold);
    return [{ name: plain, ...sortOf(kind) }];
  });
}

function sortOf(kind: (typeof KINDS)[number]): { type: TopicType; kind?: EntityKind } {
  return kind === "method" || kind === "concept" ? { type: kind } : { type: "entity", kind };
}

/** The most telling claims that fit, in text order. */
function tellingClaims(claims: readonly ProposedClaim[], tokens: number): readonly ProposedClaim[] {
  const chosen = new Set<ProposedClaim>();
  let used = 0;
  for (const claim of byWeight(claims)) {
    const cost = tokensOf(claim.text) + 6;
    if (used + cost > tokens) continue;
    used += cost;
    chosen.add(claim);
  }
  return claims.filter((claim) => chosen.has(claim));
}

/** Most telling first: claims that share words with many others, and those at the start. */
export function byWeight(claims: readonly ProposedClaim[]): readonly ProposedClaim[] {
  const contents = claims.map(({ text }) => contentOf(text));
  const counts = new Map<string, number>();
  for (const words of contents) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (at: number) => {
    const words = contents[at] ?? new Set<string>();
    const shared = [...words].reduce((sum, word) => sum + (counts.get(word) ?? 1) - 1, 0);
    return (shared / Math.sqrt(words.size || 1)) * (1 + 2 * Math.exp((-5 * at) / claims.length));
  };
  return claims
    .map((claim, at) => ({ claim, at, weight: weight(at) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ claim }) => claim);
}
