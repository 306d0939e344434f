// The index as if it held a few pages only: a question to one source, a book with its chapters.
import type { PageFilter, PageIndex } from "../core/search.ts";

/** Hits beyond the limit that are looked through for pages within. */
const DEEPER = 1000;

/** `pages` are paths of source pages; how rare a word is stays that of the whole vault. */
export function scoped(index: PageIndex, pages: ReadonlySet<string>): PageIndex {
  return {
    lookup: (query, limit) =>
      index
        .lookup(query, Math.max(limit, DEEPER))
        .filter((hit) => pages.has(hit.path))
        .slice(0, limit),
    passages: (terms, limit, page) =>
      page === undefined
        ? [...pages]
            .flatMap((one) => index.passages(terms, limit, one))
            .sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : a.page > b.page ? 1 : a.at - b.at))
            .slice(0, limit)
        : pages.has(page)
          ? index.passages(terms, limit, page)
          : [],
    mentions: (terms, page, limit) => index.mentions(terms, page, limit),
    around: (page, at, reach) => index.around(page, at, reach),
    about: (path) => index.about(path),
    stated: (path) => index.stated(path),
    stating: (key) => index.stating(key).filter(({ path }) => pages.has(path)),
    statedKeys: () => index.statedKeys(),
    newest: () => index.newest(),
    bags: (paths) => index.bags(paths),
    textOf: (path) => index.textOf(path),
    counts: (terms) => index.counts(terms),
    named: (keys) => index.named(keys).filter((one) => pages.has(one.path)),
    holding: (keys, filter?: PageFilter) => index.holding(keys, filter).filter((one) => pages.has(one.path)),
    nearTerms: (term) => index.nearTerms(term),
  };
}
