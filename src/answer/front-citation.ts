// A citation of what the front matter of a source's page says: it leads to the page.
import type { Citation } from "../core/answer.ts";
import type { PageIndex } from "../core/search.ts";

/** `quote` as the property stands there: "published: 2024-05-01". `numbers` grows with each source that is new. */
export function frontCitation(
  index: PageIndex,
  page: string,
  quote: string,
  numbers: Map<string, number>,
): Citation | undefined {
  const about = index.about(page);
  if (!about) return undefined;
  const n = numbers.get(page) ?? numbers.size + 1;
  numbers.set(page, n);
  return {
    n,
    page,
    claim: "",
    source: about.source,
    sourceTitle: about.title,
    heading: "",
    quote,
    onPage: true,
    link: page.replace(/\.md$/u, ""),
  };
}
