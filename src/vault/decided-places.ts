// Where pages go by what a person decided: moved pages keep the place they were given, deleted ones have none.
import type { Decision } from "./decisions.ts";

export interface PageIdentity {
  /** Where kb would put it. */
  readonly path: string;
  readonly title: string;
}

/** The page's path after every move that a person made; undefined when they deleted it. Titles find a page again whose own path has changed. */
export function placeOf(decisions: readonly Decision[], page: PageIdentity): string | undefined {
  let path: string | undefined = page.path;
  const is = (one: string, title: string | undefined): boolean =>
    one === path ||
    (title !== undefined && path === page.path && title === page.title && folderOf(one) === folderOf(page.path));
  for (const decision of decisions) {
    if (
      decision.kind === "rename" &&
      decision.from.endsWith(".md") &&
      path !== undefined &&
      is(decision.from, decision.title)
    )
      path = decision.to;
    else if (decision.kind === "delete" && decision.claims === undefined && is(asPath(decision.page), decision.title))
      path = undefined;
  }
  return path;
}

/** Sentences that a person deleted from a page: the claims of each, joined by a space. */
export function deletedOn(decisions: readonly Decision[], page: PageIdentity): Set<string> {
  return new Set(
    decisions.flatMap((decision) => {
      const here =
        decision.kind === "delete" &&
        decision.claims !== undefined &&
        (asPath(decision.page) === page.path || decision.title === page.title);
      return here ? [(decision.claims ?? []).join(" ")] : [];
    }),
  );
}

/** People write "[[wiki/concepts/memex]]" as well as "wiki/concepts/memex.md". */
function asPath(written: string): string {
  const target = /^\[\[([^\]|#]+)/u.exec(written)?.[1] ?? written;
  return target.endsWith(".md") ? target : `${target}.md`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
