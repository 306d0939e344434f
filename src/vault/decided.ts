// wiki/decisions.md on the disk: what stands in it, and the plan that adds to it.
import { type Decision, type Decisions, parseDecisions, withDecisions } from "./decisions.ts";
import { splitPage } from "./front.ts";
import { textAt } from "./layout.ts";
import { readPage } from "./load.ts";
import { memoKey } from "./memo.ts";
import type { Vault } from "./open.ts";
import type { Plan } from "./plan.ts";

export function decisionsPath(vault: Vault): string {
  return `${vault.layout.folderOf.decisions}/decisions.md`;
}

/** Decisions in force, in the order they were made. Parsing YAML is spared while the page stays the same. */
export function loadDecisions(vault: Vault): Decisions {
  const text = textAt(vault.layout, decisionsPath(vault));
  const body = text === undefined ? undefined : splitPage(text).body;
  if (body === undefined) return { list: [], faults: [] };
  const key = memoKey("1", body);
  const known = vault.store.memo.get<Decisions>("decisions", key);
  if (known !== undefined) return known;
  const decisions = parseDecisions(body);
  vault.store.memo.set("decisions", key, decisions);
  return decisions;
}

/** Adds to the page as it stands, whatever a person made of it; an empty plan when nothing is new. */
export function decisionPlan(vault: Vault, added: readonly Decision[], engine: string): Plan {
  const path = decisionsPath(vault);
  const page = readPage(vault.layout, path);
  if (page === undefined)
    return {
      pages: [
        { path, type: "decisions", title: "Decisions", front: {}, body: withDecisions(undefined, added), engine },
      ],
    };
  const text = page.text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const body = withDecisions(page.body, added);
  if (body === page.body || added.length === 0) return {};
  const head = text
    .slice(0, text.length - page.body.length)
    .replace(/^updated:.*$/mu, `updated: ${vault.clock.today()}`);
  return { patches: [{ path, before: page.text, after: head + body }] };
}
