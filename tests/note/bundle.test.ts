// What counts as a post, and what a bundle is made of.
import { describe, expect, it } from "vitest";
import type { SourceNote } from "../../src/core/note.ts";
import { bundleOf, bundlePath, isPost } from "../../src/note/bundle.ts";
import { aClaim, aMention, aNote } from "../link/notes.ts";

const post = (path: string, more: Partial<SourceNote> = {}): SourceNote => ({
  ...aNote(path, []),
  meta: { ...aNote(path, []).meta, titleFromName: true },
  words: 20,
  ...more,
});

describe("a post", () => {
  it.each([
    "2024-03-05.md",
    "tweet-1734512345.txt",
    "Untitled 3.md",
    "2024年3月5日.md",
    "未命名 2.md",
    "3f2a9c1e.md",
    "20240305T101500Z.md",
    "note 12.md",
  ])("is a short file with a name that tells nothing: %s", (name) => {
    expect(isPost(post(`raw/${name}`))).toBe(true);
  });

  it.each([
    "Gallery.md",
    "README.md",
    "rfc-2119.md",
    "cafe.md",
    "2024 budget.md",
    "eip-1559.md",
    "注意力机制.md",
    "Пушкин 1.md",
    "2个药物有用.md",
  ])("is none where the name tells something: %s", (name) => {
    expect(isPost(post(`raw/${name}`))).toBe(false);
  });

  it("is none with a title, nor when it is long, nor in a format of its own", () => {
    const titled = post("raw/2024-03-05.md");
    expect(isPost({ ...titled, meta: { ...titled.meta, titleFromName: false } })).toBe(false);
    expect(isPost({ ...titled, words: 900 })).toBe(false);
    expect(isPost(post("raw/2024-03-05.pdf"))).toBe(false);
  });
});

describe("a bundle", () => {
  const meta = { ...aNote("x", []).meta, titleFromName: true };
  const lamp = (n: number, id: string, text: string): SourceNote =>
    post(`raw/toots/2024-03-0${n}.md`, {
      meta: { ...meta, published: `2024-03-0${n}` },
      claims: [aClaim(id, text)],
      mentions: [aMention("lamp", [id])],
    });
  const first = lamp(2, "c-1111111111", "The lamp burns oil.");
  const second = lamp(4, "c-2222222222", "The lamp needs a wick.");
  const odd = post("raw/toots/2024-03-05.md", {
    meta: { ...meta, published: "2024-03-05" },
    claims: [aClaim("c-3333333333", "It rained all day long.")],
  });

  it("puts what several posts speak of under its name, what stands alone first, each claim with its post", () => {
    const { note } = bundleOf(
      bundlePath(first),
      [odd, second, first].map((note) => ({ note })),
    );
    expect(note.meta).toMatchObject({ title: "toots, 2024-03", published: "2024-03" });
    expect(note.claims.map(({ id, place }) => [id, place.headings[0] ?? "", place.file])).toEqual([
      ["c-3333333333", "", "raw/toots/2024-03-05.md"],
      ["c-1111111111", "lamp", "raw/toots/2024-03-02.md"],
      ["c-2222222222", "lamp", "raw/toots/2024-03-04.md"],
    ]);
  });

  it("is looked up by what its posts are, by that of several first", () => {
    const named = (path: string, ...names: string[]) => ({
      note: post(path, { terms: names.map((name) => ({ name, weight: 2 })) }),
    });
    const { note } = bundleOf("raw/posts::2024-03", [
      named("raw/posts/1.md", "anchor", "tideline"),
      named("raw/posts/2.md", "tideline"),
    ]);
    expect(note.terms?.map(({ name }) => name)).toEqual(["tideline", "anchor"]);
  });

  it("holds a sentence that two posts share once", () => {
    const again = lamp(6, "c-1111111111", "The lamp burns oil.");
    const { note } = bundleOf(bundlePath(first), [{ note: again }, { note: first }]);
    expect(note.claims.map(({ place }) => place.file)).toEqual(["raw/toots/2024-03-02.md"]);
  });
});
