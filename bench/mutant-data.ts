// Which documents are broken, and how: the same in every run.
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DATA, filesBelow, unpacked } from "./read-data.ts";

export interface Shared {
  /** The same in every run. */
  readonly key: string;
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** Documents of binary formats are broken more often. */
  readonly seeds: number;
}

export interface Job {
  readonly key: string;
  readonly name: string;
  /** What it is called when it is read. */
  readonly asName: string;
  readonly how: "whole" | "flipped" | "cut" | "renamed";
  readonly bytes: () => Uint8Array;
}

export interface Done {
  readonly key: string;
  readonly type: string;
  readonly how: Job["how"];
  readonly kind: "read" | "skipped" | "failed" | "death";
  readonly reason: string;
  readonly ms: number;
}

export function sharedDocuments(): Shared[] {
  const from = (root: string, label: string, ending: RegExp, seeds: number): Shared[] =>
    filesBelow(root, ending).map((path) => {
      const packed = path.endsWith(".html.gz");
      return {
        key: `${label}${path.slice(root.length)}`,
        name: packed ? path.slice(root.length + 1, -3) : path.slice(root.length + 1),
        bytes: () => (packed ? gunzipSync(readFileSync(path)) : readFileSync(path)),
        seeds,
      };
    });
  const archive = (name: string, ending: RegExp, seeds: number): Shared[] => from(unpacked(name), name, ending, seeds);
  return [
    ...from(join(DATA, "hostile/zip"), "zip", /\.(?:zip|tar|gz)$/u, 3),
    ...archive("hostile/zip/malformed-zips.tar.gz", /\.zip$/u, 3),
    ...from(join(DATA, "documents/markitdown"), "markitdown", /(?<!LICENSE|expected-strings\.json)$/u, 3),
    ...archive("documents/docling.tar.gz", /\/sources\/.*\.(?:docx|pdf|epub|html?)$|\.(?:docx|pdf|epub|html)$/u, 3),
    ...from(join(DATA, "documents"), "documents", /documents\/[^/]*\.tar\.gz$/u, 1),
    ...from(join(DATA, "markdown"), "markdown", /\.txt$/u, 2),
    ...from(join(DATA, "hostile"), "hostile", /hostile\/[^/]*\.json$/u, 2),
    ...from(join(DATA, "html/wcxb-dev200/html"), "wcxb", /\.gz$/u, 1),
    ...from(join(DATA, "html/aeb181/html"), "aeb", /\.gz$/u, 1),
    ...archive("html/defuddle-fixtures.tar.gz", /\.html$/u, 1),
    ...archive("vaults/kepano.tar.gz", /\.(?:md|base|json)$/u, 1),
  ];
}

const NAMES = [".docx", ".pdf", ".html", ".xlsx", ".zip", ".md", ".png", ".eml"];

/** As it is, with fifty flipped bits, cut off, and under the names of other formats. */
export function mutantsOf(document: Shared, place: number): Job[] {
  const { key, name } = document;
  const jobs: Job[] = [{ key: `${key} whole`, name, asName: name, how: "whole", bytes: document.bytes }];
  for (let seed = 1; seed <= document.seeds; seed++) {
    const start = place * 16 + seed;
    jobs.push({
      key: `${key} flipped ${seed}`,
      name,
      asName: name,
      how: "flipped",
      bytes: () => flipped(document.bytes(), start),
    });
    jobs.push({
      key: `${key} cut ${seed}`,
      name,
      asName: name,
      how: "cut",
      bytes: () => {
        const bytes = document.bytes();
        return bytes.subarray(0, Math.floor(bytes.length * random(start + 8)()));
      },
    });
    const ending = NAMES.filter((one) => one !== extname(name).toLowerCase())[(place + seed) % (NAMES.length - 1)];
    jobs.push({
      key: `${key} renamed ${seed}`,
      name,
      asName: `${name}${ending ?? ".bin"}`,
      how: "renamed",
      bytes: document.bytes,
    });
  }
  return jobs;
}

function flipped(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  const out = Uint8Array.from(bytes);
  for (let i = 0; i < 50; i++) {
    const at = Math.floor(next() * out.length);
    out[at] = (out[at] ?? 0) ^ (1 << Math.floor(next() * 8));
  }
  return out;
}

/** Numbers from a fixed start (mulberry32), so that a run can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
