// Forms of English verbs that share no stem: who "taught" a class is found where somebody "teaches" it.
import { stemOf } from "./words.ts";

// Without forms that are rather another word or a name: found, saw, left, rose, wound, lay, felt, drew, bore, met, lit.
const VERBS = `become became|begin began begun|bend bent|bind bound|blow blew blown|break broke broken|breed bred|bring brought|build built|
burn burnt|buy bought|catch caught|choose chose chosen|come came|cost costs|creep crept|deal dealt|dig dug|do did done|draw drawn|
drink drank drunk|drive drove driven|eat ate eaten|fall fallen|feed fed|fight fought|flee fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|forgive forgave|freeze froze frozen|give gave given|go went gone|grow grew grown|hang hung|hear heard|
hide hid hidden|hold held|keep kept|know knew known|lead led|learn learnt|leave leaves|lend lent|lose lost|make made|mean meant|
pay paid|ride rode ridden|ring rang|rise risen|run ran|say said|see seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|
shoot shot|show shown|shrink shrank|sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|spin spun|
spread spreads|stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|swim swam|swing swung|
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood|wake woke woken|
wear wore worn|weave wove woven|win won|withdraw withdrew withdrawn|write wrote written`;

const families = new Map<string, readonly string[]>();
for (const family of VERBS.split("|")) {
  const stems = [...new Set(family.trim().split(/\s+/).map(stemOf))];
  for (const stem of stems)
    families.set(
      stem,
      stems.filter((other) => other !== stem),
    );
}

/** Other stems of the same verb; none for most words. */
export const otherForms = (stem: string): readonly string[] => families.get(stem) ?? [];
