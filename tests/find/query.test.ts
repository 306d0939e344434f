import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, queryTermsOf } from "../../src/find/query.ts";
import { indexOf, row } from "./rows-in-memory.ts";

describe("a query", () => {
  it("keeps content words as stems and drops stop words", () => {
    expect(parseQuery("what links the memories of desks").any).toEqual(["link", "memori", "desk"]);
  });

  it("made of stop words alone is looked for as it stands", () => {
    expect(queryTermsOf("to be or not to be")).toEqual(["to", "be", "or", "not"]);
  });

  it("has phrases, exclusions and filters", () => {
    const query = parseQuery(
      '"linked documents" mouse -telephone -"shared screens" type:Entity tag:#history/web source:desk.md updated:>2026-01',
    );
    expect(query.phrases).toEqual([["link", "document"]]);
    expect(query.not).toEqual([["telephon"], ["share", "screen"]]);
    expect(query.filter).toEqual({
      types: ["entity"],
      tags: ["history/web"],
      sources: ["desk.md"],
      updated: [{ op: ">", date: "2026-01" }],
    });
    expect(query.text).toBe("linked documents mouse");
  });

  it("takes a hash before a word for a tag", () => {
    expect(parseQuery("#history memex").filter.tags).toEqual(["history"]);
  });

  it("takes a hyphen inside a word, and a colon after no filter's name, for no operator", () => {
    const query = parseQuery("self-attention note:taking updated:never");
    expect(query.not).toEqual([]);
    expect(query.any).toEqual(["self", "attent", "note", "take", "never"]);
  });

  it("that is a sentence with a quotation only wishes for the quotation", () => {
    const query = parseQuery(
      'Which essay in a monthly magazine called "As We May Think" did the director of research write?',
    );
    expect(query.phrases).toEqual([]);
    expect(query.wished).toEqual([["as", "we", "mai", "think"]]);
  });

  it("of ideographs loses its question words but keeps pairs across words", () => {
    const terms = queryTermsOf("注意力机制是什么");
    expect(terms).toContain("力机");
    expect(terms).not.toContain("什么");
  });

  it("never throws, nor does the index, whatever is typed", () => {
    const index = indexOf([row("a", { body: "memex" })]);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.stringMatching(/^[-"*:()^ANDORTNE a]{0,20}$/)),
        (text) => {
          index.lookup(parseQuery(text), 5);
        },
      ),
    );
  });
});
