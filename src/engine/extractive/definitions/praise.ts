// "an excellent free hosting platform, but …": what its author thinks of a thing, taken from what the thing is.
import { articleOf } from "../../../text/article.ts";
import { kindFromDefinition } from "./kinds.ts";

const PRAISE =
  /^(an?|the) (?:(?:extremely|highly|incredibly|pretty|quite|really|super|truly|very|wildly) )?(?:amazing|awesome|beautiful|brilliant|charming|clever|cool|delightful|excellent|exciting|fantastic|fascinating|fun|great|handy|ingenious|lovely|neat|nice|popular|powerful|superb|terrific|wonderful)(?:,? and|,)? (?=\p{Alpha})/iu;
/** Where the author turns to something else. */
const TURNS = /(?: - | — | – |, (?:but|and|so|although|though|which (?:I|means|we))\b|;).*$/u;

/** "a script which …": what sort of thing it is may be any, where it goes on so. */
const TELLS = /^(?:an?|the) (?:[\p{Alpha}-]+ ){1,3}(?:for|that|used|which)\b/iu;

/** The same without its praise; undefined where it has none, or where little is left. */
export function unpraised(definition: string): string | undefined {
  let rest = definition;
  for (let found = PRAISE.exec(rest); found; found = PRAISE.exec(rest)) {
    const after = rest.slice(found[0].length);
    rest = `${/^the$/i.test(found[1] ?? "") ? "the" : articleOf(after)} ${after}`;
  }
  if (rest === definition || (kindFromDefinition(rest) === undefined && !TELLS.test(rest))) return undefined;
  const plain = rest.replace(TURNS, "");
  return plain.split(/\s+/).length >= LEAST ? plain : undefined;
}

/** Words, the article among them. */
const LEAST = 4;
