// What a list of sources shows of each: a word about the thing, or nothing, and then the source is not on it.
import { describe, expect, it } from "vitest";
import type { BriefClaim, BriefSource, TopicBrief } from "../../src/core/engine.ts";
import { extractiveTopic } from "../../src/engine/extractive/pages/topic.ts";
import { brief, claim } from "./briefs.ts";

const KNOWN = ["SQLite keeps its data in one file.", "SQLite loads extensions from shared libraries."];

/** The row of one more source beside two that are headed by SQLite and tell of it. */
function rowOf(more: BriefClaim, of: Partial<BriefSource> = {}, title = "SQLite", rest: Partial<TopicBrief> = {}) {
  const own = KNOWN.map((text, i) =>
    claim(text.replace("SQLite", title), `raw/${i}.md`, { sourceTitle: `${title} and ${text.slice(7)}` }),
  );
  const topic = brief(title, [...own, more], rest);
  const spread = topic.spread.map((one) => (one.source === more.source ? { ...one, ...of } : one));
  return extractiveTopic({ ...topic, spread }).survey?.find(({ source }) => source === more.source);
}

const shown = (text: string, more: Partial<BriefClaim> = {}, of: Partial<BriefSource> = {}) =>
  rowOf(claim(text, "raw/x.md", { about: 0.3, ...more }), of)?.text;

