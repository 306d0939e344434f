// Which sentence may open a page, what may follow it, and what becomes of a thing that nobody defines.
import { describe, expect, it } from "vitest";
import type { BriefClaim } from "../../src/core/engine.ts";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { tellerOf } from "../../src/engine/extractive/definitions/tells.ts";
import { extractiveTopic } from "../../src/engine/extractive/pages/topic.ts";
import { pageText } from "../../src/engine/extractive/sentences/fitness.ts";
import { isTimely } from "../../src/text/timely.ts";
import { brief, claim, spreadOf, textOf } from "./briefs.ts";

describe("a first line", () => {
  it("is none that its source sets against another sentence, or takes back in the next", () => {
    const said = "Lockfiles allow developers to pin every dependency of a program to one exact version.";
    const plain = claim(said, "raw/a.md");
    expect(textOf(brief("Lockfiles", [plain]))).toEqual([said]);
    const against = { ...plain, claim: { ...plain.claim, quote: `However, ${said}` } };
    const turned = { ...plain, claim: { ...plain.claim, turned: true as const } };
    for (const one of [against, turned]) expect(textOf(brief("Lockfiles", [one]))).toEqual([]);
  });

  it("says what the thing is there for before what it consists of", () => {
    const parts = claim("Lockfiles consist of three tables of names and versions.", "raw/a.md");
    const use = claim(
      "Lockfiles allow developers to pin every dependency of a program to one exact version.",
      "raw/b.md",
    );
    expect(textOf(brief("Lockfiles", [parts, use]))[0]).toBe(use.claim.text);
  });

  const tells = tellerOf(["lockfile", "Cargo"]);

  it("is not what it happens to run by default", () => {
    expect(tells("Cargo runs a default web UI on port 18789.")).toBe(false);
    expect(tells("Cargo is used globally and has many readers.")).toBe(false);
    expect(tells("Cargo runs the tests of a package.")).toBe(true);
  });

  it.each([
    "Lockfiles record the exact version of every dependency.",
    "A lockfile is a list of exact versions.",
    "Cargo is used to build packages.",
    "The job of Cargo is to fetch what a package needs.",
  ])("may be: %s", (sentence) => {
    expect(tells(sentence)).toBe(true);
  });

  it.each([
    "While Cargo builds it, the file stays locked.",
    "Cargo is a great tool for beginners.",
    "Cargo is currently a project of three people.",
    "Cargo provides a good solution.",
    "Cargo is one of the most requested tools.",
    "Cargo means that builds are alike.",
    "Cargo does not build anything.",
    "Cargo Lite is a tool for small packages.",
    "Cargo provides a severe risk for builds.",
    "Cargo refers to a few things.",
    "Cargo generates the pair (r, R) for `s`.",
    "The lockfile defined by the workspace is used.",
    "Cargo is used to giving good errors.",
    "The Cargo group has been meeting each week.",
    "The lockfile has three parts.",
  ])("is not: %s", (sentence) => {
    expect(tells(sentence)).toBe(false);
  });

  it("comes from an apposition, with a possessive too", () => {
    const sentence = "Cargo, Rust's native package manager, is liked by many.";
    expect(definitionAt(sentence, 0, 5, true)).toMatchObject({ text: "Rust's native package manager" });
  });

  it.each([
    ["Alpha Omega, the Linux Foundation, paid for it.", 0, 11],
    ["Fee: The fee can be given to builders instead.", 0, 3],
    ["DUPN: the item is duplicated at the top of the stack.", 0, 4],
  ])("is not made of another name or a whole sentence: %s", (sentence, start, end) => {
    expect(definitionAt(sentence, start, end, true)).toBeUndefined();
  });
});

