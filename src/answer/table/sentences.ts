// What the vault says of one thing of a comparison: the claims of its page, then sentences anywhere that are about it.
import type { Passage } from "../../core/engine.ts";
import type { NearTexts, PageIndex } from "../../core/search.ts";
import { addressesAModel } from "../../text/injection.ts";
import { type Gathered, gather, passageKey } from "../gather.ts";
import { isAbout, standsAlone } from "../told.ts";
import type { ClaimReader } from "../topic-passages.ts";
import type { TableRow } from "./rows.ts";

/** A cell is read at a glance. */
const LONGEST = 240;
const PARAGRAPHS = 30;

export interface Said {
  readonly passage: Passage;
  /** It is a claim of its source page. */
  readonly onPage: boolean;
  /** The page of the thing cites it. */
  readonly own: boolean;
}

export interface SaidOf {
  readonly said: readonly Said[];
  readonly gathered: Gathered;
}

/** Best first: what its page cites in the page's order, then what search finds. */
export function saidOf(
  index: PageIndex,
  { title, page }: TableRow,
  reader: ClaimReader & { readonly near?: NearTexts },
): SaidOf {
  const own =
    page === undefined
      ? []
      : reader.citedOn(page).flatMap((cited): Passage[] => {
          const claim = reader.claimsOf(cited.page).find(({ id }) => id === cited.claim);
          const about = index.about(cited.page);
          return claim && about
            ? [{ page: cited.page, claim, source: about.source, sourceTitle: about.title, score: 1 }]
            : [];
        });
  const gathered = gather(index, title, { ...reader, paragraphs: PARAGRAPHS });
  const keys = new Set(own.map(passageKey));
  const found = gathered.passages.filter(
    (passage) =>
      !keys.has(passageKey(passage)) && isAbout(passage.claim.text, title) && !passage.claim.text.includes(" | "),
  );
  const fits = ({ claim }: Passage): boolean =>
    claim.text.length <= LONGEST && standsAlone(claim.text) && !addressesAModel(claim.text);
  const said = [
    ...own.filter(fits).map((passage) => ({ passage, onPage: true, own: true })),
    ...found.filter(fits).map((passage) => ({ passage, onPage: gathered.onPage.has(passageKey(passage)), own: false })),
  ];
  return { said, gathered };
}
