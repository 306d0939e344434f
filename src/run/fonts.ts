// Has this machine a font for the signs of a deck? Asked of the browser that will draw it: it alone knows where it looks.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LIMIT_MS = 30_000;
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{sc=Han}/u, "Chinese"],
  [/\p{sc=Hiragana}|\p{sc=Katakana}/u, "Japanese"],
  [/\p{sc=Hangul}/u, "Korean"],
];

/** A sign that no font has is drawn as the box that any such sign gets: two unlike signs come out alike. */
const PROBE = (sign: string): string => `<!doctype html><meta charset="utf-8"><canvas></canvas><script>
const drawn = (sign) => {
  const canvas = document.querySelector("canvas");
  canvas.width = 64; canvas.height = 64;
  const pen = canvas.getContext("2d");
  pen.font = "40px serif";
  pen.fillText(sign, 4, 48);
  return canvas.toDataURL();
};
document.title = drawn(${JSON.stringify(sign)}) !== drawn("\\u{10FFFD}") ? "there" : "missing";
document.body.innerHTML = "<p>" + document.title + "</p>";
</script>`;

/** Names of the scripts in the text that the browser has no font for; none when it does not say. */
export async function scriptsWithoutFont(
  text: string,
  browser: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  return missingOf(text, async (sign) => !(await shown(PROBE(sign), browser, env)).includes("<p>missing</p>"));
}

/** Names of the scripts in the text of which not even one sign can be drawn. */
export async function missingOf(text: string, draws: (sign: string) => boolean | Promise<boolean>): Promise<string[]> {
  const missing: string[] = [];
  for (const [script, name] of SCRIPTS) {
    const sign = script.exec(text)?.[0];
    if (sign !== undefined && !(await draws(sign))) missing.push(name);
  }
  return missing;
}

export const noFont = (scripts: readonly string[]): string =>
  `No font here has ${scripts.join(" or ")} signs: they come out as boxes or gaps. Install one, such as Noto Sans CJK (Debian: apt install fonts-noto-cjk), and render again.`;

/** Flags without which a browser does not start for root, as in containers. */
export const browserFlags = (): string[] => [
  "--headless",
  "--disable-gpu",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** The page's DOM after its scripts; empty when the browser fails. */
function shown(html: string, browser: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "kb-font-"));
  const page = join(folder, "page.html");
  writeFileSync(page, html);
  return new Promise<string>((done) => {
    const args = [
      ...browserFlags(),
      `--user-data-dir=${join(folder, "profile")}`,
      "--dump-dom",
      pathToFileURL(page).href,
    ];
    const child = spawn(browser, args, { env: { ...env }, stdio: ["ignore", "pipe", "ignore"], timeout: LIMIT_MS });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", () => done(""));
    child.on("close", () => done(said));
  }).finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
