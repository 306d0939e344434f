// What sums up how-tos, sources that are mostly code, and what points at its surroundings.
import { describe, expect, it } from "vitest";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { summaryOf } from "../../src/engine/extractive/notes/summary.ts";
import { extractiveNote } from "../../src/engine/extractive/notes/summary-note.ts";
import { noteOf } from "../../src/note/note.ts";
import { readFile } from "../../src/read/registry.ts";

async function documentFrom(markdown: string) {
  const result = await readFile(new TextEncoder().encode(markdown), "raw/x.md", { maxBytes: 1e6, timeoutMs: 5000 });
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("no document was read");
  return document;
}

const summaryFrom = async (markdown: string): Promise<string[]> => {
  const document = await documentFrom(markdown);
  return summaryOf(document, nominate(document));
};

describe("a summary", () => {
  it("is of a how-to that is mostly code what its code does, told apart as code", async () => {
    const document = await documentFrom(
      "# Running a tidewatch server\n\nFirst, install it like so:\n\n    $ brew install tidewatch\n    Pouring tidewatch--2.1\n\nThen:\n\n```\n% tidewatch start --port 80\nStarting.\n```\nThis asks you for a password twice.\n",
    );
    const nominations = nominate(document);
    const proposed = extractiveNote(document, nominations, { perThousandWords: 14, most: 120 });
    const note = noteOf({ document, hash: "x", proposed, nominations, engine: "extractive" });
    const [first = ""] = note.summary;
    expect(first).toBe("In code: brew install tidewatch; tidewatch start --port 80.");
    expect(note.code?.[first]?.map(([start, end]) => first.slice(start, end))).toEqual([
      "brew install tidewatch",
      "tidewatch start --port 80",
    ]);
  });

  it("names the sections where no sentence near the top says what it is about", async () => {
    const said = await summaryFrom(
      "# Selling a harbour clock abroad\n\nI had to figure this out for Norway.\n\n## Paying the customs excise\n\nIt took an hour at the old counter. Then go to the new one.\n\n## Sealing the mainspring\n\nThis was too heavy for us. Then take one of tin.\n\n## Hiring a helmsman\n\nMine waited in a tavern. He was asleep.\n",
    );
    expect(said[0]).toBe("In it: Paying the customs excise; Sealing the mainspring; Hiring a helmsman.");
  });

  it("opens with what its author wanted, where what that points at stands in the title", async () => {
    const said = await summaryFrom(
      "# Filter by tide values in the harbour table\n\nI have a column of tide values that came from an older book. I wanted to filter by those values in the harbour table.\n",
    );
    expect(said.join(" ")).toContain("I wanted to filter by those values in the harbour table.");
  });

  it("says the year where its source says this or last year", async () => {
    const head = "---\ntitle: The tide survey\npublished: 2018-03-01\n---\n\n";
    const said = await summaryFrom(
      `${head}In August of last year, we counted the tides of Norway for the tide survey.\n`,
    );
    expect(said[0]).toBe("In August of last year [2017], we counted the tides of Norway for the tide survey.");
  });

  it("leaves out of a description what asks and invites", async () => {
    const said = await summaryFrom(
      "---\ntitle: Harbour clocks\ndescription: Ever wondered how harbour clocks are set? Keepers set harbour clocks by the noon gun of the fort. Read on for more details.\n---\n\nKeepers of the fort fire a gun at noon, and harbour clocks are set by it, for more details see the fort. How are they wound?\n",
    );
    expect(said[0]).toBe("Keepers set harbour clocks by the noon gun of the fort.");
    expect(said.join(" ")).not.toMatch(/wondered|Read on/);
  });

  it("is of a release what stands below a heading that says it is new, wherever the announcement stands", async () => {
    const said = await summaryFrom(
      "# Announcing Tide 1.24.0\n\nEditor's note, a week later. Shortly after this was published a fault was found. The tide team is happy to announce Tide 1.24.0. Tide is a language for harbours.\n\n## What's new in Tide 1.24.0\n\nFresh moorings in Tide will now list themselves in the book of the harbour.\n",
    );
    expect(said[0]).toBe("Fresh moorings in Tide will now list themselves in the book of the harbour.");
  });

  it("opens with no step that its reader is to take", async () => {
    const said = await summaryFrom(
      "# Tide counters for a harbour office\n\nIn the Tide console of the harbour office you need to click the counters and select a harbour. For harbour offices, the flow of tide counters is that a keeper writes down what each counter shows.\n",
    );
    expect(said[0]).toContain("For harbour offices, the flow of tide counters");
  });

  it("names the matters of minutes, not what was said beside one of them", async () => {
    const said = await summaryFrom(
      "# 2019-10-10 Harbour Team Meeting\n\nMinutes written by olsen.\n\n## Publishing the harbour minutes\n\nThe original minutes are kept in a private locker, as they also hold the private parts of the meetings. The rest of the team agreed on this.\n\n## The offer of a lighthouse lens\n\nEveryone agreed to come back to the topic once somebody has time.\n",
    );
    expect(said[0]).toBe("In it: Publishing the harbour minutes; The offer of a lighthouse lens.");
  });

  it("says by what a how-to does it: the sentence that names what its code uses", async () => {
    const said = await summaryFrom(
      "# Copying harbour charts to the pilot boat\n\nI wanted to copy the harbour charts to the pilot boat each morning. The boat lies at the north pier. Old charts had cost us a keel. Charts go there with `tidesync` over the radio, using its `--only-new` flag for the harbour.\n\n```\ntidesync --only-new harbour.db pilot:\n```\nThe pilot was glad of them. It takes a minute.\n",
    );
    expect(said[0]).toBe("I wanted to copy the harbour charts to the pilot boat each morning.");
    expect(said.join(" ")).toContain("with `tidesync` over the radio".replace(/`/g, ""));
  });

  it("names of an announcement without sections what its list holds, but nobody who is thanked", async () => {
    const said = await summaryFrom(
      "# Announcing five harbour pilots\n\nToday we announce five harbour pilots:\n\n- Ada Brook, north pier. She has sailed since 1980.\n- Tom Hale, south pier\n- Ida Quay, lock gate\n- Ben Moor, lock gate\n- Cleo Reed, radio\n\n## Thanks\n\n- Dan Shoal, tea\n- Eve Sands, bread\n- Finn Weir, rope\n",
    );
    expect(said.join(" ")).toContain("In it: Ada Brook, north pier; Tom Hale, south pier; Ida Quay, lock gate;");
    expect(said.join(" ")).not.toContain("Dan Shoal");
  });

  it("names below an announcement that only repeats its title what its sections are", async () => {
    const said = await summaryFrom(
      "# April tide meetings of Bergen\n\nWe've scheduled our April tide meetings of Bergen. All are welcome.\n\n## Moving the lamp oil\n\nIt is dear. Who will pay?\n\n## Painting the old lightvessel\n\nIt is grey.\n",
    );
    expect(said[0]).toBe("In it: Moving the lamp oil; Painting the old lightvessel.");
  });

  it("shows no word of code that stands alone", async () => {
    expect(await summaryFrom("# Harbour values in a table\n\nLike so:\n\n```\nvalues\n```\n")).toEqual([]);
  });
});
