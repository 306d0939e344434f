// Sources that vanish at once: few were deleted, many look like a drive or a sync that is missing.
import { UserError } from "../core/errors.ts";
import type { WikiPage } from "../vault/load.ts";
import type { RawScan } from "../vault/scan.ts";
import { rawPathOf } from "./places.ts";

/** So many sources gone at once, and more than a tenth of all, look like a drive that is not there. */
const GONE_AT_ONCE = 3;

/** Throws a UserError (exit 1) that names --prune. */
export function refuseWhenManyAreGone(raw: string, scan: RawScan, wiki: readonly WikiPage[]): void {
  const { known, vanished } = namedSources(scan, wiki);
  if (vanished.length <= GONE_AT_ONCE || vanished.length <= known / 10) return;
  throw new UserError(
    `${vanished.length} of ${known} sources are gone from ${raw}/ at once (${vanished.slice(0, 3).join(", ")}, …), so nothing was removed or rebuilt. If a drive or a sync is missing, bring it back; if you deleted them, run: kb compile --prune`,
    1,
  );
}

/** Raw files that source pages name, each once: a page may name many, and many pages one. `vanished` are those that are not there. */
function namedSources(scan: RawScan, wiki: readonly WikiPage[]): { known: number; vanished: string[] } {
  const here = new Set([
    ...scan.files.flatMap((file) => [file.path, ...(file.repository?.members ?? []).map((member) => member.path)]),
    ...scan.skipped.map((file) => file.path),
    ...scan.moved.map((move) => move.from),
  ]);
  const links = wiki
    .filter((page) => page.ours && page.type === "source")
    .flatMap((page) =>
      typeof page.front.source === "string"
        ? [page.front.source]
        : Array.isArray(page.front.source)
          ? page.front.source.map(String)
          : [],
    );
  const named = new Set(links.map((link) => rawPathOf(link.replace(/^\[\[|\]\]$/g, "").split("|")[0] ?? "")));
  named.delete("");
  return { known: named.size, vanished: [...named].filter((path) => !here.has(path)) };
}
