// "What do my notes say about the memex?" asks for all that is said of it: the words around it are no part of the search.

const WHOSE =
  "(?:(?:all )?(?:of )?(?:these|those|they|my|the|our|your) ?(?:own )?(?:sources?|notes?|articles?|texts?|documents?|files?|papers?|posts?|pages?|books?|clippings?|vault|wiki|knowledge base)?|the vault|we|i|you|kb)";
/** "… in March": when, not what. */
const ABOUT = "(?<about>(?!(?:after|before|between|during|in|last|recently|since|this|today|yesterday)\\b).+)";
const SAID = [
  `^what (?:do|does|did|can|could) ${WHOSE} (?:say|know|tell|write|have|hold|find|learn)(?: (?:me|us))? (?:about|on|of) ${ABOUT}$`,
  `^what (?:is|was|has been|can be) (?:said|known|written|told|found|learn(?:t|ed)) (?:(?:here|there) )?(?:about|on|of) ${ABOUT}$`,
  `^(?:do|does|is|are) (?:${WHOSE} (?:say|know|have)|there) (?:anything|something) (?:said |known |written )?(?:about|on|of) ${ABOUT}$`,
].map((source) => new RegExp(source, "iu"));
/** "… in my notes", at the end of the same question. */
const WHERE = new RegExp(`\\s+in ${WHOSE}$`, "iu");

/** The same as a plain question; undefined for any other. */
export function whatIsSaid(question: string): string | undefined {
  const asked = question.trim().replace(/[?？!.\s]+$/u, "");
  for (const pattern of SAID) {
    const about = pattern.exec(asked)?.groups?.about?.replace(WHERE, "").trim();
    if (about) return `Tell me about ${about}`;
  }
  return undefined;
}
