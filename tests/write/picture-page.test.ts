// The page of a source that is a picture shows the picture; other pages show none.
import { expect, test } from "vitest";
import { sourcePage } from "../../src/write/source-page.ts";
import { aClaim, aNote } from "../link/notes.ts";
import { layOut } from "./placed.ts";

const claims = [aClaim("c-0000000001", "The pilots meet on Tuesday.")];
const bodyOf = (path: string, pictures: readonly string[], more: { opens?: boolean; textPage?: string } = {}) =>
  sourcePage({
    note: { ...aNote(path, claims), pictures, opens: more.opens ?? true },
    path: "wiki/sources/board.md",
    topicOf: () => undefined,
    goes: { by: [], taken: [] },
    layOut,
    ...(more.textPage ? { textPage: more.textPage } : {}),
  }).body;

test("a picture stands above what it says", () => {
  const body = bodyOf("raw/board.png", ["raw/board.png"]);
  expect(body).toMatch(/^!\[\[raw\/board\.png\]\]\n\n## Claims\n\n- The pilots meet on Tuesday\./u);
});

test("a note that shows pictures is no picture", () => {
  expect(bodyOf("raw/board.md", ["raw/board.png"])).not.toContain("![[");
});

test("what no link can name, or Obsidian does not open, is not shown", () => {
  expect(bodyOf("raw/a#b.png", ["raw/a#b.png"])).not.toContain("![[");
  expect(bodyOf("raw/a.tif", ["raw/a.tif"], { opens: false, textPage: "wiki/texts/a" })).not.toContain("![[");
});
