// Questions that ask for all that is said of a thing, whoever they say holds it.
import { expect, test } from "vitest";
import { whatIsSaid } from "../../src/answer/what-is-said.ts";

test.each([
  ["What do these say about Docker?", "Docker"],
  ["what do the sources say about the memex", "the memex"],
  ["What do my own notes say about Vannevar Bush?", "Vannevar Bush"],
  ["What does the vault know about hypertext?", "hypertext"],
  ["What do I have on CO2 storage?", "CO2 storage"],
  ["What is said about backlinks in my notes?", "backlinks"],
  ["Is there anything about lighthouses in the vault?", "lighthouses"],
])("%s", (question, about) => {
  expect(whatIsSaid(question)).toBe(`Tell me about ${about}`);
});

test.each([
  "What did Engelbart say about the mouse?",
  "What does the RFC say about lifetimes?",
  "What do historians know about the Pharos?",
  "What is known as the memex?",
  "What is a memex?",
  "What did I write about in March 2024?",
  "What did I learn about last month?",
  "Do the sources say when it was built?",
])("%s asks for something else", (question) => {
  expect(whatIsSaid(question)).toBeUndefined();
});
