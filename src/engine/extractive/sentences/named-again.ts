// What "it" is, said again: by the sentence before, or by what the title is about.
import type { Document } from "../../../core/document.ts";
import type { Nomination } from "../../../core/note.ts";
import { plain } from "../notes/own-words.ts";
import { rated } from "../notes/rating.ts";
import { tag } from "../tag.ts";

/** "[Cr-sqlite] is a loadable extension" of "It's a loadable extension": sentences whose "It" the one before names, as they read then. */
export function namedAgain(document: Document, nominations: readonly Nomination[]): ReadonlyMap<number, string> {
  return new Map(
    rated(document, nominations).flatMap((one) =>
      one.standing.text?.startsWith("[") && !one.option && /^it\b/i.test(document.sentences[one.n - 1]?.text ?? "")
        ? [[one.n, plain(one, document)] as const]
        : [],
    ),
  );
}

/** By sentence, the one thing of the title that it is about. */
export function titledSubjects(nominations: readonly Nomination[]): ReadonlyMap<number, string> {
  const out = new Map<number, string>();
  for (const { name, kind, inTitle, subjectOf, definedBy } of nominations)
    if (inTitle && kind !== "person")
      for (const n of [...subjectOf, ...(definedBy ? [definedBy] : [])])
        if (name.length > (out.get(n)?.length ?? 0)) out.set(n, name);
  return out;
}

/** "I figured out how to use Val Town to run a task" of "… how to use it …", where the sentence before is about Val Town. */
export function withName(text: string, subject: string | undefined): string {
  const at = subject === undefined ? -1 : text.search(/(?<=\p{Alpha} )it(?= \p{Alpha}|[.,])/u);
  if (subject === undefined || at < 0) return text;
  const before = tag(text.slice(0, at));
  const last = before.at(-1);
  const named = before.some((token) => /^(?:NOUN|PROPN)$/.test(token.pos) && !/^to(?:day|morrow)$/i.test(token.text));
  if (named || last === undefined || !/^(?:VERB|ADP)$/.test(last.pos)) return text;
  return `${text.slice(0, at)}${subject}${text.slice(at + "it".length)}`;
}
