// The one clock: every date in the vault comes from here, so that SOURCE_DATE_EPOCH makes a build reproducible.
import { UserError } from "../core/errors.ts";

export interface Clock {
  now(): Date;
  /** "2026-11-21", UTC. */
  today(): string;
}

export function clockFrom(env: Readonly<Record<string, string | undefined>>): Clock {
  const epoch = env["SOURCE_DATE_EPOCH"];
  if (epoch === undefined || epoch === "") return clockAt(() => new Date());
  const fixed = new Date(Number(epoch) * 1000);
  if (!/^\d+$/u.test(epoch) || Number.isNaN(fixed.getTime())) {
    throw new UserError(`SOURCE_DATE_EPOCH is "${epoch}". It must be whole seconds since 1970; correct or unset it.`);
  }
  return clockAt(() => new Date(fixed));
}

function clockAt(now: () => Date): Clock {
  return { now, today: () => now().toISOString().slice(0, 10) };
}
