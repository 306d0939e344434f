// What a source says of a thing in other words than "X is a …": below its heading, behind its first mention, around its name.
import { describe, expect, it } from "vitest";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { statedOf } from "../../src/engine/extractive/definitions/stated.ts";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { readFile } from "../../src/read/registry.ts";

async function saidOf(name: string, markdown: string): Promise<string | undefined> {
  const result = await readFile(new TextEncoder().encode(markdown), "raw/tide.md", {
    maxBytes: 1e6,
    timeoutMs: 5000,
  });
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("no document was read");
  const found = nominate(document).find((one) => one.name === name || one.forms.includes(name));
  const { definition, definitionStrength = 0 } = found ?? {};
  return definition && definitionStrength >= 0.5 ? statedOf({ name, definition, evidence: "" }) : undefined;
}

describe("below its own heading", () => {
  const below = (heading: string, text: string) =>
    `# Signals of the port\n\nThe port has several signals, \`FOG\` and \`TIDE_IN\` among them. They are old.\n\n## ${heading}\n\n${text}\n\n## Costs\n\n\`FOG\` is dear and \`TIDE_IN\` is cheap.\n`;

  it("“this instruction” is the one of the heading, also behind the sentence that brings it", async () => {
    const text = "A new instruction `FOG` is there since May. This instruction stops all ships at the mole.";
    expect(await saidOf("FOG", below("`FOG` instruction", text))).toBe("FOG stops all ships at the mole.");
  });

  it("what it takes and gives back does not say what it is", async () => {
    expect(await saidOf("FOG", below("`FOG`", "This instruction takes two arguments from the stack."))).toBeUndefined();
  });

  it("“this flag” is nothing that a heading names otherwise", async () => {
    const text = "This flag lets you tag a berth with fog warnings.";
    expect(await saidOf("Fog warnings", below("Fog warnings", text))).toBeUndefined();
  });

  it("a question is answered by what follows", async () => {
    const text = "The Tide Keepers board has five seats. These Tide Keepers serve as envoys of the port on the board.";
    const markdown = `# Electing new Tide Keepers\n\nWe are electing new Tide Keepers.\n\n## What are Tide Keepers?\n\n${text}\n`;
    expect(await saidOf("Tide Keepers", markdown)).toBe("Tide Keepers serve as envoys of the port on the board.");
  });
});

describe("in other places", () => {
  it("an item of a list needs no point", async () => {
    const text =
      "# Packets of the port\n\nPackets hold a `TideKind` and a `TideBody`:\n\n- `TideKind` is a berth of the port that pilots keep free for ships in need of water\n- `TideBody` is one more\n";
    expect(await saidOf("TideKind", text)).toBe(
      "TideKind is a berth of the port that pilots keep free for ships in need of water.",
    );
  });

  it("code that opens a sentence has a name, whatever its letters", async () => {
    const text =
      "# Gauges\n\nA bug was found in May. `as_tide_slice` is a method on gauges that gives a view into the table of tides.\n";
    expect(await saidOf("as_tide_slice", text)).toBe(
      "as_tide_slice is a method on gauges that gives a view into the table of tides.",
    );
  });

  it("a name of code needs no capital to be told apart", async () => {
    const text =
      "# Defaults\n\nRecently, the defaults for [`tide.py`](https://tide.example/tide.py), the tool used to build the charts of the port from tables, changed.\n";
    expect(await saidOf("tide.py", text)).toBe("tide.py is the tool used to build the charts of the port from tables.");
  });

  it("“It is a …” is said of what an author has just brought up, and of nobody who did something", async () => {
    const next = "This is a program designed to serve charts to pilots.";
    const about = (first: string) => `# Charts for pilots\n\n${first} ${next}\n`;
    expect(await saidOf("Tide Chart Server", about("This RFC describes the Tide Chart Server (TCS)."))).toBe(
      "Tide Chart Server is a program designed to serve charts to pilots.",
    );
    expect(await saidOf("Tide Chart Server", about("Ada rewrote Gauge for the Tide Chart Server."))).toBeUndefined();
  });

  it("a heading may show what its code is given", async () => {
    const text =
      "# Signals\n\n`FOG` is one of them.\n\n## `FOG (0x5c)`\n\nTransfers all ships to the mole of the harbour.\n";
    expect(await saidOf("FOG", text)).toBe("FOG transfers all ships to the mole of the harbour.");
  });

  it("a term in quotation marks is two words of everybody's all the same", async () => {
    const text = 'A "tide group" is a group of people working on one gauge at the request of the port.';
    expect(await saidOf("tide group", `# Working on gauges\n\n${text}\n`)).toBe(
      "tide group is a group of people working on one gauge at the request of the port.",
    );
  });
});

describe("around a name", () => {
  const said = (name: string, sentence: string): string | undefined => {
    const at = sentence.indexOf(name);
    return definitionAt(sentence, at, at + name.length, /^\p{Lu}|-/u.test(name))?.text;
  };

  it.each([
    [
      "Almanac 2021",
      "We announce that the third edition of the almanac, Almanac 2021, comes in May.",
      "the third edition of the almanac",
    ],
    [
      "Tidelog",
      "It is clever, and rooted in the Tidelog file format which lets you keep all tides of a year in one file.",
      "which lets you keep all tides of a year in one file",
    ],
    ["Mainport", "The harbour with berth 1 and chain 1 is named Mainport.", "the harbour with berth 1 and chain 1"],
    [
      "tide-action",
      "They wrote the tide-action, which can be used to draw charts of example.org at night.",
      "which can be used to draw charts of example.org at night",
    ],
    [
      "PAL",
      "This text proposes a uniform first price auction over long lists (PAL), which ranks ships by what they pay.",
      "a uniform first price auction over long lists, which ranks ships by what they pay",
    ],
    ["EXTIDE", "A new port instruction EXTIDE (0x5c) that works like TIDE.", "a port instruction that works like TIDE"],
    ["Wick frame", "A new lamp state variable called the Wick frame is introduced.", "a lamp state variable"],
  ])("%s is told by: %s", (name, sentence, text) => {
    expect(said(name, sentence)).toBe(text);
  });

  it.each([
    ["Tide", "They built the mole in Tide, which allows ships to moor."],
    ["Tide", "They bought the wick, the oil lamp, Tide, and the mole."],
    ["Tide", "They sold the boat, Tide, which holds 181 tables."],
  ])("%s is not told by: %s", (name, sentence) => {
    expect(said(name, sentence)).toBeUndefined();
  });
});
