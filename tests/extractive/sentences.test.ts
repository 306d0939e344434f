// Sentences as claims: which stand by themselves, what a name is said to be, which words name something.
import { describe, expect, it, test } from "vitest";
import { classBeside } from "../../src/engine/extractive/definitions/classes.ts";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { definitionInCjk } from "../../src/engine/extractive/definitions/definitions-cjk.ts";
import { kindFromDefinition, sortOfName, sortOfPhrase } from "../../src/engine/extractive/definitions/kinds.ts";
import { confirmedIn, namesIn, phrasesIn } from "../../src/engine/extractive/names/candidates.ts";
import { isStatement, leans, readsAlone, standingOf } from "../../src/engine/extractive/sentences/standing.ts";
import { tag } from "../../src/engine/extractive/tag.ts";

/** What `sentence` says that `name` is. */
function defined(sentence: string, name: string) {
  const start = sentence.indexOf(name);
  return definitionAt(sentence, start, start + name.length, /^\p{Lu}/u.test(name));
}

describe("a definition", () => {
  it.each([
    [
      "A sextant is an instrument that measures the angle between two objects.",
      "sextant",
      "an instrument that measures the angle between two objects",
    ],
    ["The sextant is a successor of the octant.", "sextant", "a successor of the octant"],
    ["Sextants are instruments that measure angles at sea.", "Sextants", "instruments that measure angles at sea"],
    [
      "Parallax means the shift of a near thing before a far one.",
      "Parallax",
      "the shift of a near thing before a far one",
    ],
    ["The almanac refers to a table of the places of stars.", "almanac", "a table of the places of stars"],
    [
      "ZHR (zenithal hourly rate) is a count of meteors under perfect skies.",
      "ZHR",
      "a count of meteors under perfect skies",
    ],
    ["Tycho Brahe, a Danish scientist, built his own instruments.", "Tycho Brahe", "a Danish scientist"],
    [
      "Add a new instruction, TIDE2 at 0xf4, which takes the height.",
      "TIDE2",
      "an instruction at 0xf4, which takes the height",
    ],
    [
      "The man was Ada Quill, an American engineer who built tools that help people to think.",
      "Ada Quill",
      "an American engineer who built tools that help people to think",
    ],
    ["We opened the Tide Lab, which is a new home for gauges.", "Tide Lab", "a home for gauges"],
    ["It moves to Whisk, a secret tide election (STE) protocol.", "Whisk", "a secret tide election (STE) protocol"],
    [
      "The TideParams class, in all browsers, provides a way to read gauges.",
      "TideParams",
      "provides a way to read gauges",
    ],
  ])("stands in “%s”", (sentence, name, text) => {
    expect(defined(sentence, name)?.text).toBe(text);
  });

  it.each([
    ["a verdict", "A sextant is a great way to learn the sky.", "sextant"],
    ["a pointing word", "The sextant is a part of this old set of mine.", "sextant"],
    ["a question of place", "Every sailor knows that a sextant is heavy.", "sextant"],
    ["nothing but a verb", "The sextant was found in the harbour in 1921.", "sextant"],
    ["too few words", "The sextant is a tool.", "sextant"],
    ["the name itself", "A sextant is a small sextant that sailors use.", "sextant"],
    ["how it stands", "Sextants are slowly leaving the ships of those who sail for pleasure.", "Sextants"],
    [
      "cut in a list of verbs",
      "It is Tidewater, a web application where ports can develop, track and sell it.",
      "Tidewater",
    ],
    ["a negation", "A sextant is not an octant of any kind.", "sextant"],
    ["a clause that follows", "For this Tidewater, the harbour team collected five studies of the ports.", "Tidewater"],
    ["a list of two names", "Ada, the Countess and others came to the harbour.", "Ada"],
  ])("is not %s", (_, sentence, name) => {
    expect(defined(sentence, name)).toBeUndefined();
  });

  it("that says which sort of thing it is weighs more than what it does", () => {
    const is = defined("The astrolabe is an instrument for the heights of stars.", "astrolabe");
    const does = defined("The astrolabe provides the heights of stars to travellers.", "astrolabe");
    expect(is?.strength).toBeGreaterThanOrEqual(0.75);
    expect(does?.strength).toBeLessThan(0.5);
  });

  it.each([
    ["六分仪是一种测量角度的仪器。", "六分仪", 1],
    ["所谓视差，就是近物相对远物的位移。", "视差", 0.5],
    ["星盘指的是一种古代的天文仪器。", "星盘", 1],
  ])("stands in %s", (sentence, name, least) => {
    const start = sentence.indexOf(name);
    expect(definitionInCjk(sentence, start, start + name.length)?.strength).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ["六分仪是很重的。", "六分仪"],
    ["我觉得六分仪是一种仪器。", "六分仪"],
    ["六分仪在海上。", "六分仪"],
  ])("does not stand in %s", (sentence, name) => {
    const start = sentence.indexOf(name);
    expect(definitionInCjk(sentence, start, start + name.length)).toBeUndefined();
  });
});

