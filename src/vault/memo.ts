// Results of stages by the hash of their inputs: what makes work follow change. Written in small batches, so a killed run keeps what it has paid for.
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Db, Kv } from "./store.ts";

/** Writes wait this long at most (ms), or until this many. */
const WAIT = 200;
const BATCH = 200;
/** A key's last use is written down again only when it is this many runs old; unused for KEPT_RUNS it goes. */
const TOUCH_AFTER = 5;
const KEPT_RUNS = 20;
/** What a model said is dear: it is kept this much longer. */
const DEAR = new Set(["model", "kept", "opinion"]);
const DEAR_RUNS = 500;
/** Longer values are compressed: a document shrinks to a third. */
const LONG = 4096;
/** Free space is given back to the disk when it is more than this (bytes) and more than half of the file. */
const SLACK = 16 * 1024 * 1024;

export interface Memo {
  get<T>(stage: string, key: string): T | undefined;
  set(stage: string, key: string, value: unknown): void;
  /** Whether any result of this stage was kept. */
  holds(stage: string): boolean;
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
  const fields = value as Readonly<Record<string, unknown>>;
  const inOrder: Record<string, unknown> = {};
  for (const key of Object.keys(fields).sort()) inOrder[key] = fields[key];
  return inOrder;
}

export function memoOf(db: Db, kv: Kv, transaction: (work: () => void) => void): Memo {
  const read = db.prepare("SELECT value, run FROM memo WHERE stage = ? AND key = ?");
  const some = db.prepare("SELECT 1 FROM memo WHERE stage = ? LIMIT 1");
  const write = db.prepare("INSERT OR REPLACE INTO memo (stage, key, value, run) VALUES (?, ?, ?, ?)");
  const touch = db.prepare("UPDATE memo SET run = ? WHERE stage = ? AND key = ?");
  const waiting = new Map<string, { stage: string; key: string; value: string }>();
  const used = new Map<string, { stage: string; key: string }>();
  const run = kv.get<number>("run") ?? 0;
  let timer: NodeJS.Timeout | undefined;
  let since = 0;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    transaction(() => {
      for (const { stage, key, value } of waiting.values()) write.run([stage, key, packed(value), run]);
    });
    waiting.clear();
  };

  const flushLater = (): void => {
    try {
      flush();
    } catch {
      // What waits goes on waiting: the next flush says what is wrong where somebody hears it.
    }
  };

  return {
    get<T>(stage: string, key: string): T | undefined {
      const id = `${stage}\n${key}`;
      const fresh = waiting.get(id);
      if (fresh !== undefined) return JSON.parse(fresh.value) as T;
      const row = read.get([stage, key]) as { value: string | Uint8Array; run: number } | undefined;
      if (row === undefined) return undefined;
      if (row.run <= run - TOUCH_AFTER) used.set(id, { stage, key });
      return JSON.parse(unpacked(row.value)) as T;
    },
    set(stage, key, value) {
      if (waiting.size === 0) since = performance.now();
      waiting.set(`${stage}\n${key}`, { stage, key, value: JSON.stringify(value) });
      // The timer alone would starve while a stage computes without a pause.
      if (waiting.size >= BATCH || performance.now() - since > WAIT) flush();
      else timer ??= setTimeout(flushLater, WAIT).unref();
    },
    holds(stage) {
      flush();
      return some.get([stage]) !== undefined;
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
        // Without it, looking for what is old reads every value of the store.
        db.exec("CREATE INDEX IF NOT EXISTS memo_run ON memo (stage, run)");
        for (const { stage, key } of used.values()) touch.run([run, stage, key]);
        kv.set("run", run + 1);
        const drop = db.prepare("DELETE FROM memo WHERE stage = ? AND run < ?");
        for (const { stage } of db.prepare("SELECT DISTINCT stage FROM memo").all() as { stage: string }[]) {
          forgotten += drop.run([stage, run - (DEAR.has(stage) ? DEAR_RUNS : KEPT_RUNS)]).changes;
        }
      });
      giveBackSpace(db);
      used.clear();
      return forgotten;
    },
  };
}

function giveBackSpace(db: Db): void {
  const [free, all, size] = ["freelist_count", "page_count", "page_size"].map((name) => {
    const row: unknown = db.prepare(`PRAGMA ${name}`).get();
    return typeof row === "object" && row !== null ? Number(Object.values(row)[0]) : 0;
  });
  if (free === undefined || all === undefined || size === undefined) return;
  if (free * size > SLACK && free > all / 2) db.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

function packed(json: string): string | Uint8Array {
  return json.length > LONG ? deflateRawSync(json, { level: 1 }) : json;
}

function unpacked(value: string | Uint8Array): string {
  return typeof value === "string" ? value : inflateRawSync(value).toString("utf8");
}
