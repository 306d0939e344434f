// What an author is about to do, thanks for or leads over with is no claim; what he made, did or refuses is one.
import { expect, it } from "vitest";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { extractiveNote } from "../../src/engine/extractive/notes/summary-note.ts";
import { readFile } from "../../src/read/registry.ts";

async function claimsFrom(markdown: string): Promise<string[]> {
  const result = await readFile(new TextEncoder().encode(markdown), "raw/x.md", { maxBytes: 1e6, timeoutMs: 5000 });
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("no document was read");
  return extractiveNote(document, nominate(document), { perThousandWords: 25, most: 40 }).claims.map(
    ({ text }) => text,
  );
}

const KEPT = "All lamps of Norway burn oil of the whale.";

it.each([
  "Ok, let’s start the tour of the lamps of Norway!",
  "First, let us name all the lamps of Norway.",
  "In the next year, we plan to build twenty lamps in Norway.",
  "We’ll talk about the price of the lamps of Norway in another letter.",
  "We will be accepting drawings of lamps of Norway until May.",
  "We would also like to thank all keepers of the lamps of Norway.",
  "We hope you enjoyed this letter on the lamps of Norway.",
  "The lamp maker of Norway sells the following lamps.",
])("no claim is made of: %s", async (sentence) => {
  expect(await claimsFrom(`# Lamps of Norway\n\n${KEPT} ${sentence}\n`)).toEqual([KEPT]);
});

it.each([
  "We will not lower the price of the lamps of Norway.",
  "We plan to replace the `lamp` program of Norway with another.",
])("a claim is made of: %s", async (sentence) => {
  expect(await claimsFrom(`# Lamps of Norway\n\n${KEPT} ${sentence}\n`)).toHaveLength(2);
});