describe("a page says nothing", () => {
  it.each([
    "Bring a box of index cards and hold one up.",
    "4200 | Unsupported Method | The provider does not support it.",
    "The required gas $g_d$ is higher than before.",
    "An RPC method for switching the active chain of a wallet.",
    "Roam and Obsidian show them at the foot of each note.",
    "With Kent Beck he had introduced cards into the design of programs.",
    "In a folder of files it is found by typing.",
    "“The tool is a wonder.”",
  ])("that leans, orders or is in pieces: %s", (sentence) => {
    expect(pageText(sentence) !== undefined).toBe(false);
  });

  it("that was true of its day, but with the year of its source", () => {
    const topic = brief("Cargo", [
      claim("Cargo is a package manager for Rust.", "raw/a.md"),
      claim("Cargo builds packages and fetches what they need.", "raw/a.md"),
      claim("Cargo now has the ability to vendor git repositories.", "raw/b.md", { published: "2017-11-22" }),
      claim("Cargo is currently working on a new resolver.", "raw/c.md"),
    ]);
    const [, dated] = extractiveTopic(topic).sections;
    expect(dated?.heading).toBe("Year by year");
    expect(dated?.paragraphs.flat().map(({ label, text }) => [label, text])).toEqual([
      ["2017", "Cargo now has the ability to vendor git repositories."],
    ]);
    expect(textOf(topic).join(" ")).not.toContain("resolver");
  });

  it("that speaks of something as known which it never introduced", () => {
    const topic = brief("Cargo", [
      claim("Cargo is a package manager for Rust.", "raw/a.md"),
      claim("Cargo never pays the surcharge.", "raw/a.md"),
      claim("Cargo reads the values printed by the compiler.", "raw/a.md"),
      claim("Cargo takes a snapshot and keeps the snapshot for good.", "raw/a.md"),
    ]);
    const said = textOf(topic).join(" ");
    expect(said).not.toContain("surcharge");
    expect(said).toContain("printed by the compiler");
    expect(said).toContain("keeps the snapshot");
  });

  it("twice: what repeats the first line only adds its citation", () => {
    const topic = brief("Cargo", [
      claim("Cargo is a package manager for Rust.", "raw/a.md"),
      claim("Cargo is the package manager for Rust.", "raw/b.md"),
      claim("Cargo fetches what packages need.", "raw/b.md"),
    ]);
    const first = extractiveTopic(topic).sections[0]?.paragraphs[0]?.[0];
    expect(first?.claims.map(({ source }) => source).sort()).toEqual(["raw/a.md", "raw/b.md"]);
    expect(textOf(topic)).toHaveLength(2);
  });
});

