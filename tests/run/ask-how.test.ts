// Questions of how a thing is done: the step, and the command that it leads to, as the source writes both.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { search } from "../../src/run/search.ts";
import { lastingLights } from "./lighthouses.ts";

const NOTES = {
  "raw/branches.md": `# Branches in Fern

Fern keeps every line of work as a branch. I forget the commands each time.

To list all branches, run this:

\`\`\`bash
fern branch --all
\`\`\`

The output looks like this:

\`\`\`
* main
  spring
\`\`\`

You can rename a branch like so:

\`\`\`dataview
fern branch --rename OLD NEW
\`\`\`
`,
  "raw/lamps.md": `# Cleaning a lamp

The glass of a lamp is cleaned with vinegar once a month.

## Testing the wick

\`\`\`
wick --test
\`\`\`

The wick is tested in the dark.

## Turning the bell off

The bell of the lamp was built for fog. You can turn it off with the brass key.

## Custom bells

This lists the bells that the lamp has:

\`\`\`
lamp --bells
\`\`\`

The ~ before a bell's name means that it rings twice. Every bell's name is on the box.
`,
};

let v: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  v = await lastingLights(NOTES);
});
afterAll(() => v.discard());

const answerTo = (question: string, save = false): Promise<AskReport> =>
  v.with((workspace) => ask(workspace, question, { save }));

test("the step stands with its command, cited, and without what the command prints", async () => {
  const report = await answerTo("How do I list all branches?");
  expect(report.sentences[0]).toMatchObject({
    text: "To list all branches, run this:",
    code: { text: "fern branch --all", lang: "bash" },
  });
  expect(report.answer).toMatch(/run this: \(\[\[[^\]]+\|1\]\]\)\n\n```bash\nfern branch --all\n```/u);
  expect(report.answer).not.toContain("spring");
});

test("what is asked for stands alone where one step says all of it", async () => {
  const { sentences, answer } = await answerTo("How do I rename a branch in Fern?");
  expect(sentences.map(({ code }) => code?.text)).toContain("fern branch --rename OLD NEW");
  expect(answer).not.toContain("```dataview");
});

test("code that opens a section belongs to the sentence below it", async () => {
  const { sentences } = await answerTo("How do I test the wick?");
  expect(sentences.find(({ text }) => text === "The wick is tested in the dark.")?.code?.text).toBe("wick --test");
});

test("what nobody does in the vault is not answered with its neighbours", async () => {
  expect((await answerTo("How do I delete a branch in Fern?")).answerable).toBe(false);
});

test("a search finds words that stand in code alone", () =>
  v.with(async (workspace) => {
    const { results } = await search(workspace, "OLD", {});
    expect(results[0]?.title).toBe("Branches in Fern");
  }));

test("a saved answer keeps the code, and a lead to code is made no claim", async () => {
  const { output } = await answerTo("How do I list all branches?", true);
  const note = v.read(output ?? "");
  expect(note).toContain("```bash\nfern branch --all\n```");
  expect(v.read("wiki/sources/branches-in-fern.md")).not.toContain("run this:");
});

test("a command of another section does not stand in the place of the step", async () => {
  const { sentences } = await answerTo("How do I turn the bell of the lamp off?");
  expect(sentences.map(({ text }) => text)).toContain("You can turn it off with the brass key.");
});

test("a sign is looked for as it is written", async () => {
  const { sentences } = await answerTo("What does the ~ before the name of a bell mean?");
  expect(sentences[0]?.text).toMatch(/rings twice/u);
});
