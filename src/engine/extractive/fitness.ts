// Which sentences a page about a thing may say.
import { pointsElsewhere } from "./anaphora.ts";
import { readsAlone } from "./standing.ts";

/** What a page may say: stands alone, points nowhere else, and is about the thing and not about the publication. */
export function fitsPage(text: string): boolean {
  return (
    readsAlone(text) &&
    !/^This (?:essay|article|post|paper|guide|note|report|chapter)\b/i.test(text) &&
    !pointsElsewhere(text)
  );
}
