// Finds a browser that can print: CHROME_PATH, the usual names on PATH, the usual places of each system.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { UserError } from "../core/errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
  "brave-browser",
];
const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"];
const WINDOWS_PLACES = [
  "Google/Chrome/Application/chrome.exe",
  "Chromium/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
  "BraveSoftware/Brave-Browser/Application/brave.exe",
];
const LINUX_PLACES = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome", "/var/lib/flatpak/exports/bin"];

/** Every place looked at, best first. */
export function browserPlaces(env: Env, platform: NodeJS.Platform): string[] {
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  const ending = platform === "win32" ? ".exe" : "";
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, `${name}${ending}`)));
  switch (platform) {
    case "darwin": {
      const roots = ["/Applications", ...(env.HOME === undefined ? [] : [join(env.HOME, "Applications")])];
      return [
        ...onPath,
        ...roots.flatMap((root) => MAC_APPS.map((app) => join(root, `${app}.app`, "Contents/MacOS", app))),
      ];
    }
    case "win32": {
      const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
      return [...roots.flatMap((root) => WINDOWS_PLACES.map((place) => join(root, place))), ...onPath];
    }
    default:
      return [...onPath, ...LINUX_PLACES.flatMap((folder) => NAMES.map((name) => join(folder, name)))];
  }
}

/** Undefined when there is none. UserError when CHROME_PATH names what is not there. */
export function browserIn(env: Env, platform: NodeJS.Platform = process.platform): string | undefined {
  const named = env.CHROME_PATH;
  if (named !== undefined && named !== "") {
    if (runs(named)) return named;
    throw new UserError(
      `CHROME_PATH is ${named}, and no program stands there. Correct it, or unset it to let kb look.`,
    );
  }
  return browserPlaces(env, platform).find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
