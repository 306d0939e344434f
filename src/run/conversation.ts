// A conversation with the vault: questions that lean on earlier ones, and commands that begin with a slash.
import { type Exchange, wholeQuestion } from "../answer/follow-up.ts";
import type { AskReport } from "./ask.ts";
import { openAskOn } from "./ask.ts";
import type { AskOptions } from "./ask-options.ts";
import { freshIndex } from "./reindex.ts";
import type { Workspace } from "./workspace.ts";

export type Turn =
  | {
      readonly kind: "answer";
      readonly report: AskReport;
      /** The question as it was understood, where that differs from what was typed. */
      readonly understood?: string;
    }
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "end" };

export interface Conversation {
  say(line: string, heard?: (sentence: string) => void): Promise<Turn>;
  /** Questions of earlier conversations and of this one, oldest first. */
  history(): readonly string[];
  close(): void;
}

/** Questions remembered from one conversation to the next. */
const MOST = 200;
const HELP = [
  "Ask, and ask on: “When was he born?”, “And Xanadu?”, “Why?” are understood from what came before.",
  "/save     keeps the last answer in outputs/",
  "/slides   makes a deck of it there",
  "/sources  shows what it rests on",
  "/fresh    asks the last question anew",
  "/history  lists what was asked",
  "/quit     ends",
];

export async function openConversation(workspace: Workspace, options: AskOptions = {}): Promise<Conversation> {
  const index = await freshIndex(workspace);
  const { ask, close } = openAskOn(workspace, index, { ...options, save: false });
  const { kv } = workspace.store;
  const asked = [...(kv.get<string[]>("asked") ?? [])];
  const exchanges: Exchange[] = [];
  let last: AskReport | undefined;

  const again = async (more: AskOptions): Promise<Turn> => {
    if (!last) return { kind: "lines", lines: ["There is no answer yet."] };
    last = await ask(last.question, more);
    return { kind: "answer", report: last };
  };

  const answer = async (line: string, heard?: (sentence: string) => void): Promise<Turn> => {
    asked.push(line);
    kv.set("asked", asked.slice(-MOST));
    const question = wholeQuestion(index, line, exchanges);
    // "More" asks the same question for a longer answer.
    const longer = question === exchanges.at(-1)?.question && line !== question ? { length: LONGER } : {};
    last = await ask(question, { ...longer, ...(heard ? { heard } : {}) });
    exchanges.push({ question, answer: last.sentences.map(({ text }) => text).join(" ") });
    return { kind: "answer", report: last, ...(question === line ? {} : { understood: question }) };
  };

  return {
    say: async (line, heard) => {
      const [command = ""] = line.trim().split(/\s+/u);
      switch (command.startsWith("/") ? command.toLowerCase() : "") {
        case "":
          return answer(line.trim(), heard);
        case "/save":
          return again({ save: true });
        case "/slides":
          return again({ save: true, format: "marp" });
        case "/fresh":
          return again({ fresh: true, ...(heard ? { heard } : {}) });
        case "/sources":
          return { kind: "lines", lines: sourceLines(last) };
        case "/history":
          return { kind: "lines", lines: asked.map((one, i) => `${i + 1}. ${one}`) };
        case "/quit":
        case "/exit":
        case "/q":
          return { kind: "end" };
        default:
          return { kind: "lines", lines: HELP };
      }
    },
    history: () => asked,
    close: () => {
      close();
      index.close();
    },
  };
}

const LONGER = 240;

function sourceLines(report: AskReport | undefined): string[] {
  if (!report) return ["There is no answer yet."];
  if (report.citations.length === 0) return ["The last answer rests on no sentence of a source."];
  const numbers = [...new Set(report.citations.map(({ n }) => n))].sort((a, b) => a - b);
  return numbers.flatMap((number) => {
    const own = report.citations.filter(({ n }) => n === number);
    const [first] = own;
    return first ? [`${number}. ${first.source} (${first.page})`, ...own.map(({ quote }) => `   “${quote}”`)] : [];
  });
}
