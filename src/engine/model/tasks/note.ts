// Takes notes of a document: claims window by window, then its summary and names from the claims.
import { z } from "zod";
import type { Document } from "../../../core/document.ts";
import type { ProposedClaim, ProposedNote } from "../../../core/engine.ts";
import { UserError } from "../../../core/errors.ts";
import type { Dropped } from "../../../core/note.ts";
import { addressesAModel, withoutOrders } from "../../../text/injection.ts";
import type { ClaimLimits } from "../../extractive/claims.ts";
import { nominate } from "../../extractive/nominate.ts";
import { extractiveNote } from "../../extractive/summary-note.ts";
import type { Asker } from "../ask.ts";
import { asClaim, checkedClaims, type Frame, type SaidClaim } from "../claims.ts";
import type { ModelInfo } from "../client.ts";
import { together } from "../together.ts";
import { type Numbered, windowSize, windowsOf } from "../windows.ts";
import { byWeight, digestOf } from "./digest.ts";

export interface NoteSetting {
  readonly asker: Asker;
  readonly model: ModelInfo;
  readonly contextTokens: number;
  readonly limits: ClaimLimits;
}

/** The claim stands before its number: asked the other way round, small models count items. */
const CLAIMS = z.object({ claims: z.array(z.object({ claim: z.string(), s: z.array(z.int()) })) });

interface WindowNote {
  readonly claims: readonly ProposedClaim[];
  readonly dropped: readonly Dropped[];
  /** Sentences that no reply could be had for. */
  readonly lost: number;
}

/** UserError with exit code 1 when the model failed on most of the document. */
export async function noteDocument(setting: NoteSetting, document: Document, signal: AbortSignal | undefined): Promise<ProposedNote> {
  const { windows, kept } = windowsOf(document, windowSize(setting.model.parameters, setting.contextTokens));
  const notes = await together(signal, windows.map((window) => (stop) => noteWindow(setting, document, window, 0, stop)));
  const shown = windows.reduce((sum, window) => sum + window.length, 0);
  const lost = notes.reduce((sum, note) => sum + note.lost, 0);
  const reasons = notes.flatMap((note) => note.dropped);
  if (lost * 2 > shown) throw new UserError(`${document.path}: the model ${setting.model.name} could not take notes of it (${reasons.at(-1)?.reason ?? "no reply"}).`, 1);
  const said = unrepeated(notes.flatMap((note) => note.claims));
  const { claims, over } = withinLimit(setting.model.parameters < OVERLOOKS ? completed(said, document, setting.limits) : said, document, setting.limits.most);
  const digest = await digestOf(setting, document, claims, signal);
  return { summary: digest.summary, claims, names: digest.names, questions: digest.questions, dropped: [...kept, ...reasons, ...over, ...digest.dropped] };
}

/** Models below this many parameters stay at the top of a window and pass over what matters further down. */
const OVERLOOKS = 4e9;

/** What the engine without a model would have kept, and no claim of the model's rests on, is kept too. */
function completed(said: readonly ProposedClaim[], document: Document, limits: ClaimLimits): readonly ProposedClaim[] {
  const covered = new Set(said.flatMap(({ evidence }) => evidence));
  const extra = extractiveNote(document, nominate(document), limits).claims.filter(
    ({ text, evidence }) => !evidence.some((n) => covered.has(n)) && !addressesAModel(text) && !evidence.some((n) => addressesAModel(document.sentences[n - 1]?.text ?? "")),
  );
  return unrepeated([...said, ...extra]).toSorted((a, b) => (a.evidence[0] ?? 0) - (b.evidence[0] ?? 0));
}

/** The most telling, in text order; the ledger says how many gave way. */
function withinLimit(claims: readonly ProposedClaim[], document: Document, most: number): { claims: readonly ProposedClaim[]; over: readonly Dropped[] } {
  if (claims.length <= most) return { claims, over: [] };
  const chosen = new Set(byWeight(claims).slice(0, most));
  return { claims: claims.filter((claim) => chosen.has(claim)), over: [{ what: `${claims.length - most} claims`, where: document.path, reason: `a source gives ${most} claims at most, so the least telling gave way` }] };
}

