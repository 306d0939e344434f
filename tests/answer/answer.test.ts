import { describe, expect, it } from "vitest";
import { answerTo } from "../../src/answer/answer.ts";
import { answerMarkdown, citationsOf, sourceListing } from "../../src/answer/cite.ts";
import { citedOn, claimHolding, claimsOn } from "../../src/answer/claims.ts";
import { documentPage } from "../../src/answer/formats/document.ts";
import { slideTexts } from "../../src/answer/formats/slide-text.ts";
import { slidesPage } from "../../src/answer/formats/slides.ts";
import { gather } from "../../src/answer/gather.ts";
import { relatedTo } from "../../src/answer/related.ts";
import type { AnswerDraft, Engine } from "../../src/core/engine.ts";
import { answerFrom } from "../../src/engine/extractive/answers/answer.ts";
import { indexOf, row } from "../find/rows-in-memory.ts";
import { layOut } from "../write/placed.ts";

const CLAIMS = [
  "## Claims",
  "",
  "- The memex is a desk in which a person stores books. [[raw/desk.md#Origin|¶]] ^c-d8aef68a39",
  "    - “His answer was the memex, a desk in which a person stores books.”",
  "- No memex was ever built. [[raw/desk.md#Origin|¶]] ^c-c2141aac7c",
].join("\n");
const TOPIC =
  "The **memex** is a desk. ([[wiki/sources/desk#^c-d8aef68a39|1]]) None was built. ([[wiki/sources/desk#^c-c2141aac7c|1]])";

const index = indexOf([
  row("wiki/concepts/memex.md", { title: "Memex", body: "The memex is a desk." }),
  row("wiki/sources/desk.md", {
    title: "The desk that remembers",
    type: "source",
    source: "raw/desk.md",
    says: [
      ["His answer was the memex, a desk in which a person stores books.", "No memex was ever built."],
      [
        "Douglas Engelbart read the essay in 1945 as a radar technician in the Philippines.",
        "He showed linked documents on 9 December 1968.",
      ],
    ],
  }),
  row("wiki/sources/web.md", {
    title: "Who named hypertext?",
    type: "source",
    source: "raw/web.pdf",
    says: [["Ted Nelson put the word hypertext into print in 1965."]],
  }),
  ...Array.from({ length: 20 }, (_, i) =>
    row(`wiki/sources/f${i}.md`, {
      title: `Filler ${i}`,
      type: "source",
      source: `raw/f${i}.md`,
      says: [[`Filler number ${i} speaks of gardens and rivers.`]],
    }),
  ),
]);
const gathered = (question: string) =>
  gather(index, question, {
    claimsOf: (page) => (page === "wiki/sources/desk.md" ? claimsOn(CLAIMS) : []),
    citedOn: (page) => (page === "wiki/concepts/memex.md" ? citedOn(TOPIC) : []),
  });

function engineOf(draft: (passages: readonly string[]) => AnswerDraft): Engine {
  const never = async () => {
    throw new Error("not asked");
  };
  return {
    id: "test",
    answer: async (brief) => draft(brief.passages.map(({ claim }) => claim.quote)),
    noteDocument: never,
    writeTopic: never,
    sameThing: never,
    contradicts: never,
    embed: async () => undefined,
    usage: () => ({ calls: 0, tokensIn: 0, tokensOut: 0 }),
  };
}
const extractive: Engine = {
  ...engineOf(() => ({ answerable: false, confidence: 0, sentences: [], dropped: [] })),
  id: "extractive",
  answer: async (brief) => answerFrom(brief),
};

describe("claims on a source page", () => {
  it("are read with their quotation and place", () => {
    expect(claimsOn(CLAIMS).map(({ id, text, quote, place }) => [id, text, quote, place.headings])).toEqual([
      [
        "c-d8aef68a39",
        "The memex is a desk in which a person stores books.",
        "His answer was the memex, a desk in which a person stores books.",
        ["Origin"],
      ],
      ["c-c2141aac7c", "No memex was ever built.", "No memex was ever built.", ["Origin"]],
    ]);
  });

  it("hold a sentence whatever marks were escaped", () => {
    expect(
      claimHolding(claimsOn(CLAIMS))("His answer was the *memex*, a desk in which a person stores books.")?.id,
    ).toBe("c-d8aef68a39");
    expect(claimHolding(claimsOn(CLAIMS))("Something else.")).toBeUndefined();
  });
});

