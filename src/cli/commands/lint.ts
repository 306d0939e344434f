// kb lint
import { Option } from "commander";
import { RULE_NAMES } from "../../check/names.ts";
import type { AddCommand } from "../session.ts";

interface Options {
  readonly fix?: boolean;
  readonly rule?: string[];
  readonly format?: "text" | "json" | "sarif";
}

export const addLint: AddCommand = (program, go) => {
  program
    .command("lint")
    .description("health checks; exit 1 when there are errors")
    .option("--fix", "mend what is safe to mend, and take good answers home")
    .addOption(new Option("--rule <rule...>", "only these rules").choices(RULE_NAMES))
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json", "sarif"]))
    .action(({ fix = false, rule, format }: Options) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { lint } = await import("../../run/lint.ts");
          const report = await lint(workspace, { fix, ...(rule === undefined ? {} : { rules: rule }) });
          if (format === "sarif") {
            const { sarifOf } = await import("../../check/sarif.ts");
            session.print(JSON.stringify(sarifOf(report.findings), null, 2));
          } else if (format === "json" || session.options.json) {
            session.print(JSON.stringify(report, null, 2));
          } else {
            const { lintText } = await import("../lint-text.ts");
            for (const line of lintText(report, session)) session.print(line);
          }
          return report.counts.error > 0 ? 1 : 0;
        }),
      ),
    );
};
