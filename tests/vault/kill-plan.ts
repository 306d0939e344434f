// Version 1 and 2 of a small wiki: pages that change, stay, come and go.
import type { Page } from "../../src/core/page.ts";
import type { Plan } from "../../src/vault/plan.ts";

const PAGES = 150;

export function killPlan(version: number): Plan {
  const page = (n: number): Page => {
    const body = `Page ${n} in version ${n % 3 === 0 ? 1 : version}. ${"Some more words stand here. ".repeat(n * 5)}`;
    return {
      path: `wiki/concepts/p${n}.md`,
      type: "concept",
      title: `P${n}`,
      front: { aliases: [`P${n}`] },
      body: body.trim(),
      engine: "extractive",
    };
  };
  const numbers = [...Array(PAGES).keys()];
  const here = (n: number): boolean => (version === 1 ? n % 10 !== 1 : n % 10 !== 2);
  return {
    pages: numbers.filter(here).map(page),
    remove: version === 1 ? [] : numbers.filter((n) => !here(n)).map((n) => `wiki/concepts/p${n}.md`),
    files: [{ path: "wiki/vault.base", bytes: `version: ${version}\n` }],
  };
}
