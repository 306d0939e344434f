// The command line as a whole: global options, which file serves which command, usage errors.
import { readFileSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { shippedUrl } from "../core/own-files.ts";
import { openOutput } from "./output.ts";
import { serve } from "./serve.ts";
import type { AddCommand, Go } from "./session.ts";

type Load = () => Promise<AddCommand>;

const COMMANDS: Readonly<Record<string, Load>> = {
  init: async () => (await import("./commands/init.ts")).addInit,
  ingest: async () => (await import("./commands/ingest.ts")).addIngest,
  compile: async () => (await import("./commands/compile.ts")).addCompile,
  watch: async () => (await import("./commands/watch.ts")).addWatch,
  read: async () => (await import("./commands/read.ts")).addRead,
  search: async () => (await import("./commands/search.ts")).addSearch,
  ask: async () => (await import("./commands/ask.ts")).addAsk,
  topics: async () => (await import("./commands/topics.ts")).addTopics,
  trace: async () => (await import("./commands/trace.ts")).addTrace,
  lint: async () => (await import("./commands/lint.ts")).addLint,
  promote: async () => (await import("./commands/promote.ts")).addPromote,
  reject: async () => (await import("./commands/reject.ts")).addReject,
  status: async () => (await import("./commands/status.ts")).addStatus,
  undo: async () => (await import("./commands/undo.ts")).addUndo,
  history: async () => (await import("./commands/history.ts")).addHistory,
};

const ENGINES = ["auto", "ollama", "openai", "extractive"];
const VALUED = new Set(["--vault", "--engine"]);

/** The exit code: 0 done, 1 something failed, 2 could not run. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const output = openOutput();
  let exitCode = 0;
  const program = rootProgram();
  const go: Go = async (work) => {
    exitCode = await serve(program.opts(), output, work);
  };
  for (const load of commandsFor(args)) (await load())(program, go);
  for (const command of program.commands) pointToHelp(command, "kb");
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(commandIn(args) === "search" ? wordsApart(args) : args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode === 0 ? 0 : 2;
    // What is wrong stands on standard error already.
    if (exitCode !== 0 && args.includes("--json"))
      output.print(JSON.stringify({ error: error.message.replace(/^error: /u, "").replaceAll("\n", " ") }, null, 2));
  }
  await output.flush();
  return exitCode;
}

function pointToHelp(command: Command, above: string): void {
  const name = `${above} ${command.name()}`;
  command.exitOverride().showHelpAfterError(`(see ${name} --help)`);
  for (const one of command.commands) pointToHelp(one, name);
}

/** `kb search rust -async`: words that a query leaves out look like options, and come after "--". */
function wordsApart(args: readonly string[]): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const [before, after] = [args.slice(0, end), args.slice(end + 1)];
  const isWord = (arg: string): boolean => /^-[^-]/u.test(arg) && !/^-(?:n\d*|h)$/u.test(arg);
  const words = before.filter((arg, i) => isWord(arg) && before[i - 1] !== "-n" && before[i - 1] !== "--number");
  return words.length === 0 ? [...args] : [...before.filter((arg) => !words.includes(arg)), "--", ...words, ...after];
}

function rootProgram(): Command {
  return new Command("kb")
    .description("Compiles a folder of raw material into a cited wiki for Obsidian.")
    .version(versionOf(), "--version", "print the version")
    .helpOption("-h, --help", "print this, or the help of a command")
    .helpCommand("help [command]", "print the help of a command")
    .option("--vault <dir>", "the vault (default: the nearest folder above with vault.config.json)")
    .addOption(new Option("--engine <name>", "who judges and writes").choices(ENGINES))
    .option("--json", "print one JSON document")
    .option("--quiet", "print results and errors only")
    .option("--verbose", "print more about each step")
    .configureHelp({ showGlobalOptions: true, visibleGlobalOptions: optionsOfAll })
    .exitOverride()
    .showHelpAfterError("(see kb --help)")
    .addHelpText(
      "after",
      "\nOptions may stand before or after the command. Exit codes: 0 done, 1 some file failed or lint found errors, 2 could not run.",
    );
}

/** Options of `kb topics` are none of `kb topics merge`. */
function optionsOfAll({ parent }: Command): Option[] {
  if (parent === null) return [];
  return parent.parent === null ? [...parent.options] : optionsOfAll(parent);
}

/** The command that is named; without one those that help or a spelling suggestion may list. */
function commandsFor(args: readonly string[]): readonly Load[] {
  const named = commandIn(args);
  const load = named === undefined ? undefined : COMMANDS[named];
  if (load !== undefined) return [load];
  return named === undefined && args.includes("--version") ? [] : Object.values(COMMANDS);
}

/** The first word that is neither an option nor the value of one. */
function commandIn(args: readonly string[]): string | undefined {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (VALUED.has(arg)) i++;
    else if (!arg.startsWith("-")) return arg;
  }
  return undefined;
}

function versionOf(): string {
  const text = readFileSync(shippedUrl("package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
