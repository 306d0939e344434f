// Questions of what a thing is: which thing they name.

const DEFINITION =
  /^\s*(?:what|who)(?:\s+is|\s+are|\s+was|\s+were|['’]s)\s+(?:an?\s+|the\s+)?(?<thing>[^?,]{2,60}?)\s*\??\s*$|^(?:什么是|谁是)(?<shi>[^？?]{1,30})[？?]?$|^(?<ba>[^？?]{1,30}?)是(?:什么|谁)[？?]?$/i;
const MOST_THING_WORDS = 4;

/** The X of "What is X?", "Who was X?" */
export function thingAsked(question: string): string | undefined {
  const groups = DEFINITION.exec(question)?.groups;
  const thing = groups?.thing ?? groups?.shi ?? groups?.ba;
  if (thing === undefined || thing.split(/\s+/).length > MOST_THING_WORDS) return undefined;
  return thing.trim();
}

const BARE_THING =
  /^\W*(?:what|who) (?:is|are|was|were) (?:an? )?(?!the\b|an?\b)(?!.*['’]s\b)[^\s?]+(?: (?!of\b|for\b|in\b|to\b|on\b)[^\s?]+){0,2}[?？]?$/iu;

/** The same where the question has its bare name and nothing else. */
export const bareThingAsked = (question: string): string | undefined =>
  BARE_THING.test(question) ? thingAsked(question) : undefined;
