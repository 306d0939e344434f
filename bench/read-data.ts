// The public sets that readers are measured on, unpacked where they are archives; they are no part of the project.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export const DATA = process.env["KB_BENCH_DATA"] ?? "../shared/data";

export interface Page {
  readonly id: string;
  readonly html: string;
  readonly gold: string;
  readonly kind: string;
  readonly title?: string;
  readonly author?: string | null;
  readonly date?: string | null;
}

interface Truth {
  readonly _internal: { readonly page_type: { readonly primary: string } };
  readonly ground_truth: {
    readonly title: string;
    readonly author: string | null;
    readonly publish_date: string | null;
    readonly main_content: string;
  };
}

/** Three pages have no text to find. */
export function wcxb(): Page[] {
  const folder = join(DATA, "html/wcxb-dev200");
  return pagesIn(folder)
    .filter((id) => !/^(?:4720|4722|4750)$/u.test(id))
    .map((id) => {
      const truth = JSON.parse(readFileSync(join(folder, "ground-truth", `${id}.json`), "utf8")) as Truth;
      const { title, author, publish_date, main_content } = truth.ground_truth;
      return {
        id,
        html: htmlOf(folder, id),
        gold: main_content,
        kind: truth._internal.page_type.primary,
        title,
        author,
        date: publish_date,
      };
    });
}

export function aeb(): Page[] {
  const folder = join(DATA, "html/aeb181");
  const truth = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<
    string,
    { readonly articleBody: string }
  >;
  return pagesIn(folder).map((id) => ({
    id,
    html: htmlOf(folder, id),
    gold: truth[id]?.articleBody ?? "",
    kind: "news",
  }));
}

function pagesIn(folder: string): string[] {
  return readdirSync(join(folder, "html"))
    .sort()
    .map((name) => name.replace(".html.gz", ""));
}

function htmlOf(folder: string, id: string): string {
  return gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8");
}

/** An archive of the data, unpacked into a folder of its own. */
export function unpacked(archive: string): string {
  const folder = mkdtempSync(join(tmpdir(), "kb-bench-"));
  execFileSync("tar", ["xzf", join(DATA, archive), "-C", folder]);
  return folder;
}

export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => ending.test(path) && statSync(path).isFile())
    .sort();
}
