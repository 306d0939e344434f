// What a person edited, what kb printed last and what it would print now become one page.
import { describe, expect, test } from "vitest";
import { mergeBody } from "../../src/markdown/merge.ts";
import { BASE, id, merged, page } from "./merge-page.ts";

describe("with what kb generated last", () => {
  test("an edited sentence stays, a new one comes in beside it, a changed one is renewed", () => {
    const theirs = BASE.replace("It was never built.", "It was never built, alas.");
    const ours = BASE.replace("It was never built. {2}", "It was never built. {2} It had a screen. {7}")
      .replace("tied by a code. {3}", "tied by a number. {8}")
      .replace("4 times", "5 times");
    const { body, conflicts } = merged(theirs, ours);
    expect(body).toBe(page(ours.replace("It was never built.", "It was never built, alas.")));
    expect(conflicts).toEqual([]);
  });

  test("a sentence that both changed stays as the person wrote it, and the other is told", () => {
    const theirs = BASE.replace("The **memex** is a desk.", "The memex is a fine desk.");
    const ours = BASE.replace("The **memex** is a desk. {1}", "The **memex** is a large desk. {9}");
    const { body, conflicts } = merged(theirs, ours, BASE, { isAlive: ({ id: claim }) => claim !== id("1") });
    expect(body).toBe(page(theirs.replace("{1}", "{9}")));
    expect(conflicts).toEqual([
      {
        theirs: page("The memex is a fine desk. {9}"),
        ours: page("The **memex** is a large desk. {9}"),
        reason: "kb has new text for what you edited",
      },
    ]);
  });

  test("a deleted sentence stays deleted, also when it is worded anew, and is told as a deletion", () => {
    const theirs = BASE.replace("Bush called it associative indexing. {4}", "").replace(" {3} ", " {3}");
    const ours = BASE.replace(
      "Bush called it associative indexing.",
      "Vannevar Bush called it associative indexing.",
    ).replace("tied by a code. {3}", "tied by a code. {3} A chain of ties made a trail. {5}");
    const { body, deletions } = merged(theirs, ours);
    expect(body).not.toContain("called it associative indexing. (");
    expect(body).toContain(page("tied by a code. {3} A chain of ties made a trail. {5}\n\n## Related"));
    expect(deletions).toEqual([{ claims: [id("4")], text: page("Vannevar Bush called it associative indexing. {4}") }]);
  });

  test("what an earlier run was told to leave out stays out", () => {
    const ours = BASE.replace("It was never built. {2}", "It was never built. {2} It had a screen. {7}");
    expect(merged(BASE, ours, BASE, { deleted: new Set([id("7")]) }).body).toBe(page(BASE));
    expect(merged(BASE.replace("desk", "table"), ours, undefined, { deleted: new Set([id("7")]) }).body).not.toContain(
      "screen",
    );
  });

  test("a person's own section and order stay while the rest grows", () => {
    const theirs = BASE.replace(
      "## Related",
      "## My notes\n\nI saw one in 1999. It was a copy!\n\n- [ ] ask Ann\n\n## Related",
    ).replace("- [[wiki/concepts", "- [[my/note]] · see this\n- [[wiki/concepts");
    const ours = BASE.replace("## Related", "## What became of it\n\nNelson credited it. {b1}\n\n## Related").replace(
      "It was never built. {2}",
      "No desk was built. {6}",
    );
    const { body } = merged(theirs, ours);
    expect(body).toContain("## My notes\n\nI saw one in 1999. It was a copy!\n\n- [ ] ask Ann\n\n## ");
    expect(body).toContain(page("## What became of it\n\nNelson credited it. {b1}\n\n## "));
    expect(body).toContain("indexing\n- [[my/note]] · see this\n- [[wiki/concepts");
    expect(body).toContain(page("is a desk. {1} No desk was built. {6}\n\n## How"));
    expect(body).not.toContain("never built");
  });

  test("a person's paragraph stays one when kb puts what stood above it into the paragraph before", () => {
    const base = "Notes become objects. {1}\n\nNotes can be short. {2}\n\n## Sources\n\n1. [[wiki/sources/a|A]]";
    const theirs = base.replace("\n\n## ", "\n\nI met these in 2021.\n\n## ");
    const ours = base.replace(/^.*?\n\n/u, "A note is dense. {3}\n\n").replace("{2}", "{2} Notes become objects. {1}");
    expect(merged(theirs, ours, base).body).toBe(page(ours.replace("\n\n## ", "\n\nI met these in 2021.\n\n## ")));
  });

  test("sections that a person put in another order keep it", () => {
    const theirs = BASE.replace(/(## Related[\s\S]*?)\n\n(## Sources[\s\S]*)/u, "$2\n\n$1");
    const { body } = merged(theirs, BASE.replace("credits it", "credits it for the trail"));
    expect(body).toBe(page(theirs.replace("credits it", "credits it for the trail")));
  });

  test("link targets and citation numbers are no edits, and follow inside a person's sentences", () => {
    const moved = page(BASE)
      .replaceAll("wiki/sources/a#", "wiki/sources/the-desk#")
      .replaceAll("wiki/sources/a|", "wiki/sources/the-desk|");
    expect(mergeBody({ base: page(BASE), theirs: moved, ours: page(BASE, { a: 2 }) }).body).toBe(page(BASE, { a: 2 }));
    const theirs = BASE.replace("It was never built.", "It was, they say, never built.");
    expect(mergeBody({ base: page(BASE), theirs: page(theirs), ours: page(BASE, { a: 3 }) }).body).toBe(
      page(theirs, { a: 3 }),
    );
  });

  test("a citation of a claim that is gone leaves a person's sentence, one that lives on keeps a line among the sources", () => {
    const theirs = `${BASE.replace("It was never built. {2}", "It was never built, I hear. {2} Nor was the other. {b4} Nor this. {b5}")}\n2. [[wiki/sources/b|Another]] · cited twice`;
    const base = `${BASE}\n2. [[wiki/sources/b|Another]] · cited twice`;
    const ours = BASE.replace(" It was never built. {2}", "");
    const { body } = merged(theirs, ours, base, { isAlive: ({ id: claim }) => claim === id("4") || claim === id("1") });
    expect(body).toContain(page("It was never built, I hear. Nor was the other. {b4} Nor this.\n"));
    expect(body).toContain("\n2. [[wiki/sources/b|Another]] · cited twice");
  });

  test("a person's sentence loses a dead citation even when kb has nothing new to say", () => {
    const theirs = BASE.replace("It was never built. {2}", "It was never built. {2} So says Ann. {b8}");
    expect(merged(theirs, BASE, BASE, { isAlive: () => true }).body).toBe(page(theirs));
    const alive = ({ id: claim }: { id: string }) => claim !== id("8");
    expect(merged(theirs, BASE, BASE, { isAlive: alive }).body).toBe(page(theirs.replace(" {b8}", "")));
  });

  test("a heading stays while a person's words stand under it", () => {
    const theirs = BASE.replace("indexing. {4}", "indexing. {4}\n\nI tried this.");
    const ours = BASE.replace(/## How[\s\S]*?\n\n(?=## Related)/u, "");
    expect(merged(theirs, ours).body).toContain("## How it was to work\n\nI tried this.\n\n## Related");
  });

  test("Chinese sentences are merged one by one too", () => {
    const base = page("注意力机制是一种方法。{1}它很快。{2}\n\n## 来源\n\n1. [[wiki/sources/a|甲]]");
    const { body } = mergeBody({
      base,
      theirs: base.replace("它很快。", "它非常快。"),
      ours: base.replace("是一种方法。", "是一种重要方法。"),
    });
    expect(body).toBe(base.replace("它很快。", "它非常快。").replace("是一种方法。", "是一种重要方法。"));
  });
});

describe("without what kb generated last", () => {
  test("a person's words stay, sentences whose claims are gone go, new ones come", () => {
    const theirs = BASE.replace("It was never built. {2}", "It was never built. {2} I doubt it.").replace(
      "is a desk",
      "is a fine desk",
    );
    const ours = BASE.replace("It was never built. {2}", "Nobody made it. {6}").replace("cited 4", "cited 5");
    const { body } = merged(theirs, ours, undefined, { isAlive: ({ id: claim }) => claim !== id("2") });
    expect(body).toContain(page("The **memex** is a fine desk. {1}"));
    expect(body).toContain("I doubt it.");
    expect(body).not.toContain("never built");
    expect(body).toContain(page("Nobody made it. {6}"));
    expect(body).toContain("cited 5 times");
    expect(body).not.toContain("cited 4 times");
  });

  test("on a source page claims and their quotations go together", () => {
    const claim = (n: string) => `- Claim ${n} says something. [[raw/a.md#H|¶]] ^${id(n)}\n    - “Quotation of ${n}.”`;
    const body = (...ns: string[]) => `## Claims\n\n${ns.map(claim).join("\n")}`;
    const theirs = `${body("1", "2")}\n\nMy remark.`;
    expect(mergeBody({ theirs, ours: body("1", "3") }).body).toBe(`${body("1", "3")}\n\nMy remark.`);
  });
});

test("numbered lists of a person's own stay as they count them, in lists and beside new text of kb's", () => {
  const mine = "1. one\n   1. one of one\n   1. two of one\n1. two\n\ta. no list\n\n3. three\n2. two again";
  const theirs = page(BASE).replace("## Related", `## My notes\n\n${mine}\n\n## Related`);
  const ours = page(BASE.replace("It was never built.", "Nobody ever built it."));
  const { body } = mergeBody({ base: page(BASE), theirs, ours });
  expect(body).toContain("Nobody ever built it.");
  expect(body).toContain(`## My notes\n\n${mine}\n\n## Related`);
});
