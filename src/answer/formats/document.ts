// An answer as a note: front matter, the cited answer, Related, Sources.
import type { Answer } from "../../core/answer.ts";
import type { LayOut, Page } from "../../core/page.ts";
import { escapeInline, linkText } from "../../markdown/harmless.ts";
import { answerMarkdown, citationsOf, sourceListing } from "../cite.ts";
import type { RelatedPage } from "../related.ts";

/** Links to the source pages, for the front matter. */
export function sourceLinks(answer: Answer): string[] {
  const links = citationsOf(answer).map(
    ({ page, sourceTitle }) => `[[${page.replace(/\.md$/, "")}|${linkText(sourceTitle)}]]`,
  );
  return [...new Set(links)];
}

export function relatedLines(related: readonly RelatedPage[]): string[] {
  return related.map(({ path, title, reason }) => `- [[${path.replace(/\.md$/, "")}|${linkText(title)}]] · ${reason}`);
}

export function documentPage(answer: Answer, path: string, related: readonly RelatedPage[], layOut: LayOut): Page {
  return {
    path,
    type: "answer",
    title: answer.question,
    front: {
      aliases: [answer.question],
      tags: ["answer"],
      sources: sourceLinks(answer),
      confidence: Math.round(answer.confidence * 100) / 100,
    },
    body: layOut("answer", {
      question: escapeInline(answer.question),
      answer: answerMarkdown(answer),
      related: relatedLines(related).join("\n"),
      sources: sourceListing(answer).join("\n"),
    }),
    engine: answer.engine,
  };
}
