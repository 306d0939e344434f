// What a person may mean by a path on the command line: from the working folder, or from the vault's root.
import { relative, resolve, sep } from "node:path";

/** Paths from the vault's root, "/", NFC; likelier first. Those that lead out of the vault are left away. */
export function pathNamed(root: string, name: string, cwd: string): string[] {
  const paths = [cwd, root].map((base) => relative(root, resolve(base, name)).split(sep).join("/").normalize("NFC"));
  return [...new Set(paths)].filter((path) => path !== "" && !path.startsWith("../") && path !== "..");
}
