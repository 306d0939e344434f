// An answer as a terminal shows it: links become their numbers; the list below says where each leads.
import type { AskReport } from "../run/ask.ts";
import type { Session } from "./session.ts";

export function answerLines(
  { answer, citations, output, engine, answeredOn }: AskReport,
  { paint }: Session,
): string[] {
  const plain = answer
    .replace(/\[\[[^\]|]*\|([^\]]*)\]\]/gu, "$1")
    .replace(/\[\[([^\]]*)\]\]/gu, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~=$%^&:])/gu, "$1");
  const sources = new Map<number, (typeof citations)[number]>();
  for (const citation of citations) if (!sources.has(citation.n)) sources.set(citation.n, citation);
  return [
    plain,
    ...(sources.size > 0 ? [""] : []),
    ...[...sources.values()].map(({ n, source, quote }) => `${n}. ${source} ${paint.dim(`“${quote}”`)}`),
    "",
    ...(answeredOn === undefined
      ? []
      : [paint.dim(`The answer of ${answeredOn}: nothing that it rests on has changed (--fresh asks anew).`)]),
    paint.dim([...(output === undefined ? [] : [`Saved as ${output}`]), `Engine: ${engine}`].join(" · ")),
  ];
}
