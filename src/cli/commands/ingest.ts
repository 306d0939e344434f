// kb ingest
import { ingestText } from "../compile-text.ts";
import type { AddCommand } from "../session.ts";

export const addIngest: AddCommand = (program, go) => {
  program
    .command("ingest")
    .description("read what is new in raw/; copy in files, clip web pages, clone repositories")
    .argument("[targets...]", "files or folders to copy into raw/, or addresses of pages and repositories")
    .action((targets: string[]) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { ingest } = await import("../../run/ingest.ts");
          const { report, exitCode } = await ingest(workspace, targets, session.cwd);
          session.report(report, () => ingestText(report, session));
          return exitCode;
        }),
      ),
    );
};
