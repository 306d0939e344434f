// Numbers among the options.
import { InvalidArgumentError } from "commander";

/** A whole number of at least one. */
export function countFrom(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError("It must be a whole number of at least 1.");
  return n;
}
