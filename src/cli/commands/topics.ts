// kb topics
import { UserError } from "../../core/errors.ts";
import type { NamedTopic, TopicsReport } from "../../run/topics.ts";
import type { Decision } from "../../vault/decisions.ts";
import type { AddCommand, Go } from "../session.ts";

export const addTopics: AddCommand = (program, go) => {
  const command = program
    .command("topics")
    .description("every topic with its names and why each is one of them; and your word on them, obeyed for ever")
    .option("--all", "those without a page too")
    .action((options: { all?: boolean }) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { topics } = await import("../../run/topics.ts");
          const report = await topics(workspace, options.all ?? false);
          session.report(report, () => linesOf(report));
          return 0;
        }),
      ),
    );
  const decide = (go: Go, decisionFrom: () => Decision) =>
    go((session) =>
      session.withWorkspace(async (workspace) => {
        const { decideTopics } = await import("../../run/topics.ts");
        const decision = await decideTopics(workspace, decisionFrom());
        session.report(decision, () => ["Noted in decisions.md. kb compile carries it out; kb undo takes it back."]);
        return 0;
      }),
    );
  command
    .command("merge")
    .description("these names are one thing; the first is its title")
    .argument("<names...>")
    .action((names: string[]) => decide(go, () => ({ kind: "merge", names: atLeastTwo(names) })));
  command
    .command("split")
    .description(
      'these names are different things; "Java" "Java (island)" --in raw/travels.md: there the name means another',
    )
    .argument("<names...>")
    .option("--in <sources...>", "sources in which the first name means the second thing")
    .action((names: string[], options: { in?: string[] }) =>
      decide(go, () => ({ kind: "split", names: atLeastTwo(names), ...(options.in ? { in: options.in } : {}) })),
    );
  command
    .command("rename")
    .description("another title for a topic")
    .argument("<old>")
    .argument("<new>")
    .action((from: string, to: string) => decide(go, () => ({ kind: "rename", from, to })));
  command
    .command("forbid")
    .description("no page for this name")
    .argument("<name>")
    .action((name: string) => decide(go, () => ({ kind: "forbid", name })));
  command
    .command("pin")
    .description("a page for this name in any case")
    .argument("<name>")
    .action((name: string) => decide(go, () => ({ kind: "pin", name })));
  command
    .command("forget")
    .description("takes back what was decided about a name")
    .argument("<name>")
    .action((name: string) =>
      go((session) =>
        session.withWorkspace(async (workspace) => {
          const { forgetTopic } = await import("../../run/topics.ts");
          const gone = await forgetTopic(workspace, name);
          session.report({ forgotten: gone }, () => [
            `${gone.length === 1 ? "One entry" : `${gone.length} entries`} of decisions.md taken out. kb compile carries it out.`,
          ]);
          return 0;
        }),
      ),
    );
};

function atLeastTwo(names: readonly string[]): readonly string[] {
  if (names.length < 2) throw new UserError("Two names at least, each in quotation marks if it has spaces.");
  return names;
}

function linesOf({ topics, doubtful }: TopicsReport): string[] {
  const lines = topics.map(lineOf);
  if (lines.length === 0) lines.push("No topic is known yet: kb compile reads the sources and makes their pages.");
  if (doubtful.length > 0) {
    lines.push("", "Perhaps one and the same (kb topics merge A B, or kb topics split A B):");
    lines.push(...doubtful.map(({ a, b, reason }) => `  ${a} · ${b} · ${reason}`));
  }
  return lines;
}

function lineOf({ title, kind, type, names, sources }: NamedTopic): string {
  const others = names.filter(({ reason }) => reason !== "title").map(({ name, reason }) => `${name} (${reason})`);
  const also = others.length > 0 ? ` · ${others.join(", ")}` : "";
  return `${title} · ${kind ?? type} · ${sources === 1 ? "one source" : `${sources} sources`}${also}`;
}
