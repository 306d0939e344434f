// A rendered deck as a real browser lays it out: which slides run over, which lines are cut, which signs no font has.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface LaidOut {
  readonly slides: number;
  /** Slides, from 0, whose content is higher or wider than they are, or stands in their margin below. */
  readonly over: readonly number[];
  /** Slides with a heading or a paragraph of which a part is hidden. */
  readonly cut: readonly number[];
  /** Slides with a picture that did not load. */
  readonly blank: readonly number[];
}

/** Runs in the page: shows all slides and measures each. */
const PROBE = `addEventListener("load", () => setTimeout(() => {
  document.head.insertAdjacentHTML("beforeend", "<style>svg[data-marpit-svg] { display: block !important; content-visibility: visible !important; }</style>");
  const sections = [...document.querySelectorAll("section")];
  const which = (test) => sections.flatMap((one, i) => (test(one) ? [i] : []));
  const wide = (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
  const parts = (one) => [...one.querySelectorAll("h1, h2, h3, p, li, table, td, th, pre, img")];
  const outside = (one) => {
    const box = one.getBoundingClientRect();
    const scale = box.height / one.offsetHeight || 1;
    const style = getComputedStyle(one);
    const low = box.bottom - parseFloat(style.paddingBottom) * scale + 2;
    const right = box.right - parseFloat(style.paddingRight) * scale + 2;
    return parts(one).some((part) => part.getBoundingClientRect().bottom > low || part.getBoundingClientRect().right > right);
  };
  const hidden = (part) => getComputedStyle(part).overflow !== "visible" && part.scrollHeight > part.clientHeight + 2;
  const report = {
    slides: sections.length,
    over: which((one) => wide(one) || outside(one)),
    cut: which((one) => parts(one).some(hidden)),
    blank: which((one) => [...one.querySelectorAll("img")].some((img) => !img.complete || img.naturalWidth === 0)),
  };
  document.body.innerHTML = "<pre>" + JSON.stringify(report) + "</pre>";
}, 50))`;

/** `html` is the deck as kb renders it. Throws where the browser gives no measure. */
export function laidOut(html: string, browser: string): LaidOut {
  const folder = mkdtempSync(join(tmpdir(), "kb-laid-out-"));
  try {
    const page = join(folder, "deck.html");
    writeFileSync(page, html.replace("</body>", `<script>${PROBE}</script></body>`));
    const shown = execFileSync(
      browser,
      [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1280,720",
        "--virtual-time-budget=5000",
        `--user-data-dir=${join(folder, "profile")}`,
        "--dump-dom",
        pathToFileURL(page).href,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 },
    );
    return JSON.parse(/<pre>(.*?)<\/pre>/u.exec(shown)?.[1] ?? "") as LaidOut;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