describe("a sentence", () => {
  const around = { title: "The sextant", titled: true };
  const standing = (text: string, more = {}) =>
    standingOf(text, /\p{sc=Han}/u.test(text) ? [] : tag(text), { ...around, ...more });

  it.each([
    "The sextant was made to measure the angle between the horizon and the sun.",
    "John Hadley showed the octant to the Royal Society in 1731.",
    "六分仪可以测量太阳与地平线之间的角度。",
    "六分仪可以测量太阳与地平线之间的角度，船长用这个角度和天文年历上的数字算出船在海上的位置，再把算出的位置画在海图上，让下一班的水手知道船走了多远，离最近的港口还有多少天。",
  ])("stands alone as it is: %s", (text) => {
    expect(standing(text).text).toBe(text);
  });

  it.each([
    "This measures the angle between the horizon and the sun.",
    "They were carried by every ship of the line until 1900.",
    "Such instruments were dear and rare in most harbours.",
    "Here the angle is read from the silver arc.",
    "The former was replaced by the sextant after 1757.",
    "For example, the arc of a sextant is a sixth of a circle.",
    "它可以测量太阳与地平线之间的角度。",
  ])("that leans on the one before is no claim: %s", (text) => {
    expect(standing(text).text).toBeUndefined();
    expect(leans(text)).toBe(true);
  });

  it.each([
    ["a question", "Who measured the angle between the horizon and the sun?"],
    ["a fragment", "An angle between the horizon and the sun."],
    ["cut off", "The sextant measures the angle between the horizon and"],
    ["debris of markup", "The sextant ](img.png) measures {{ angle }} between the two."],
    ["a heading in capitals", "THE SEXTANT MEASURES THE ANGLE OF THE SUN."],
    ["an unclosed bracket", "The sextant (a sixth of a circle measures the angle of the sun."],
    ["an aside", "Note that the sextant measures the angle of the sun."],
    ["formulas", "The angle a_1 = b^2 + c_{3} <= d -> e is $x$ = $y$ here."],
  ])("is no statement when it is %s", (_, text) => {
    expect(isStatement(text, tag(text))).toBe(false);
  });

  it.each([
    "codespell is a spell checker for source code.",
    "Upgrades the election of keepers to the new protocol.",
    "@keeper has been working on the lamp all year.",
    "tide map: a sheet of the heights of all harbours.",
  ])("is a statement, though it opens so: %s", (text) => {
    expect(isStatement(text, tag(text))).toBe(true);
  });

  it("gets what It or He means in brackets where the sentence before is about one thing", () => {
    const thing = { subjectBefore: { name: "the sextant", person: false } };
    expect(standing("It was made of brass and carried in a box of oak.", thing).text).toBe(
      "[The sextant] was made of brass and carried in a box of oak.",
    );
    const person = { subjectBefore: { name: "John Hadley", person: true } };
    expect(standing("He showed the octant to the Royal Society in 1731.", person).text).toBe(
      "[John Hadley] showed the octant to the Royal Society in 1731.",
    );
  });

  it("never takes a person for a thing, nor the other way round", () => {
    const person = { subjectBefore: { name: "John Hadley", person: true } };
    expect(standing("It was made of brass and carried in a box of oak.", person).text).toBeUndefined();
    const thing = { subjectBefore: { name: "the sextant", person: false } };
    expect(standing("He showed the octant to the Royal Society in 1731.", thing).text).toBeUndefined();
  });

  it("that speaks of its own document names it, if the document has a name", () => {
    const text = "This paper describes an octant with two mirrors.";
    expect(standing(text).text).toBe("This paper [The sextant] describes an octant with two mirrors.");
    expect(standing(text, { titled: false }).text).toBeUndefined();
  });

  it("loses a connective at its start and begins with a capital", () => {
    expect(standing("However, the sextant was made of brass in most harbours.").text).toBe(
      "The sextant was made of brass in most harbours.",
    );
  });

  it.each([
    "We carried our sextant to the harbour every day.",
    "The arc of the sextant is shown below in the next figure.",
    "我们每天带着六分仪到港口去测量。",
  ])("is not for a page about a thing when it speaks of its author or points about: %s", (text) => {
    expect(readsAlone(text)).toBe(false);
  });
});

