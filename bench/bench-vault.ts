// A vault in a folder of its own, made of documents as raw files and compiled without a model, as a user would.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "../src/run/compile.ts";
import { vectorsAfter } from "../src/run/meaning.ts";
import { closeWorkspace, openWorkspace, type Workspace } from "../src/run/workspace.ts";
import type { BenchDocument } from "./search-data.ts";
import "./shipped.ts";

const ROOT = process.env.KB_BENCH_TMP ?? "/tmp/kb-bench";

export interface BenchVault {
  readonly workspace: Workspace;
  /** Document id of a raw file. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly compileMs: number;
}

/** A letter in each name: files named by numbers alone are posts, and posts make one source a month. */
const rawName = (document: BenchDocument, i: number): string =>
  `raw/${String(i).padStart(5, "0")}-q${document.id.replace(/[^A-Za-z0-9]+/g, "-").slice(0, 40)}.md`;

/** Vectors kept from one run of the benches to the next, since making them takes minutes. */
const vectorsOf = (name: string): string => join(process.env.KB_BENCH_VECTORS ?? `${ROOT}-vectors`, `${name}.sqlite`);

/** More threads than free cores are ruinous for a model server. */
function threads(): { threads?: number } {
  const given = Number(process.env.KB_BENCH_THREADS ?? "0");
  return given > 0 ? { threads: given } : {};
}

/** With `model`, vectors are made on the server at OLLAMA_HOST and kept for the next time. */
export async function vaultOf(
  name: string,
  documents: readonly BenchDocument[],
  { model = false }: { readonly model?: boolean } = {},
): Promise<BenchVault> {
  const root = join(ROOT, name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "raw"), { recursive: true });
  writeFileSync(
    join(root, "vault.config.json"),
    JSON.stringify({ version: 1, model: { embedSeconds: 3600, ...threads() } }),
  );
  const idOf = new Map<string, string>();
  documents.forEach((document, i) => {
    const path = rawName(document, i);
    idOf.set(path, document.id);
    writeFileSync(
      join(root, path),
      document.title === "" ? `${document.text}\n` : `# ${document.title}\n\n${document.text}\n`,
    );
  });
  const wishes = { vaultDir: root, cwd: root, env: { SOURCE_DATE_EPOCH: "1763683200", ...process.env } };
  const plain = await openWorkspace({ ...wishes, engine: "extractive" });
  const started = performance.now();
  await compile(plain);
  const compileMs = performance.now() - started;
  if (!model) return { workspace: plain, idOf, compileMs };
  closeWorkspace(plain);
  const kept = vectorsOf(name);
  mkdirSync(dirname(kept), { recursive: true });
  if (existsSync(kept)) cpSync(kept, join(root, ".kb/vectors.sqlite"));
  const workspace = await openWorkspace({ ...wishes, engine: "auto" });
  await vectorsAfter(workspace, true);
  return { workspace, idOf, compileMs };
}

/** Puts vectors, those of queries among them, where the next run finds them. */
export function keepVectors(name: string): void {
  cpSync(join(ROOT, name, ".kb/vectors.sqlite"), vectorsOf(name));
}
