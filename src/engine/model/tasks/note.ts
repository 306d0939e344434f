// Takes notes of a document: claims window by window, then its summary and names from the claims.
import type { Document } from "../../../core/document.ts";
import type { ProposedClaim, ProposedNote } from "../../../core/engine.ts";
import { UserError } from "../../../core/errors.ts";
import type { Dropped } from "../../../core/note.ts";
import { addressesAModel } from "../../../text/injection.ts";
import { nominate } from "../../extractive/names/nominate.ts";
import type { ClaimLimits } from "../../extractive/notes/claims.ts";
import { extractiveNote } from "../../extractive/notes/summary-note.ts";
import { together } from "../together.ts";
import { windowSize, windowsOf } from "../windows.ts";
import { byWeight, digestOf } from "./digest.ts";
import { noteWindow } from "./note-window.ts";
import type { TaskSetting } from "./setting.ts";

/** UserError with exit code 1 when the model failed on most of the document. */
export async function noteDocument(
  setting: TaskSetting,
  document: Document,
  signal: AbortSignal | undefined,
): Promise<ProposedNote> {
  const { windows, kept } = windowsOf(document, windowSize(setting.model.parameters, setting.contextTokens));
  const notes = await together(
    signal,
    windows.map((window) => (stop) => noteWindow(setting, document, window, 0, stop)),
  );
  const shown = windows.reduce((sum, window) => sum + window.length, 0);
  const lost = notes.reduce((sum, note) => sum + note.lost, 0);
  const reasons = notes.flatMap((note) => note.dropped);
  if (lost * 2 > shown)
    throw new UserError(
      `the model ${setting.model.name} could not take notes of it (${reasons.at(-1)?.reason ?? "no reply"}).`,
      1,
    );
  const said = unrepeated(notes.flatMap((note) => note.claims));
  const { claims, over } = withinLimit(
    setting.model.parameters < OVERLOOKS ? completed(said, document, setting.limits) : said,
    document,
    setting.limits.most,
  );
  const digest = await digestOf(setting, document, claims, signal);
  return {
    summary: digest.summary,
    claims,
    names: digest.names,
    questions: digest.questions,
    dropped: [...kept, ...reasons, ...over, ...digest.dropped],
  };
}

/** Models below this many parameters stay at the top of a window and pass over what matters further down. */
const OVERLOOKS = 4e9;

/** What the engine without a model would have kept, and no claim of the model's rests on, is kept too. */
function completed(said: readonly ProposedClaim[], document: Document, limits: ClaimLimits): readonly ProposedClaim[] {
  const covered = new Set(said.flatMap(({ evidence }) => evidence));
  const extra = extractiveNote(document, nominate(document), limits).claims.filter(
    ({ text, evidence }) =>
      !evidence.some((n) => covered.has(n)) &&
      !addressesAModel(text) &&
      !evidence.some((n) => addressesAModel(document.sentences[n - 1]?.text ?? "")),
  );
  return unrepeated([...said, ...extra]).toSorted((a, b) => (a.evidence[0] ?? 0) - (b.evidence[0] ?? 0));
}

/** The most telling, in text order; the ledger says how many gave way. */
function withinLimit(
  claims: readonly ProposedClaim[],
  document: Document,
  most: number,
): { claims: readonly ProposedClaim[]; over: readonly Dropped[] } {
  if (claims.length <= most) return { claims, over: [] };
  const chosen = new Set(byWeight(claims).slice(0, most));
  return {
    claims: claims.filter((claim) => chosen.has(claim)),
    over: [
      {
        what: `${claims.length - most} claims`,
        where: document.path,
        reason: `a source gives ${most} claims at most, so the least telling gave way`,
      },
    ],
  };
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
