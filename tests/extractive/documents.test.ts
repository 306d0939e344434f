// Whole documents without a model: what they speak of, which sentences are claims, what sums them up.
import { describe, expect, it } from "vitest";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { claimsOf } from "../../src/engine/extractive/notes/claims.ts";
import { questionsOf } from "../../src/engine/extractive/notes/questions.ts";
import { extractiveNote } from "../../src/engine/extractive/notes/summary-note.ts";
import { escapeCoded } from "../../src/markdown/harmless.ts";
import { noteOf } from "../../src/note/note.ts";
import { readFile } from "../../src/read/registry.ts";

const LIMITS = { perThousandWords: 25, most: 40 };
async function documentFrom(markdown: string, path = "raw/x.md") {
  const result = await readFile(new TextEncoder().encode(markdown), path, { maxBytes: 1e6, timeoutMs: 5000 });
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("no document was read");
  return document;
}

const CLOCKS = `# The marine chronometer

The marine chronometer is a clock that keeps the time of its home port at sea. John Harrison built the first marine chronometer that worked, the H4, in 1759. The Board of Longitude paid John Harrison 8,750 pounds in 1773. It was exact to a fifth of a second a day. In March 1775 James Cook praised the marine chronometer in a letter.

## Making

Each marine chronometer was hung in gimbals so that it stayed level. A marine chronometer cost as much as a third of a ship. Brass and steel were used for every balance wheel.

## Open questions

Who made the spare marine chronometer of the Resolution in 1772?
`;

describe("what a document speaks of", () => {
  it("is what its title, its sentences and its definitions are about", async () => {
    const found = nominate(await documentFrom(CLOCKS)).filter((one) => !one.minor);
    expect(found[0]).toMatchObject({ inTitle: true, type: "concept" });
    expect(found[0]?.name.toLowerCase()).toBe("marine chronometer");
    expect(found[0]?.definition).toMatch(/^a clock that keeps the time/u);
    expect(found.find(({ name }) => name === "John Harrison")).toMatchObject({ type: "entity", kind: "person" });
    expect(found.find(({ name }) => name === "Board of Longitude")?.kind).toBe("organisation");
  });

  it("is no month, number, pronoun or unit", async () => {
    const names = nominate(await documentFrom(CLOCKS))
      .filter((one) => !one.minor)
      .map(({ name }) => name.toLowerCase());
    for (const name of names) expect(name).not.toMatch(/^(?:in march|march|it|who|each|\d[\d,]*|pounds|second|day)$/u);
  });

  it("knows its sentences by number, and says of which it is the subject", async () => {
    const document = await documentFrom(CLOCKS);
    for (const one of nominate(document)) {
      for (const n of [...one.sentences, ...one.subjectOf]) expect(document.sentences[n - 1]).toBeDefined();
      for (const n of one.subjectOf) expect(one.sentences).toContain(n);
      expect(one.salience).toBeGreaterThanOrEqual(0);
      expect(one.salience).toBeLessThanOrEqual(1);
    }
  });

  it("is no piece of a variable's name", async () => {
    const text =
      "# Deploying\n\nThe $HARBOUR_SHA is the commit. Set HARBOUR_TOKEN first. HARBOUR_SHA and HARBOUR_TOKEN are read once.\n";
    const names = nominate(await documentFrom(text)).map(({ name }) => name);
    expect(names.filter((name) => /^(?:harbour|sha|token)$/iu.test(name))).toEqual([]);
  });

  it("is no word of code with a plain one behind it, nor what a cited title begins with", async () => {
    const document = await documentFrom(
      "# Berths\n\nThe `id` berth identifier is sent first. Each `id` berth identifier has eight letters.\n\n[Harbourmaster: how to moor a ship in wind](https://example.com/moor) gave good advice. The Harbourmaster gives the berth identifier.\n",
    );
    const found = nominate(document);
    const names = found.map(({ name }) => name.toLowerCase());
    expect(names).toContain("berth identifier");
    expect(names.filter((name) => name.startsWith("id "))).toEqual([]);
    const master = found.find(({ name }) => name === "Harbourmaster");
    expect(master?.subjectOf.map((n) => document.sentences[n - 1]?.text)).toEqual([
      "The Harbourmaster gives the berth identifier.",
    ]);
  });

  it("is one thing under its acronym and its full name", async () => {
    const document = await documentFrom(
      "# Global Positioning System\n\nThe Global Positioning System (GPS) is a system of satellites that tells ships where they are. GPS was first used in 1978. GPS measures the drift of continents.\n",
    );
    const one = nominate(document).find(({ name, forms }) => [name, ...forms].includes("GPS"));
    expect([one?.name, ...(one?.forms ?? [])].join(" ").toLowerCase()).toContain("global positioning system");
  });

  it("in Chinese is words, titles and names, never shards of sentences", async () => {
    const document = await documentFrom(
      "# 双链笔记\n\n双链笔记是一种用双向链接组织知识的方法。尼克拉斯·卢曼用卡片盒写了很多书。《卡片笔记写作法》介绍了双链笔记。双链笔记让旧的想法和新的想法相遇。人们用双链笔记来写作。\n",
    );
    const found = nominate(document).filter((one) => !one.minor);
    const names = found.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["双链笔记", "卡片笔记写作法"]));
    expect(found.find(({ name }) => name === "卡片笔记写作法")).toMatchObject({ type: "entity", kind: "work" });
    expect(names).toContain("尼克拉斯·卢曼");
    for (const name of names) expect(name).not.toMatch(/[，。！？]|^的|的$|^了|^和/u);
    expect(names.filter((name) => [...name].length > 10)).toEqual([]);
  });
});

