// Makes a long pattern ready to be asked.
const asked = new WeakSet<RegExp>();
/** A text of this length is what it takes, of signs that hardly a pattern goes along with. */
const LONG = "~".repeat(1000);

/** The pattern itself. V8 interprets one before it compiles it, and the preparations for that grow with the square of its length, up to 50 ms; one that meets a long text first is compiled at once, in 2 ms. For patterns of some hundred characters, without g or y. */
export function ready(pattern: RegExp): RegExp {
  if (!asked.has(pattern)) {
    asked.add(pattern);
    pattern.test(LONG);
  }
  return pattern;
}
