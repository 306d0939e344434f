import { expect, it } from "vitest";
import { articleOf } from "../../src/text/article.ts";

it.each([
  [
    "a",
    "program",
    "user",
    "UTF-8 text",
    "one-liner",
    "European port",
    "unit",
    "RAM disk",
    "NASA page",
    "uint64",
    "URL",
    "SSTORE call",
  ],
  [
    "an",
    "opcode",
    "SSH client",
    "XML file",
    "L2 chain",
    "hour",
    "unusual case",
    "EIP-20 token",
    "ASIC",
    "umbrella",
    "8-bit word",
    "“open” list",
  ],
] as const)("%s", (article, ...words) => {
  for (const one of words) expect(`${articleOf(one)} ${one}`).toBe(`${article} ${one}`);
});
