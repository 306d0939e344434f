// The merge on random pages, random edits and random new versions.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeBody } from "../../src/markdown/merge.ts";
import { bodyFrom, unitsOf } from "../../src/markdown/merge-units.ts";
import { id, page } from "./merge-page.ts";

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
        for (const text of wrote.filter((one) => one.startsWith("My paragraph")))
          expect(
            body
              .split(text)
              .map((part, n) => part === "" || (n === 0 ? part.endsWith("\n\n") : part.startsWith("\n\n"))),
          ).toEqual([true, true]);
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
