// Questions for what documents state of themselves in their front matter, whatever they call it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { lastingLights } from "./lighthouses.ts";

const proposal = (number: number, title: string, more: string): [string, string] => [
  `raw/eip-${number}.md`,
  `---\neip: ${number}\ntitle: ${title}\n${more}\n---\n\n## Abstract\n\nThis proposal gives every lighthouse a ${title.toLowerCase()} that the keepers of the coast asked for. It requires a tower.\n`,
];
const RAW = Object.fromEntries([
  proposal(11, "Red lamp", "author: Ada Brook, Tom Hale\nrequires: 12, 13, 99\nstatus: Draft"),
  proposal(12, "Fog bell", "author: Ada Brook\nrequires: 13\nwithdrawal-reason: Replaced by a horn"),
  proposal(13, "Storm glass", "author: Tom Hale"),
  [
    "raw/films/The Keeper.md",
    '---\ncategories: ["[[Films]]"]\ndirector: "[[People/Mara Lind|Mara Lind]]"\nrating: 7\n---\n# The Keeper\n\nA film about a man alone with his lamp for a winter.\n',
  ],
  [
    "raw/posts/talk.md",
    '+++\ntitle = "Talk of the coast"\nauthors = ["Ada Brook"]\n[extra]\nteam = "the Harbour team"\n+++\n\nThe harbour spoke of lamps all night.\n',
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

test("what one document states, by its number, with the property as evidence", async () => {
  const report = await answerTo("Which EIPs does EIP-11 require?");
  expect(report.sentences[0]?.text).toBe(
    "“Red lamp” gives as its “requires”: EIP-12 Fog bell; EIP-13 Storm glass; EIP-99.",
  );
  expect(report.citations).toMatchObject([{ source: "raw/eip-11.md", quote: "requires: 12, 13, 99" }]);
  expect(report.answer).toContain("[[raw/eip-11.md|1]]");
});

test("numbers of documents are named in whatever words they are asked for", async () => {
  expect(await said("What does EIP-12 require?")).toBe("“Fog bell” gives as its “requires”: EIP-13 Storm glass.");
});

test("what it does not state, it is said not to", async () => {
  expect(await said("What does EIP-13 require?")).toBe("“Storm glass” states no “requires”.");
});

test("the other way round: all documents that state it", async () => {
  expect(await said("Which EIPs require EIP-13?")).toBe(
    "2 of 3 EIPs state “requires” EIP-13: EIP-12 Fog bell; EIP-11 Red lamp.",
  );
});

test("why, where a reason is stated", async () => {
  expect(await said("Why was EIP-12 withdrawn?")).toContain("Replaced by a horn");
});

test("documents by their author, of each of several", async () => {
  expect(await said("Which EIPs did Tom Hale write?")).toBe(
    "2 of 3 EIPs are by Tom Hale: EIP-11 Red lamp; EIP-13 Storm glass.",
  );
  expect(await said("List all posts by Ada Brook.")).toMatch(/^3 of 5 sources are by Ada Brook: .*Talk of the coast/u);
});

test("a document of a series is asked of by a name from its title", async () => {
  expect(await said("Who wrote the storm glass EIP?")).toBe("“Storm glass” is by Tom Hale.");
});

test("of the documents in a state, those by somebody", async () => {
  expect(await said("Which draft EIPs are by Ada Brook?")).toBe("1 of 1 draft EIPs is by Ada Brook: EIP-11 Red lamp.");
});

test("any property of any note, by its title or by its sort", async () => {
  expect(await said("Who directed The Keeper?")).toBe("“The Keeper” gives as its “director”: Mara Lind.");
  expect(await said("Which films have the rating 7?")).toBe("1 of 5 sources states “rating” 7: The Keeper.");
  expect(await said("What team is Talk of the coast from?")).toContain("the Harbour team");
});

test("a word that is a property elsewhere leaves other questions to sentences", async () => {
  expect(await said("Why does the harbour require lamps all night?")).not.toContain("“requires”");
});
