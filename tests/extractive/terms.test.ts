// Names by which a reader may look a document up: what is set apart, headed, defined, come back to; and what is no name.
import { describe, expect, it } from "vitest";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { termsOf } from "../../src/engine/extractive/names/terms.ts";
import { readFile } from "../../src/read/registry.ts";

async function terms(markdown: string): Promise<string[]> {
  const result = await readFile(new TextEncoder().encode(markdown), "raw/x.md", { maxBytes: 1e6, timeoutMs: 5000 });
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("no document was read");
  return termsOf(document, nominate(document)).flatMap(({ name, also = [] }) => [name, ...also]);
}

describe("a document is looked up by", () => {
  it("the short name before a colon of its title, the code in it, and a version", async () => {
    expect(await terms("# tide: the picture tool\n\nA tide of pictures came in with the morning mail.")).toContain(
      "tide",
    );
    expect(await terms("# Adds `tide_table` to the harbour\n\nThe harbour master wants it.")).toContain("tide_table");
    expect(await terms("# Announcing Tideline 1.4.2\n\nThis release mends a fault.")).toContain("Tideline 1.4.2");
  });

  it("the phrase that its title begins with, and small code of it", async () => {
    expect(
      await terms("# Lamp Collision of Two Ships Causes Delay\n\nSuch lamp collisions are seldom seen at sea."),
    ).toContain("Lamp Collision");
    expect(await terms("# 2019-11-12 Harbour Keepers Meeting\n\nThe lamps were seen to.")).toContain("Harbour Keepers");
    expect(await terms("# Upcoming lamps.rs changes\n\nlamps.rs hosts lamps.")).toContain("lamps.rs");
    expect(await terms("# Gimbals with optional lamps\n\nA gimbal holds a lamp level.")).toContain("Gimbal");
    expect(await terms("# Sailing faster with tq\n\nRun `tq` first, and `tq` again.")).toContain("tq");
    expect(await terms("# tide/66 request numbers\n\nThe requests of tide/66 bear a number.")).toContain("tide/66");
    expect(await terms("# Reject ships with holes\n\nPilots reject ships.")).not.toContain("Reject ships");
  });

  it("what its title opens with before what goes with it, where nothing is done or counted, and names with capitals", async () => {
    expect(await terms("# Harbour pies with eggs and salt\n\nThese pies take an hour.")).toContain("Harbour pies");
    expect(await terms("# Three pies with eggs\n\nThese pies take an hour.")).not.toContain("Three pies");
    expect(await terms("# Exporting pies with eggs\n\nThese pies take an hour.")).not.toContain("Exporting pies");
    const found = await terms("# Drawing the Tidal Marks places data on a map of harbours\n\nThe marks are many.");
    expect(found).toContain("Tidal Marks");
  });

  it("words within its title that it comes back to, and no part of a longer name", async () => {
    expect(
      await terms(
        "# Sharpen the wick trimmers for pilots\n\nOld wick trimmers tear. New wick trimmers are sharpened by hand.",
      ),
    ).toContain("wick trimmers");
    const keepers = await terms(
      "# Lamp Keepers Progress Report: May 1911\n\nThe lamp keepers met. Few lamp keepers stayed. All lamp keepers wrote. The Lamp Keepers Fund paid.",
    );
    expect(keepers).toContain("Lamp Keepers");
    expect(keepers).not.toContain("Lamp Keepers Progress");
    expect(
      await terms("# Meet the Harbour Lamp Fund\n\nThe Harbour Lamp Fund pays. Ask the Harbour Lamp Fund."),
    ).not.toContain("lamp fund");
  });

  it("a heading of its own, also of code, and what a heading puts side by side", async () => {
    const found = await terms(
      "# What the box holds\n\n### tide.table\n\nIt prints the tide, as `tide.table` always did.\n\n### `LampCell` and `LampLock`\n\n`LampCell` keeps a lamp, and `LampLock` keeps it for many.",
    );
    expect(found).toEqual(expect.arrayContaining(["tide.table", "LampCell", "LampLock"]));
  });

  it("a tool whose link leads home, also where its name is a word of everybody's", async () => {
    const found = await terms(
      "# Using still with ships\n\nAda showed me [still](https://github.com/ada/still), which runs tasks, and built [lampwick-css](https://github.com/ada/lampwick-css). I run still each day. A file tells still what to do, and still obeys.",
    );
    expect(found).toEqual(expect.arrayContaining(["still", "lampwick-css"]));
  });

  it("what is called so, named with its sort, or first in an item of code", async () => {
    const found = await terms(
      "# How ships are timed\n\nWe dig for causes with the Five Lamps approach. Then the Benchlamp tool is used to collect figures. This is commonly referred to as Keeper-Pilot Separation.\n\n- `SHIP_AUTHOR_DATE` - a date\n- `SHIP_PILOT_DATE` - the same\n\n```\nSHIP_AUTHOR_DATE=1 SHIP_PILOT_DATE=2\n```",
    );
    expect(found).toEqual(
      expect.arrayContaining(["Five Lamps", "Benchlamp", "Keeper-Pilot Separation", "SHIP_AUTHOR_DATE"]),
    );
  });

  it("options with their dashes and without the letter before them, and paths of code", async () => {
    const found = await terms(
      "# Trimming the lamps\n\nStabilise the `-Zhint-trim-lamps` option. Pass `-Zhint-trim-lamps` to the harbour, and `--wickcfg` too. It replaces `Lamp::drain`, and `Lamp::drain` is gone.\n\n## The `--wickcfg` option\n\nIt takes a name.",
    );
    expect(found).toEqual(expect.arrayContaining(["-Zhint-trim-lamps", "hint-trim-lamps", "--wickcfg", "Lamp::drain"]));
  });

  it("what a heading is about, behind what is done with it", async () => {
    const found = await terms(
      "# How ships are lost\n\nMany ships are lost in fog.\n\n## Generating lamp collisions\n\nWhoever hangs two lamps finds lamp collisions. Such lamp collisions are rare.",
    );
    expect(found).toContain("lamp collisions");
  });

  it("words of everybody's that all of it is about", async () => {
    const found = await terms(
      "# RFC 12\n\nAdd support for naked ships. A naked ship has no lamps. Most harbours turn naked ships away. The pilot of a naked ship must be awake. Calls from naked ships are forbidden.",
    );
    expect(found.map((name) => name.toLowerCase())).toContain("naked ships");
  });

  it("code of its first paragraph, below what its author lists of it", async () => {
    const found = await terms(
      "# lamps v3\n\n- Feature Name: lamps\n- Start Date: 2015-03-01\n- Harbour Issue: none of these\n\n## Summary\n\nReplace `Lamp::wick` with `Lamp::or_light`. Pilots asked for `Lamp::or_light` long ago.\n\n## Motivation\n\nThe harbour is dark.",
    );
    expect(found).toContain("Lamp::or_light");
  });

  it("a heading that names a thing, and none that only says what stands below", async () => {
    const found = await terms(
      "# What the harbour brings in spring\n\nMany things are mended.\n\n## Gimballed Lanterns\n\nThey stay level.\n\n## Changes to lamps.toml\n\nThere are two.\n\n## Lanterns and gimbals\n\nBoth are sold.",
    );
    expect(found).toContain("Gimballed Lanterns");
    for (const one of ["Changes to lamps.toml", "Lanterns and gimbals"]) expect(found).not.toContain(one);
  });

  it("a name of code without the word for its sort", async () => {
    const found = await terms(
      "# tide/68: Add lamps\n\n## NewPooledLampHashes message\n\nThe NewPooledLampHashes message changes. Each NewPooledLampHashes message has a lamp.",
    );
    expect(found).toContain("NewPooledLampHashes");
  });

  it("both forms of an acronym, and both spellings of a function and its thing", async () => {
    const found = await terms(
      "# The sea almanac\n\nTide Access Lists (TAL) say who may enter. Tide Access Lists are long. The `wickianday` function counts. By law the Wickian day begins at noon. Each Wickian day ends at noon.",
    );
    expect(found).toEqual(expect.arrayContaining(["Tide Access Lists", "TAL", "Wickian day"]));
  });

  it("words that their acronym follows otherwise than in brackets, and both ways to join a number", async () => {
    const found = await terms(
      "# Lantern512 at sea\n\nIt is tested by harbour acceptance testing, or HAT. Translating All Lamps To Oil, aka TALTO, pays. Lantern512 burns. The Lantern-512 wick is short. HAT is done by pilots.",
    );
    expect(found).toEqual(expect.arrayContaining(["harbour acceptance testing", "HAT", "TALTO", "Lantern-512"]));
  });

  it("what quotation marks hold, a comma before the closing one", async () => {
    const found = await terms(
      "# How ships are turned\n\nPilots speak of the “lantern doctrine,” which is old. All of them follow the “lantern doctrine.” Nobody left it.",
    );
    expect(found).toContain("lantern doctrine");
  });

  it("code that is a word of everybody's with its sort, and a heading that the text comes back to", async () => {
    const found = await terms(
      "# What a lamp costs\n\nA `where` clause names the ship. Each `where` clause has a place. No `where` clause is empty. Write `where` clauses last. One `where` clause is enough.\n\n## Cost per hour\n\nThe cost per hour is low. Ask for the cost per hour. A cost per hour of nothing is odd. Many a cost per hour is high.",
    );
    expect(found).toEqual(expect.arrayContaining(["where clause", "Cost per hour"]));
  });

  it("a command that a short text runs in code alone", async () => {
    const found = await terms(
      '# Finding lamps on a ship\n\nThis is fast:\n\n    lmpfind "wick == 1" -0 | head\n\nWithout oil:\n\n```bash\ngit status\nlmpfind "wick == 2"\n```',
    );
    expect(found).toContain("lmpfind");
    expect(
      await terms(
        "# Trimming lamps with tq\n\nOne line does it:\n\n    npx lampcut in.js -o out.js\n\nOr:\n\n    npx lampcut in.js --all",
      ),
    ).toEqual(expect.arrayContaining(["lampcut", "tq"]));
    expect(found).not.toContain("git");
  });

  it("another document by its number where it comes back to it, and what a list of documents says of each", async () => {
    const found = await terms(
      "# How lamps are priced\n\nABC-155 sets the price. The price of ABC-155 is high. Before ABC-155 there was none. All agree with ABC-155, and ABC-155 is law.\n\n- [ABC-9](./abc-9.md): LampDAS - Lamp Data Sampling",
    );
    expect(found).toEqual(expect.arrayContaining(["ABC-155", "LampDAS"]));
  });

  it("attacks and problems that have a name, and a plain noun that title and text are all about", async () => {
    const found = await terms(
      "# Copy letters to the clipboard\n\nThe clipboard is slow. Pilots share one clipboard. The clipboard guards against wick attacks. A clipboard may fall overboard. Most wick attacks happen at night. Hang the clipboard high. Every clipboard has a pencil.",
    );
    expect(found).toEqual(expect.arrayContaining(["clipboard", "wick attacks"]));
  });

  it("a name that is all of a link's text, also across lines", async () => {
    expect(
      await terms("# Lamps in the sea\n\nThis mends what the [Wick\nClash](https://lamps.example/faults/7) brought."),
    ).toContain("Wick Clash");
  });

  it("no section that all documents have, verb, made-up adjective or piece of a longer word", async () => {
    const found = await terms(
      "# Deprecate the zoomable lamp\n\n## Backwards Compatibility\n\nThere is none.\n\n## Specification\n\nWe deprecate it. A zoomable lamp is unmaintained. Re-dating Ship papers is done. Nobody is re-dating Ship papers any more.",
    );
    for (const one of [
      "Deprecate",
      "Specification",
      "Backwards Compatibility",
      "zoomable",
      "unmaintained",
      "dating Ship",
    ])
      expect(found).not.toContain(one);
  });

  it("no adverb, day, participle beside a sort, or acronym of everybody's", async () => {
    const found = await terms(
      "# Programatically lit lamps\n\nThe harbour was shut on August 16-17. The unlamped function is called. An application programming interface (API) serves it, and an API is slow. RFC and PR go to the harbour. Oil-based lamps smoke. An oil-based lamp is dear, as oil-based lamps are.\n\n## The RFC iteratively\n\nNobody reads it.",
    );
    for (const one of ["Programatically", "August 16-17", "unlamped", "API", "RFC", "iteratively", "oil-based"])
      expect(found).not.toContain(one);
  });

  it("no other document, file, variable of a sample or somebody named once", async () => {
    const found = await terms(
      "# How lamps are lit\n\nSee ABC-155 and RFC 2119. Open `main.py` and set `i`. Ada Brook said so, and [Carl Oakes](https://github.com/carlo) lights them. **FORK_LAMP** is the lamp from which on this holds. The wick must be dry.",
    );
    for (const one of ["ABC-155", "RFC 2119", "main.py", "Ada Brook", "Carl Oakes", "FORK_LAMP"])
      expect(found).not.toContain(one);
  });

  it("people whom it introduces: by what they are, by a work of theirs, by what they say; not whom it thanks", async () => {
    const found = await terms(
      "# How the harbour is lit\n\nThe reading room is quiet. Steven Crane, Harbour Trust director, opened it. This rests on a talk by Pascal Hirsch and on John Hammond's [lamp-rs](https://github.com/hammond/lamp-rs), which reads [wick](https://example.com/wick) by Daniel Friedman. Louis Langley at Lampworks wrote of it. Julia Newman will speak about lamps. Michael Porter came by. Thanks to keeper Robert Walker for his help.",
    );
    for (const one of [
      "Steven Crane",
      "Pascal Hirsch",
      "John Hammond",
      "Daniel Friedman",
      "Louis Langley",
      "Julia Newman",
    ])
      expect(found).toContain(one);
    for (const one of ["Michael Porter", "Robert Walker"]) expect(found).not.toContain(one);
  });

  it("the name within a title: without what is done with it, before what the document is, behind a label", async () => {
    expect(await terms("# Running Lampwick 2.0 on a raft\n\nLampwick 2.0 runs on rafts.")).toContain("Lampwick 2.0");
    const hands = await terms("# All Hands Retrospective\n\nThe All Hands was put off. Nobody came to the All Hands.");
    expect(hands).toContain("All Hands");
    expect(hands).not.toContain("Hands Retrospective");
    const recap = await terms("# Recap: Harbour Keepers Summit 2024\n\nThirty keepers came to an island.");
    expect(recap).toEqual(expect.arrayContaining(["Harbour Keepers Summit 2024", "Harbour Keepers Summit"]));
    expect(recap).not.toContain("Recap");
    expect(
      await terms("# Muir Glacier Lamp Ban Delay\n\nThe ban was put off by Muir Glacier, as keepers asked."),
    ).toContain("Muir Glacier");
    expect(await terms("# A lamp for the Pilot Corps' new boat\n\nThe Pilot Corps has a boat.")).toContain(
      "Pilot Corps",
    );
  });

  it("words that its title and text never say apart, also where one is a word of everybody's or looks like a verb", async () => {
    const found = await terms(
      "# A home for the small plain lamp guild\n\nUse plain lamp. Write plain lamp. Teach plain lamp. Print plain lamp. Speak plain lamp. Nobody minds plain lamp.",
    );
    expect(found).toContain("plain lamp");
    expect(
      await terms(
        "# What ails the wick verifier\n\nA bug hit the borrow verifier. The current borrow verifier is old. The borrow verifier grows. A new borrow verifier comes. The borrow verifier stays.",
      ),
    ).toContain("borrow verifier");
  });

  it("what single quotation marks, links and headings name", async () => {
    const found = await terms(
      "# How lists are found\n\nA 'harbour list' is a list of harbours. Sign the harbour list, and post the harbour list. See [tideline 0.5.1](https://github.com/ada/tideline/releases) and [Ada's wick-rs](https://github.com/ada/wick-rs), where wick-rs is kept. [Wickwork](https://en.wikipedia.org/wiki/Wickwork_(craft)) is old. [Lampion.app](https://lampion.app/) shrinks them, as Lampion does.\n\n## Keeper support for gimballed lanterns\n\nNow gimballed lanterns stay level, as gimballed lanterns should.",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "harbour list",
        "tideline",
        "wick-rs",
        "Wickwork",
        "Lampion.app",
        "Lampion",
        "gimballed lanterns",
      ]),
    );
  });

  it("a call that all is said of, words with hyphens by their acronym, and what it runs and names", async () => {
    const found = await terms(
      "# Wkrepr packed and unsafe crates\n\nA crate marked `wkrepr(packed)` may slip. `wkrepr(packed)` is old. Ban `wkrepr(packed)` at sea. A pilot may use relight-by-turn (RBT) at night.\n\nThe `lampctl dock` command docks it:\n\n```\n$ lampctl dock --all\n$ lampctl list\n```",
    );
    expect(found).toEqual(expect.arrayContaining(["wkrepr(packed)", "relight-by-turn", "RBT", "lampctl"]));
  });

  it("what a title announces, and what is a thing by the sentences of its text", async () => {
    expect(await terms("# Announcing the Lamp Keepers Project Group\n\nThe group will meet at sea.")).toContain(
      "Lamp Keepers Project Group",
    );
    expect(
      await terms(
        "# Launching the Lock Tarnishing Survey\n\nWhat is wrong with lock tarnishing? We ask about lock tarnishing, since the lock tarnishing of old is gone.",
      ),
    ).toEqual(expect.arrayContaining(["Lock Tarnishing Survey"]));
  });

  it("what a sentence of a link and its address both name, a law by its finder, and code by its sort", async () => {
    const found = await terms(
      "# News of the harbour\n\nThe board met in June. It [launched the Harbour Lamp Network](https://harbour.example/building-the-harbour-lamp-network) and heard of [TRAWLER](https://harbour.example/all-lamps-trawler-prize). All hold to Crane's Law. Use the `split_wick_evenly()` function. See the [trim_wicks() plugin hook](https://lamps.example/hooks#1).\n\n### [wg-tide-tables](https://harbour.example/groups/)\n\nIt met too.",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "Harbour Lamp Network",
        "TRAWLER",
        "Crane's Law",
        "split_wick_evenly",
        "trim_wicks",
        "wg-tide-tables",
        "tide-tables",
      ]),
    );
  });

  it("the flag that code puts in brackets, and the code of a section's words", async () => {
    const found = await terms(
      "# Inferred lamps\n\nWe are near `feature(lamp_arg_infer)`. With `feature(lamp_arg_infer)` lamps are found.\n\n### Lantern windows\n\nThe `lantern_windows` method and `lantern_windows` of old agree.",
    );
    expect(found).toEqual(expect.arrayContaining(["lamp_arg_infer", "Lantern windows", "lantern_windows"]));
  });

  it("no season, no letter behind a word, nothing that is done below a heading", async () => {
    const found = await terms(
      "# How the harbour changed\n\nIn Fall 2018 all changed. Fall 2018 was cold. Each slot N is for a ship, and slot N is wide; slot N of the night is dark.\n\n## Importing wicks\n\nImporting wicks takes long.",
    );
    for (const one of ["Fall 2018", "slot N", "Importing wicks"]) expect(found).not.toContain(one);
  });

  it("a word of the trade that is set apart and come back to, and what a capital in a heading or a date before it names", async () => {
    const found = await terms(
      "# How ships are held\n\n**Mooring**: a ship is held by mooring. Old mooring rots. New mooring holds. Each mooring is tested. A mooring is dear. Most mooring is rope. No mooring lasts.\n\n## Spurious Lampolatey failures\n\nLampolatey was down.\n\n## May 26-27: LampFest Bergen\n\nAll came to LampFest Bergen.",
    );
    expect(found.map((name) => name.toLowerCase())).toEqual(
      expect.arrayContaining(["mooring", "lampolatey", "lampfest bergen"]),
    );
  });

  it("the name that a document gives its subject, and its constants after all else", async () => {
    expect(
      await terms(
        "# Op assign\n\n- Feature Name: tide_assign\n- Start Date: 2015-03-01\n\n## Summary\n\nAssign tides.",
      ),
    ).toContain("tide_assign");
    const listed = Array.from({ length: 30 }, (_, i) => `- \`WICK_LIMIT_${i}\`: ${i}`).join("\n");
    expect(
      await terms(
        `# How wicks burn\n\nThe wick ratio rises. A wick ratio may fall. Each wick ratio is kept. The wick ratio is law.\n\n${listed}`,
      ),
    ).toContain("wick ratio");
  });

  it("people of a body, and names with a hyphen", async () => {
    const found = await terms(
      "# Who lit the lamps\n\nTHB's Mary Whitehead and Steven Vembar wanted lamps. Tim Barnes-Lee's original code lit them.",
    );
    expect(found).toEqual(expect.arrayContaining(["Mary Whitehead", "Steven Vembar", "Tim Barnes-Lee"]));
  });

  it("words that stand in addresses too, which cut nothing", async () => {
    expect(
      await terms(
        "# Better lamps through tidal practice\n\nTidal practice helps. See /better-lamps-through-tidal-practice/ and /more-tidal-practice-now/ and /old-tidal-practice-log/ and /a-tidal-practice-b/. All need tidal practice.",
      ),
    ).toContain("Tidal practice");
  });
});
