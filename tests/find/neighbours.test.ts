import { describe, expect, it } from "vitest";
import { namesWithin } from "../../src/find/names.ts";
import { withNeighbours } from "../../src/find/neighbours.ts";
import { parseQuery } from "../../src/find/query.ts";
import { indexOf, row } from "./rows-in-memory.ts";

describe("the second hop", () => {
  const index = indexOf([
    row("film", {
      title: "The Long Desk",
      type: "source",
      says: [["The Long Desk was directed by Ada Byron Smith in 1971."]],
    }),
    row("person", { title: "Ada Byron Smith", type: "source", says: [["She was born in Lisbon."]] }),
    row("other", { title: "Lisbon trams", type: "source", says: [["A desk stands in each tram."]] }),
    ...Array.from({ length: 12 }, (_, i) =>
      row(`f${i}`, { title: `Filler ${i}`, type: "source", says: [[`Rivers and gardens, number ${i}.`]] }),
    ),
  ]);

  it("leads to the page that the best page names, though it shares no word with the question", () => {
    const hits = index.lookup(parseQuery("Who made The Long Desk?"), 10);
    expect(hits.map(({ path }) => path)).not.toContain("person");
    expect(
      withNeighbours(index, hits)
        .map(({ path }) => path)
        .slice(0, 2),
    ).toEqual(["film", "person"]);
  });

  it("does not lead to sources by a name that several of them go by", () => {
    const named = { type: "source", aliases: ["Ada Byron Smith"], says: [["Nothing of it."]] };
    const shared = indexOf([
      row("film", { title: "The Long Desk", type: "source", says: [["It was directed by Ada Byron Smith."]] }),
      row("one", { title: "One", ...named }),
      row("two", { title: "Two", ...named }),
    ]);
    const hits = shared.lookup(parseQuery("The Long Desk"), 10);
    expect(withNeighbours(shared, hits).map(({ path }) => path)).toEqual(["film"]);
  });

  it("stays with one type when told so", () => {
    const hits = index.lookup(parseQuery("The Long Desk"), 10);
    expect(withNeighbours(index, hits, "concept").map(({ path }) => path)).not.toContain("person");
  });
});

describe("names in a text", () => {
  it("are capitalised runs, whole and in parts, quoted titles and 《titles》", () => {
    expect(namesWithin('She met Ada Byron Smith and read "as we may think".')).toEqual(
      expect.arrayContaining(["ada byron smith", "byron smith", "smith", "think"]),
    );
    expect(namesWithin("他读过《红楼梦》。")).toContain("红楼梦");
  });
});
