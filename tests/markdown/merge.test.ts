import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeBody } from "../../src/markdown/merge.ts";
import { bodyFrom, unitsOf } from "../../src/markdown/merge-units.ts";

/** "{7}" stands for a citation of claim 7 of source a, "{b7}" of source b. */
function page(text: string, numbers: Record<string, number> = { a: 1, b: 2 }): string {
  return text
    .trim()
    .replace(
      /\{([a-z]?)(\d+)\}/gu,
      (_cite, source: string, n: string) =>
        `([[wiki/sources/${source || "a"}#^${id(n)}|${numbers[source || "a"] ?? 9}]])`,
    );
}

function id(n: string): string {
  return `c-${n.padStart(10, "0")}`;
}

const BASE = `
The **memex** is a desk. {1} It was never built. {2}

## How it was to work

Two items could be tied by a code. {3} Bush called it associative indexing. {4}

## Related

- [[wiki/entities/vannevar-bush|Vannevar Bush]] · called it associative indexing
- [[wiki/concepts/hypertext|hypertext]] · credits it

## Sources

1. [[wiki/sources/a|The desk]] · cited 4 times`;

const merged = (
  theirs: string,
  ours: string,
  base: string | undefined = BASE,
  rest: { deleted?: ReadonlySet<string>; isAlive?: (c: { id: string }) => boolean } = {},
) =>
  mergeBody({ ...(base === undefined ? {} : { base: page(base) }), theirs: page(theirs), ours: page(ours), ...rest });

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

test("units joined again are the body, byte for byte", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "\n",
      "\n\n",
      " ",
      "- ",
      "1. ",
      "## H\n",
      "> q\n",
      "```\nx\n```\n",
      "| a |\n|---|\n| b |\n",
      "A b. ",
      "e.g. this ",
      "[[a|b]]",
      "([[wiki/sources/a#^c-0000000001|1]])",
      "。好",
      "%% c %%",
      "$$\nx\n$$",
      "  ",
    ),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const body = pieces.join("").replace(/\r/gu, "");
      expect(bodyFrom(unitsOf(body))).toBe(unitsOf(body).length === 0 ? "" : body);
    }),
    { numRuns: 1000 },
  );
});

// A random page of kb's, random edits by a person, a random new version.
interface Line {
  readonly claim: number;
  readonly words: string;
}
type Section = { readonly heading: string; readonly paragraphs: readonly (readonly Line[])[] };

const WORDS = ["memex", "desk", "trail", "code", "screen", "Bush", "paper", "microfilm", "link", "store"];
const line = (claim: number): Line => ({
  claim,
  words: `Sentence ${claim} tells of ${WORDS[claim % 10]} and ${WORDS[(claim * 7 + 3) % 10]} in ${1900 + claim}.`,
});
const printed = (sections: readonly Section[]): string =>
  page(
    `${sections.map(({ heading, paragraphs }) => `${heading === "" ? "" : `## ${heading}\n\n`}${paragraphs.map((lines) => lines.map(({ claim, words }) => `${words} {${claim}}`).join(" ")).join("\n\n")}`).join("\n\n")}\n\n## Sources\n\n1. [[wiki/sources/a|A]] · cited often`,
  );

const structure = (claims: readonly number[], cuts: readonly number[]): Section[] => {
  const sections: Section[] = [];
  let rest = claims.map(line);
  for (const [place, cut] of cuts.entries()) {
    const part = rest.slice(0, 1 + (cut % 5));
    rest = rest.slice(part.length);
    if (part.length > 0)
      sections.push({
        heading: place === 0 ? "" : `Part ${place}`,
        paragraphs: cut % 2 === 0 ? [part] : [part.slice(0, 1), part.slice(1)].filter((lines) => lines.length > 0),
      });
  }
  return sections;
};

const claims = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 15 });
const cuts = fc.array(fc.nat(9), { minLength: 6, maxLength: 6 });
const edit = fc.record({
  kind: fc.constantFrom("change", "delete", "insert", "paragraph", "section", "swap"),
  at: fc.nat(40),
  to: fc.nat(40),
});

/** The person's version, with what they wrote and what they deleted. */
function edited(base: string, edits: readonly { kind: string; at: number; to: number }[]) {
  const units = unitsOf(base).map((unit) => ({ ...unit, own: false }));
  const wrote: string[] = [];
  const removed: string[] = [];
  edits.forEach(({ kind, at, to }, n) => {
    const place = at % units.length;
    const unit = units[place];
    if (unit === undefined || unit.own || unit.text === "") return;
    const own = (gap: string, text: string) => ({ ...unit, gap, mark: "", text, own: true });
    if (kind === "change" && unit.kind === "sentence") {
      units[place] = {
        ...unit,
        text: unit.text.replace(" tells", ` EDIT${n} tells`).replace("cited often", `EDIT${n} often`),
        own: true,
      };
      wrote.push(`EDIT${n} `);
    } else if (kind === "delete" && unit.kind === "sentence" && unit.ids.length > 0 && unit.gap === " ") {
      units.splice(place, 1);
      removed.push(unit.ids[0] ?? "");
    } else if (kind === "insert" && unit.kind === "sentence" && unit.mark === "") {
      units.splice(place + 1, 0, own(" ", `My remark INS${n}.`));
      wrote.push(`My remark INS${n}.`);
    } else if (kind === "paragraph" && units[place + 1]?.gap !== " " && unit.mark === "") {
      units.splice(place + 1, 0, own("\n\n", `My paragraph PAR${n} stands here. It goes on.`));
      wrote.push(`My paragraph PAR${n} stands here. It goes on.`);
    } else if (kind === "section" && unit.kind === "heading") {
      units.splice(place, 0, own(unit.gap, `## Mine ${n}`), own("\n\n", `My section SEC${n} is mine.`));
      wrote.push(`## Mine ${n}`, `My section SEC${n} is mine.`);
    } else if (
      kind === "swap" &&
      unit.gap === " " &&
      units[to % units.length]?.gap === " " &&
      !units[to % units.length]?.own
    ) {
      const other = units[to % units.length];
      if (other === undefined) return;
      units[place] = other;
      units[to % units.length] = unit;
    }
  });
  return { theirs: bodyFrom(units), wrote, removed };
}

