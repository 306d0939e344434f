// Which file names bear the number of a series.
import { expect, it } from "vitest";
import { identifierOf } from "../../src/text/identifier.ts";

it.each([
  ["raw/eip-1559.md", "EIP-1559"],
  ["raw/eip-2026.md", "EIP-2026"],
  ["raw/rfc-2119-keywords.md", "RFC-2119"],
  ["raw/The-2019-Rust-Event-Lineup.md", undefined],
  ["raw/img_0042.png", undefined],
])("%s is %s", (path, id) => {
  expect(identifierOf(path)).toBe(id);
});
