// Questions that ask how a thing is done: "How do I list all branches?", "What is the command to stop it?"

const HOW_TO =
  /^\W*(?:please )?(?:(?:show|tell) me )?(?:how (?:do|can|could|should|would|might|did|does) (?:i|you|we|one|someone|people)\b|how to\b|how (?:is|are|can|could|should) .{2,60}\b(?:installed|run|started|stopped|built|set up|set|configured|made|done|used|called|enabled|disabled|tested|deployed|updated|removed|added)\b|(?:what|which)(?:['’]s| is| are| was)? (?:the |my )?(?:\p{Alpha}+ )?(?:commands?|syntax|recipe|snippet|code|query|flags?|option)\b)|怎么|怎样|如何/iu;

/** What answers them is a step, and often the command below it. */
export const asksHow = (question: string): boolean => HOW_TO.test(question);

/** "Which outputs:", "The response looks like this:": what comes of a thing, and not how it is done. */
const SHOWS_RESULT =
  /\b(?:outputs?|outputted|prints?|printed|returns?|returned|results?|responses?|displays?|displayed|shows?|error|errors|gives?|gave|got|get back|produces?|produced|truncated|starts)\b[^.]*[:：]$|\blook(?:s|ed)? (?:something )?like(?: this)?[:：]$/iu;

export const leadsToResult = (sentence: string): boolean =>
  SHOWS_RESULT.test(sentence) && !/\b(?:run|ran|running|recipe|command|pattern|query)\b/iu.test(sentence);
