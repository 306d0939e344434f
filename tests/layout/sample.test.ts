// The sample wiki is what a newcomer sees first: whom and what its sources speak of most has a page there.
import { existsSync } from "node:fs";
import { expect, it } from "vitest";

it.each([
  "entities/douglas-engelbart",
  "entities/vannevar-bush",
  "entities/ted-nelson",
  "entities/niklas-luhmann",
  "entities/ward-cunningham",
  "entities/tim-berners-lee",
  "entities/obsidian",
  "entities/nls",
  "concepts/memex",
  "concepts/hypertext",
  "concepts/zettelkasten",
  "concepts/wiki",
])("%s has a page in the sample wiki", (page) => {
  expect(existsSync(new URL(`../../wiki/${page}.md`, import.meta.url))).toBe(true);
});
