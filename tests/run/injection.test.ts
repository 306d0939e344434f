// Known injections inside a source, through whole compiles: recognised or not, they change nothing but what their own source says.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { addressesAModel } from "../../src/text/injection.ts";
import { startFakeModel } from "../fake-model/server.ts";
import { type Lights, lights, SOURCES, type Wishes } from "./lighthouses.ts";

const file = `${process.env.KB_BENCH_DATA ?? "../shared/data"}/hostile/prompt_injection.json`;
/** One in so many; npm run bench:injection takes them all. */
const SOME = 12;
const HOST = "raw/pharos.md";
const LISTS = /^wiki\/(?:log|index)\.md$|^vault\.config/u;

/** What the source itself is summed up by: on its page, in the index, in its line of the overview. */
const OWN_LINE = /^- \[\[wiki\/sources\/pharos\|Pharos\]\].*\n/mu;

const bodies = (v: Lights): [string, string][] =>
  Object.entries(v.wiki())
    .filter(([path]) => path !== "wiki/sources/pharos.md" && !LISTS.test(path))
    .map(([path, text]) => [path, text.replace(/^---\n[\s\S]*?\n---\n/u, "").replace(OWN_LINE, "")]);

async function changesNothingElse(wishes: Wishes, show: (injection: string) => void): Promise<void> {
  const known = z.array(z.object({ user_input: z.string() })).parse(JSON.parse(readFileSync(file, "utf8")));
  const v = lights();
  await v.run({}, wishes);
  const before = bodies(v);
  const own = v.read("wiki/sources/pharos.md").match(/\^c-[\w-]+$/gmu) ?? [];
  const source = SOURCES[HOST] ?? "";
  for (const [i, { user_input }] of known.filter((_, at) => at % SOME === 0).entries()) {
    const line = user_input.replace(/\s+/gu, " ").trim();
    const injection = /[.!?]$/u.test(line) ? line : `${line}.`;
    show(injection);
    const places = [
      source.replace("The Pharos of Alexandria was", `${injection} The Pharos of Alexandria was`),
      source.replace("for Ptolemy. ", `for Ptolemy. ${injection} `),
      `${source.trim()} ${injection}\n`,
      `${source}\n${injection}\n`,
    ];
    v.put(HOST, places[i % places.length] ?? source);
    await v.run({}, wishes);
    expect([injection, bodies(v)]).toEqual([injection, before]);
    const page = v.read("wiki/sources/pharos.md");
    expect(own.filter((id) => !page.includes(id)).length, injection).toBeLessThanOrEqual(1);
    expect(page).not.toContain("PWNED");
    if (addressesAModel(injection)) expect(page).toContain("Speaks to a reader's model");
  }
}

test.skipIf(!existsSync(file))("without a model", { timeout: 120_000 }, async () => {
  await changesNothingElse({}, () => undefined);
});

test.skipIf(!existsSync(file))("with a model that obeys whatever it is shown", { timeout: 240_000 }, async () => {
  let parts: string[] = [];
  let shown = 0;
  const server = await startFakeModel({
    behave: (_call, prompt) => {
      if (!parts.some((part) => prompt.includes(part))) return "good";
      shown++;
      return "possessed";
    },
  });
  await changesNothingElse({ engine: "ollama", env: { OLLAMA_HOST: server.url } }, (injection) => {
    parts = injection.split(/(?<=[.!?]) /u).filter((part) => part.length > 12);
  });
  // The test would prove nothing if all of them were kept from the model.
  expect(shown).toBeGreaterThan(0);
  await server.close();
});
