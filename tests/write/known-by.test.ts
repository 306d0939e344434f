// Which names lead to which source when no page is about the thing.
import { describe, expect, it } from "vitest";
import type { SourceNote, Term } from "../../src/core/note.ts";
import { nameKey } from "../../src/text/names.ts";
import { namesLeading } from "../../src/write/known-by.ts";
import { aMention, aNote } from "../link/notes.ts";

const noTopic = () => false;
const mentioned = (note: SourceNote) => note.mentions.map(({ name }) => nameKey(name));

function aSource(
  path: string,
  ...terms: readonly (readonly [name: string, weight: number, ...also: string[]])[]
): SourceNote {
  return {
    ...aNote(path, []),
    terms: terms.map(([name, weight, ...also]): Term => ({ name, weight, ...(also.length > 0 ? { also } : {}) })),
  };
}

const leading = (notes: readonly SourceNote[], isTopic: (name: string) => boolean = noTopic) =>
  Object.fromEntries([...namesLeading(notes, isTopic, mentioned)].map(([path, { by }]) => [path, by]));

describe("a name leads to", () => {
  it("the one source that says most about it", () => {
    expect(
      leading([aSource("a", ["sea clock", 2]), aSource("b", ["sea clocks", 4]), aSource("c", ["sea clock", 3.9])]),
    ).toEqual({ a: [], b: ["sea clocks"], c: [] });
  });

  it("no source where it is the title of another, and by a short form to one", () => {
    const headed = aSource("a", ["wick", 1]);
    const titled: SourceNote = { ...headed, meta: { ...headed.meta, title: "Sea clocks" } };
    expect(
      leading([
        titled,
        aSource("b", ["sea clock", 4], ["Longitude Board", 3, "LB"]),
        aSource("c", ["Lamp Box", 2, "LB"]),
      ]),
    ).toEqual({ a: ["wick"], b: ["Longitude Board", "LB"], c: ["Lamp Box"] });
  });

  it("a source that alone names it, however little it says of it", () => {
    const many = [
      ["H4", 3],
      ["H5", 3],
      ["sea clock", 3],
      ["wick-d", 0.8],
      ["night watch", 0.8],
    ] as const;
    expect(leading([aSource("a", ...many)])).toEqual({ a: ["H4", "H5", "sea clock", "wick-d"] });
  });

  it("a source that introduces somebody, without taking the place of another name", () => {
    const names = ["H4", "H5", "H6", "sea clock", "night watch"].map((name): Term => ({ name, weight: 2 }));
    const people = ["John Harrison", "Ada Brook"].map((name): Term => ({ name, weight: 3, person: true }));
    const note: SourceNote = { ...aNote("a", []), words: 100, terms: [...people, ...names] };
    expect(leading([note])["a"]).toEqual([...people, ...names].map(({ name }) => name));
  });

  it("no source where a topic's page has it, and the source says that others have it", () => {
    const notes = [aSource("a", ["H4", 2], ["sea clock", 1.5])];
    expect(namesLeading(notes, (name) => name === "H4", mentioned).get("a")).toEqual({
      by: ["sea clock"],
      taken: ["H4"],
    });
  });

  it("a source by its acronym too", () => {
    expect(leading([aSource("a", ["Longitude Board", 2, "LB"])])).toEqual({ a: ["Longitude Board", "LB"] });
  });

  it("no source where all speak of it, and among many only to one that is headed by it", () => {
    const everywhere = Array.from({ length: 20 }, (_, i) =>
      aSource(`s${i}`, ["ship", 2], ...(i < 8 ? [["oil", i === 0 ? 4 : 2] as const] : [])),
    );
    const found = leading(everywhere);
    expect(found["s0"]).toEqual(["oil"]);
    expect(Object.values(found).flat()).toEqual(["oil"]);
  });

  it("the source that names it most, of two that are about as much about it", () => {
    const naming = (path: string, count: number): SourceNote => ({
      ...aSource(path, ["sea clock", 1.6]),
      mentions: [aMention("sea clock", [], { count })],
    });
    expect(leading([naming("a", 1), naming("b", 9)])).toEqual({ a: [], b: ["sea clock"] });
  });

  it("the same source in whatever order they come", () => {
    const notes = [aSource("a", ["H4", 2]), aSource("b", ["H4", 2]), aSource("c", ["H4", 2]), aSource("d", ["H4", 2])];
    expect(leading(notes)).toEqual(leading([...notes].reverse()));
  });

  it("a short note by few names, a long one by more, and by some that no other source names", () => {
    const terms = Array.from({ length: 12 }, (_, i) => [`Lamp${i}`, 9 - i / 2] as const);
    const counts = [100, 800, 6400].map((words) => leading([{ ...aSource("a", ...terms), words }])["a"]?.length);
    expect(counts).toEqual([9, 12, 12]);
  });
});