describe("a candidate", () => {
  const names = (text: string) => namesIn(tag(text), text, confirmedIn([tag(text)])).map((one) => one.text);

  it("are names before “is”, whatever a tagger thinks, and end where they end", () => {
    expect(names("Josh is a tool that filters histories.")).toContain("Josh");
    expect(names("The team of Rust-C++ met again.")).not.toContain("Rust-C");
  });
  const phrases = (text: string) => phrasesIn(tag(text), text).map((one) => one.text);

  it.each([
    ["The octant was shown to the Royal Society by John Hadley.", ["Royal Society", "John Hadley"]],
    ["Tables came from the Office of Longitude in London.", ["Office of Longitude", "London"]],
    ["The report compares Rust 2018 with GPT-4.", ["Rust 2018", "GPT-4"]],
  ])("with capitals is a name: %s", (text, expected) => {
    expect(names(text)).toEqual(expect.arrayContaining(expected));
  });

  it("is no month, no weekday, no I and no first word of a sentence by its capital alone", () => {
    expect(names("The ship sailed in March and on Monday I stayed.")).toEqual([]);
    expect(names("Currently ships sail by the stars.")).toEqual([]);
  });

  it("in lower case is a phrase that ends in a noun, without a weak opener", () => {
    const found = phrases("Each marine chronometer keeps the mean solar time of its port.");
    expect(found).toContain("marine chronometer");
    for (const phrase of found) expect(phrase).not.toMatch(/^(?:each|its|the) /iu);
  });

  it("has the place where it stands", () => {
    const text = "Each ship carried a marine chronometer by John Harrison.";
    for (const { start, end, text: words } of [...namesIn(tag(text), text), ...phrasesIn(tag(text), text)])
      expect(text.slice(start, end)).toContain(words);
  });
});

describe("what sort of thing it is", () => {
  it.each([
    ["an American engineer", "person"],
    ["a research institute in Kew", "organisation"],
    ["a small island in the Irish Sea", "place"],
    ["a novel by Jules Verne", "work"],
    ["a package manager for Node", "product"],
    ["a conference on navigation", "event"],
    ["an open project", "project"],
  ])("is told by the head of “%s”", (definition, kind) => {
    expect(kindFromDefinition(definition)).toBe(kind);
  });

  it("is no kind where the head names none", () => {
    expect(kindFromDefinition("a way of finding the longitude at sea")).toBeUndefined();
  });

  it.each([
    ["Royal Society", { type: "entity", kind: "organisation" }],
    ["John Hadley", { type: "entity", kind: "person" }],
    ["Lisbon", { type: "entity", kind: "place" }],
  ])("%s is told by its own words", (name, sort) => {
    expect(sortOfName(name, undefined, "")).toEqual(sort);
  });

  it("a definition outweighs the name's own words", () => {
    expect(sortOfName("John Hadley", "a software library for charts", "").kind).toBe("product");
  });

  it("a handle is somebody where its source says whose member they are", () => {
    expect(sortOfPhrase("tidewalker", "an invaluable member of the harbour team, handily tackling it").kind).toBe(
      "person",
    );
    expect(sortOfName("Tidewalker", "a prolific contributor to the almanac", "").kind).toBe("person");
  });

  it("a phrase is a concept, or a method where its head says so", () => {
    expect(sortOfPhrase("solar parallax").type).toBe("concept");
    expect(sortOfPhrase("bubble sort algorithm").type).toBe("method");
  });
});

test("the class that a source puts beside a name says what it is", () => {
  const beside = (sentence: string, name: string) =>
    classBeside(sentence, sentence.indexOf(name), sentence.indexOf(name) + name.length);
  expect(beside("Charts are drawn by the tool ogr2ogr.", "ogr2ogr")).toBe("a tool");
  expect(beside("Gas is burnt by the SELFDESTRUCT opcode in each block.", "SELFDESTRUCT")).toBe("an opcode");
  expect(beside("Charts are drawn by the same tool ogr2ogr.", "ogr2ogr")).toBeUndefined();
  expect(beside("Charts are drawn by ogr2ogr.", "ogr2ogr")).toBeUndefined();
});
