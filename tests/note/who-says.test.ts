// A report stays a report: whose words a claim gives, through quotations, quoted blocks, interviews and talks.
import { describe, expect, it, test } from "vitest";
import type { Document } from "../../src/core/document.ts";
import type { Claim } from "../../src/core/note.ts";
import { extractiveEngine } from "../../src/engine/extractive/engine.ts";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { noteOf } from "../../src/note/note.ts";
import { quotationsIn } from "../../src/note/quoted.ts";
import { voicesOf } from "../../src/note/voices.ts";
import { readFile } from "../../src/read/registry.ts";
import { losesSpeaker } from "../../src/text/attribution.ts";

async function documentFrom(text: string, path = "raw/x.md"): Promise<Document> {
  const result = await readFile(new TextEncoder().encode(text), path, { maxBytes: 1e6, timeoutMs: 5000 });
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("no document was read");
  return document;
}

/** Each sentence with whose it is; "?" where the source does not say. */
async function voices(markdown: string): Promise<Record<string, string>> {
  const document = await documentFrom(markdown);
  return Object.fromEntries(
    [...voicesOf(document)].map(([n, { who }]) => [document.sentences[n - 1]?.text ?? "", who ?? "?"]),
  );
}

async function claims(markdown: string): Promise<readonly Claim[]> {
  const document = await documentFrom(markdown);
  const proposed = await extractiveEngine({ perThousandWords: 25, most: 40 }).noteDocument(document);
  return noteOf({ document, hash: "0", proposed, nominations: nominate(document), engine: "extractive" }).claims;
}

describe("a quotation of several sentences", () => {
  it("gives the speaker to the sentences that show no marks", async () => {
    const found = await voices(
      '# Lamps\n\n"The lamps went out one by one. Acetylene was too dear for the service. Keepers were cheaper." Ada Brook said: "Oil was dear. Glass was dearer." The service closed in 1931.',
    );
    expect(found['Glass was dearer."']).toBe("Ada Brook");
    expect(found["Acetylene was too dear for the service."]).toBe("?");
    expect(Object.keys(found)).not.toContain("The service closed in 1931.");
  });

  it("may go on after the speaker, who may be a pronoun there", async () => {
    const text = `Ada Brook said: "Lamps went out. Oil was dear." Nobody wept.

"Keepers were cheap. Oil cost a fortune," she said. "Gas cost less. Glass cost most."`;
    const found = await voices(text);
    for (const one of ['Oil was dear."', '"Gas cost less.', 'Glass cost most."'])
      expect([one, found[one]]).toEqual([one, "Ada Brook"]);
    expect(found["Nobody wept."]).toBeUndefined();
    const made = await claims(text);
    expect(made.map((claim) => claim.text)).toContain(
      '"Keepers were cheap. Oil cost a fortune," she [Ada Brook] said.',
    );
  });

  it("that nobody closes, a word in marks and inches quote nobody", async () => {
    expect(await voices('The lens is 12" wide. It is "dioptric" glass. The “order is its size. It has six.')).toEqual(
      {},
    );
  });

  test("marks are told from each other", () => {
    expect(quotationsIn(['He said "a', 'b" and "c" too.', "「甲。", "乙。」"])).toEqual([
      { from: 0, to: 1, before: "He said ", after: ' and "c" too.' },
      { from: 1, to: 1, before: 'b" and ', after: " too." },
      { from: 2, to: 3, before: "", after: "" },
    ]);
  });
});

describe("a quoted block", () => {
  it("is signed below, announced above, or nobody's", async () => {
    const found =
      await voices(`# Lamps\n\nA text of some length about lamps. It goes on and on. It says much of lamps. It ends here.

> Acetylene was too dear for the service.
>
> — Ada Brook, keeper

As Tom Hale wrote:

> Glass was dearer than oil.

A paragraph between the two of them.

> Nobody knows who said so.
`);
    expect(found["Acetylene was too dear for the service."]).toBe("Ada Brook");
    expect(found["Glass was dearer than oil."]).toBe("Tom Hale");
    expect(found["Nobody knows who said so."]).toBe("?");
  });

  it("that makes most of a source is the source's own voice", async () => {
    expect(await voices("# Highlights\n\n> Lamps burn oil.\n\n> Oil is dear.\n\n> Glass is dearer.\n")).toEqual({});
  });
});

