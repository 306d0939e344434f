// Does a sentence say how things stood when it was written: "currently", "last year", "will announce by September"?
import { ready } from "./ready.ts";

const NOW =
  /\b(?:currently|for now|nowadays|today|recently|presently|at present|at the moment|so far|as of (?:now|today|this writing)|(?:last|next|this|past|coming) (?:year|month|week|quarter|spring|summer|autumn|fall|winter|release|edition|cycle)|upcoming|soon|next (?:meeting|release|call|session|step)|(?:is|are|has|have) (?:now|just)|now \p{Lower}+s?(?= )|(?:has|have|is|are) [^,;.]{1,60} now(?=[,.;])|still|no longer|yet(?=[.,;])|(?:over|in|for|during) the (?:past|last) |for (?:a few|several|some) (?:weeks|months|years)|has been working|(?:added|gained|dropped|removed) (?:\p{Lower}+ )?support|(?:has|have) (?:(?:already|been|already been) )?(?:added|approved|fixed|landed|merged|opted|renamed|seen some|stabili[sz]ed|updated)|will (?:add|remove|drop|gain|ship|land|become|join|send|be (?:sending|joining|adding))|has (?:announced|launched)|would like to (?:welcome|thank|announce)|(?:is|are) (?:(?:working|planning|looking|asking|preparing|progressing|hosting) (?:on|towards?|to|for|well)|(?:adding|changing|establishing|expanding|experimenting|exploring|forming|hiring|introducing|investigating|launching|migrating|moving|raising|rewriting|seeking|starting)))\b/iu;
const AHEAD =
  /\b(?:will|going to)\b[^.]*\b(?:in|by|on|until|from|during|later|for several)\b|\bwill be (?:announc|host|releas|publish|held|run)/i;
const CURRENT = /\b(?:the|our) (?:current|latest|newest|new|upcoming)\b/i;

/** "on August 16-17": of a year that the source knew. */
const DAY =
  /\b(?:on|by|from|until|since|between) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(?!.{0,12}\b(?:1[89]|20)\d\d\b)/u;

/** "Rust 1.54 supports macros inside attributes": news of that version. */
const VERSION =
  /^(?:The )?\p{Alpha}[\p{Alpha}-]* v?\d+\.\d+(?:\.\d+)?,? (?:also )?(?:adds?|allows?|brings?|comes?|contains?|enables?|fixes|has|improves?|includes?|introduces?|makes?|now|removes?|ships?|stabili[sz]es|supports?)\b/u;

/** A day and a month without its year. */
export function lacksYear(text: string): boolean {
  return DAY.test(text);
}

/** English only: true of its own day, and for a reader of another only with the date beside it. */
export function isTimely(text: string): boolean {
  return ready(NOW).test(text) || AHEAD.test(text) || CURRENT.test(text) || DAY.test(text) || VERSION.test(text);
}

/** "has gained", "will accept", "does not support": so until somebody changes it. */
const CHANGES =
  /\b(?:has|have)(?: (?:also|always|long|never|not|since|\p{Alpha}+ly))* (?:been|become|begun|built|come|done|gone|grown|had|kept|led|made|run|seen|set|shown|taken|\p{Alpha}+ed)\b|\b(?:could|might|will|would)\b|\b(?:do|does|is|are|can)(?:n['’]t| not)\b|\bcannot\b|\b(?:is|are) (?:\p{Alpha}+ly )?(?!interest|miss|surpris|strik|challeng|confus)\p{Alpha}{3,}ing\b/iu;

/** English only: may it be otherwise by now? */
export function mayChange(text: string): boolean {
  return CHANGES.test(text);
}
