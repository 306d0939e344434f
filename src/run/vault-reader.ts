// What answering reads of pages: bodies, front matter, claims, citations, each once.
import type { VaultReader } from "../answer/answered.ts";
import { citedOn, claimsOn } from "../answer/claims.ts";
import type { Claim } from "../core/note.ts";
import { readPage } from "../vault/load.ts";
import type { Workspace } from "./workspace.ts";

export function readerOf({ layout }: Pick<Workspace, "layout">): VaultReader {
  const pages = new Map<string, ReturnType<typeof readPage>>();
  const claims = new Map<string, readonly Claim[]>();
  const page = (path: string): ReturnType<typeof readPage> => {
    if (!pages.has(path)) pages.set(path, readPage(layout, path));
    return pages.get(path);
  };
  const bodyOf = (path: string): string => page(path)?.body ?? "";
  return {
    bodyOf,
    frontOf: (path) => page(path)?.front ?? {},
    citedOn: (path) => citedOn(bodyOf(path)),
    claimsOf: (path) => {
      const known = claims.get(path) ?? claimsOn(bodyOf(path));
      claims.set(path, known);
      return known;
    },
  };
}
