// kb promote
import type { AddCommand } from "../session.ts";

export const addPromote: AddCommand = (program, go) => {
  program
    .command("promote")
    .description("take an output home into wiki/answers/")
    .argument("<file>", "a file of outputs/")
    .action((file: string) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { promote } = await import("../../run/promote.ts");
          const verdict = await promote(workspace, file, session.cwd);
          session.report(verdict, () => [`${verdict.output} is now ${verdict.page ?? "kept"}. kb undo takes it back.`]);
          return 0;
        }),
      ),
    );
};