describe("an interview", () => {
  const INTERVIEW = `# Ada Brook on lamps

Ada Brook kept the light for forty years.

**Tom:** How did it begin?

**AB:** The lamp burned colza oil from the fields of Kent. The wick was trimmed every four hours.

**Tom:** And then?

**AB:** Paraffin replaced colza oil in the lamps of 1870.

It was much cheaper than colza oil had ever been.
`;

  it("gives each paragraph its speaker, by the full name where the text has it", async () => {
    const found = await voices(INTERVIEW);
    expect(found["The wick was trimmed every four hours."]).toBe("Ada Brook");
    expect(found["It was much cheaper than colza oil had ever been."]).toBe("Ada Brook");
    expect(found["Ada Brook kept the light for forty years."]).toBeUndefined();
  });

  it("makes claims in quotation marks, the name in brackets, without the label", async () => {
    const own = (await claims(INTERVIEW)).filter((claim) => claim.attribution !== undefined);
    expect(own.map((claim) => claim.text)).toContain(
      "[Ada Brook:] “Paraffin replaced colza oil in the lamps of 1870.”",
    );
    expect(own.find((claim) => claim.text.includes("Paraffin"))?.quote).toBe(
      "AB: Paraffin replaced colza oil in the lamps of 1870.",
    );
  });

  it("is not every text with colons", async () => {
    const found = await voices(
      "Note: Lamps burn oil every night.\n\nWarning: Oil burns houses down.\n\nNote: Glass breaks easily.\n\nWarning: Keepers fall asleep.\n",
    );
    expect(found).toEqual({});
  });
});

describe("a claim in other words", () => {
  const proposed = (text: string, evidence: number[]) => ({
    summary: [],
    names: [],
    questions: [],
    dropped: [],
    claims: [{ text, evidence }],
  });
  const note = async (markdown: string, text: string, evidence: number[]) => {
    const document = await documentFrom(markdown);
    return noteOf({ document, hash: "0", proposed: proposed(text, evidence), nominations: [], engine: "ollama:x" });
  };

  it("that leaves out the speaker gets them back", async () => {
    const { claims: made } = await note(
      "Ada Brook said that lamps of the service burned colza oil.",
      "Lamps of the service burned colza oil.",
      [1],
    );
    expect(made[0]).toMatchObject({
      text: "[According to Ada Brook:] Lamps of the service burned colza oil.",
      attribution: "Ada Brook",
    });
  });

  it("of a quotation by nobody knows whom is dropped, with the reason in the ledger", async () => {
    const text = "# Lamps\n\nLamps are old. Oil is old. Glass is old too.\n\n> The lamps of the service burned oil.\n";
    const { claims: made, dropped } = await note(text, "Service lamps burned oil.", [4]);
    expect(made).toEqual([]);
    expect(dropped[0]?.reason).toContain("without saying whom");
  });

  it("may not become a fact on a page, unless another source says it as one", () => {
    const said = { text: "[According to Ada Brook:] Lamps burned oil.", attribution: "Ada Brook" };
    expect(losesSpeaker("Lamps burned oil.", [said])).toBe(true);
    expect(losesSpeaker("Brook says that lamps burned oil.", [said])).toBe(false);
    expect(losesSpeaker("Lamps burned oil.", [said, { text: "Lamps burned oil." }])).toBe(false);
    expect(losesSpeaker("Lamps burned oil.", [{ text: "“Lamps burned oil.”" }])).toBe(true);
  });
});

test("what stands below a command is its output, also where that is most of a source", async () => {
  const found = await voices(
    "# Asking a lamp\n\n```\nlamp ask\n```\n\n> Ada Brook is a keeper of lamps. She writes of oil.\n>\n> Her lamps burn bright. Her oil is dear.",
  );
  expect(found["Ada Brook is a keeper of lamps."]).toBe("?");
  expect(found["Her oil is dear."]).toBe("?");
  expect(await voices("# Marks\n\nMine.\n\n> Lamps burn oil. Oil is dear.\n\n> Glass is dearer.")).toEqual({});
});
