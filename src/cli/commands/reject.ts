// kb reject
import type { AddCommand } from "../session.ts";

export const addReject: AddCommand = (program, go) => {
  program
    .command("reject")
    .description("throw an output away, and remember why")
    .argument("<file>", "a file of outputs/")
    .requiredOption("--why <reason>", "what is wrong with it; kept in wiki/decisions.md")
    .action((file: string, { why }: { readonly why: string }) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { reject } = await import("../../run/reject.ts");
          const verdict = await reject(workspace, file, why, session.cwd);
          session.report(verdict, () => [
            `${verdict.output} is gone; the reason stands in decisions.md. kb undo brings it back.`,
          ]);
          return 0;
        }),
      ),
    );
};
