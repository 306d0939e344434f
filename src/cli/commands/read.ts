// kb read
import type { AddCommand, Session } from "../session.ts";

interface Options {
  readonly explain?: boolean;
}

export const addRead: AddCommand = (program, go) => {
  program
    .command("read")
    .description("print what kb reads from files; writes nothing and needs no vault")
    .argument("<files...>")
    .option("--explain", "say what was left out, and why")
    .action((files: string[], options: Options) => go((session) => read(files, options, session)));
};

/** With --json one document a line, one for each file. */
async function read(files: readonly string[], { explain }: Options, session: Session): Promise<number> {
  const { readFiles } = await import("../../run/read.ts");
  let failed = false;
  for await (const report of readFiles(files, { explain: explain ?? false, signal: session.signal })) {
    if (report.failed) failed = true;
    if (session.options.json) {
      session.print(JSON.stringify(report));
      continue;
    }
    if (report.reason !== undefined) {
      session.progress.notice(`${report.path}: ${report.reason}`);
      continue;
    }
    const facts = [report.author, report.published, report.url, report.language, `${report.words} words`];
    session.print(session.paint.bold(report.title ?? report.path));
    session.print(session.paint.dim(facts.filter((fact) => fact !== null).join(" · ")));
    session.print("");
    session.print(report.markdown);
    if (!explain) continue;
    session.print("");
    session.print(session.paint.bold("Left out"));
    for (const { step, reason, text } of report.leftOut ?? []) {
      session.print(`- ${step}: ${reason}: ${text.replace(/\s+/gu, " ").slice(0, 200)}`);
    }
    if ((report.leftOut ?? []).length === 0) session.print("nothing");
  }
  return failed ? 1 : 0;
}
