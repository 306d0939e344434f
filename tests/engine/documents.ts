// Documents, claims and settings for the tests of the engines.
import { readdirSync, readFileSync } from "node:fs";
import type { Document, Sentence } from "../../src/core/document.ts";
import type { Passage, TopicBrief } from "../../src/core/engine.ts";
import type { Memo } from "../../src/engine/model/ask.ts";
import { type ModelOptions, modelEngine } from "../../src/engine/model/engine.ts";
import { quotationOf } from "../../src/note/evidence.ts";

/** "# Heading" lines and one sentence a line. */
export function documentOf(text: string, title = "The desk that remembers", path = "raw/desk.md"): Document {
  const blocks: Document["blocks"][number][] = [];
  const sentences: Sentence[] = [];
  let headings: readonly string[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const heading = /^# (.+)$/.exec(line)?.[1];
    if (heading !== undefined) headings = [heading];
    if (line.trim() !== "") {
      blocks.push({
        kind: heading === undefined ? "paragraph" : "heading",
        text: heading ?? line,
        start,
        end,
        headings,
      });
      if (heading === undefined)
        sentences.push({ n: sentences.length + 1, text: line, start, end, block: blocks.length - 1 });
    }
    start = end + 1;
  }
  const meta = { title, authors: [], language: "en", tags: [], titleFromName: false };
  return {
    path,
    format: "md",
    meta,
    markdown: text,
    blocks,
    sentences,
    pictures: [],
    leftOut: [],
    words: text.split(/\s+/).length,
    opens: true,
  };
}

export const DESK = documentOf(`# The idea
The memex is a desk in which a person stores books, records and letters on microfilm.
Vannevar Bush described the memex in July 1945 in the Atlantic Monthly.
Two items could be tied by a code, and a chain of ties made a trail.
A trail could be copied and handed to a colleague.
Bush called the principle associative indexing.
# What became of it
No memex was ever built.
Ted Nelson coined the word hypertext in 1965.
Nelson credited the memex for the idea of the trail.
Douglas Engelbart read the article in 1945 in the Philippines.
Engelbart showed a working system of 192 kilobytes in San Francisco in December 1968.`);

export const PROMPTS: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(new URL("../../templates/prompts/", import.meta.url))
    .filter((name) => name.endsWith(".liquid"))
    .map((name) => [
      name.replace(/\.liquid$/, ""),
      readFileSync(new URL(`../../templates/prompts/${name}`, import.meta.url), "utf8"),
    ]),
);

export function memory(): Memo & { readonly size: () => number } {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => kept.set(key, structuredClone(value)),
    size: () => kept.size,
  };
}

export const engineAt = (url: string, options: Partial<ModelOptions> = {}) =>
  modelEngine({
    kind: "ollama",
    settings: { hosts: [url] },
    env: {},
    prompts: PROMPTS,
    memo: memory(),
    pause: 1,
    ...options,
  });

export function briefOf(document: Document, title = "Memex"): TopicBrief {
  const claims = document.sentences.map(({ n, text, block }) => ({
    source: document.path,
    id: `c-${n}`,
    claim: {
      id: `c-${n}`,
      text,
      evidence: [n],
      quote: quotationOf(document, [n]),
      place: { headings: document.blocks[block]?.headings ?? [] },
    },
    sourceTitle: document.meta.title,
    published: "2021-03-04",
    about: n === 1 ? 1 : 0.8,
  }));
  return {
    title,
    type: "concept",
    aliases: [title],
    claims,
    spread: [{ source: "raw/desk.md", titled: false, count: 1 }],
    neighbours: [],
    rules: "",
    ...(claims[0] === undefined
      ? {}
      : { definition: "a desk in which a person stores books", definitionStrength: 0.9, definedBy: claims[0] }),
  };
}

export const passagesOf = (document: Document): readonly Passage[] =>
  briefOf(document).claims.map(({ claim, source, sourceTitle }, at) => ({
    page: "wiki/sources/desk.md",
    claim,
    source,
    sourceTitle,
    score: 10 - at / 10,
  }));
