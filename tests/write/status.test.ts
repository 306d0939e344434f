// What a source says of its own standing, beside what rests on it alone.
import { describe, expect, it } from "vitest";
import type { DocumentMeta } from "../../src/core/document.ts";
import { openStatusOf, statusLine } from "../../src/write/status.ts";
import { A, B, sourceOf } from "./placed.ts";

const meta = (standing: readonly string[]): DocumentMeta => ({
  title: "Berth lists",
  authors: [],
  language: "en",
  tags: [],
  standing,
  titleFromName: false,
});

describe("the standing of a source", () => {
  it("is open where it is a draft, or nobody follows it up", () => {
    expect(openStatusOf("raw/tip-48.md", meta(["status/stagnant", "category/core"]))).toEqual({
      word: "stagnant",
      called: "TIP-48",
    });
    expect(openStatusOf("raw/berths.md", meta(["status/last-call"]))).toEqual({ word: "last call" });
  });

  it.each([[["status/final"]], [["status/living"]], [["category/core"]], [[]]])(
    "is settled, or not stated: %j",
    (standing) => {
      expect(openStatusOf("raw/tip-48.md", meta(standing))).toBeUndefined();
    },
  );

  const open = (path: string) => {
    const source = sourceOf(path);
    return source && { ...source, open: { word: "draft", called: "TIP-48" } };
  };

  it("is said behind a first line that rests on it alone", () => {
    const line = statusLine({ text: "A berth list is a list of ships.", claims: [A] }, open);
    expect(line).toBe("[[wiki/sources/a|TIP-48]] (status: draft) says so.");
  });

  it("is not said where a settled source says the same", () => {
    const some = (path: string) => (path === A.source ? open(path) : sourceOf(path));
    expect(statusLine({ text: "A berth list is a list of ships.", claims: [A, B] }, some)).toBeUndefined();
  });
});
