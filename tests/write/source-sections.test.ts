// What stands on the page of a source: its claims under its own headings, and the names that tell what it is about.
import { expect, test } from "vitest";
import type { Mention } from "../../src/core/note.ts";
import { sourcePage } from "../../src/write/source-page.ts";
import { aClaim, aMention, aNote } from "../link/notes.ts";
import { layOut } from "./placed.ts";

const claimsUnder = (...paths: readonly (readonly string[])[]) =>
  paths.map((headings, i) => ({
    ...aClaim(`c-${String(i).padStart(10, "0")}`, `Tide ${i} is high.`),
    place: { headings },
  }));
const bodyOf = (claims: ReturnType<typeof claimsUnder>, mentions: readonly Mention[] = []) =>
  sourcePage({
    note: aNote("raw/tides.md", claims, mentions, "Tides"),
    path: "wiki/sources/tides.md",
    topicOf: () => undefined,
    goes: { by: [], taken: [] },
    layOut,
  }).body;

test("claims stand under the highest headings, and below one that covers much under the next", () => {
  const few = claimsUnder(["Tides", "Ebb", "Slow"], ["Tides", "Flood"]);
  expect(bodyOf(few).match(/^### .*$/gm)).toEqual(["### Ebb", "### Flood"]);
  const many = claimsUnder(
    ["What's new"],
    ...["Gauges", "Tables", "Moons"].flatMap((name) => Array.from({ length: 4 }, () => ["What's new", name])),
    ["Thanks"],
  );
  expect(bodyOf(many).match(/^### .*$/gm)).toEqual([
    "### What's new",
    "### Gauges",
    "### Tables",
    "### Moons",
    "### Thanks",
  ]);
});

test("a common noun without a page is named only where a heading or the title has it", () => {
  const claims = claimsUnder([]);
  const ids = claims.map(({ id }) => id);
  const named = (name: string, more: Partial<Mention> = {}) => aMention(name, ids, { count: 3, ...more });
  const body = bodyOf(claims, [
    named("calendar event", { salience: 0.5 }),
    named("tide gauge", { inHeading: true }),
    named("rust-lld"),
    named("Kelvin"),
  ]);
  expect(body.split("## Names\n\n")[1]).toBe("tide gauge · rust-lld · Kelvin");
});