const scene = fc.record({
  before: claims,
  beforeCuts: cuts,
  kept: fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
  fresh: fc.uniqueArray(fc.integer({ min: 61, max: 90 }), { maxLength: 6 }),
  afterCuts: cuts,
  edits: fc.array(edit, { maxLength: 6 }),
  reorder: fc.boolean(),
});

describe("whatever a person does and whatever kb generates", () => {
  const versions = ({
    before,
    beforeCuts,
    kept,
    fresh,
    afterCuts,
    reorder,
  }: {
    before: number[];
    beforeCuts: number[];
    kept: boolean[];
    fresh: number[];
    afterCuts: number[];
    reorder: boolean;
  }) => {
    const stays = before.filter((_claim, n) => kept[n]);
    const after = reorder ? [...fresh, ...stays] : [...stays.slice(0, 2), ...fresh, ...stays.slice(2)];
    return {
      base: printed(structure(before, beforeCuts)),
      ours: printed(structure(after, afterCuts)),
      shownBefore: structure(before, beforeCuts).flatMap((s) => s.paragraphs.flat().map((l) => l.claim)),
      shownAfter: structure(after, afterCuts).flatMap((s) => s.paragraphs.flat().map((l) => l.claim)),
    };
  };

  test("no edit gives the new version, and no new version gives the edits", () => {
    fc.assert(
      fc.property(scene, (s) => {
        const { base, ours } = versions(s);
        const { theirs } = edited(base, s.edits);
        expect(mergeBody({ base, theirs: base, ours }).body).toBe(ours);
        expect(mergeBody({ base, theirs: base, ours, deleted: new Set(["c-nothing"]) }).body).toBe(ours);
        expect(mergeBody({ base, theirs, ours: base }).body).toBe(theirs);
      }),
      { numRuns: 500 },
    );
  });

  test("nothing a person wrote is lost, nothing they deleted comes back, and the rest is as kb has it now", () => {
    fc.assert(
      fc.property(scene, (s) => {
        const { base, ours, shownAfter } = versions(s);
        const { theirs, wrote, removed } = edited(base, s.edits);
        const { body, conflicts, deletions } = mergeBody({ base, theirs, ours, isAlive: () => true });
        const told = JSON.stringify([conflicts, deletions]);
        for (const text of wrote) expect(body.split(text)).toHaveLength(2);
        for (const claim of removed) expect(body).not.toContain(claim);
        for (const claim of shownAfter)
          if (!told.includes(id(String(claim)))) expect(body.split(`^${id(String(claim))}|`)).toHaveLength(2);
        const untouched = s.before.filter((claim) => !shownAfter.includes(claim) && !theirs.includes(`${claim} EDIT`));
        for (const claim of untouched.filter(
          (c) => !wrote.some((w) => w.startsWith("EDIT") && new RegExp(`Sentence ${c} ${w.trim()}`, "u").test(theirs)),
        ))
          expect(body).not.toContain(`Sentence ${claim} tells`);
        for (const unit of unitsOf(body))
          if (unit.kind === "heading") expect(unit.gap === "" || /\n\n$/u.test(unit.gap)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("without a base nothing a person wrote is lost and every live citation of kb's stands once", () => {
    fc.assert(
      fc.property(scene, (s) => {
        const { base, ours, shownAfter } = versions(s);
        const { theirs, wrote } = edited(
          base,
          s.edits.filter(({ kind }) => kind !== "swap"),
        );
        const { body } = mergeBody({ theirs, ours, isAlive: () => true });
        for (const text of wrote)
          if (!text.startsWith("## ") && !text.startsWith("EDIT")) expect(body.split(text)).toHaveLength(2);
        for (const text of wrote)
          if (text.startsWith("EDIT") && !theirs.includes(`${text}often`)) expect(body.split(text)).toHaveLength(2);
        for (const claim of shownAfter) expect(body.split(`^${id(String(claim))}|`)).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });

  test("merging twice changes nothing more", () => {
    fc.assert(
      fc.property(scene, (s) => {
        const { base, ours } = versions(s);
        const { theirs } = edited(base, s.edits);
        const once = mergeBody({ base, theirs, ours, isAlive: () => true }).body;
        expect(mergeBody({ base: ours, theirs: once, ours, isAlive: () => true }).body).toBe(once);
      }),
      { numRuns: 300 },
    );
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
