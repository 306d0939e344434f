// Page layouts: the Liquid files of templates/pages/ put the parts of a page together; the parts themselves are made by code.
import { Liquid, type Template } from "liquidjs";
import { UserError } from "../core/errors.ts";
import type { LayOut, PageLayout } from "../core/page.ts";
import type { Layout } from "../vault/layout.ts";
import { memoKey } from "../vault/memo.ts";
import { templatesOf } from "./templates.ts";

/** Without these a page would lose what other pages cite, or what says where it comes from. */
const MUST_STAND: Readonly<Record<PageLayout, readonly string[]>> = {
  topic: ["entry", "sources"],
  source: ["claims"],
  answer: ["answer"],
  overview: [],
  index: ["catalogue"],
};

export interface PageLayouts {
  readonly layOut: LayOut;
  /** What pages depend on. */
  readonly key: string;
}

/** The vault's own layouts, and kb's where it has none. `layOut` throws a UserError that names a file which is broken, or drops what must stand. */
export function pageLayouts(layout: Layout): PageLayouts {
  const templates = templatesOf(layout, "pages");
  return { layOut: layOutWith(templates), key: memoKey(templates) };
}

/** `templates`: base names ("topic") to text. */
function layOutWith(templates: Readonly<Record<string, string>>): LayOut {
  // Includes are looked up in memory only: a layout reads no file. An empty part counts as none.
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    jsTruthy: true,
    templates: {},
    renderLimit: 10_000,
    memoryLimit: 1e8,
    // Else it asks for the system's, which takes longer than all pages of a small change.
    locale: "en-US",
  });
  const parsed = new Map<PageLayout, Template[]>();
  const parse = (name: PageLayout): Template[] => {
    const known = parsed.get(name) ?? liquid.parse((templates[name] ?? "").replaceAll("\r\n", "\n"));
    parsed.set(name, known);
    return known;
  };
  return (name, parts) => {
    let body: string;
    try {
      body = String(liquid.renderSync(parse(name), parts));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      throw new UserError(`The layout templates/pages/${name}.liquid cannot be used: ${reason}.`);
    }
    const lost = MUST_STAND[name].find((part) => !body.includes(String(parts[part] ?? "")));
    if (lost !== undefined)
      throw new UserError(
        `The layout templates/pages/${name}.liquid leaves out {{ ${lost} }}, which must stand as it is. Put it back, or delete the file to use kb's own.`,
      );
    return body
      .replace(/[^\S\n]+$/gmu, "")
      .replace(/\n{3,}/gu, "\n\n")
      .trim();
  };
}
