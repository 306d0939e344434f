// Pictures in raw/: one that a note shows belongs to that note, any other is a source that shows itself.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readLedger } from "../../src/vault/ledger.ts";
import { type Lights, lights } from "./lighthouses.ts";

/** One white dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);
const NOTE = "# Buoys\n\nA buoy is a float that marks a channel. Buoys are moored with chains.\n\n";

/** Two of one look are duplicates, so each picture has bytes of its own. */
function picture(v: Lights, path: string): void {
  v.put(path, "");
  writeFileSync(v.path(path), Buffer.concat([DOT, Buffer.from(path)]));
}
const reasons = (v: Lights) =>
  v.with(async ({ store }) =>
    Object.fromEntries(readLedger(store).map(({ path, status, reason }) => [path, `${status}: ${reason}`])),
  );

test("a picture that a note shows is passed by and the ledger says so, however the note names it", async () => {
  const v = lights({
    "raw/sea/buoys.md": `${NOTE}![[chain.png]] ![](img/two%20words.png) ![x](raw/attachments/deep.png) ![[IMG/upper.PNG|200]]\n`,
  });
  const shown = ["raw/chain.png", "raw/sea/img/two words.png", "raw/attachments/deep.png", "raw/sea/img/upper.png"];
  for (const path of [...shown, "raw/alone.png"]) picture(v, path);
  const { counter } = await v.run();
  const told = await reasons(v);
  for (const path of shown) expect(told[path]).toBe("skipped: a picture that raw/sea/buoys.md shows");
  expect(told["raw/alone.png"]).toBe("skipped: a picture in which no text was found");
  // The note and the one picture that stands alone.
  expect(counter.times.read).toBe(2);
});

test("a picture becomes a source when the note that showed it is gone, and is passed by again when another shows it", async () => {
  const v = lights({ "raw/a/buoys.md": `${NOTE}![[dot.png]]`, "raw/other.md": NOTE.replace("Buoys", "Floats") });
  picture(v, "raw/a/dot.png");
  await v.run();
  expect((await reasons(v))["raw/a/dot.png"]).toContain("raw/a/buoys.md shows");
  renameSync(v.path("raw/a/buoys.md"), v.path("raw/a/marks.md"));
  await v.run();
  expect((await reasons(v))["raw/a/dot.png"]).toContain("raw/a/marks.md shows");
  rmSync(v.path("raw/a/marks.md"));
  await v.run();
  expect((await reasons(v))["raw/a/dot.png"]).toBe("skipped: a picture in which no text was found");
  v.put("raw/other.md", `${NOTE.replace("Buoys", "Floats")}![](a/dot.png)`);
  await v.run();
  expect((await reasons(v))["raw/a/dot.png"]).toContain("raw/other.md shows");
});

test("of two pictures with one name a note shows the one that lies nearer", async () => {
  const v = lights({ "raw/a/b/buoys.md": `${NOTE}![[dot.png]]` });
  picture(v, "raw/a/dot.png");
  picture(v, "raw/dots/dot.png");
  await v.run();
  const told = await reasons(v);
  expect(told["raw/a/dot.png"]).toContain("raw/a/b/buoys.md shows");
  expect(told["raw/dots/dot.png"]).toContain("no text was found");
});

test("what a note shows from elsewhere passes no picture by", async () => {
  const v = lights({
    "raw/buoys.md": `${NOTE}![](https://x.example/dot.png) ![](../../dot.png?raw=true) ![[other.png]]`,
  });
  picture(v, "raw/a/dot.png");
  await v.run();
  expect((await reasons(v))["raw/a/dot.png"]).toContain("no text was found");
});
