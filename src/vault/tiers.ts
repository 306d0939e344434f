// How far sources are trusted: a table in the vault's rules (CLAUDE.md) gives files and folders of raw/ a tier.
import ignore from "ignore";
import { type Layout, textAt } from "./layout.ts";

export interface Tiers {
  /** 1 (good) to 3 (weak); undefined where the rules say nothing. `path` is from the vault's root. */
  of(path: string): number | undefined;
  /** Rows that cannot be meant, in a sentence each. */
  readonly faults: readonly string[];
  /** The rows as they stand: what pages depend on. */
  readonly rows: readonly string[];
}

const HEAD = /^\|\s*sources?\s*\|\s*tier\s*\|\s*$/iu;
const FENCE = /^\s*(?:```|~~~)/u;

export function tiersOf(layout: Layout): Tiers {
  return tiersIn(textAt(layout, "CLAUDE.md") ?? "", layout.raw);
}

/** Names are patterns as in .gitignore, from the vault's root or from raw/; of several that fit, the lowest in the table counts. */
export function tiersIn(rules: string, raw: string): Tiers {
  const rows = rowsIn(rules);
  const faults: string[] = [];
  const known = rows.flatMap((row) => {
    const [name = "", tier = ""] = row.split("|").slice(1, -1).map(bare);
    const pattern = name.startsWith(`${raw}/`) ? name.slice(raw.length) : name;
    if (pattern === "" || !/^[123]$/u.test(tier)) {
      faults.push(`CLAUDE.md gives “${name}” the tier “${tier}”; tiers are 1 (good), 2 and 3 (weak).`);
      return [];
    }
    return [{ fits: ignore().add(pattern), tier: Number(tier) }];
  });
  return {
    of: (path) => {
      const inRaw = path.startsWith(`${raw}/`) ? path.slice(raw.length + 1) : path;
      return inRaw === "" ? undefined : known.findLast(({ fits }) => fits.ignores(inRaw))?.tier;
    },
    faults,
    rows,
  };
}

/** Below the heads "sources" and "tier"; examples in fenced code are no rules. */
function rowsIn(rules: string): string[] {
  const rows: string[] = [];
  let fenced = false;
  let inside = false;
  for (const line of rules.split(/\r?\n/u)) {
    const text = line.trim();
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced) continue;
    if (HEAD.test(text)) inside = true;
    else if (!text.startsWith("|")) inside = false;
    else if (inside && !/^\|[\s:|-]+\|$/u.test(text)) rows.push(text);
  }
  return rows;
}

/** A cell without its marks of code. */
function bare(cell: string): string {
  return cell.trim().replace(/^`(.*)`$/u, "$1");
}
