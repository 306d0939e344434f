// Does a sentence lack its other half: "more features" than what, "both styles", "are vulnerable" to what?
import { ready } from "../../../text/ready.ts";

const LESSER =
  "better|worse|faster|slower|quicker|bigger|smaller|larger|cheaper|easier|harder|simpler|safer|stronger|weaker|higher|lower|longer|shorter|greater|fewer|stricter|richer|newer|older|nicer|cleaner";
/** "is a lot more ergonomic", "has far fewer features". */
const COMPARES = new RegExp(
  `\\b(?:a (?:lot|bit)|much|far|even|slightly|somewhat|significantly|considerably|substantially|noticeably) (?:more|less|${LESSER})\\b|\\b(?:is|are|was|were|be|been|becomes?|runs?|feels?|looks?) (?:\\p{Alpha}+ly |now |often )?(?:more|less|${LESSER})\\b`,
  "iu",
);
const COMPARED =
  /\bthan\b|\bcompared (?:to|with)\b|\brelative to\b|\bthe more\b|\bmore or less\b|\bmore and more\b|\b(?:once|twice|one or|two or|three or|zero or) more\b/iu;
const ALIKE =
  /\b(?:an?|the|on|by|uses?|has|have|of) (?:very |quite )?similar\b(?!(?: [\p{Alpha}-]+){0,3} (?:to|as)\b)|\b(?:is|are|was|were|looks?|works?) (?:very |quite )?similar\b(?! (?:to|in)\b)|\bsimilar (?:approach|behaviou?r|effect|functionality|manner|projects?|semantics|syntax|tools?|way)(?=[.,;]|$)/iu;
/** Adjectives that stand to something: at the end of a clause it is missing. */
const OPEN_END =
  /\b(?:is|are|was|were|be|been|remains?) (?:\p{Alpha}+ly |not |also |both |all |now )?(?:affected|analogous|comparable|compatible|different|eligible|equivalent|identical|impacted|incompatible|insufficient|irrelevant|necessary|relevant|responsible|sufficient|unaffected|unnecessary|vulnerable)(?=[.,;:]|$)/iu;
const BOTH =
  /\bboth\b(?! (?:of|directions|ends|hands|inclusive|exclusive|sides|ways)\b)(?!.*\b(?:and|or|as well as)\b)/iu;
/** "is then claimed", "who that includes", "in the third scenario", "the only required parameter." */
const REFERS =
  /(?<!\bteam\b.*)\bthe team(?:['’]s\b|(?= (?:who|has|have|is|are|was|were)\b)|(?=[.,;]|$))|\b(?:who|what|how|why|whether) that (?:is|are|was|means|includes?|works?|happens?)\b|\b(?:in|for|of|under|with) the (?:first|second|third|fourth|former|latter|other) (?:approach|case|example|option|scenario|way)\b|\bthe only (?:\p{Alpha}+ ){1,2}(?=[.,;]|$)|\bis the only (?:\p{Alpha}+ )?(?:argument|field|option|parameter|property|requirement)(?=[.,;]|$)/iu;
/** "with five functions, utilizing": what, stands in the block behind it. "is particular in that": so are all. */
const OPEN = /, \p{Alpha}+ing[.:]?$|\b(?:particular|special|unique) in that\b/u;
const THEN = /\b(?:is|are|was|were|will|can|must|may|would|should|could) then\b/iu;
const FIRST = /\b(?:after|first|if|once|since|until|when|whenever|where)\b/iu;

export function lacksItsHalf(text: string): boolean {
  return (
    (ready(COMPARES).test(text) && !COMPARED.test(text)) ||
    ready(ALIKE).test(text) ||
    ready(OPEN_END).test(text) ||
    ready(BOTH).test(text) ||
    ready(REFERS).test(text) ||
    OPEN.test(text) ||
    (THEN.test(text) && !FIRST.test(text.slice(0, text.search(THEN))))
  );
}
