// kb ask --source: the pages of the source that a person names by file, folder or title.
import { UserError } from "../core/errors.ts";
import { loadWiki } from "../vault/load.ts";
import { rawsOf } from "./reindex.ts";
import type { Workspace } from "./workspace.ts";

const plain = (text: string): string => text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Paths of source pages; of a book all its chapters. UserError when nothing has that name. */
export function pagesNamed({ layout, store }: Pick<Workspace, "layout" | "store">, name: string): ReadonlySet<string> {
  const wanted = plain(name).replace(/\/$/u, "");
  const sources = loadWiki(layout, store).filter((page) => page.type === "source");
  const byFile = sources.filter((page) =>
    [page.path, ...rawsOf(page)].map(plain).some((path) => {
      const file = path.slice(path.lastIndexOf("/") + 1);
      return [path, path.slice(layout.raw.length + 1), file, file.replace(/\.[^.]+$/u, "")].includes(wanted);
    }),
  );
  const below = sources.filter((page) => rawsOf(page).some((path) => plain(path).startsWith(`${wanted}/`)));
  const titled = (fits: (title: string) => boolean) =>
    sources.filter((page) => [page.title, ...textsIn(page.front.aliases)].map(plain).some(fits));
  const whole = titled((title) => title === wanted || title.startsWith(`${wanted}: `));
  const found = [byFile, whole, below, titled((title) => title.includes(wanted))].find((pages) => pages.length > 0);
  if (wanted === "" || !found)
    throw new UserError(
      `No source is called "${name}". Name its file in ${layout.raw}/, or its title as wiki/index.md has it.`,
    );
  return new Set(found.map((page) => page.path));
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
