// kb undo
import type { UndoReport } from "../../run/undo.ts";
import type { AddCommand, Session } from "../session.ts";
import { counted } from "../words.ts";

export const addUndo: AddCommand = (program, go) => {
  program
    .command("undo")
    .description("take a run back; what people wrote since stays")
    .argument("[run]", "number of the run, as kb history lists it (default: the last)")
    .option("--dry-run", "say what would change, and change nothing")
    .action((id: string | undefined, { dryRun = false }: { readonly dryRun?: boolean }) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const [{ undo }, { withLock }] = await Promise.all([
            import("../../run/undo.ts"),
            import("../../vault/lock.ts"),
          ]);
          const report = await withLock(workspace.layout, "undo", async () => undo(workspace, id, { dryRun }));
          session.report(report, () => undoText(report, dryRun, session));
          return report.pages.some((page) => page.status === "conflict") ? 1 : 0;
        }),
      ),
    );
};

function undoText({ run, pages }: UndoReport, dryRun: boolean, { options }: Session): string[] {
  const told = pages.filter(
    (page) => options.verbose || page.status === "kept" || page.status === "conflict" || page.status === "merged",
  );
  const changed = pages.filter((page) => page.status !== "kept" && page.status !== "conflict").length;
  return [
    `${dryRun ? "Would take back" : "Took back"} run ${run.id} (kb ${run.command}, ${run.time.slice(0, 16).replace("T", " ")} UTC): ${counted(changed, "file")}.`,
    ...told.map(
      ({ path, status, reason }) => `  ${status.padEnd(9)} ${path}${reason === undefined ? "" : `: ${reason}`}`,
    ),
  ];
}
