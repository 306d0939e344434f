// kb compile
import { compileText } from "../compile-text.ts";
import type { AddCommand } from "../session.ts";

interface Options {
  readonly dryRun?: boolean;
  readonly full?: boolean;
  readonly upgrade?: boolean;
  readonly prune?: boolean;
}

export const addCompile: AddCommand = (program, go) => {
  program
    .command("compile")
    .description("build the wiki from raw/; what did not change is left alone")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--full", "do all work again")
    .option("--upgrade", "let the model rewrite what was written without one")
    .option("--prune", "remove the pages of sources that are gone, however many")
    .action((options: Options) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { compile } = await import("../../run/compile.ts");
          const { report, exitCode } = await compile(workspace, options);
          session.report(report, () => compileText(report, session, options.dryRun ?? false));
          return exitCode;
        }),
      ),
    );
};
