// Questions about the documents themselves: their state, their dates, who wrote them, counted from front matter.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { lastingLights } from "./lighthouses.ts";

const proposal = (number: number, title: string, status: string, created: string, author: string): [string, string] => [
  `raw/pep-${number}.md`,
  `---\nlip: ${number}\ntitle: ${title}\nstatus: ${status}\ncategory: Core\ncreated: ${created} 09:00:00 -4\nauthor: ${author}\n---\n\n## Abstract\n\nThis proposal gives every lighthouse number ${number} a ${title.toLowerCase()} that costs ${number} lamps. The keepers of the coast asked for it.\n`,
];
const RAW = Object.fromEntries([
  proposal(11, "Red lamp", "Final", "2019-03-01", "Ada Brook"),
  proposal(12, "Fog bell", "Withdrawn", "2021-07-09", "Ada Brook"),
  proposal(13, "Storm glass", "Last Call", "2026-10-02", "Tom Hale"),
  [
    "raw/boat.md",
    "# Use a boat\n\n## Status\n\nFinal\n\n## Context\n\nThe keepers of the reef reach the tower by boat.\n",
  ],
]);

let v: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  v = await lastingLights(RAW);
});
afterAll(() => v.discard());
const answerTo = (question: string): Promise<AskReport> =>
  v.with((workspace) => ask(workspace, question, { save: false }));
const said = async (question: string): Promise<string> =>
  (await answerTo(question)).sentences.map(({ text }) => text).join(" ");

test("documents in a state are counted and named, each with its own front matter as evidence", async () => {
  const report = await answerTo("How many PEPs are final?");
  expect(report.sentences[0]?.text).toBe("1 of 3 PEPs has the status “final”: PEP-11 Red lamp.");
  expect(report.citations[0]).toMatchObject({ source: "raw/pep-11.md", quote: "status: final" });
  expect(await said("List all withdrawn proposals.")).toMatch(
    /^1 of 4 sources has the status “withdrawn”: Fog bell\.$/u,
  );
  expect(await said("Which documents are in last call?")).toMatch(/Storm glass\.$/u);
});

test("a heading “Status” is a state too", async () => {
  expect(await said("Which documents are final?")).toMatch(
    /^2 of 4 sources have the status “final”: Red lamp; Use a boat\.$/u,
  );
});

test("the state of one document is told, and whether it is in the one asked for", async () => {
  expect(await said("What is the status of PEP-12?")).toBe("“Fog bell” has the status withdrawn.");
  expect(await said("Is PEP-12 final?")).toBe("No: “Fog bell” has the status withdrawn.");
});

test("two things asked of one document are both told", async () => {
  expect(await said("What is the status of PEP-12 and who wrote it?")).toBe(
    "“Fog bell” has the status withdrawn. “Fog bell” is by Ada Brook.",
  );
});

test("first, last and lately are told by date, without the hour", async () => {
  expect(await said("Which PEP is the oldest?")).toBe("The oldest of the PEPs: PEP-11 Red lamp (2019-03-01).");
  expect(await said("What is new in the last 3 months?")).toMatch(
    /^1 of 4 sources is dated since 2026-08-21: Storm glass/u,
  );
  expect(await said("What is new in the last 3 days?")).toMatch(
    /^No source is dated since 2026-11-18; the newest is Storm/u,
  );
  expect(await said("Which PEPs were created before 2021-07?")).toMatch(
    /^1 of 3 PEPs is dated before 2021-07: PEP-11/u,
  );
});

test("sources are counted by year and by author", async () => {
  expect(await said("How many PEPs are there per year?")).toBe(
    "3 of 3 PEPs give their year: 2019 (1); 2021 (1); 2026 (1).",
  );
  expect(await said("Who wrote the most PEPs?")).toBe("3 of 3 PEPs give their author: Ada Brook (2); Tom Hale (1).");
});

test("a list of documents is a table of what front matter says, each cell with its citation", async () => {
  const listed = await v.with((workspace) => ask(workspace, "List all PEPs", { save: false, format: "table" }));
  expect(listed.answer).toContain("Dated");
  expect(listed.answer).toMatch(/2019-03-01 \(\[\[wiki\/sources\/red-lamp/u);
  expect(listed.answer).toMatch(/Tom Hale/u);
});

test("documents called by number stand side by side", async () => {
  const { answer } = await v.with((workspace) =>
    ask(workspace, "Compare PEP-11 and PEP-12", { save: false, format: "table" }),
  );
  expect(answer).toMatch(/^\| \| \[\[wiki\/sources\/red-lamp.*fog-bell/u);
  expect(answer).toMatch(/\*\*Status\*\* \| final .* \| withdrawn /u);
});

test("counts are drawn as a chart", async () => {
  const { points = [] } = await v.with((workspace) =>
    ask(workspace, "How many PEPs are there per year?", { save: false, format: "chart" }),
  );
  expect(points.map(({ label, value }) => `${label} ${value}`)).toEqual(["2019 1", "2021 1", "2026 1"]);
});
