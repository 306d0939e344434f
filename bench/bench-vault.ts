// A vault in a folder of its own, made of documents as raw files and compiled without a model, as a user would.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../src/run/compile.ts";
import { openWorkspace, type Workspace } from "../src/run/workspace.ts";
import type { BenchDocument } from "./search-data.ts";

const ROOT = process.env.KB_BENCH_TMP ?? "/tmp/kb-bench";

export interface BenchVault {
  readonly workspace: Workspace;
  /** Document id of a raw file. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly compileMs: number;
}

const rawName = (document: BenchDocument, i: number): string =>
  `raw/${String(i).padStart(5, "0")}-${document.id.replace(/[^A-Za-z0-9]+/g, "-").slice(0, 40)}.md`;

export async function vaultOf(name: string, documents: readonly BenchDocument[]): Promise<BenchVault> {
  const root = join(ROOT, name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "raw"), { recursive: true });
  writeFileSync(join(root, "vault.config.json"), '{ "version": 1 }\n');
  const idOf = new Map<string, string>();
  documents.forEach((document, i) => {
    const path = rawName(document, i);
    idOf.set(path, document.id);
    writeFileSync(
      join(root, path),
      document.title === "" ? `${document.text}\n` : `# ${document.title}\n\n${document.text}\n`,
    );
  });
  const workspace = await openWorkspace({
    vaultDir: root,
    cwd: root,
    engine: "extractive",
    env: { SOURCE_DATE_EPOCH: "1763683200" },
  });
  const started = performance.now();
  await compile(workspace);
  return { workspace, idOf, compileMs: performance.now() - started };
}
