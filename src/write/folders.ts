// Where each source stands in the person's own order of things: its folder below raw/.

/** A post in a folder of its own, with its pictures: "fast-linking/index.md". */
const ALONE = /^(?:_?index|readme)\.\p{Alpha}+$/iu;

/** Folder by path of the source: "python" of "raw/python/til.md"; empty at the top, and for what stands inside of an archive. */
export function foldersOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const split = paths.map((path) => ({ path, parts: path.split("::")[0]?.split("/") ?? [] }));
  const sizes = new Map<string, number>();
  for (const { parts } of split) {
    const folder = parts.slice(0, -1).join("/");
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  return new Map(
    split.map(({ path, parts }) => {
      const own = ALONE.test(parts.at(-1) ?? "") && sizes.get(parts.slice(0, -1).join("/")) === 1;
      return [path, parts.slice(1, own ? -2 : -1).join("/")];
    }),
  );
}
