import { describe, expect, it } from "vitest";
import { type Exchange, wholeQuestion } from "../../src/answer/follow-up.ts";
import { indexOf, row } from "../find/rows-in-memory.ts";

const index = indexOf([
  row("wiki/concepts/wiki.md", { title: "Wiki" }),
  row("wiki/concepts/memex.md", { title: "Memex" }),
  row("wiki/entities/ward-cunningham.md", { title: "Ward Cunningham", type: "entity" }),
  row("wiki/entities/xanadu.md", { title: "Xanadu", type: "entity" }),
]);
const first: Exchange = {
  question: "Who invented the wiki?",
  answer: "Ward Cunningham is an American programmer who invented the wiki.",
};
const memex: Exchange = { question: "What is the memex?", answer: "The memex is a desk." };

describe("a follow-up question", () => {
  it.each([
    [[first], "When was he born?", "When was Ward Cunningham born?"],
    [[first], "What is his best known book?", "What is Ward Cunningham's best known book?"],
    [[first], "When was it invented?", "When was wiki invented?"],
    [[memex], "And Xanadu?", "What is the Xanadu?"],
    [[memex], "What about Xanadu?", "What is the Xanadu?"],
    [[memex], "Was it ever built?", "Was memex ever built?"],
    [
      [{ question: "When was Xanadu 1.14 released?", answer: "“Xanadu 1.14” is dated 1989." }],
      "How many copies of it were made?",
      "How many copies of Xanadu 1.14 were made?",
    ],
    [[memex], "Why?", "Why what is the memex?"],
    [[memex], "Tell me more", "What is the memex?"],
    [
      [memex, { question: "Was memex ever built?", answer: "No memex was built." }],
      "Who built it?",
      "Who built memex?",
    ],
    [
      [{ question: "How do I run a MySQL server using Homebrew?", answer: "Run it so." }],
      "How do I stop it?",
      "How do I stop MySQL server?",
    ],
    [
      [{ question: "How do I run a MySQL server using Homebrew?", answer: "Run it so." }],
      "And set a password?",
      "How do I set a password for MySQL server?",
    ],
    [
      [{ question: "What happened to arrayref?", answer: "It was republished." }],
      "When was that?",
      "When what happened to arrayref?",
    ],
    [
      [{ question: "List all draft EIPs.", answer: "2 of 9 EIPs have the status “draft”: EIP-7 A; EIP-9 B." }],
      "Which of them are by Ada Brook?",
      "Which draft EIPs are by Ada Brook?",
    ],
    [
      [{ question: "Which EIPs are withdrawn?", answer: "2 of 9 EIPs have the status “withdrawn”: EIP-7 A; EIP-9 B." }],
      "Why was the second one withdrawn?",
      "Why was EIP-9 withdrawn?",
    ],
    [
      [
        { question: "Who wrote EIP-6?", answer: "“Alias Contracts” is by Gavin John." },
        { question: "What does EIP-6 require?", answer: "“Alias Contracts” gives as its “requires”: 2929." },
      ],
      "What else did he write?",
      "What else did Gavin John write?",
    ],
  ])("after %j, %s means %s", (earlier, asked, whole) => {
    expect(wholeQuestion(index, asked, earlier)).toBe(whole);
  });

  it("that stands alone stays as it is", () => {
    expect(wholeQuestion(index, "Who invented the mouse?", [first])).toBe("Who invented the mouse?");
    expect(wholeQuestion(index, "When was he born?", [])).toBe("When was he born?");
  });
});
