// A page is called as sources write its thing: in small letters where that is code, and by the whole of a phrase.
import { expect, it } from "vitest";
import type { Mention } from "../../src/core/note.ts";
import { topicsFrom } from "../../src/link/topics.ts";
import { aClaim, aMention, aNote } from "./notes.ts";

const LIMITS = { perSource: 5, minSources: 1, minClaims: 1 };

/** Titles of what sources say under one name; `coded`: the name is set in code marks. */
function titles(name: string, texts: readonly string[], more: Partial<Mention> = {}, coded = false): string[] {
  const notes = texts.map((text, i) => {
    const id = `c-${String(i).repeat(10)}`;
    const at = text.indexOf(name);
    const code = coded && at >= 0 ? { code: { [text]: [[at, at + name.length] as const] } } : {};
    return { ...aNote(`raw/${i}.md`, [aClaim(id, text)], [aMention(name, [id], more)]), ...code };
  });
  return topicsFrom(notes, LIMITS).map(({ title }) => title);
}

it("small letters stay where sources write code, or a product so and never otherwise", () => {
  const texts = ["The tool tidefmt sorts charts.", "Pilots run tidefmt by hand."];
  expect(titles("tidefmt", texts, {}, true)).toEqual(["tidefmt"]);
  expect(titles("tidefmt", texts, { type: "entity", kind: "product" })).toEqual(["tidefmt"]);
  expect(titles("tidefmt", texts)).toEqual(["Tidefmt"]);
});

it("a name that nearly always goes before one noun is titled with it", () => {
  const texts = ["The Quill tree holds charts.", "Each Quill tree has a root.", "Pilots walk a Quill tree by hand."];
  expect(titles("Quill", texts)).toEqual(["Quill tree"]);
  expect(titles("Quill", ["Quill draws charts.", ...texts.slice(1)])).toEqual(["Quill"]);
});

it("an acronym with a small plural ending is no common word", () => {
  const texts = ["Compilers report an ice as ICE.", "Of ICEs few are read."];
  expect(titles("ice", texts, { forms: ["ICE", "ICEs"] })).toEqual(["ICE"]);
});
