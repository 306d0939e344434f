// Pages and files that every vault has beside its topics: the Bases dashboard and the review list.
import type { Page } from "../core/page.ts";
import type { DoubtfulMerge } from "../core/topic.ts";
import { escapeInline } from "../markdown/harmless.ts";

const KINDS = [
  ["Concepts", "concept"],
  ["Entities", "entity"],
  ["Methods", "method"],
  ["Sources", "source"],
  ["Answers", "answer"],
] as const;

/** vault.base: a table a kind, the latest first. */
export function vaultBase(wiki: string): string {
  const views = KINDS.map(([name, type]) => {
    const order =
      type === "source"
        ? ["file.name", "author", "published", "words", "updated"]
        : ["file.name", "kind", "formula.cites", "updated"];
    return [
      "  - type: table",
      `    name: ${name}`,
      "    filters:",
      "      and:",
      `        - 'type == "${type}"'`,
      ...(type === "entity" ? ["    groupBy:", "      property: note.kind", "      direction: ASC"] : []),
      "    order:",
      ...order.map((column) => `      - ${column}`),
    ].join("\n");
  });
  return [
    "filters:",
    "  and:",
    `    - file.inFolder("${wiki}")`,
    "properties:",
    "  note.updated:",
    "    displayName: Updated",
    "  note.published:",
    "    displayName: Published",
    "  formula.cites:",
    "    displayName: Sources",
    "formulas:",
    '  cites: "note.sources.length"',
    "views:",
    ...views,
    "",
  ].join("\n");
}

export interface ReviewInput {
  readonly wiki: string;
  readonly merges: readonly DoubtfulMerge[];
  /** Pages where sources disagree, with how often. */
  readonly disagreements: readonly {
    readonly page: string;
    readonly title: string;
    /** Both sides of each, and whether a model sees a contradiction too. */
    readonly points: readonly { readonly sides: readonly string[]; readonly confirmed: boolean }[];
  }[];
  /** Edits that a rebuild could not take in, ready to print. */
  readonly conflicts: readonly string[];
}

/** review.md: what waits for a person, worst first. */
export function reviewPage({ wiki, merges, disagreements, conflicts }: ReviewInput): Page {
  const parts: string[] = [];
  if (conflicts.length > 0) parts.push("## Edits that a rebuild could not take in", ...conflicts);
  if (disagreements.length > 0) {
    parts.push(
      "## Sources disagree",
      disagreements
        .flatMap(({ page, title, points }) => [
          `- [[${page}|${title}]]`,
          ...points.map(
            ({ sides, confirmed }) =>
              `    - ${sides.map((side) => `“${escapeInline(side)}”`).join(" and ")}${confirmed ? " · a contradiction, says the model" : ""}`,
          ),
        ])
        .join("\n"),
    );
  }
  if (merges.length > 0) {
    parts.push(
      "## Perhaps one and the same",
      `Say so by \`kb topics merge A B\` or \`kb topics split A B\`, or under \`merge\` or \`split\` in decisions.md.`,
      merges
        .map((one) => `- ${escapeInline(one.a)} and ${escapeInline(one.b)} · ${escapeInline(one.reason)}`)
        .join("\n"),
    );
  }
  if (parts.length === 0) parts.push("Nothing waits for you.");
  return {
    path: `${wiki}/review.md`,
    type: "review",
    title: "Review",
    front: {},
    body: parts.join("\n\n"),
    engine: "extractive",
  };
}
