// A passage as a citation; sources are numbered in the order in which they are first cited.
import type { Citation } from "../core/answer.ts";
import type { Passage } from "../core/engine.ts";
import { linkTo } from "./link-to.ts";

/** `onPage`: it is a claim of its source page. `numbers` grows with each source that is new. */
export function citationOf(passage: Passage, onPage: boolean, numbers: Map<string, number>): Citation {
  const { page, claim, source, sourceTitle } = passage;
  const n = numbers.get(page) ?? numbers.size + 1;
  numbers.set(page, n);
  // What front matter says is cited by its page.
  const front = claim.id === "";
  return {
    n,
    page,
    claim: claim.id,
    source,
    sourceTitle,
    heading: claim.place.headings.filter((one) => one !== sourceTitle).at(-1) ?? "",
    quote: claim.quote,
    onPage: front || onPage,
    link: front ? page.replace(/\.md$/u, "") : linkTo(passage, onPage),
  };
}