describe("a thing that nobody defines", () => {
  const told = [
    "SQLite keeps its data in one file.",
    "SQLite reads JSON by functions.",
    "SQLite loads extensions from shared libraries.",
  ];

  it("is surveyed where titles name it: a sentence a source, or its source alone", () => {
    const claims = [
      ...told.map((text, i) => claim(text, `raw/${i}.md`, { sourceTitle: `SQLite and ${text}` })),
      claim("I used SQLite to store my notes.", "raw/9.md", { sourceTitle: "SQLite at home" }),
    ];
    const draft = extractiveTopic(brief("SQLite", claims));
    expect(draft.sections).toEqual([]);
    expect(draft.survey?.map(({ text }) => text)).toEqual(expect.arrayContaining([...told, ""]));
  });

  it("is listed with what a document does with it, and with no half sentence", () => {
    const shown = (text: string, more: Partial<BriefClaim> = {}) => {
      const topic = brief("SQLite", [
        ...told.map((one, i) => claim(one, `raw/${i}.md`, { sourceTitle: `SQLite and ${one}` })),
        claim(text, "raw/x.md", { about: 0.3, ...more }),
      ]);
      return extractiveTopic(topic).survey?.find(({ source }) => source === "raw/x.md")?.text ?? "";
    };
    expect(shown("This proposal [Dates in SQLite] adds a type of dates to SQLite.")).toBe(
      "adds a type of dates to SQLite.",
    );
    expect(shown("This proposal [Dates in SQLite] adds a type of dates.")).toBe("");
    expect(shown("SQLite's pages hold rows of one table.", { about: 0.45 })).toContain("hold rows");
    expect(shown("SQLite pages made for one table, rows and all.", { about: 0.45 })).toBe("");
    expect(shown("SQLite: Remove the surcharge from pages.", { about: 0.45 })).toBe("");
    const order = claim("Add a type of dates to SQLite.", "raw/x.md");
    const abstract = { claim: { ...order.claim, place: { headings: ["Dates", "Abstract"] } } };
    expect(shown("Add a type of dates to SQLite.", abstract)).toBe("Add a type of dates to SQLite.");
    expect(shown("Add a type of dates to SQLite.")).toBe("");
  });

  it("opens, as a numbered document, with what it brought, whoever tells so", () => {
    const claims = [
      "EIP-7 provides a value at 5.",
      "EIP-7 raises that floor to two.",
      "EIP-7 introduces a format of receipts that wallets use to show what each call has cost.",
    ].map((text, i) => claim(text, `raw/${i}.md`));
    expect(textOf(brief("EIP-7", claims))[0]).toBe(
      "EIP-7 introduces a format of receipts that wallets use to show what each call has cost.",
    );
  });

  it("is not listed with who names it in passing, unless that says what the thing does", () => {
    const headed = told.map((text, i) => claim(text, `raw/${i}.md`, { sourceTitle: `SQLite and ${text}` }));
    const sources = (more: BriefClaim, count = 1) => {
      const topic = brief("SQLite", [...headed, more]);
      const spread = topic.spread.map((one) => (one.source === "raw/x.md" ? { ...one, count } : one));
      return extractiveTopic({ ...topic, spread }).survey?.find(({ source }) => source === "raw/x.md")?.text;
    };
    const passing = claim("Phones can keep all messages in SQLite.", "raw/x.md", { about: 0.2 });
    expect(sources(passing)).toBeUndefined();
    expect(sources(passing, 5)).toBe("Phones can keep all messages in SQLite.");
    // Which Ada, only the lines before tell.
    expect(sources(claim("Ada keeps all notes in SQLite.", "raw/x.md", { about: 0.2 }), 5)).toBeUndefined();
    expect(sources(claim("SQLite sorts rows by date.", "raw/x.md"))).toBe("SQLite sorts rows by date.");
  });

  it("is not listed with sources that name it in no sentence, nor in a row of figures alone", () => {
    const topic = brief(
      "SQLite",
      told.map((text, i) => claim(text, `raw/${i}.md`, { sourceTitle: `SQLite and ${text}` })),
    );
    const quiet = { source: "raw/8.md", titled: false, count: 1 };
    const figures = brief("SQLite", [claim("SQLite: 1.6k", "raw/9.md")]).spread;
    const rows = extractiveTopic({ ...topic, spread: [...topic.spread, quiet, ...figures] }).survey ?? [];
    expect(rows.map(({ source }) => source).sort()).toEqual(["raw/0.md", "raw/1.md", "raw/2.md"]);
  });

  it("gets no page as a common noun, however many are headed by it", () => {
    const claims = Array.from({ length: 6 }, (_, i) =>
      claim(`Every opcode of set ${i} costs gas.`, `raw/${i}.md`, { sourceTitle: `Opcode ${i}` }),
    );
    expect(extractiveTopic(brief("Opcode", claims, { aliases: ["Opcode", "opcodes"] })).survey).toEqual([]);
  });

  it("gets none where it is only the place to be asked at, in however many sources", () => {
    const claims = [
      "Keepers of the northern lights meet each Monday on Zulip.",
      "Whoever finds a broken gauge reports it on Zulip.",
      "Pilots vote over next year's chart colours on Zulip.",
      "The buoy catalogue has its own stream on Zulip.",
      "Students learn of summer posts through Zulip.",
      "Minutes of the dredging board appear on Zulip.",
    ].map((text, i) => claim(text, `raw/${i}.md`, { about: 0.1 }));
    const spread = spreadOf("Zulip", claims).map((one) => ({ ...one, count: 3 }));
    expect(extractiveTopic(brief("Zulip", claims, { spread })).survey).toEqual([]);
    const about = [
      "Zulip keeps letters of pilots.",
      "Zulip sorts threads by harbour.",
      "Zulip sends mail at night.",
      "Zulip counts readers of charts.",
      "Zulip prints minutes for boards.",
      "Zulip joins harbours of one coast.",
    ].map((text, i) => claim(text, `raw/${i}.md`));
    expect(extractiveTopic(brief("Zulip", about, { spread })).survey).toHaveLength(6);
  });

  it("counts a series that is headed by it once", () => {
    const claims = Array.from({ length: 4 }, (_, i) =>
      claim(`Harbour News had ${i} pages on tides.`, `raw/${i}.md`, { sourceTitle: `Harbour News 1.${i}`, about: 0.4 }),
    );
    expect(extractiveTopic(brief("Harbour News", claims)).survey).toEqual([]);
  });

  it("gets no page where few speak of it", () => {
    const claims = told.slice(0, 2).map((text, i) => claim(text, `raw/${i}.md`));
    expect(extractiveTopic(brief("SQLite", claims))).toMatchObject({ sections: [], survey: [] });
  });

  it("gets none for one sentence of a template, however many sources hold it", () => {
    const claims = Array.from({ length: 8 }, (_, i) =>
      claim("RFC 2119 says how the key words are to be read.", `raw/${i}.md`),
    );
    expect(extractiveTopic(brief("RFC 2119", claims)).survey).toEqual([]);
  });
});

describe("a sentence of its day", () => {
  it.each([
    "The team is currently five people.",
    "Last year it grew.",
    "The council will announce it by May.",
    "It meets on August 16-17.",
    "Tide 1.54 supports gauges.",
  ])("is %s", (sentence) => {
    expect(isTimely(sentence)).toBe(true);
  });

  it.each([
    "It met on August 16, 1945.",
    "The memex is a desk.",
    "He left in 1994.",
    "A wiki will keep every version.",
  ])("is not %s", (sentence) => {
    expect(isTimely(sentence)).toBe(false);
  });
});
