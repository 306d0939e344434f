// kb search
import type { SearchReport } from "../../run/search.ts";
import { countFrom } from "../numbers.ts";
import { queriesFrom } from "../queries.ts";
import type { AddCommand, Session } from "../session.ts";

interface Options {
  readonly number?: number;
  readonly type?: string;
}

export const addSearch: AddCommand = (program, go) => {
  program
    .command("search")
    .description("ranked pages with snippets; - reads one query a line")
    .argument("<query...>", 'words, "phrases", -without, type:concept tag:x source:x updated:>2026-01')
    .option("-n, --number <n>", "how many pages at most", countFrom)
    .option("--type <type>", "pages of one type: source, concept, entity, method, answer")
    .action((words: string[], options: Options) => go((session) => search(words.join(" "), options, session)));
};

async function search(query: string, { number, type }: Options, session: Session): Promise<number> {
  return session.withWorkspace(async (workspace) => {
    const { openSearch } = await import("../../run/search.ts");
    const options = { ...(number === undefined ? {} : { limit: number }), ...(type === undefined ? {} : { type }) };
    const { search: once, close } = await openSearch(workspace, options);
    try {
      if (query !== "-") {
        const report = await once(query);
        session.report(report, () => searchText(report, session));
        return 0;
      }
      for await (const line of queriesFrom(process.stdin)) session.print(JSON.stringify(await once(line)));
      return 0;
    } finally {
      close();
    }
  });
}

function searchText({ query, results }: SearchReport, { paint }: Session): string[] {
  if (results.length === 0) return [`Nothing found for: ${query}`];
  return results.flatMap(({ path, title, type, snippet }) => [
    `${paint.bold(title)} ${paint.dim(`${type} · ${path}`)}`,
    `  ${snippet.replace(/\s+/gu, " ").replace(/\*\*(.+?)\*\*/gu, (_whole, found: string) => paint.bold(found))}`,
  ]);
}
