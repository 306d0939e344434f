// The Liquid files that a run uses: those of the program, with the vault's own in their place.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shippedUrl } from "../core/own-files.ts";
import { absolute, type Layout } from "../vault/layout.ts";

const SHIPPED = fileURLToPath(shippedUrl("templates/"));

/** Base name -> text, for one folder of templates/: "prompts", "pages" or "slides". */
export function templatesOf(layout: Layout, folder: string): Record<string, string> {
  return { ...filesIn(join(SHIPPED, folder)), ...filesIn(absolute(layout, `${layout.templates}/${folder}`)) };
}

function filesIn(folder: string): Record<string, string> {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => name.endsWith(".liquid"))
      .sort();
  } catch {
    return {};
  }
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.liquid$/, ""), readFileSync(join(folder, name), "utf8")]),
  );
}
