// What sums a source up: the sentence that says best what it is about, and what goes with it.
import { describe, expect, it } from "vitest";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { claimsOf } from "../../src/engine/extractive/notes/claims.ts";
import { summaryOf } from "../../src/engine/extractive/notes/summary.ts";
import { readFile } from "../../src/read/registry.ts";

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
`;

describe("a summary", () => {
  const summaryFrom = async (markdown: string) => {
    const document = await documentFrom(markdown);
    return summaryOf(document, nominate(document));
  };

  it("is two or three different sentences that stand by themselves", async () => {
    const said = await summaryFrom(CLOCKS);
    expect(said.length).toBeGreaterThanOrEqual(2);
    expect(said.length).toBeLessThanOrEqual(3);
    expect(new Set(said).size).toBe(said.length);
    for (const text of said) expect(text).not.toMatch(/^It |\?$/u);
  });

  it("is what stands under the source's own summary heading, as it goes on there", async () => {
    const said = await summaryFrom(
      "# Timekeeping\n\nClocks of brass and steel were built in many ports of Europe.\n\n## Summary\n\nLongitude is the difference between two local times. It is measured with a clock [0x01, 0x02].\n\n## Details\n\nA clock of brass and steel was carried on every ship of Europe.\n",
    );
    expect(said).toEqual([
      "Longitude is the difference between two local times.",
      "It is measured with a clock [0x01, 0x02].",
    ]);
  });

  it("is what a source says of itself where it opens, before what stands in the midst of it", async () => {
    const said = await summaryFrom(
      "# This month in clocks: May\n\nThis is a summary of what clockmakers did in May of this year.\n\nClocks of brass were sold in Lisbon. Clocks of steel were sold in Porto.\n",
    );
    expect(said[0]).toBe("This is a summary of what clockmakers did in May of this year.");
  });

  it("opens with what an untitled proposal says of itself", async () => {
    const said = await summaryFrom(
      "## Summary\n\nThis RFC specifies a new syntax for clocks of brass.\n\nClocks of steel stay as they are in every harbour.\n",
    );
    expect(said[0]).toBe("This RFC specifies a new syntax for clocks of brass.");
  });

  it("takes its author's own description, unless it is of something else", async () => {
    const body = "Clocks of brass were sold in Lisbon by the makers of the old guild.\n";
    const described = (text: string) => summaryFrom(`---\ntitle: Brass clocks\ndescription: ${text}\n---\n\n${body}`);
    expect((await described("How makers of the old guild sold clocks"))[0]).toBe(
      "How makers of the old guild sold clocks.",
    );
    expect(await described("A place where our friends write up whatever happens")).toEqual([body.trim()]);
  });

  it("is of a release what is new in it, and no announcement", async () => {
    const head =
      "# Announcing Tide 1.4.0\n\nThe Tide team is happy to announce a new version of Tide, 1.4.0. Tide is a language for harbours.\n\n";
    expect(
      (await summaryFrom(`${head}This release fixes the counting of ebb tides in Norway and Scotland.\n`))[0],
    ).toBe("This release fixes the counting of ebb tides in Norway and Scotland.");
    const sections = ["Breakwater tables", "Moorings by latitude", "Lighthouse lenses"].map(
      (name) => `## ${name}\n\nThanks!\n`,
    );
    expect((await summaryFrom(`${head}${sections.join("\n")}`))[0]).toBe(
      "In it: Breakwater tables; Moorings by latitude; Lighthouse lenses.",
    );
    expect(await summaryFrom(head)).toEqual(["The Tide team is happy to announce a new version of Tide, 1.4.0."]);
  });

  it("begins where the source says what it is for, not in the midst of its story", async () => {
    const said = await summaryFrom(
      "# Counting ships with brass counters\n\nI wanted to count the ships of a harbour with brass counters. I tried that with steel first. Run the counter twice. Brass counters of ships were heavier than steel counters of ships, and brass counters rust less than counters of iron.\n",
    );
    expect(said[0]).toBe("I wanted to count the ships of a harbour with brass counters.");
    expect(said.join(" ")).not.toMatch(/Run the counter/);
  });

  it("passes over a first sentence that says nothing but that there is something", async () => {
    const said = await summaryFrom(
      "# Tide tables for testers\n\nWe have been hard at work on tide tables. The tide tables for testers list every harbour of Norway and will be printed in May.\n",
    );
    expect(said[0]).toBe("The tide tables for testers list every harbour of Norway and will be printed in May.");
  });

  it("says what that is that the source is headed by, before what another thing is", async () => {
    const said = await summaryFrom(
      "# Tide books\n\nOn a morning in May a keeper lost his way. A tide book is a notebook in which a keeper writes down the water. John Keeper was a Dutch scholar who ruled every tide book by hand.\n",
    );
    expect(said[0]).toBe("A tide book is a notebook in which a keeper writes down the water.");
  });

  it("says by name what the sentence before it named", async () => {
    const said = await summaryFrom(
      "# Trying out tide-sql on a boat\n\ntide-sql is fascinating. It's a loadable extension that merges tables of tides from several boats. Run the loader twice.\n",
    );
    expect(said[0]).toBe("tide-sql is a loadable extension that merges tables of tides from several boats.");
  });

  it("takes what leans on its first sentence only right behind that", async () => {
    const said = await summaryFrom(
      "# The H4 clock\n\nThe H4 clock kept the time of Greenwich at sea. It was carried to Jamaica by William Harrison in 1761. Cooks were aboard.\n",
    );
    expect(said.slice(0, 2)).toEqual([
      "The H4 clock kept the time of Greenwich at sea.",
      "It was carried to Jamaica by William Harrison in 1761.",
    ]);
  });
});

it('"This proposal" is not the source where that tells of somebody\'s proposal', async () => {
  const document = await documentFrom(
    "# Clocks by post\n\nIn this post we look back. Last May the guild opened a proposal about postage. This proposal was read by forty makers of clocks.\n",
  );
  const claims = claimsOf(document, nominate(document), { perThousandWords: 25, most: 40 });
  expect(claims.map(({ text }) => text).join(" ")).not.toContain("[Clocks by post]");
});
