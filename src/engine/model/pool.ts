// Several servers side by side: one request a host, what fails is tried again elsewhere, a dead host is left out.
import { EngineGone } from "../../core/errors.ts";
import type { Client } from "./client.ts";
import { Fault } from "./faults.ts";

export interface PoolOptions {
  /** Requests at once on one host. */
  readonly perHost?: number;
  /** First wait before another try, ms; doubles each time. */
  readonly pause?: number;
  readonly notice?: ((sentence: string) => void) | undefined;
}

export interface Pool {
  /** Runs the job on a host that is free; throws EngineGone when none is left, else the job's last Fault or the abort's reason. */
  run<T>(job: (client: Client) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Host {
  readonly client: Client;
  busy: number;
  /** Times in a row that the line broke. */
  broken: number;
  /** When it was last found so, ms. */
  since: number;
}

interface Waiter {
  readonly take: (host: Host) => void;
  readonly fail: (error: unknown) => void;
}

/** Tries of one request while the server answers with errors. */
const TRIES = 4;
/** Broken lines in a row after which a host counts as dead: sooner when others can take over. */
const DEAD = { alone: 5, among: 3 };
/** A dead host gets another chance after so long, ms, while others work on. */
const REST = 60_000;

export function poolOf(clients: readonly Client[], { perHost = 1, pause = 500, notice }: PoolOptions = {}): Pool {
  const hosts: Host[] = clients.map((client) => ({ client, busy: 0, broken: 0, since: 0 }));
  const waiting: Waiter[] = [];
  const dead = hosts.length > 1 ? DEAD.among : DEAD.alone;

  const alive = () => {
    const living = hosts.filter((host) => host.broken < dead);
    return living.length === 0
      ? living
      : hosts.filter((host) => host.broken < dead || (host.busy === 0 && Date.now() - host.since > REST));
  };
  const gone = () =>
    new EngineGone(
      `The model server at ${hosts.map((host) => host.client.url).join(", ")} no longer answers.`,
      `Start it again and run the same command to go on, or use --engine extractive.`,
    );

  function acquire(signal: AbortSignal | undefined): Promise<Host> {
    signal?.throwIfAborted();
    if (alive().length === 0) return Promise.reject(gone());
    const free = alive()
      .filter((host) => host.busy < perHost)
      .sort((a, b) => a.broken - b.broken || a.busy - b.busy)[0];
    if (free !== undefined) {
      free.busy += 1;
      return Promise.resolve(free);
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        take: (host) => {
          signal?.removeEventListener("abort", leave);
          resolve(host);
        },
        fail: (error) => {
          signal?.removeEventListener("abort", leave);
          reject(error);
        },
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", leave, { once: true });
      waiting.push(waiter);
    });
  }

  function release(host: Host): void {
    host.busy -= 1;
    if (alive().length === 0) for (const waiter of waiting.splice(0)) waiter.fail(gone());
    else if (host.broken < dead && host.busy < perHost) {
      const next = waiting.shift();
      if (next !== undefined) {
        host.busy += 1;
        next.take(host);
      }
    }
  }

  async function run<T>(job: (client: Client) => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const host = await acquire(signal);
      let wait = 0;
      try {
        const value = await job(host.client);
        host.broken = 0;
        return value;
      } catch (error) {
        if (!(error instanceof Fault) || (error.kind !== "gone" && error.kind !== "busy")) throw error;
        if (error.kind === "gone") {
          host.broken += 1;
          host.since = Date.now();
          if (host.broken === dead && hosts.length > 1)
            notice?.(`The model host ${host.client.url} no longer answers and is left out.`);
        } else if (attempt >= TRIES) throw error;
        wait = pause * 2 ** (Math.max(host.broken, attempt) - 1);
        // The slot is kept while waiting, so that no other request runs into the same fault meanwhile.
        if (host.broken < dead) await sleep(wait, signal);
      } finally {
        release(host);
      }
    }
  }

  return { run };
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const leave = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", leave);
      resolve();
    }, ms);
    signal?.addEventListener("abort", leave, { once: true });
    return undefined;
  });
}
