// Loads what the rules look at: pages of the wiki, outputs, people's own notes, and the names of all files.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkedPage, landingIn } from "../check/page.ts";
import type { CheckedPage, CheckedVault, Landing } from "../check/vault.ts";
import { byCodePoint } from "../text/order.ts";
import { changedRaws } from "../vault/changed-raws.ts";
import { loadDecisions } from "../vault/decided.ts";
import { parseFront, splitPage } from "../vault/front.ts";
import type { Layout } from "../vault/layout.ts";
import { loadWiki } from "../vault/load.ts";
import type { Vault } from "../vault/open.ts";
import { type Found, walk } from "../vault/walk.ts";

export function checkedVault(vault: Vault): CheckedVault {
  const { layout } = vault;
  const edited = new Set(
    loadWiki(layout, vault.store)
      .filter((page) => page.edited)
      .map((page) => page.path),
  );
  const files = filesOf(layout);
  const pages: CheckedPage[] = [];
  const landings: Landing[] = [];
  for (const { path, absolute } of files) {
    if (!path.toLowerCase().endsWith(".md") || path.startsWith(`${layout.templates}/`)) continue;
    const text = textOf(absolute);
    if (text === undefined) continue;
    if (path.startsWith(`${layout.raw}/`)) {
      landings.push(landingIn(path, text));
      continue;
    }
    const { head, body } = splitPage(text);
    const front = (head === undefined ? undefined : parseFront(head)) ?? {};
    pages.push(checkedPage({ path, text, front, body, edited: edited.has(path) }));
  }
  const renames = loadDecisions(vault).list.flatMap((one) =>
    one.kind === "rename" && one.from.endsWith(".md") && one.to.endsWith(".md") ? [[one.from, one.to] as const] : [],
  );
  return {
    folders: { wiki: layout.wiki, raw: layout.raw, outputs: layout.outputs },
    pages,
    landings,
    files: files.map((file) => file.path),
    changed: changedRaws(vault),
    moved: new Map(renames),
  };
}

/** Every file that Obsidian would see. */
function filesOf({ root }: Layout): Pick<Found, "path" | "absolute">[] {
  const found: Pick<Found, "path" | "absolute">[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const name = entry.name.normalize("NFC");
    if (name.startsWith(".") || name === "node_modules") continue;
    if (entry.isDirectory()) found.push(...walk(root, name).files);
    else if (entry.isFile()) found.push({ path: name, absolute: join(root, entry.name) });
  }
  return found.sort((a, b) => byCodePoint(a.path, b.path));
}

function textOf(absolute: string): string | undefined {
  try {
    return readFileSync(absolute, "utf8");
  } catch {
    return undefined;
  }
}
