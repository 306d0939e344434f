// Where a claim's link into its raw file leads: to a heading that every reader of links finds, else to the file.
import { expect, it } from "vitest";
import { isTurned, placeOf } from "../../src/note/evidence.ts";
import { documentOf } from "../../src/read/document.ts";

it.each([
  ["## Origin\n\nIt was lit.", "Origin"],
  ["## Origin ##\n\nIt was lit.", "Origin"],
  ["# Lights\r\n\r\n## Origin\r\n\r\nIt was lit.", "Origin"],
  // Obsidian takes none of these for headings, or not under these words.
  [" # Origin\n\nIt was lit.", undefined],
  ["# Lights\n\n  ## Origin\n\nIt was lit.", undefined],
  ["> # Origin\n\nIt was lit.", undefined],
  ["Origin\n======\n\nIt was lit.", undefined],
])("a sentence under %j is found by the heading %s", (markdown, heading) => {
  const document = documentOf({ path: "raw/a.md", format: "markdown", markdown, opens: true });
  const n = document.sentences.findIndex(({ text }) => text === "It was lit.") + 1;
  expect(placeOf(document, n).heading).toBe(heading);
});

it.each([
  ["The lock guards the harbour. However, it was found open.", true],
  ["The lock guards the harbour. It was discovered that boats pass.", true],
  ["The lock guards the harbour. It was built in 1880.", false],
  ["The lock guards the harbour.\n\nHowever, boats pass.", false],
])("in %j the first sentence is turned against: %s", (markdown, turned) => {
  expect(isTurned(documentOf({ path: "raw/a.md", format: "markdown", markdown, opens: true }), [1])).toBe(turned);
});
