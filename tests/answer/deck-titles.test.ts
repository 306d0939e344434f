import { expect, test } from "vitest";
import { slidesFor } from "../../src/answer/formats/deck.ts";
import { cutTo, deckTitle } from "../../src/answer/formats/slide-text.ts";

test("a deck is named for its subject, not for the form of the question", () => {
  expect(deckTitle("What is the difference between agile and DevOps?")).toBe("Agile and DevOps");
  expect(deckTitle("Compare Solr with Elasticsearch")).toBe("Solr and Elasticsearch");
  expect(deckTitle("What do these say about hiring?")).toBe("Hiring");
  expect(deckTitle("Which teams ship?")).toBe("Which teams ship");
  expect(deckTitle("How does inline assembly work?")).toBe("How does inline assembly work");
});

test("a heading is cut between words, Chinese ones between signs", () => {
  expect(cutTo("A heading of many words", 60)).toBe("A heading of many words");
  expect(cutTo("A heading of many words", 14)).toBe("A heading of…");
  expect(cutTo("自注意力机制让模型关注", 8)).toBe("自注意力…");
});

test("a list becomes a statement and points, six a slide", () => {
  const items = Array.from({ length: 8 }, (_, i) => `Proposal ${i + 1}`);
  const text = `8 of 20 sources are dated 2024: ${items.join("; ")}.`;
  const slides = slidesFor([{ text, citations: [] }], "New in 2024");
  expect(slides.map(({ texts }) => texts.length)).toEqual([1, 6, 2]);
  expect(slides[0]).toMatchObject({ texts: ["8 of 20 sources are dated 2024."], statement: true });
  expect(slides.slice(1).flatMap(({ texts }) => texts)).toEqual(items);
});
