// The model that is put together here tags as the one that its package puts together.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ItsFunction, WinkMethods } from "wink-nlp";
import { tagModel } from "../../src/engine/tag-model.ts";

const require = createRequire(import.meta.url);
const tagger = (model: unknown): WinkMethods => require("wink-nlp")(model, ["pos"]);
const raw = join(import.meta.dirname, "..", "..", "raw");
const lines = readdirSync(raw, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:md|txt|html)$/.test(path))
  .flatMap((path) => readFileSync(join(raw, path), "utf8").split("\n"))
  .filter((line) => line.trim() !== "");

test("each word of real texts has the part of speech that the package's own loader gives it", () => {
  const [ours, theirs] = [tagger(tagModel().model), tagger(require("wink-eng-lite-web-model"))];
  const tags = ({ readDoc, its }: WinkMethods, text: string) => {
    const tokens = readDoc(text).tokens();
    return [tokens.out(its.value as ItsFunction<string>), tokens.out(its.pos as ItsFunction<string>)];
  };
  expect(lines.length).toBeGreaterThan(300);
  for (const line of lines) expect(tags(ours, line)).toEqual(tags(theirs, line));
});

test("each model is fresh: what one tagger met is unknown to the next", () => {
  const { model, lexemes } = tagModel();
  const before = lexemes.list.length;
  tagger(model).readDoc("Glorbniks frobnicate.");
  expect(lexemes.list.length).toBeGreaterThan(before);
  expect(tagModel().lexemes.list.length).toBe(before);
});

test("takes no more room however often it is made", () => {
  const rules = () => (tagModel().model as { metaCER(): { machines: string } }).metaCER().machines.length;
  const once = rules();
  expect([rules(), rules(), rules()]).toEqual([once, once, once]);
});
