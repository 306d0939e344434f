// Findings as SARIF 2.1.0, for code hosts and editors.
import type { Finding, Severity } from "../core/finding.ts";
import { RULES } from "./check.ts";
import { RULE_NAMES } from "./names.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

export function sarifOf(findings: readonly Finding[]): object {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "kb",
            rules: RULE_NAMES.map((name) => ({ id: name, shortDescription: { text: RULES[name].about } })),
          },
        },
        results: findings.map(({ rule, severity, path, line, message }) => ({
          ruleId: rule,
          level: LEVELS[severity],
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/") },
                ...(line > 0 ? { region: { startLine: line } } : {}),
              },
            },
          ],
        })),
      },
    ],
  };
}
