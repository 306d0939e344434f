// What wink-nlp tags words by, put together from its model's data. The package's own entrance copies three megabytes by way of a text first, and loads lists of forms that nobody here asks for: half of its time.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

type Hash = Record<string, number>;

/** The words of the model and, behind them, those that it met in texts. */
export interface Lexemes {
  readonly hash: Hash;
  readonly list: readonly string[];
}

interface Feature {
  readonly list: readonly string[];
  hash: Hash;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}

/** As the file has it: arrays of numbers in base64, lists without the tables to look them up by. */
interface Data {
  readonly lexicon: string;
  readonly xpansions: string;
  readonly packing: { readonly layout: Readonly<Record<string, readonly [number, number, number, number, number]>> };
  readonly features: Readonly<Record<string, Feature>> & { readonly lexeme: Feature };
  readonly pos: { readonly hash: Readonly<Hash> };
}

let entities: object | undefined;

/** Fresh at each call: a tagger adds to it what it meets. */
export function tagModel(): { readonly model: object; readonly lexemes: Lexemes } {
  const require = createRequire(import.meta.url);
  const part = (name: string): unknown => require(`wink-eng-lite-web-model/dist/${name}.js`);
  const file = require.resolve("wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json");
  const data = JSON.parse(readFileSync(file, "utf8")) as Data;
  const { features, packing, pos } = data;
  const fields = Object.entries(packing.layout);
  for (const [name, [, mask, shift, kind]] of fields) {
    const feature = features[name];
    if (kind !== 0 || !feature) continue;
    makeTable(feature);
    feature.maxIndex = mask >>> shift;
  }
  makeTable(features.lexeme);
  // Nobody here asks for names, negations or moods, and their rules are half a megabyte.
  const nothing = () => ({ machines: [JSON.stringify([0, 0, {}, {}, {}, {}])] });
  const clusters = features.posClusters?.list.map((tags) => new Set(tags.split("_").map((tag) => pos.hash[tag] ?? 0)));
  const core = {
    ...data,
    lexicon: numbersIn(data.lexicon),
    xpansions: numbersIn(data.xpansions),
    packing: { ...packing, efList: fields.filter(([, [, , , , both]]) => both === 1).map(([name]) => name) },
    features: { ...features, posClusters: { ...features.posClusters, list: clusters } },
  };
  return {
    model: {
      core: () => core,
      sbd: part("load-sbd-model"),
      pos: part("load-pos-model"),
      ner: () => ({ machines: [], transformers: [] }),
      negation: nothing,
      sa: nothing,
      // The package puts the text of these rules into a text once more at each call: a process that reads millions of words had no room for the last.
      metaCER: () => (entities ??= (part("load-cer-meta-model") as () => object)()),
      featureFn: part("feature"),
    },
    lexemes: features.lexeme,
  };
}

function makeTable(feature: Feature): void {
  const { list } = feature;
  const hash = Object.create(null) as Hash;
  for (let i = 0; i < list.length; i++) hash[list[i] ?? ""] = i;
  Object.assign(feature, { hash, intrinsicSize: list.length, index: list.length });
}

/** 32 bits each, in the order of the machine that the package was made on. */
function numbersIn(base64: string): Uint32Array {
  return new Uint32Array(new Uint8Array(Buffer.from(base64, "base64")).buffer);
}
