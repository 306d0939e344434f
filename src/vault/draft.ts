// What a page becomes when kb's version meets what stands on the disk: the bytes to write, or why it is left alone.
import type { FrontMatter, Page } from "../core/page.ts";
import { mergeBody } from "../markdown/merge.ts";
import type { CitationTarget } from "../markdown/merge-citations.ts";
import type { Deletion, MergeConflict } from "../markdown/merged.ts";
import { bodyHash, tidyBody } from "../markdown/page-body.ts";
import type { Base, NewBase } from "./bases.ts";
import { type Front, parseFront, segmentsOf, splitPage } from "./front.ts";
import { isOurs, mergeFront, printFront, same, saysAll } from "./front-merge.ts";
import { printableFront } from "./front-print.ts";

export type Draft =
  | {
      readonly kind: "keep";
      readonly reason?: string;
      readonly conflict?: boolean;
      /** The disk does not let kb: the next run tries again. */
      readonly failed?: boolean;
      readonly deletions?: readonly Deletion[];
    }
  | {
      readonly kind: "write";
      readonly text: string;
      readonly base: NewBase;
      readonly conflicts: readonly MergeConflict[];
      readonly deletions: readonly Deletion[];
    };

/** What merging needs to know beyond the two versions. */
export interface Surroundings {
  /** "2026-11-21". */
  readonly today: string;
  /** What kb generated under a kb_hash. */
  readonly baseFor: (hash: string) => Base | undefined;
  /** Sentences that a person deleted from this page: the claims of each, joined by a space. */
  readonly deleted: ReadonlySet<string>;
  readonly isAlive: (claim: CitationTarget) => boolean;
}

/** Front matter as kb prints it, with dates, engine and hash. `updated` moves only when the body does. */
export function frontOf(page: Page, hash: string, today: string, before: Front | undefined): FrontMatter {
  const {
    title: _title,
    type: _type,
    created: _created,
    updated: _updated,
    kb_engine: _engine,
    kb_hash: _hash,
    ...rest
  } = page.front;
  const updated = before?.["kb_hash"] === hash ? before["updated"] : undefined;
  const created = before?.["created"];
  return printableFront({
    title: page.title,
    type: page.type,
    ...rest,
    created: isDate(created) ? created : today,
    updated: isDate(updated) ? updated : today,
    kb_engine: page.engine,
    kb_hash: hash,
  });
}

/** True when the page on disk already is what kb would write, whatever a person added to it. */
export function isCurrent(before: Front, front: FrontMatter): boolean {
  return (
    Object.entries(front).every(([key, value]) => same(before[key], value)) &&
    Object.keys(before).every((key) => key in front || !isOurs(key))
  );
}

/** `onDisk` is the file's text; undefined when there is none. */
export function draftOf(page: Page, onDisk: string | undefined, around: Surroundings): Draft {
  const { today, baseFor } = around;
  const body = tidyBody(page.body);
  const hash = bodyHash(body);
  if (onDisk === undefined) {
    const front = frontOf(page, hash, today, undefined);
    return {
      kind: "write",
      text: printed(printFront(front, {}, []), body),
      base: { path: page.path, hash, body, front },
      conflicts: [],
      deletions: [],
    };
  }
  const { head, body: theirBody } = splitPage(onDisk);
  const theirs = head === undefined ? {} : parseFront(head);
  if (theirs === undefined)
    return {
      kind: "keep",
      conflict: true,
      reason: "its front matter is not readable YAML: mend it, and kb goes on with the page",
    };
  if (theirs["locked"] === true) return { kind: "keep", reason: "locked" };
  const known = theirs["kb_hash"];
  if (known === undefined) return { kind: "keep", conflict: true, reason: "a page of your own has this name" };
  const front = frontOf(page, hash, today, theirs);
  const base = baseFor(String(known));
  const values = mergeFront(base?.front, base ? theirs : withoutMoved(theirs, page.moved ?? []), front);
  const edited = bodyHash(theirBody) !== String(known);
  // The hash says what kb generated last: when that is what it generates now, the base is known even without .kb/.
  const before = String(known) === hash ? body : base?.body;
  const merge =
    edited || around.deleted.size > 0
      ? mergeBody({
          theirs: theirBody,
          ours: body,
          ...(before === undefined ? {} : { base: before }),
          deleted: around.deleted,
          isAlive: around.isAlive,
        })
      : undefined;
  const finalBody = merge?.body ?? body;
  const deletions = (merge?.deletions ?? []).filter(({ claims }) => !around.deleted.has(claims.join(" ")));
  const newHead = printFront(values, theirs, segmentsOf(head ?? ""));
  if (newHead !== head && !saysAll(newHead, values, theirs))
    return {
      kind: "keep",
      conflict: true,
      reason:
        "its front matter is written in a way that kb cannot change safely: put each property on a line of its own",
    };
  const text = newHead === head && tidyBody(finalBody) === tidyBody(theirBody) ? onDisk : printed(newHead, finalBody);
  if (text === onDisk) return { kind: "keep", deletions };
  return {
    kind: "write",
    text,
    base: { path: page.path, hash, body, front },
    conflicts: merge?.conflicts ?? [],
    deletions,
  };
}

function withoutMoved(theirs: Front, moved: readonly string[]): Front {
  const { aliases } = theirs;
  if (!Array.isArray(aliases) || moved.length === 0) return theirs;
  return { ...theirs, aliases: aliases.filter((name) => !moved.includes(String(name))) };
}

/** Text added at the end of a page, whatever a person did to what stands before (the log). */
export function appendedTo(page: Page, onDisk: string | undefined, around: Surroundings): Draft {
  const { today, baseFor } = around;
  const split = onDisk === undefined ? undefined : splitPage(onDisk);
  const theirs = split?.head === undefined ? undefined : parseFront(split.head);
  if (
    onDisk === undefined ||
    split === undefined ||
    theirs === undefined ||
    theirs["kb_hash"] === undefined ||
    theirs["locked"] === true
  ) {
    return draftOf(page, onDisk, around);
  }
  const known = String(theirs["kb_hash"]);
  const edited = bodyHash(split.body) !== known;
  const base = edited ? baseFor(known)?.body : split.body;
  const added = tidyBody(page.body);
  const join = (before: string): string => tidyBody(`${before.replace(/\s+$/u, "")}\n\n${added}`);
  const generated = base === undefined ? undefined : join(base);
  const hash = generated === undefined ? known : bodyHash(generated);
  const front = { ...frontOf(page, hash, today, theirs), updated: today };
  const values = mergeFront(baseFor(known)?.front, theirs, front);
  return {
    kind: "write",
    text: printed(printFront(values, theirs, segmentsOf(split.head ?? "")), join(split.body)),
    base: { path: page.path, hash, body: generated ?? added, front },
    conflicts: [],
    deletions: [],
  };
}

function printed(head: string, body: string): string {
  const text = body.replace(/\r\n?/gu, "\n").replace(/^(?:[ \t]*\n)+|\s+$/gu, "");
  return `---\n${head}\n---\n${text === "" ? "" : `\n${text}\n`}`;
}

function isDate(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d/u.test(value);
}