describe("claims", () => {
  it("hold what a footnote defines, and no other aside", async () => {
    const document = await documentFrom(
      `${CLOCKS}\nA clock drifts with the isochronism[^1] of its spring.[^2]\n\n[^1]: Isochronism is a property of springs whose swings take equally long, however wide they are.\n[^2]: One wonders why nobody asked the makers of the spring about it.\n`,
    );
    const texts = claimsOf(document, nominate(document), LIMITS).map(({ text }) => text);
    expect(texts.some((text) => text.startsWith("Isochronism is a property"))).toBe(true);
    expect(texts.some((text) => text.startsWith("One wonders"))).toBe(false);
  });

  it("are sentences of the document, in its order, with the sentence as evidence", async () => {
    const document = await documentFrom(CLOCKS);
    const claims = claimsOf(document, nominate(document), LIMITS);
    expect(claims.length).toBeGreaterThanOrEqual(5);
    const numbers = claims.map(({ evidence }) => evidence[0] ?? 0);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { text, evidence } of claims) {
      const sentence = document.sentences[(evidence[0] ?? 0) - 1]?.text ?? "";
      expect(sentence).toContain(text.replace(/^\[[^\]]+\]\s*/u, ""));
    }
    expect(claims.map(({ text }) => text).join(" ")).not.toMatch(/^It |\bWho made/mu);
  });

  it("are none where brackets in a link's text leave open where it ends", async () => {
    const document = await documentFrom(
      "# Tides\n\n[The `#[tide(N)]` attribute](https://example.org/x) raises the gauge of a harbour. [A `#[gauge]`](https://example.org/y) is a mark on the wall of a harbour.\n",
    );
    const claims = claimsOf(document, nominate(document), LIMITS);
    expect(claims.map(({ text }) => text)).toEqual(["A #[gauge] is a mark on the wall of a harbour."]);
  });

  it("are no more than the settings allow", async () => {
    const document = await documentFrom(CLOCKS);
    expect(claimsOf(document, nominate(document), { perThousandWords: 25, most: 3 })).toHaveLength(3);
  });

  it("keep who says so", async () => {
    const document = await documentFrom(
      "# Rates\n\nAccording to Nevil Maskelyne, the clock gained ten seconds a day in Greenwich. The clock was carried to Jamaica in 1761 by his son William.\n",
    );
    const claims = claimsOf(document, nominate(document), LIMITS);
    expect(claims.find(({ text }) => text.includes("ten seconds"))?.attribution).toBe("Nevil Maskelyne");
  });

  it("with their note name only what stands in the source, and quote it to the letter", async () => {
    const document = await documentFrom(CLOCKS);
    const nominations = nominate(document);
    const note = noteOf({
      document,
      hash: "0".repeat(64),
      proposed: extractiveNote(document, nominations, LIMITS),
      nominations,
      engine: "extractive",
    });
    expect(note.dropped).toEqual([]);
    for (const { quote, id } of note.claims) {
      expect(CLOCKS.replace(/\s+/gu, " ")).toContain(quote);
      expect(id).toMatch(/^c-[0-9a-f]{10}$/u);
    }
    const ids = new Set(note.claims.map(({ id }) => id));
    for (const { claims, subjectOf, definedBy } of note.mentions)
      for (const id of [...claims, ...subjectOf, ...(definedBy ? [definedBy] : [])]) expect(ids).toContain(id);
  });
});

