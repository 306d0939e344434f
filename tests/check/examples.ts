// Reads the examples that stand in a rule's comment: files in, findings out.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkedPage, landingIn } from "../../src/check/page.ts";
import type { CheckedVault } from "../../src/check/vault.ts";
import { parseFront, splitPage } from "../../src/vault/front.ts";

export interface Example {
  readonly rule: string;
  readonly name: string;
  readonly files: readonly ExampleFile[];
  /** "path:line severity message", or none for "nothing". */
  readonly findings: readonly string[];
}

export interface ExampleFile {
  readonly path: string;
  readonly text: string;
  /** A person changed it since kb wrote it. */
  readonly edited?: boolean;
}

const RULES = join(import.meta.dirname, "..", "..", "src", "check", "rules");

export function examples(): Example[] {
  return readdirSync(RULES)
    .sort()
    .flatMap((name) => {
      const comment = /\/\*\*\n([\s\S]*?)\n \*\//u.exec(readFileSync(join(RULES, name), "utf8"))?.[1] ?? "";
      const text = comment.replace(/^ \* ?/gmu, "");
      const sections = text.split(/^Example: /mu).slice(1);
      return sections.map((section) => exampleIn(name.replace(/\.ts$/u, ""), section));
    });
}

function exampleIn(rule: string, section: string): Example {
  const files = [...section.matchAll(/^```md (\S+)( edited)?\n([\s\S]*?)\n```$/gmu)].map(
    ([, path = "", edited, text = ""]) => ({ path, text: `${text}\n`, edited: edited !== undefined }),
  );
  const outside = section.replace(/^```md[\s\S]*?\n```$/gmu, "");
  const findings = [...outside.matchAll(/^> (.+)$/gmu)]
    .map(([, line = ""]) => line)
    .filter((line) => line !== "nothing");
  return { rule, name: section.split("\n")[0] ?? "", files, findings };
}

export function vaultOf(files: readonly ExampleFile[], moved: ReadonlyMap<string, string> = new Map()): CheckedVault {
  const notes = files.filter((file) => file.path.endsWith(".md"));
  return {
    folders: { wiki: "wiki", raw: "raw", outputs: "outputs" },
    pages: notes
      .filter((file) => !file.path.startsWith("raw/"))
      .map(({ path, text, edited = false }) => {
        const { head, body } = splitPage(text);
        return checkedPage({ path, text, front: parseFront(head ?? "") ?? {}, body, edited });
      }),
    landings: notes.filter((file) => file.path.startsWith("raw/")).map((file) => landingIn(file.path, file.text)),
    files: files.map((file) => file.path).sort(),
    changed: new Set(files.filter((file) => file.path.startsWith("raw/") && file.edited).map((file) => file.path)),
    moved,
  };
}
