// kb ask
import { Option } from "commander";
import type { AskOptions } from "../../run/ask-options.ts";
import { answerLines } from "../answer-text.ts";
import { countFrom } from "../numbers.ts";
import { queriesFrom } from "../queries.ts";
import type { AddCommand, Session } from "../session.ts";

interface Options
  extends Pick<AskOptions, "format" | "to" | "save" | "length" | "source" | "fresh" | "steelman" | "council"> {
  readonly output?: string;
  readonly long?: boolean;
}

/** Words of an answer that may be long. */
const LONG = 320;

export const addAsk: AddCommand = (program, go) => {
  program
    .command("ask")
    .description("a cited answer from the wiki, or a plain no; - reads one question a line, none opens a conversation")
    .argument("[question...]")
    .addOption(
      new Option("--format <format>", "a note, a deck of slides, a table or a chart").choices([
        "md",
        "marp",
        "table",
        "chart",
      ]),
    )
    .addOption(
      new Option(
        "--to <kind>",
        "render it: a deck to any but svg, a chart to svg or png, the others to html or pdf",
      ).choices(["html", "pdf", "pptx", "png", "svg"]),
    )
    .option(
      "-o, --output <file>",
      "write the answer there instead of outputs/; the ending says what it becomes: deck.pdf, years.svg",
    )
    .option("--length <words>", "how long the answer may be, about", countFrom)
    .option("--long", "a longer answer")
    .option("--steelman", "the strongest case for and against, and what would decide (needs a model)")
    .option("--council", "several models answer, judge each other's answers and say where they differ")
    .option("--source <name>", "from one source alone: its file, or its title; a book with all its chapters")
    .option("--fresh", "ask anew what was answered before")
    .option("--no-save", "leave nothing behind")
    .action((words: string[], options: Options) => go((session) => ask(words.join(" "), options, session)));
};

async function ask(question: string, { output, long, ...options }: Options, session: Session): Promise<number> {
  const { options: given } = session;
  const onTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true && !given.json;
  return session.withWorkspace(async (workspace) => {
    const wishes = {
      ...(long ? { length: LONG } : {}),
      ...options,
      cwd: session.cwd,
      ...(output === undefined ? {} : { file: output }),
    };
    if (question === "" && onTerminal) {
      const { openConversation } = await import("../../run/conversation.ts");
      const { converse } = await import("../converse.ts");
      const conversation = await openConversation(workspace, wishes);
      try {
        await converse(conversation, session);
        return 0;
      } finally {
        conversation.close();
      }
    }
    const { openAsk } = await import("../../run/ask.ts");
    const { ask: once, close } = await openAsk(workspace, wishes);
    try {
      if (question !== "-") {
        const { heardOnTerminal } = await import("../converse.ts");
        const shown = onTerminal && !given.quiet ? heardOnTerminal() : undefined;
        const report = await once(question, shown ? { heard: shown.heard } : {});
        shown?.clear();
        session.report(report, () => answerLines(report, session));
        return 0;
      }
      for await (const line of queriesFrom(process.stdin)) session.print(JSON.stringify(await once(line)));
      return 0;
    } finally {
      close();
    }
  });
}
