import { expect, test } from "vitest";
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
