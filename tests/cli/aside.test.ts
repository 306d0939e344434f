// Many new sources at once: a thread beside the program takes notes of some of them, and nothing shows which.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { built, kb, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

const SOURCES = 20;
const harbour = (n: number): string => {
  const facts = Array.from(
    { length: 8 },
    (_, i) =>
      `Harbour ${n} is a port that opened in ${1700 + n} and handled ${n * 12 + i} ships of Ada Brook from Lisbon in year ${i}.`,
  );
  return `# Harbour ${n}\n\n${facts.join(" ")}\n`;
};

/** The log tells how often kb ran. */
function pagesOf(root: string): [string, string][] {
  return readdirSync(join(root, "wiki"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:md|base)$/u.test(name) && name !== "log.md")
    .sort()
    .map((name) => [name, readFileSync(join(root, "wiki", name), "utf8")]);
}

const put = (root: string, from: number, to: number): void => {
  for (let n = from; n < to; n++) write(root, `raw/harbour-${n}.md`, harbour(n));
};
const compile = (root: string, beside?: string) =>
  kb(["compile", "--engine", "extractive", "--json", "--vault", root], {
    ...(beside === undefined
      ? {}
      : {
          node: [
            "--import",
            `data:text/javascript,import{isMainThread}from"node:worker_threads";if(!isMainThread)${encodeURIComponent(beside)}`,
          ],
        }),
  });

test.skipIf(availableParallelism() < 2)(
  "the wiki is the same with a thread, without one, and with one that dies",
  async () => {
    const few = await vault();
    put(few, 0, SOURCES / 2);
    await compile(few);
    put(few, SOURCES / 2, SOURCES);
    const plain = await compile(few, 'process.stderr.write("beside")');
    expect(plain.err).not.toContain("beside");

    const many = await vault();
    put(many, 0, SOURCES);
    const threaded = await compile(many, 'process.stderr.write("beside")');
    expect(threaded.code).toBe(0);
    expect(threaded.err).toContain("beside");
    expect(pagesOf(many)).toEqual(pagesOf(few));

    rmSync(join(many, ".kb"), { recursive: true });
    rmSync(join(many, "wiki"), { recursive: true });
    const died = await compile(many, 'throw new Error("no room for a thread")');
    expect(died.code).toBe(0);
    expect(pagesOf(many)).toEqual(pagesOf(few));
  },
  120_000,
);
