// Questions as people put them: by number, about counts that stand in a list, in Chinese, with another form of a verb.
import { expect, test } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { lights } from "./lighthouses.ts";

const SOURCES = {
  "raw/eip-9063.md": `---
eip: 9063
title: Lamps that announce themselves
author: Ada Brook (@ada), Tom Hale (@tom)
created: 2023-05-01
---

## Abstract

A lamp tells a harbour of its colour before a ship comes near. Harbours answer a lamp with the number of its berth.

## Motivation

Harbours that know the colour of a lamp give fewer wrong signals. Two lamps of one colour confuse a pilot.
`,
  "raw/bad-lamps.md": `# Two lamps withdrawn

The harbour office withdrew two lamps last week. Notably, the lamps did not fail at night. Somebody had copied the lamps of a known maker.

The lamps were:

- Redlamp of the north pier, sold 7181 times
- Bluelamp of the south pier, sold 1243 times
`,
  "raw/course.md": `# A course in glass

Marta Lind teaches the course in glass at the harbour school. The course takes a week of evenings.
`,
  "raw/健身笔记.md": `# 健身笔记

每周健身三次就够了。健身以后要补充蛋白质。健身的人睡得更好。
`,
};

test("questions as people put them", async () => {
  const v = lights(SOURCES);
  await v.run();
  const answerTo = (question: string): Promise<AskReport> =>
    v.with((workspace) => ask(workspace, question, { save: false }));
  const opening = async (question: string): Promise<string> => (await answerTo(question)).sentences[0]?.text ?? "";

  expect(await opening("Who wrote EIP-9063?")).toBe("“Lamps that announce themselves” is by Ada Brook, Tom Hale.");
  expect(await opening("When was EIP-9063 created?")).toBe("“Lamps that announce themselves” is dated 2023-05-01.");
  expect(await opening("How many times was Redlamp sold?")).toMatch(/7181 times/u);
  expect(await opening("Who taught the course in glass?")).toMatch(/^Marta Lind teaches/u);
  expect(await opening("List all glass courses")).toMatch(/^1 of 4 sources speaks of “glass courses”/u);
  expect(await opening("有多少篇文章提到健身？")).toBe("库中 4 篇来源里有 1 篇提到“健身”：健身笔记。");
  expect(await opening("列出所有关于健身的文章")).toMatch(/^库中 4 篇来源里有 1 篇讲到“健身”/u);
});
