// Where kb's own files lie: beside src/ and dist/ what the package ships, within them the code that starts as a process or thread of its own.

// This file is written to the same place below dist/ by both builds (scripts/build.mjs sees to it): where other code stands in a bundle is not its place.
const here = import.meta.url;
const ENDING = here.slice(here.lastIndexOf("."));

/** False where the program runs from its sources, as in tests: Node starts no process and no thread from TypeScript. */
export const isBuilt = ENDING === ".js";

/** Of what lies in the package: "package.json", "templates/pages/". */
export function shippedUrl(path: string): URL {
  return new URL(`../../${path}`, here);
}

/** Of code that is a file of its own in any build: "run/note-thread". */
export function codeUrl(name: "read/child/entry" | "run/note-thread" | "vault/settings-schema"): URL {
  return new URL(`../${name}${ENDING}`, here);
}
