import { describe, expect, test } from "vitest";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { markdownDocument } from "../../src/read/formats/markdown.ts";

const read = (markdown: string) => markdownDocument(markdown, { path: "raw/book.md", format: "markdown", opens: true });

describe("a text that is long", () => {
  test("a sentence of long words after what it introduces is judged at once", () => {
    const sentence = `We introduce two things ${"identification_of_everything_".repeat(20)}; Lamp`;
    const started = performance.now();
    expect(definitionAt(sentence, sentence.length - 4, sentence.length, true)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });

  test("what introduces several things by name still defines each of them", () => {
    const sentence = "This adds two new opcodes, LAMP_ON and LAMP_OFF, which light the room";
    const at = sentence.indexOf("LAMP_OFF");
    expect(definitionAt(sentence, at, at + 8, true)?.text).toContain("opcode");
  });

  test("a sentence opens what is said of a name only near the heading that holds it", async () => {
    const filler = Array.from({ length: 14 }, (_, n) => `The bay was calm on morning number ${n} of that year.`).join(
      " ",
    );
    const said = "The Ember Mill grinds lamp oil for the whole coast.";
    const near = nominate(await read(`# Coast\n\n${filler}\n\n## Ember Mill\n\n${said}\n`));
    const far = nominate(await read(`# Coast\n\n${filler}\n\n## Ember Mill\n\n${filler} ${said}\n`));
    const strength = (all: ReturnType<typeof nominate>) =>
      all.find(({ name }) => name === "Ember Mill")?.definitionStrength;
    expect(strength(near)).toBe(0.45);
    expect(strength(far)).not.toBe(0.45);
  });
});
