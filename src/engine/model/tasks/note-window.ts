// Takes notes of one window of sentences; what does not fit or cannot be read is asked for again in halves.
import { z } from "zod";
import type { Document } from "../../../core/document.ts";
import type { ProposedClaim } from "../../../core/engine.ts";
import type { Dropped } from "../../../core/note.ts";
import { withoutOrders } from "../../../text/injection.ts";
import { asClaim, checkedClaims, type Frame, type SaidClaim } from "../claims.ts";
import type { Numbered } from "../windows.ts";
import type { TaskSetting } from "./setting.ts";

/** The claim stands before its number: asked the other way round, small models count items. */
const CLAIMS = z.object({ claims: z.array(z.object({ claim: z.string(), s: z.array(z.int()) })) });

export interface WindowNote {
  readonly claims: readonly ProposedClaim[];
  readonly dropped: readonly Dropped[];
  /** Sentences that no reply could be had for. */
  readonly lost: number;
}

export async function noteWindow(
  setting: TaskSetting,
  document: Document,
  window: readonly Numbered[],
  depth: number,
  signal: AbortSignal | undefined,
): Promise<WindowNote> {
  const first = window[0];
  if (first === undefined) return { claims: [], dropped: [], lost: 0 };
  const frame: Frame = {
    title: document.meta.titleFromName ? "" : document.meta.title,
    english: document.meta.language === "en",
  };
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
    const halves = await Promise.all(
      [window.slice(0, middle), window.slice(middle)].map((half) =>
        noteWindow(setting, document, half, depth + 1, signal),
      ),
    );
    return {
      claims: halves.flatMap((half) => half.claims),
      dropped: halves.flatMap((half) => half.dropped),
      lost: halves.reduce((sum, half) => sum + half.lost, 0),
    };
  }
  if (reply.kind === "cut" && reply.value !== undefined && reply.value.claims.length > 0)
    return checked(reply.value.claims, window, frame, document);
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

function checked(
  said: z.infer<typeof CLAIMS>["claims"],
  window: readonly Numbered[],
  frame: Frame,
  document: Document,
): WindowNote {
  const claims: SaidClaim[] = said.map(({ claim, s }) => ({ claim, named: s.flatMap((n) => window[n - 1]?.n ?? []) }));
  const result = checkedClaims(claims, window, frame);
  return {
    claims: result.claims,
    dropped: result.refused.map(({ what, reason }) => ({ what, where: document.path, reason })),
    lost: 0,
  };
}

/** Numbered from 1, each sentence on its own line. A heading that changes on the way stands between them. */
function lines(
  window: readonly Numbered[],
): readonly { readonly n: number; readonly heading: string; readonly text: string }[] {
  let path = window[0]?.headings.join(" > ") ?? "";
  return window.map(({ text, headings }, at) => {
    const here = headings.join(" > ");
    const heading = here === path ? "" : here;
    path = here;
    return { n: at + 1, heading, text };
  });
}
