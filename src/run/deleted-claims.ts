// A claim that a person took off a source page is no claim any more: no other page rests on it either.
import type { SourceNote } from "../core/note.ts";
import { baseOf } from "../vault/bases.ts";
import { deletedOn } from "../vault/decided-places.ts";
import type { Decision } from "../vault/decisions.ts";
import { splitPage } from "../vault/front.ts";
import { textAt } from "../vault/layout.ts";
import type { WikiPage } from "../vault/load.ts";
import { memoKey } from "../vault/memo.ts";
import { claimLines, plainText } from "../vault/plan-claims.ts";
import type { Noted } from "./known-notes.ts";
import { rawPathOf } from "./places.ts";
import type { Workspace } from "./workspace.ts";

export interface WithoutDeleted {
  readonly noted: readonly Noted[];
  /** Those that were found just now: to be added to decisions.md. */
  readonly decisions: readonly Decision[];
}

export function withoutDeletedClaims(
  workspace: Workspace,
  noted: readonly Noted[],
  wiki: readonly WikiPage[],
  decisions: readonly Decision[],
): WithoutDeleted {
  const gone = new Map<string, Set<string>>();
  const found: Decision[] = [];
  for (const page of wiki) {
    if (!page.ours || page.type !== "source" || page.broken) continue;
    const known = deletedOn(decisions, page);
    const fresh = page.edited && !page.locked ? deletedNow(workspace, page, known) : [];
    found.push(...fresh);
    const ids = [...known, ...fresh.flatMap((one) => (one.kind === "delete" ? (one.claims ?? []) : []))];
    if (ids.length === 0) continue;
    for (const raw of rawsOf(page)) gone.set(raw, new Set([...(gone.get(raw) ?? []), ...ids]));
  }
  if (gone.size === 0) return { noted, decisions: found };
  return {
    noted: noted.map((one) => {
      const notes = one.notes.map((note) => without(note, gone));
      return {
        ...one,
        notes,
        key: memoKey(
          one.key,
          notes.map((note, i) => deletedFrom(one.notes[i], note)),
        ),
      };
    }),
    decisions: found,
  };
}

/** Claims that kb printed on the page last and that do not stand there now. */
function deletedNow(workspace: Workspace, page: WikiPage, known: ReadonlySet<string>): Decision[] {
  const base = page.hash === undefined ? undefined : baseOf(workspace.store, page.hash, page.path)?.body;
  const text = textAt(workspace.layout, page.path);
  if (base === undefined || text === undefined) return [];
  const here = claimLines(splitPage(text).body);
  return [...claimLines(base)]
    .filter(([id]) => !here.has(id) && !known.has(id))
    .map(([id, line]) => ({
      kind: "delete",
      page: page.path,
      title: page.title,
      claims: [id],
      text: plainText(line),
    }));
}

function rawsOf(page: WikiPage): string[] {
  const source: unknown = page.front["source"];
  const list: readonly unknown[] = Array.isArray(source) ? source : [source];
  return list.flatMap((link) =>
    typeof link === "string" ? [rawPathOf(link.replace(/^\[\[|\]\]$/gu, "").split("|")[0] ?? "")] : [],
  );
}

function without(note: SourceNote, gone: ReadonlyMap<string, ReadonlySet<string>>): SourceNote {
  const ids = new Set([rawPathOf(note.path), ...(note.members ?? [])].flatMap((raw) => [...(gone.get(raw) ?? [])]));
  if (!note.claims.some((claim) => ids.has(claim.id))) return note;
  return { ...note, claims: note.claims.filter((claim) => !ids.has(claim.id)) };
}

/** Ids of the claims that a note lost. */
function deletedFrom(before: SourceNote | undefined, after: SourceNote): string[] {
  const left = new Set(after.claims.map((claim) => claim.id));
  return (before?.claims ?? []).flatMap((claim) => (left.has(claim.id) ? [] : claim.id));
}
