// Questions that are answered from the index and from both sides, in a compiled vault.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { lastingLights } from "./lighthouses.ts";

let v: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  v = await lastingLights();
});
afterAll(() => v.discard());

const answerTo = (question: string): Promise<AskReport> =>
  v.with((workspace) => ask(workspace, question, { save: false }));
const opening = ({ sentences }: AskReport): string => sentences[0]?.text ?? "";

test("a count is counted, and names what it counts with a claim of each", async () => {
  const report = await answerTo("How many sources mention the Eddystone Lighthouse?");
  expect(opening(report)).toMatch(/^3 of 8 sources mention “Eddystone Lighthouse”: Four towers on one reef; /u);
  expect(report.citations).toHaveLength(3);
  expect(report.citations.every(({ quote, onPage }) => onPage && quote.includes("Eddystone"))).toBe(true);
});

test("nothing is nothing: no source mentions what stands nowhere", async () => {
  expect(opening(await answerTo("How many sources mention zeppelins?"))).toBe("0 of 8 sources mention “zeppelins”.");
});

test("sources are listed by date", async () => {
  expect(opening(await answerTo("Which sources were published in 2019?"))).toBe(
    "1 of 8 sources is dated 2019: The lens that saved a million ships (2019-05-02).",
  );
});

test("a comparison gives what each side is first", async () => {
  const report = await answerTo("What is the difference between a lightvessel and a sun valve?");
  const [first, second] = report.sentences.map(({ text }) => text);
  expect(first).toBe("A lightvessel is a ship that serves as a lighthouse where no tower can stand.");
  expect(second).toBe("The sun valve is a device that turns a gas lamp off in daylight.");
});

test("who wrote a source, and when, is read from its front matter", async () => {
  expect(opening(await answerTo("Who wrote The lens that saved a million ships?"))).toBe(
    "“The lens that saved a million ships” is by Ada Brook.",
  );
  expect(opening(await answerTo("When was “The lens that saved a million ships” published?"))).toBe(
    "“The lens that saved a million ships” is dated 2019-05-02.",
  );
});

test("what changed is told by the dates of pages", async () => {
  const report = await answerTo("What changed since 2026-11?");
  expect(opening(report)).toMatch(/^\d+ pages changed since 2026-11, the last on 2026-11-21\.$/u);
  expect(report.sentences[1]?.text).toMatch(/^8 source pages: /u);
  expect(opening(await answerTo("What changed since 2027?"))).toMatch(/^No page changed since 2027/u);
});

test("a question that leans on a name is answered by a sentence that has the name", async () => {
  const report = await answerTo("When did the Fresnel lens appear?");
  expect(opening(report)).toMatch(/Fresnel lens/u);
  expect(opening(report)).toMatch(/18\d\d/u);
});
