// kb history
import type { AddCommand } from "../session.ts";

export const addHistory: AddCommand = (program, go) => {
  program
    .command("history")
    .description("the runs that changed something, newest first")
    .action(() =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { history } = await import("../../run/history.ts");
          const report = history(workspace);
          session.report(report, () => {
            if (report.runs.length === 0) return ["No run has changed anything yet."];
            return report.runs.map(({ id, time, command, added, changed, removed, undoneBy, reason }) => {
              const notes = [
                ...(undoneBy === undefined ? [] : [`taken back by ${undoneBy}`]),
                ...(reason === undefined ? [] : [reason]),
              ];
              const facts = `${added} added, ${changed} changed, ${removed} removed`;
              return `${id.padStart(4)}  ${time.slice(0, 16).replace("T", " ")}  ${command.padEnd(8)} ${facts}${notes.length > 0 ? `  (${notes.join("; ")})` : ""}`;
            });
          });
          return 0;
        }),
      ),
    );
};
