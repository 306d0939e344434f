// kb init
import { resolve } from "node:path";
import type { AddCommand } from "../session.ts";

export const addInit: AddCommand = (program, go) => {
  program
    .command("init")
    .description("make a vault; in an existing one add only what is missing")
    .argument("[dir]", "where (default: the working folder, or --vault)")
    .option("--templates", "also copy the prompts, page layouts and slide styles into templates/, to change them")
    .action((dir: string | undefined, { templates = false }: { readonly templates?: boolean }) =>
      go(async (session) => {
        const { init } = await import("../../run/init.ts");
        const folder = resolve(session.cwd, dir ?? session.options.vault ?? ".");
        const report = await init(folder, { templates });
        session.report(report, () => [
          report.added.length === 0
            ? `${report.vault} is a vault already; nothing was missing.`
            : `${report.existing ? "Added to" : "Made"} ${report.vault}:`,
          ...report.added.map((path) => `  ${path}`),
          ...(report.added.length === 0
            ? []
            : [
                "",
                `Put articles, PDFs, web pages and notes into ${report.raw}, then: kb compile${report.vault === session.cwd ? "" : ` --vault ${quoted(dir ?? report.vault)}`}`,
                ...(report.notes
                  ? [
                      `The notes that are here stay as they are. To make sources of some, move their folder into ${report.raw} in Obsidian, or name it as "folders": {"raw": …} in vault.config.json.`,
                    ]
                  : []),
              ]),
        ]);
        return 0;
      }),
    );
};

/** As a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\p{Alpha}\p{N}_./~:\\-]+$/u.test(path) ? path : `"${path}"`;
}
