// kb ask
import { Option } from "commander";
import type { AskOptions, AskReport } from "../../run/ask.ts";
import { countFrom } from "../numbers.ts";
import { queriesFrom } from "../queries.ts";
import type { AddCommand, Session } from "../session.ts";

interface Options extends Pick<AskOptions, "format" | "to" | "save" | "length" | "fresh"> {
  readonly output?: string;
}

export const addAsk: AddCommand = (program, go) => {
  program
    .command("ask")
    .description("a cited answer from the wiki, or a plain no; - reads one question a line")
    .argument("<question...>")
    .addOption(new Option("--format <format>", "a note or a deck of slides").choices(["md", "marp"]))
    .addOption(new Option("--to <kind>", "render the slides").choices(["html", "pdf", "pptx", "png"]))
    .option("-o, --output <file>", "write the answer there instead of outputs/")
    .option("--length <words>", "how long the answer may be, about", countFrom)
    .option("--fresh", "ask anew what was answered before")
    .option("--no-save", "leave nothing behind")
    .action((words: string[], options: Options) => go((session) => ask(words.join(" "), options, session)));
};

async function ask(question: string, { output, ...options }: Options, session: Session): Promise<number> {
  return session.withWorkspace(async (workspace) => {
    const { openAsk } = await import("../../run/ask.ts");
    const wishes = { ...options, cwd: session.cwd, ...(output === undefined ? {} : { file: output }) };
    const { ask: once, close } = await openAsk(workspace, wishes);
    try {
      if (question !== "-") {
        const report = await once(question);
        session.report(report, () => askText(report, session));
        return 0;
      }
      for await (const line of queriesFrom(process.stdin)) session.print(JSON.stringify(await once(line)));
      return 0;
    } finally {
      close();
    }
  });
}

/** Links become their numbers; the list below says where each leads. */
function askText({ answer, citations, output, engine, answeredOn }: AskReport, { paint }: Session): string[] {
  const plain = answer
    .replace(/\[\[[^\]|]*\|([^\]]*)\]\]/gu, "$1")
    .replace(/\[\[([^\]]*)\]\]/gu, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~=$%^&])/gu, "$1");
  const sources = new Map<number, (typeof citations)[number]>();
  for (const citation of citations) if (!sources.has(citation.n)) sources.set(citation.n, citation);
  return [
    plain,
    ...(sources.size > 0 ? [""] : []),
    ...[...sources.values()].map(({ n, source, quote }) => `${n}. ${source} ${paint.dim(`“${quote}”`)}`),
    "",
    ...(answeredOn === undefined
      ? []
      : [paint.dim(`The answer of ${answeredOn}: nothing that it rests on has changed (--fresh asks anew).`)]),
    paint.dim([...(output === undefined ? [] : [`Saved as ${output}`]), `Engine: ${engine}`].join(" · ")),
  ];
}