describe("claims of a list, of options and of pointers", () => {
  const claimsFrom = async (markdown: string) => {
    const document = await documentFrom(markdown);
    return extractiveNote(document, nominate(document), LIMITS).claims;
  };

  it("hold the list that a sentence leads to, where its items say nothing alone", async () => {
    const claims = await claimsFrom(
      "# Accounts\n\nThe paper mentions 28 accounts that have:\n\n- a nonce of `0`\n- no code\n- a storage tree\n",
    );
    expect(claims.map(({ text, evidence }) => [text, evidence])).toEqual([
      ["The paper mentions 28 accounts that have: a nonce of 0; no code; a storage tree.", [1, 2, 3, 4]],
    ]);
  });

  it("leave out what leads to code or to another place", async () => {
    const claims = await claimsFrom(
      "# Sizes\n\nI ran this against my whole database and it returned:\n\n```\n21\n```\n\nRelease notes of the program can be found here. You can read more about sizes on the site of its makers. Bytecount reads sizes of databases.\n",
    );
    expect(claims.map(({ text }) => text)).toEqual(["Bytecount reads sizes of databases."]);
  });

  it("leave out what readers are asked to do, and what hangs on the sentence before by its first words", async () => {
    const claims = await claimsFrom(
      "# Tides\n\nThe program counts tides of the North Sea. If you have questions about tides, please get in touch with the makers. Without these the program would count waves of the harbour. Many people came together to create this program of tides.\n",
    );
    expect(claims.map(({ text }) => text)).toEqual(["The program counts tides of the North Sea."]);
  });

  it("point at nothing that only another sentence names, unless the title does or somebody is quoted", async () => {
    const document = await documentFrom(
      "# Tide values in the harbour table\n\nThe keepers of Bergen measured the sea at noon. Any such measure would take an hour without these tools. A boy of the guild had to do that by night. Every keeper of the guild has sorted those values by month. (Update: moved to the fourth of May in the guild hall.) We are excited about the potential of our harbour table for all of Norway. The oldest clock of Bergen was built by Jan Olsen, which is the version that still runs.\n",
    );
    const texts = claimsOf(document, nominate(document), LIMITS).map((one) => one.text);
    expect(texts).toContain("The keepers of Bergen measured the sea at noon.");
    expect(texts).toContain("Every keeper of the guild has sorted those values by month.");
    expect(texts.join(" ")).not.toMatch(/such measure|do that by night|Update:|Olsen is|excited/);
  });

  it("have the name for an It that begins the next sentence, spelled as its maker spells it", async () => {
    const claims = await claimsFrom(
      "# Trying out tide-sql\n\ntide-sql is fascinating to every keeper of harbours. It's a loadable extension that merges tables of tides. Keepers load tide-sql once a day.\n",
    );
    expect(claims.map(({ text }) => text)).toContain("[tide-sql] is a loadable extension that merges tables of tides.");
  });

  it("say of a rejected alternative that it is one", async () => {
    const claims = await claimsFrom(
      "# Election\n\nValidators elect one leader in secret for each slot.\n\n## Rejected alternatives\n\nValidators would have to find the leader by brute force.\n",
    );
    expect(claims.map(({ text }) => text)).toEqual([
      "Validators elect one leader in secret for each slot.",
      "[Rejected alternatives:] Validators would have to find the leader by brute force.",
    ]);
  });
});

