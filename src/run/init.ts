// kb init: makes a vault, or adds to a folder what it lacks of one. Changes no file that is there.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../core/errors.ts";
import { shippedUrl } from "../core/own-files.ts";
import { findVault, layoutOf, SETTINGS_FILE } from "../vault/layout.ts";
import { loadSettings } from "../vault/settings.ts";
import { defaultSettings, settingsSchema } from "../vault/settings-schema.ts";
import { makeFolder, writeNamed } from "../vault/write-file.ts";

export interface InitReport {
  readonly vault: string;
  /** The folder was a vault, or an Obsidian vault, before. */
  readonly existing: boolean;
  /** From the vault's root; folders end in "/". */
  readonly added: readonly string[];
  /** Where sources go: "raw/". */
  readonly raw: string;
  /** Notes stand elsewhere in the folder, and are no sources yet. */
  readonly notes?: true;
}

/** Prompts, page layouts and slide styles that people may override. */
const TEMPLATES = ["prompts", "pages", "slides"];
const SHIPPED = fileURLToPath(shippedUrl("templates/"));

export async function init(
  folder: string,
  { templates = false }: { readonly templates?: boolean } = {},
): Promise<InitReport> {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UserError(`${folder} is a file. Name the folder that is to be the vault: kb init FOLDER`);
  const around = findVault(dirname(folder));
  if (around !== undefined && around !== folder && !existsSync(join(folder, SETTINGS_FILE))) {
    throw new UserError(
      `${folder} lies inside the vault ${around}. Make the new vault elsewhere, or use that one with --vault ${around}.`,
    );
  }
  const settings = existsSync(join(folder, SETTINGS_FILE)) ? await loadSettings(folder) : defaultSettings();
  const layout = layoutOf(folder, settings);
  const fresh = isEmpty(folder);
  const added: string[] = [];
  const put = (path: string, text: string | Uint8Array, renew = false): void => {
    const target = join(folder, ...path.split("/"));
    if (existsSync(target) && !renew) return;
    writeNamed(target, text);
    if (!path.startsWith(`${layout.kb}/`)) added.push(path);
  };

  put(SETTINGS_FILE, shipped(`vault/${SETTINGS_FILE}`));
  put("CLAUDE.md", shipped("vault/CLAUDE.md"));
  for (const name of [layout.raw, layout.wiki, layout.outputs]) {
    if (existsSync(join(folder, name))) continue;
    makeFolder(join(folder, name));
    added.push(`${name}/`);
  }
  // kb's own: a newer kb may know more settings.
  put(`${layout.kb}/vault.schema.json`, `${JSON.stringify(settingsSchema(), null, 2)}\n`, true);
  // What kb keeps for itself is nobody's history.
  put(`${layout.kb}/.gitignore`, "*\n");
  if (fresh) for (const name of ["app.json", "graph.json"]) put(`.obsidian/${name}`, shipped(`vault/obsidian-${name}`));
  if (templates) for (const path of TEMPLATES.flatMap(filesOf)) put(`${layout.templates}/${path}`, shipped(path));
  const notes = added.includes(`${layout.raw}/`) && holdsNotes(folder);
  return { vault: folder, existing: !fresh, added, raw: `${layout.raw}/`, ...(notes ? { notes } : {}) };
}

/** Nothing there but what systems leave behind and sources that wait. */
function isEmpty(folder: string): boolean {
  return (
    !existsSync(folder) ||
    readdirSync(folder).every((name) => (name.startsWith(".") && name !== ".obsidian") || name === "raw")
  );
}

/** A note of somebody's at the top or one folder below. */
function holdsNotes(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.name.startsWith(".")) return false;
    if (entry.isFile()) return isNote(entry.name) && !/^(?:claude|readme)\.md$/iu.test(entry.name);
    return entry.isDirectory() && readdirSync(join(folder, entry.name)).some(isNote);
  });
}

const isNote = (name: string): boolean => name.toLowerCase().endsWith(".md");

function shipped(path: string): Uint8Array {
  return readFileSync(join(SHIPPED, path));
}

function filesOf(folder: string): string[] {
  const from = join(SHIPPED, folder);
  return existsSync(from)
    ? readdirSync(from)
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];
}
