// Reads vault.config.json. What it said last is kept in .kb/, because loading the schema takes longer than all else that a small command does.
import { readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../core/errors.ts";
import { codeUrl } from "../core/own-files.ts";
import { sha256 } from "../text/hash.ts";
import { codeOf } from "./disk-fault.ts";
import { SETTINGS_FILE } from "./layout.ts";
import type { Settings } from "./settings-schema.ts";

export type { Settings } from "./settings-schema.ts";

/** Settings of the vault at `root`; a UserError says what is wrong and where. */
export async function loadSettings(root: string): Promise<Settings> {
  const file = join(root, SETTINGS_FILE);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT")
      throw new UserError(`There is no vault at ${root}: ${SETTINGS_FILE} is missing. Make one with \`kb init\`.`);
    throw new UserError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
  const kept = join(root, ".kb", "settings.json");
  const known = keptSettings(kept, text);
  if (known !== undefined) return known;
  const { parseSettings } = await import("./settings-schema.ts");
  const settings = parseSettings(text, file);
  try {
    writeFileSync(kept, JSON.stringify({ schema: schemaStamp(), text, settings }));
  } catch {
    // No .kb/ yet, or a vault that cannot be written: the schema is loaded again next time.
  }
  return settings;
}

function keptSettings(kept: string, text: string): Settings | undefined {
  try {
    const value = JSON.parse(readFileSync(kept, "utf8")) as { schema: string; text: string; settings: Settings };
    return value.text === text && value.schema === schemaStamp() ? value.settings : undefined;
  } catch {
    return undefined;
  }
}

/** Tells one build of the schema from another: its code, or the name of the file that has it. */
function schemaStamp(): string {
  return sha256(readFileSync(codeUrl("vault/settings-schema")));
}