describe("inline code", () => {
  it("is no debris in a sentence, and is known where the note says it", async () => {
    const document = await documentFrom(
      "# Lists\n\nThe `<datalist>` element offers values while somebody types. However, rows with an empty `to` stand to the left.\n",
    );
    const note = noteOf({
      document,
      hash: "0",
      proposed: extractiveNote(document, nominate(document), LIMITS),
      nominations: nominate(document),
      engine: "extractive",
    });
    expect(note.claims.map(({ text }) => text)).toEqual([
      "The <datalist> element offers values while somebody types.",
      "Rows with an empty to stand to the left.",
    ]);
    const shown = note.claims.map(({ text }) => escapeCoded(text, note.code?.[text]));
    expect(shown).toEqual([
      "The `<datalist>` element offers values while somebody types.",
      "Rows with an empty `to` stand to the left.",
    ]);
  });
});

it("questions that a source leaves open are kept as it asks them", async () => {
  expect(questionsOf(await documentFrom(CLOCKS))).toEqual([
    "Who made the spare marine chronometer of the Resolution in 1772?",
  ]);
});

it("halves of questions and remarks with a question mark are no open questions", async () => {
  const markdown =
    "# Clocks\n\n## Unresolved questions\n\n- Should every ship carry two clocks?\n- Or should we keep one clock on land?\n- Via steel, as proposed, or via brass?\n- How will that change the price of steel?\n- brass = true (not ideal for clocks at sea)?\n";
  expect(questionsOf(await documentFrom(markdown))).toEqual(["Should every ship carry two clocks?"]);
});

it.each(["", "# Only a title\n", "```\ncode\n```\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"])(
  "a document that says nothing gives no claims and does not fail: %j",
  async (markdown) => {
    const result = await readFile(new TextEncoder().encode(markdown), "raw/x.md", { maxBytes: 1e6, timeoutMs: 5000 });
    for (const document of result.kind === "read" ? result.documents : []) {
      const note = extractiveNote(document, nominate(document), LIMITS);
      expect(note.claims).toEqual([]);
      expect(note.summary).toEqual([]);
    }
  },
);

describe("a claim", () => {
  const claimsFrom = async (markdown: string) => {
    const document = await documentFrom(markdown);
    return extractiveNote(document, nominate(document), LIMITS).claims.map(({ text }) => text);
  };

  it("is a whole sentence", async () => {
    const said = await claimsFrom(
      "# Lamps of Norway\n\nAll lamps of Norway burn oil of the whale. Implemented by two keepers of the harbour. Assuming you sail to the north of Bergen by night. Burning oil of the whale is dear in Norway.\n",
    );
    expect(said).toEqual(["All lamps of Norway burn oil of the whale.", "Burning oil of the whale is dear in Norway."]);
  });

  it("opens with nothing as known that neither its title nor a heading above it names, and is no moment of its author's day", async () => {
    const said = await claimsFrom(
      "# Lamps of Norway\n\nAll lamps of Norway burn oil of the whale. The surcharge is paid by whoever sails at night. However, the quarrel was settled in May. Much more was | NOT BUILT | and was settled by a later rule.\n\n## The keeper\n\nThe keeper has trimmed every wick by noon. I had a long breakfast in Bergen with two of my cousins. I counted 20 lamps of Norway from the sea.\n",
    );
    expect(said).toEqual([
      "All lamps of Norway burn oil of the whale.",
      "The keeper has trimmed every wick by noon.",
      "I counted 20 lamps of Norway from the sea.",
    ]);
  });
});
