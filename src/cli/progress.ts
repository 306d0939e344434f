// How a command shows that it works: a bar on a terminal, a line now and then elsewhere, nothing with --json or --quiet.
import type { Progress } from "../core/progress.ts";
import type { Output } from "./output.ts";
import type { GlobalOptions } from "./session.ts";
import { durationText } from "./words.ts";

/** Between two drawings of the bar, between two plain lines (ms). */
const REDRAW = 80;
const LINE_EVERY = 10_000;
/** A stretch shorter than this shows no time left (ms): it would be a guess. */
const SURE_AFTER = 2000;

export function progressFor(options: GlobalOptions, output: Output): Progress {
  const notice = (sentence: string): void => {
    if (!options.quiet) output.say(sentence);
  };
  if (options.json || options.quiet) return { start() {}, step() {}, done() {}, notice };
  const isTerminal = process.stderr.isTTY === true && process.env["TERM"] !== "dumb";
  return stretches(isTerminal ? bar(output) : lines(output));
}

interface Face {
  readonly every: number;
  show(what: string, n: number, total: number, elapsed: number): void;
  /** Takes away what `show` drew, so that a line can be printed. */
  clear(): void;
  notice(sentence: string): void;
}

function stretches(face: Face): Progress {
  let at: { what: string; n: number; readonly total: number; readonly since: number; shown: number } | undefined;
  const draw = (now: number): void => {
    if (at === undefined || now - at.shown < face.every) return;
    at.shown = now;
    face.show(at.what, at.n, at.total, now - at.since);
  };
  return {
    start(what, total) {
      const now = performance.now();
      at = { what, n: 0, total, since: now, shown: now };
    },
    step(n = 1) {
      if (at === undefined) return;
      at.n += n;
      draw(performance.now());
    },
    done() {
      if (at !== undefined) face.clear();
      at = undefined;
    },
    notice(sentence) {
      face.clear();
      face.notice(sentence);
    },
  };
}

function lines(output: Output): Face {
  return {
    every: LINE_EVERY,
    show: (what, n, total, elapsed) => output.say(`${what}: ${n} of ${total}${timeLeft(n, total, elapsed)}`),
    clear: () => undefined,
    notice: (sentence) => output.say(sentence),
  };
}

function bar(output: Output): Face {
  const { stderr } = process;
  const clear = (): void => void stderr.write("\r\u001b[K");
  return {
    every: REDRAW,
    show: (what, n, total, elapsed) => {
      const text = `${n} of ${total}${timeLeft(n, total, elapsed)}`;
      const room = Math.min(30, (stderr.columns || 80) - what.length - text.length - 6);
      const full = total > 0 ? Math.round((Math.min(n, total) / total) * room) : 0;
      const drawn = room > 4 ? ` [${"#".repeat(full)}${".".repeat(room - full)}]` : "";
      stderr.write(`\r\u001b[K${`${what}${drawn} ${text}`.slice(0, (stderr.columns || 80) - 1)}`);
    },
    clear,
    notice: (sentence) => output.say(sentence),
  };
}

function timeLeft(n: number, total: number, elapsed: number): string {
  if (n === 0 || n >= total || elapsed < SURE_AFTER) return "";
  return `, ${durationText((elapsed / n) * (total - n))} left`;
}
