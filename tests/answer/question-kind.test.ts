import { describe, expect, it } from "vitest";
import { kindOf } from "../../src/answer/question-kind.ts";

const ALL = { wanted: "source", about: "", least: 0 };
const MAY = { from: "2024-05", until: "2024-05", label: "2024-05" };
const oldest = (most: number) => ({ first: "oldest", most });

describe("the kind of a question", () => {
  it.each([
    ["What is the difference between Xanadu and the World Wide Web?", ["Xanadu", "World Wide Web"]],
    ["Compare the memex with NLS.", ["memex", "NLS"]],
    ["How does a wiki differ from a blog?", ["wiki", "blog"]],
    ["tabs vs. spaces", ["tabs", "spaces"]],
    ["the difference between static and dynamic websites", undefined],
    ["What are the differences between static and dynamic websites?", ["static websites", "dynamic websites"]],
    ["注意力和卷积有什么区别？", ["注意力", "卷积"]],
  ])("%s compares %j", (question, sides) => {
    expect(kindOf(question)).toEqual(sides === undefined ? { kind: "plain" } : { kind: "compare", sides });
  });

  it.each([
    ["How many sources are there?", { wanted: "source", about: "", least: 0, count: true }],
    ["How many people are in this vault?", { wanted: "person", about: "", least: 0, count: true }],
    ["How many articles mention Ted Nelson?", { wanted: "source", about: "Ted Nelson", least: 1, count: true }],
    ["How many sources speak about gas?", { wanted: "source", about: "gas", least: 3, count: true }],
    ["List all papers about the memex.", { wanted: "source", about: "memex", least: 3 }],
    ["Which sources were published in May 2024?", { wanted: "source", about: "", least: 0, period: MAY }],
    ["List all Rust releases", { wanted: "source", about: "Rust releases", least: 3, loose: true }],
    ["列出所有关于健身的文章", { wanted: "source", about: "健身", least: 3 }],
    ["有多少篇文章提到微信读书？", { wanted: "source", about: "微信读书", least: 1 }],
    ["关于睡眠的笔记有哪些？", { wanted: "source", about: "睡眠", least: 3 }],
    ["一共有多少篇文章？", { wanted: "source", about: "", least: 0 }],
    ["How many EIPs are final?", { ...ALL, series: "EIP", state: "final", loose: true, count: true }],
    ["Which proposals have been withdrawn?", { ...ALL, state: "withdrawn", loose: true }],
    ["List all notes with the status “in progress”", { ...ALL, state: "in progress", loose: true }],
    ["Which posts about gas were published in May 2024?", { ...ALL, about: "gas", least: 3, period: MAY }],
    ["Which is the oldest RFC about macros?", { ...ALL, series: "RFC", about: "macros", least: 3, newest: oldest(1) }],
    ["Which article is the first?", { ...ALL, newest: oldest(1) }],
    ["What are the three oldest posts?", { ...ALL, newest: oldest(3) }],
    [
      "How many posts are from last year?",
      { ...ALL, count: true, period: { from: "2025", until: "2025", label: "2025" } },
    ],
    ["2024年5月有哪些文章？", { ...ALL, period: MAY }],
    ["List all people who worked on hypertext", { wanted: "person", about: "hypertext", least: 3 }],
  ])("%s is counted", (question, expected) => {
    expect(kindOf(question, "2026-11-21")).toEqual({ kind: "catalogue", ...expected });
  });

  it.each([
    "What are evergreen notes?",
    "What is a blog post?",
    "What makes a good report?",
    "Which are the best books?",
  ])("%s asks about a thing, not for a list", (question) => {
    expect(kindOf(question)).toEqual({ kind: "plain" });
  });

  it("counts by year, author or state", () => {
    expect(kindOf("How many sources are there per year?")).toEqual({ kind: "tally", by: "year" });
    expect(kindOf("Chart the number of EIPs by status.")).toEqual({ kind: "tally", by: "status", series: "EIP" });
    expect(kindOf("Who wrote the most posts?")).toEqual({ kind: "tally", by: "author" });
  });

  it("of questions about the vault itself", () => {
    expect(kindOf("What changed since 2026-05?")).toEqual({
      kind: "changes",
      period: { from: "2026-05", label: "since 2026-05" },
    });
    expect(kindOf("What's new in the vault?")).toEqual({ kind: "changes", fresh: true });
    expect(kindOf("What did I write about last month?", "2026-11-21")).toMatchObject({ kind: "changes", fresh: true });
    expect(kindOf("最近有什么更新？")).toEqual({ kind: "changes" });
    expect(kindOf("What do the sources disagree about?")).toEqual({ kind: "disagreements", about: "" });
  });

  it.each([
    "How many people watched the demonstration?",
    "Which people signed the treaty of Utrecht?",
    "What changed in Rust 2018?",
    "How many notes did Luhmann write?",
    "Which article of the constitution protects speech?",
    "What is new about the memex?",
    "笔记有什么用？",
    "有哪些方法可以克服紧张？",
  ])("%s asks for sentences", (question) => {
    expect(kindOf(question)).toEqual({ kind: "plain" });
  });
});
