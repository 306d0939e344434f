// Searching a page by selector is quick, and finds what a slow search finds.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Page, parsePage } from "../../src/read/html/dom.ts";

const SELECTORS = [
  "p",
  "DIV",
  ".note",
  "#top",
  "[role]",
  '[role="note"]',
  'div[class*="no"]',
  ".a.b",
  "div > p",
  "div p",
  "p + p",
  "p ~ .note",
  ":not(p)",
  "[role!=note]",
  "div:has(> p)",
  'a[href^="x, y"]',
  ":is(p, .note)",
  "section:not(.a, .b) p",
  "p:first-child",
  "[data-x='a > b'] p",
];

const tag = fc.constantFrom("p", "div", "section", "a", "template");
const attribute = fc.constantFrom(
  "",
  ' class="note"',
  ' class="a  b"',
  ' id="top"',
  ' role="note"',
  ' href="x, y"',
  " data-x='a > b'",
);
const nested = (depth: number): fc.Arbitrary<string> =>
  fc
    .tuple(tag, attribute, depth === 0 ? fc.constant([]) : fc.array(nested(depth - 1), { maxLength: 3 }))
    .map(([name, stated, inner]) => `<${name}${stated}>${inner.join("")}</${name}>`);
const element = nested(4);

const found = (page: Page, selector: string): unknown[] => [...page.querySelectorAll(selector)];

test("a list of selectors finds what its members find one by one, each element once and in the order of the page", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(element, { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(fc.constantFrom(...SELECTORS), { minLength: 4, maxLength: 8 }),
      async (elements, selectors) => {
        const page = await parsePage(`<html><body>${elements.join("")}</body></html>`);
        const single = new Set(selectors.flatMap((one) => found(page, one)));
        const all = found(page, "*").filter((one) => single.has(one));
        const list = selectors.join(", ");
        expect(found(page, list)).toEqual(all);
        expect(page.querySelector(list)).toBe(all[0] ?? null);
      },
    ),
    { numRuns: 150 },
  );
});

test("a search sees what changed in the page since the same search before", async () => {
  const page = await parsePage('<html><body><div class="a"><p>One</p></div><p>Two</p></body></html>');
  expect(found(page, ".a p, .b p, .c p, .d p")).toHaveLength(1);
  page.querySelector("div")?.setAttribute("class", "z");
  expect(found(page, ".a p, .b p, .c p, .d p")).toHaveLength(0);
  page.querySelector("div")?.setAttribute("class", "x d");
  expect(found(page, ".a p, .b p, .c p, .d p")).toHaveLength(1);
});

test("names are found in whatever case the page writes them, and classes in SVG too", async () => {
  const page = await parsePage('<html><body><P>x</P><svg class="mark"><path class="line"></path></svg></body></html>');
  expect(found(page, "P")).toHaveLength(1);
  expect(found(page, "h1, h2, h3, svg.mark")).toHaveLength(1);
  expect(found(page, "h1, h2, h3, .line")).toHaveLength(1);
});

test("a selector that nobody can read is an error, again when it is asked a second time", async () => {
  const page = await parsePage("<html><body><p>x</p></body></html>");
  for (let i = 0; i < 2; i++) expect(() => found(page, "p[")).toThrow();
});