describe("an answer", () => {
  it("begins with what the topic's page says, and cites the claim", async () => {
    const answer = await answerTo("What is the memex?", gathered("What is the memex?"), extractive);
    expect(answerMarkdown(answer)).toMatch(
      /^The memex is a desk in which a person stores books\. \(\[\[wiki\/sources\/desk#\^c-d8aef68a39\|1\]\]\)/,
    );
  });

  it("finds what is no claim yet in the raw file, and cites its place there", async () => {
    const question = "When did Douglas Engelbart read the essay?";
    const answer = await answerTo(question, gathered(question), extractive);
    const [first] = citationsOf(answer);
    expect(first).toMatchObject({
      n: 1,
      page: "wiki/sources/desk.md",
      source: "raw/desk.md",
      onPage: false,
      link: "raw/desk.md",
    });
    expect(answer.sentences[0]?.text).toContain("1945");
  });

  it("cites the source's page where Obsidian cannot open the raw file at the place", async () => {
    const answer = await answerTo(
      "Who put the word hypertext into print?",
      gathered("Who put the word hypertext into print?"),
      extractive,
    );
    expect(citationsOf(answer)[0]?.link).toBe("raw/web.pdf");
  });

  it("says what it looked for when the vault is silent", async () => {
    const answer = await answerTo(
      "When was the zeppelin of Friedrichshafen built?",
      gathered("When was the zeppelin of Friedrichshafen built?"),
      extractive,
    );
    expect(answer.answerable).toBe(false);
    expect(answerMarkdown(answer)).toContain("zeppelin (nowhere)");
    expect(answerMarkdown(answer)).toContain("a source with dates on");
  });

  it("loses the sentences that say more than their evidence", async () => {
    const question = "What is the memex?";
    const engine = engineOf((quotes) => {
      const at = quotes.findIndex((quote) => quote.includes("stores books"));
      const says = (text: string, passages: readonly number[]) => ({ text, passages });
      return {
        answerable: true,
        confidence: 0.9,
        sentences: [
          says("The memex is a desk that stores books.", [at]),
          says("The memex cost 40,000 dollars.", [at]),
          says("The memex is a desk.", []),
          says("It flies.", [9999]),
        ],
        dropped: [],
      };
    });
    const answer = await answerTo(question, gathered(question), engine);
    expect(answer.sentences.map(({ text }) => text)).toEqual(["The memex is a desk that stores books."]);
    expect(answer.dropped).toHaveLength(3);
  });

  it("is a refusal when no sentence is left", async () => {
    const engine = engineOf(() => ({
      answerable: true,
      confidence: 0.9,
      sentences: [{ text: "It flies to Mars.", passages: [0] }],
      dropped: [],
    }));
    const answer = await answerTo("What is the memex?", gathered("What is the memex?"), engine);
    expect(answer).toMatchObject({ answerable: false, confidence: 0.5 });
    expect(answer.missing?.nearest).toBeDefined();
  });
});

describe("forms of an answer", () => {
  it("as a note it lists related pages and sources", async () => {
    const question = "What is the memex?";
    const answer = await answerTo(question, gathered(question), extractive);
    const page = documentPage(answer, "outputs/what-is-the-memex.md", relatedTo(index, answer), layOut);
    expect(page.front.sources).toContain("[[wiki/sources/desk|The desk that remembers]]");
    expect(page.body).toContain("## Related\n\n- [[wiki/concepts/memex|Memex]] · named in the question");
    expect(sourceListing(answer)[0]).toMatch(/^1\. \[\[wiki\/sources\/desk\|The desk that remembers\]\] · cited/);
  });

  it("as slides it has one idea on each, its evidence in the notes, and sources at the end", async () => {
    const question = "What is the memex?";
    const answer = await answerTo(question, gathered(question), extractive);
    const page = slidesPage(answer, "outputs/x-slides.md", "2026-11-21");
    const slides = page.body.split("\n\n---\n\n");
    expect(page.front).toMatchObject({ marp: true, theme: "kb" });
    expect(slides[0]).toBe("# Memex\n\nWhat is the memex?\n\n1 source · 2026-11-21");
    expect(slides[1]).toContain("<!--\n[1] The desk that remembers: “His answer was the memex");
    expect(slides.at(-1)).toMatch(/^## Sources\n\n1\. The desk that remembers/);
    expect(slides.length).toBeLessThanOrEqual(answer.sentences.length + 2);
    for (const { citations } of answer.sentences)
      for (const { quote } of citations) expect(page.body).toContain(`“${quote}”`);
  });

  it("parts a sentence that no slide would hold, losing nothing", () => {
    const text = "A first part that goes on for a while, ".repeat(20).trim();
    const texts = slideTexts(text);
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.join(" ")).toBe(text);
    expect(slideTexts("句子很长，".repeat(80)).join("")).toBe("句子很长，".repeat(80));
  });
});
