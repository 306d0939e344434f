// kb watch
import type { AddCommand } from "../session.ts";

export const addWatch: AddCommand = (program, go) => {
  program
    .command("watch")
    .description("compile whenever raw/ changes, until stopped")
    .action(() =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { watch } = await import("../../run/watch.ts");
          await watch(workspace, (batch) =>
            session.options.json ? session.print(JSON.stringify(batch)) : session.print(batch.line),
          );
          return 0;
        }),
      ),
    );
};
