// Standard output and error: whole lines, flushed before the process ends, calm when a reader goes away.
import type { Paint } from "./session.ts";

export interface Output {
  /** A line on standard output. */
  print(line: string): void;
  /** A line on standard error. */
  say(line: string): void;
  readonly paint: Paint;
  flush(): Promise<void>;
}

export function openOutput(): Output {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // `kb search … | head -1`: the reader has what it wanted.
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    paint: paintFor(process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb"),
    flush: async () => {
      for (const stream of [process.stdout, process.stderr]) {
        await new Promise<void>((resume) => stream.write("", () => resume()));
      }
    },
  };
}

function paintFor(coloured: boolean): Paint {
  const style = (open: number, close: number) => (text: string) =>
    coloured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), yellow: style(33, 39) };
}
