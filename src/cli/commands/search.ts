// kb search
import { UserError } from "../../core/errors.ts";
import type { SearchReport } from "../../run/search.ts";
import { countFrom } from "../numbers.ts";
import { queriesFrom } from "../queries.ts";
import type { AddCommand, Session } from "../session.ts";

/** Of kb's own pages; a person's may say others. */
const TYPES = [
  "source",
  "concept",
  "entity",
  "method",
  "answer",
  "index",
  "overview",
  "log",
  "review",
  "decisions",
  "text",
];

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
    .option("--type <type>", `pages of one type: ${TYPES.slice(0, 5).join(", ")}`)
    .action((words: string[], options: Options) => go((session) => search(words.join(" "), options, session)));
};

async function search(query: string, { number, type }: Options, session: Session): Promise<number> {
  if (query !== "-" && /^["\s-]*$/u.test(query))
    throw new UserError('There is nothing to look for: kb search "words to look for"');
  return session.withWorkspace(async (workspace) => {
    const { openSearch } = await import("../../run/search.ts");
    const options = { ...(number === undefined ? {} : { limit: number }), ...(type === undefined ? {} : { type }) };
    const { search: once, close } = await openSearch(workspace, options);
    try {
      if (query !== "-") {
        const report = await once(query);
        session.report(report, () => searchText(report, type, session));
        return 0;
      }
      for await (const line of queriesFrom(process.stdin)) session.print(JSON.stringify(await once(line)));
      return 0;
    } finally {
      close();
    }
  });
}

function searchText({ query, results }: SearchReport, type: string | undefined, { paint }: Session): string[] {
  if (results.length === 0) return [`Nothing found for: ${query}`, ...hints(query, type)];
  return results.flatMap(({ path, title, type, snippet }) => [
    `${paint.bold(title)} ${paint.dim(`${type} · ${path}`)}`,
    `  ${snippet.replace(/\s+/gu, " ").replace(/\*\*(.+?)\*\*/gu, (_whole, found: string) => paint.bold(found))}`,
  ]);
}

/** What in a query that found nothing may be meant otherwise than it is understood. */
function hints(query: string, type: string | undefined): string[] {
  const types = [...(type === undefined ? [] : [type]), ...valuesOf(query, "type")];
  const dates = valuesOf(query, "updated").filter((date) => !/^(?:[<>]=?|=)?\d{4}(?:-\d{2}){0,2}$/u.test(date));
  return [
    ...types
      .filter((one) => !TYPES.includes(one.toLowerCase()))
      .map((one) => `  No page of kb's has the type "${one}": its types are ${TYPES.join(", ")}.`),
    ...dates.map((date) => `  "${date}" is no date: updated:2026-01-31, updated:>2026-01, updated:<=2025`),
  ];
}

function valuesOf(query: string, key: string): string[] {
  return [...query.matchAll(new RegExp(`(?<!\\S)${key}:(\\S+)`, "giu"))].flatMap(([, value]) => value ?? []);
}