async function noteWindow(setting: NoteSetting, document: Document, window: readonly Numbered[], depth: number, signal: AbortSignal | undefined): Promise<WindowNote> {
  const first = window[0];
  if (first === undefined) return { claims: [], dropped: [], lost: 0 };
  const frame: Frame = { title: document.meta.titleFromName ? "" : document.meta.title, english: document.meta.language === "en" };
  const most = Math.max(2, Math.ceil(window.length * 0.75));
  const reply = await setting.asker.ask(
    {
      prompt: "note",
      model: setting.model.name,
      schema: CLAIMS.extend({ claims: CLAIMS.shape.claims.max(most + 2) }),
      maxTokens: Math.max(400, 60 * most + window.reduce((sum, { tokens }) => sum + tokens, 0)),
      variables: {
        title: withoutOrders(document.meta.title),
        section: first.headings.join(" > "),
        language: document.meta.language,
        sentences: lines(window),
        least: Math.max(1, Math.min(3, Math.floor(window.length / 3))),
        most,
      },
    },
    signal,
  );
  if (reply.kind === "whole") return checked(reply.value.claims, window, frame, document);
  const reason = reply.kind === "broken" ? reply.why : WHY[reply.why];
  if (window.length > 1 && depth < (reply.kind === "broken" ? SPLITS.broken : SPLITS[reply.why])) {
    const middle = Math.ceil(window.length / 2);
    const halves = await Promise.all([window.slice(0, middle), window.slice(middle)].map((half) => noteWindow(setting, document, half, depth + 1, signal)));
    return { claims: halves.flatMap((half) => half.claims), dropped: halves.flatMap((half) => half.dropped), lost: halves.reduce((sum, half) => sum + half.lost, 0) };
  }
  if (reply.kind === "cut" && reply.value !== undefined && reply.value.claims.length > 0) return checked(reply.value.claims, window, frame, document);
  // Sentences that no reply can be had for speak for themselves, where they can.
  return {
    claims: window.flatMap((sentence) => asClaim(sentence, frame) ?? []),
    dropped: window.map(({ n, text }) => ({ what: text, where: `${document.path}, sentence ${n}`, reason })),
    lost: window.length,
  };
}

/** How often a window is halved before its sentences are given up on. What is too long gets shorter; what is broken seldom mends. */
const SPLITS = { overflow: 10, length: 10, repetition: 2, broken: 1 } as const;

const WHY = {
  overflow: "the prompt did not fit into the model's context",
  length: "the model's reply was cut at its limit",
  repetition: "the model repeated itself without end",
} as const;

function checked(said: z.infer<typeof CLAIMS>["claims"], window: readonly Numbered[], frame: Frame, document: Document): WindowNote {
  const claims: SaidClaim[] = said.map(({ claim, s }) => ({ claim, named: s.flatMap((n) => window[n - 1]?.n ?? []) }));
  const result = checkedClaims(claims, window, frame);
  return { claims: result.claims, dropped: result.refused.map(({ what, reason }) => ({ what, where: document.path, reason })), lost: 0 };
}

/** Numbered from 1, each sentence on its own line. A heading that changes on the way stands between them. */
function lines(window: readonly Numbered[]): readonly { readonly n: number; readonly heading: string; readonly text: string }[] {
  let path = window[0]?.headings.join(" > ") ?? "";
  return window.map(({ text, headings }, at) => {
    const here = headings.join(" > ");
    const heading = here === path ? "" : here;
    path = here;
    return { n: at + 1, heading, text };
  });
}

/** Neighbouring windows may say the same; claims of a cut sentence share its number. */
function unrepeated(claims: readonly ProposedClaim[]): readonly ProposedClaim[] {
  const seen = new Set<string>();
  return claims.filter(({ text, evidence }) => {
    const keys = [text, evidence.join(",")];
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !known;
  });
}
