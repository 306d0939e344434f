// A wiki of 10,000 source pages over real texts, made without a compile: what search and asking take does not depend on who wrote the pages.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cranfield, hotpot, scifact, xquad } from "./search-data.ts";

const CORPORA = process.env.KB_BENCH_CORPORA ?? "/tmp/data";
const PAGES = 10_000;
const CLAIMS = 12;

interface Text {
  readonly title: string;
  readonly text: string;
}

function* markdownUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownUnder(path);
    else if (entry.name.endsWith(".md") && statSync(path).size > 300) yield path;
  }
}

/** Long articles first, then the abstracts and paragraphs of the search sets. */
function texts(): Text[] {
  const articles = existsSync(CORPORA)
    ? [...markdownUnder(CORPORA)].sort().map((path) => {
        const text = readFileSync(path, "utf8");
        return { title: /^#\s+(.+)$/mu.exec(text)?.[1] ?? path.slice(path.lastIndexOf("/") + 1, -3), text };
      })
    : [];
  const sets = [scifact(), cranfield(), hotpot(), xquad("en"), xquad("zh")].flatMap(({ documents }) =>
    documents.map(({ id, title, text }) => ({ title: title || id, text: `# ${title || id}\n\n${text}\n` })),
  );
  return [...articles.slice(0, PAGES - sets.length), ...sets].slice(0, PAGES);
}

const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/gu, " ").slice(0, 150));

function pageOf(name: string, { title, text }: Text): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/u, "").replace(/^[#>|`-].*$/gmu, "");
  const sentences = (body.match(/[\p{Lu}\p{Lo}][^.!?。\n[\]]{20,300}[.!?。]/gu) ?? []).slice(0, CLAIMS);
  const claims = sentences.map((sentence) => {
    const id = createHash("sha256").update(sentence).digest("hex").slice(0, 10);
    return `- ${sentence.trim()} [[raw/${name}|¶]] ^c-${id}`;
  });
  const front = `title: ${quoted(title)}\ntype: source\naliases:\n  - ${quoted(title)}\nsource: "[[raw/${name}]]"\nupdated: 2026-01-15`;
  return `---\n${front}\n---\n\n## Claims\n\n${claims.join("\n")}\n`;
}

/** Makes the vault anew unless it is there; gives the number of its pages. */
export function timeVault(root: string): number {
  const done = join(root, "made");
  if (existsSync(done)) return Number(readFileSync(done, "utf8"));
  rmSync(root, { recursive: true, force: true });
  for (const folder of ["raw", "wiki/sources"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "vault.config.json"), '{ "version": 1 }\n');
  const all = texts();
  all.forEach((text, i) => {
    const name = `${String(i).padStart(5, "0")}.md`;
    writeFileSync(join(root, "raw", name), text.text);
    writeFileSync(join(root, "wiki/sources", name), pageOf(name, text));
  });
  writeFileSync(done, String(all.length));
  return all.length;
}
