// A conversation on a terminal: lines in, answers out, sentences of a model as they come.
import { clearScreenDown, createInterface, moveCursor } from "node:readline";
import type { Conversation } from "../run/conversation.ts";
import { answerLines } from "./answer-text.ts";
import type { Session } from "./session.ts";

/** Ends with /quit, Ctrl-D or Ctrl-C. */
export async function converse(conversation: Conversation, session: Session): Promise<void> {
  const { paint, print } = session;
  print(paint.dim("Ask the vault; /help lists the commands, /quit ends."));
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: "? ",
    history: [...conversation.history()].reverse(),
  });
  const stop = (): void => lines.close();
  session.signal.addEventListener("abort", stop);
  try {
    lines.prompt();
    for await (const line of lines) {
      if (line.trim() !== "") {
        const shown = heardOnTerminal();
        const turn = await conversation.say(line, shown.heard);
        shown.clear();
        if (turn.kind === "end") break;
        if (turn.kind === "lines") for (const one of turn.lines) print(one);
        else {
          if (turn.understood !== undefined) print(paint.dim(`(${turn.understood})`));
          for (const one of answerLines(turn.report, session)) print(one);
        }
      }
      lines.prompt();
    }
  } finally {
    session.signal.removeEventListener("abort", stop);
    lines.close();
  }
}

/** Shows sentences as they come; `clear` makes room for the answer with its citations. */
export function heardOnTerminal(): { heard: (sentence: string) => void; clear: () => void } {
  let rows = 0;
  return {
    heard: (sentence) => {
      const width = process.stdout.columns || 80;
      process.stdout.write(`${sentence}\n`);
      rows += Math.max(1, Math.ceil(sentence.length / width));
    },
    clear: () => {
      if (rows === 0) return;
      moveCursor(process.stdout, 0, -rows);
      clearScreenDown(process.stdout);
      rows = 0;
    },
  };
}
