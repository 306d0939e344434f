// Results of stages by the hash of their inputs: what makes work follow change. Written in small batches, so a killed run keeps what it has paid for.
import { createHash } from "node:crypto";
import type { Db, Kv } from "./store.ts";

/** Writes wait this long at most (ms), or until this many. */
const WAIT = 200;
const BATCH = 200;
/** A key's last use is written down again only when it is this many runs old; unused for KEPT_RUNS it goes. */
const TOUCH_AFTER = 8;
const KEPT_RUNS = 40;

export interface Memo {
  get<T>(stage: string, key: string): T | undefined;
  set(stage: string, key: string, value: unknown): void;
  /** Writes what waits. */
  flush(): void;
  /** All results of these stages go: the next run makes them again. */
  forget(stages: readonly string[]): void;
  /** At the end of a run that changed something: counts the run, forgets what was long unused. Gives the number forgotten. */
  collect(): number;
}

/** A key from inputs: values that JSON can hold; keys of objects in any order give the same. */
export function memoKey(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts, sorted)).digest("hex").slice(0, 40);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

export function memoOf(db: Db, kv: Kv, transaction: (work: () => void) => void): Memo {
  const read = db.prepare("SELECT value, run FROM memo WHERE stage = ? AND key = ?");
  const write = db.prepare("INSERT OR REPLACE INTO memo (stage, key, value, run) VALUES (?, ?, ?, ?)");
  const touch = db.prepare("UPDATE memo SET run = ? WHERE stage = ? AND key = ?");
  const waiting = new Map<string, { stage: string; key: string; value: string }>();
  const used = new Map<string, { stage: string; key: string }>();
  const run = kv.get<number>("run") ?? 0;
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    transaction(() => {
      for (const { stage, key, value } of waiting.values()) write.run([stage, key, value, run]);
    });
    waiting.clear();
  };

  return {
    get<T>(stage: string, key: string): T | undefined {
      const id = `${stage}\n${key}`;
      const fresh = waiting.get(id);
      if (fresh !== undefined) return JSON.parse(fresh.value) as T;
      const row = read.get([stage, key]) as { value: string; run: number } | undefined;
      if (row === undefined) return undefined;
      if (row.run <= run - TOUCH_AFTER) used.set(id, { stage, key });
      return JSON.parse(row.value) as T;
    },
    set(stage, key, value) {
      waiting.set(`${stage}\n${key}`, { stage, key, value: JSON.stringify(value) });
      if (waiting.size >= BATCH) flush();
      else timer ??= setTimeout(flush, WAIT).unref();
    },
    flush,
    forget(stages) {
      flush();
      const remove = db.prepare("DELETE FROM memo WHERE stage = ?");
      transaction(() => {
        for (const stage of stages) remove.run([stage]);
      });
    },
    collect() {
      flush();
      let forgotten = 0;
      transaction(() => {
        for (const { stage, key } of used.values()) touch.run([run, stage, key]);
        kv.set("run", run + 1);
        forgotten = db.prepare("DELETE FROM memo WHERE run < ?").run([run - KEPT_RUNS]).changes;
      });
      used.clear();
      return forgotten;
    },
  };
}