describe("a line of a list", () => {
  it("says what a note sets out to do with the thing, in its own words", () => {
    const dwelt = { count: 3 };
    expect(shown("I wanted to copy one table of a SQLite database into another.", {}, dwelt)).toBe(
      "how to copy one table of a SQLite database into another.",
    );
    expect(shown("I was trying to figure out if SQLite can use two indexes for a query.", {}, dwelt)).toBe(
      "whether SQLite can use two indexes for a query.",
    );
    expect(shown("Today I learned how to load charts into SQLite without a server.", {}, dwelt)).toBe(
      "how to load charts into SQLite without a server.",
    );
    // Named once, it is no more than at hand.
    expect(shown("I wanted to copy one table of a SQLite database into another.")).toBeUndefined();
    // What its author alone knows, and what another note set out to do.
    expect(shown("I wanted to show my brother my SQLite database of boats.", {}, dwelt)).toBeUndefined();
    expect(shown("I wanted to copy one table of a database into another.", {}, dwelt)).toBeUndefined();
    const late = claim("I wanted to copy one table of a SQLite database into another.", "raw/x.md");
    expect(shown(late.claim.text, { claim: { ...late.claim, evidence: [40] } }, dwelt)).toBeUndefined();
  });

  it("says it of a thing that only the title names, where both are of one matter", () => {
    const titled = { titled: true, count: 1 };
    const of = (text: string, sourceTitle: string, sums = false) => {
      const one = claim(text, "raw/x.md", { about: 0, sourceTitle });
      return rowOf(one, { ...titled, ...(sums ? { sums: [one] } : {}) })?.text;
    };
    const title = "Saving charts in memory to a file with SQLite";
    expect(of("I wanted to save the charts in memory of my laptop to disk.", title)).toBe(
      "how to save the charts in memory of a laptop to disk.",
    );
    expect(of("I needed a way to save charts in memory for a week.", title)).toBe(
      "a way to save charts in memory for a week.",
    );
    expect(of("I wanted to paint all boats of my port in red.", title)).toBe("");
    const summary = "Charts in memory are saved to one file by a pair of commands.";
    expect(of(summary, title, true)).toBe(summary);
    expect(of(summary, title)).toBe("");
    expect(of("Charts of the north are printed by pilots.", title, true)).toBe("");
  });

  it("is what its source says of itself, where a claim bears that out", () => {
    const by = claim("The pages of SQLite are written twice when the pilot is away.", "raw/x.md", { about: 0.3 });
    const described = (text: string) => rowOf(by, { described: { text, by } })?.text;
    expect(described("Pages of SQLite are written twice")).toBe("Pages of SQLite are written twice.");
    expect(described("This proposal adds berths to SQLite")).toBe("adds berths to SQLite.");
    expect(described("Our pages of SQLite are written twice.")).toBeUndefined();
    expect(described("Pages are written twice.")).toBeUndefined();
  });

  it("turns what a document begins with into what it does", () => {
    const abstract = (text: string) => {
      const one = claim(text, "raw/x.md");
      return shown(text, { claim: { ...one.claim, place: { headings: ["Dates", "Abstract"] } } });
    };
    expect(abstract("Adding a type of dates to SQLite.")).toBe("Adds a type of dates to SQLite.");
    expect(abstract("Introduces a type of dates for SQLite.")).toBe("Introduces a type of dates for SQLite.");
    expect(abstract("Adding a type of dates to SQLite invites pilots.")).toBeUndefined();
  });

  it("has no letters that its reader cannot know, and nothing that was said before it", () => {
    expect(shown("SQLite reads each BQT of a file.", { about: 1 })).toBeUndefined();
    expect(shown("SQLite reads each byte query table (BQT) of a file.", { about: 1 })).toContain("BQT");
    expect(shown("SQLite reads JSON by functions.", { about: 1 })).toContain("JSON");
    expect(shown("SQLite has tide() for example.", { about: 1 })).toBeUndefined();
    expect(shown("SQLite prices the OPCODE by weight.", { about: 1 })).toBeUndefined();
    const person = { type: "entity", kind: "person" } as const;
    const wrote = claim("Ada Hale wrote a note on its history.", "raw/x.md", { about: 1 });
    expect(rowOf(wrote, {}, "Ada Hale", person)?.text).toBe("");
  });

  it("tells of no other thing that happens to stand in the same source", () => {
    const dwelt = { count: 5 };
    const of = (text: string, sourceTitle: string) =>
      rowOf(claim(text, "raw/x.md", { about: 0.3, sourceTitle }), dwelt, "SQLite", { neighbours: ["Tidelog"] })?.text;
    expect(of("Tidelog is a library that writes logs to SQLite.", "How large a file is")).toBeUndefined();
    expect(of("Tidelog is a library that writes logs to SQLite.", "Logs by Tidelog")).toContain("writes logs");
    expect(of("Tidelog writes all logs of a ship to SQLite.", "How large a file is")).toContain("writes all logs");
    expect(of("Ports keep maps, logs, SQLite, and other things.", "How large a file is")).toBeUndefined();
    expect(of("A more advanced option is a log of SQLite.", "How large a file is")).toBeUndefined();
  });

  it("tells nothing that once happened beside the thing", () => {
    expect(shown("SQLite libraries of winter failed to install.", { about: 0.45 })).toBeUndefined();
    expect(shown("SQLite libraries hold the charts of winter.", { about: 0.45 })).toBe(
      "SQLite libraries hold the charts of winter.",
    );
  });

  it("may be a title that tells, of a source headed by the thing, never one that only has its name", () => {
    const passing = "Most pilots of my port have used SQLite for years.";
    const titled = (sourceTitle: string) => rowOf(claim(passing, "raw/x.md", { about: 0.2, sourceTitle }));
    expect(titled("Exporting charts from SQLite")).toMatchObject({ text: "", titled: true });
    expect(titled("Announcing SQLite 3.40")).toBeUndefined();
    expect(titled("Exporting charts")).toBeUndefined();
  });

  it("is made of no word that only opens longer names", () => {
    const said = (texts: readonly string[]) => {
      const claims = texts.map((text, i) => claim(text, `raw/${i}.md`, { sourceTitle: `Merkle trees of ${"abc"[i]}` }));
      const spread = brief("Merkle", claims).spread.map((one) => ({ ...one, titled: true, count: 9 }));
      return extractiveTopic(brief("Merkle", claims, { spread })).survey;
    };
    const texts = ["Merkle trees hold the berths of a port.", "Merkle paths lead to the berths of ships."];
    expect(said([...texts, "Merkle proofs show where ships lie."])).toEqual([]);
    expect(said([...texts, "Merkle shows where all ships lie."])).not.toEqual([]);
  });

  it("names one of a series that says no more than its title", () => {
    const issues = [5, 6, 7].map((n) =>
      claim(`Most pilots of port ${n} have used SQLite.`, `raw/x${n}.md`, {
        about: 0.2,
        sourceTitle: `SQLite steering of June 202${n}`,
      }),
    );
    const own = KNOWN.map((text, i) => claim(text, `raw/${i}.md`, { sourceTitle: `SQLite and ${text.slice(7)}` }));
    const rows = extractiveTopic(brief("SQLite", [...own, ...issues])).survey ?? [];
    expect(rows.filter(({ text }) => text === "")).toHaveLength(1);
  });

  it("makes no list of a word of everybody's, unless several tell of it", () => {
    const listed = (n: number) => {
      const claims = [
        "Queries read rows of one table.",
        "Queries sort ships by their length.",
        "Queries wait for the harbour.",
      ]
        .slice(0, n)
        .map((text, i) => claim(text, `raw/${i}.md`, { sourceTitle: `A query of ${"abc"[i]}` }));
      const topic = brief("Query", claims, { aliases: ["Query", "queries"] });
      return extractiveTopic({ ...topic, spread: topic.spread.map((one) => ({ ...one, titled: true, count: 9 })) })
        .survey;
    };
    expect(listed(2)).toEqual([]);
    const written = ["A query reads rows of one table.", "Any query sorts ships by their length."].map((text, i) =>
      claim(text, `raw/${i}.md`, { sourceTitle: `A Query of ${"ab"[i]}` }),
    );
    const topic = brief("Query", written);
    const often = topic.spread.map((one) => ({ ...one, titled: true, count: 9 }));
    expect(extractiveTopic({ ...topic, spread: often }).survey).toEqual([]);
    const claims = KNOWN.map((text, i) => claim(text.replace("SQLite", "Invalid"), `raw/${i}.md`));
    const spread = brief("Invalid", claims).spread.map((one) => ({ ...one, titled: true, count: 9 }));
    expect(extractiveTopic(brief("Invalid", claims, { spread })).survey).toEqual([]);
  });
});
