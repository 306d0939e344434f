// .ipynb: cells in order, code with its language, the text that outputs show.
import type { Removal } from "../../core/document.ts";
import { decodeText } from "../charset.ts";
import { documentOf } from "../document.ts";
import { type ReadResult, read } from "../result.ts";

const LONGEST_OUTPUT = 2000;

type Fields = Readonly<Record<string, unknown>>;

export async function readNotebook(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const book = fieldsOf(JSON.parse(await decodeText(bytes)));
  const cells = Array.isArray(book["cells"])
    ? book["cells"]
    : fieldsOf(Array.isArray(book["worksheets"]) ? book["worksheets"][0] : {})["cells"];
  if (!Array.isArray(cells)) return { kind: "failed", reason: "the notebook has no cells" };
  const metadata = fieldsOf(book["metadata"]);
  const language = String(
    fieldsOf(metadata["kernelspec"])["language"] ?? fieldsOf(metadata["language_info"])["name"] ?? "python",
  );
  const leftOut: Removal[] = [];
  const markdown = cells
    .map((cell) => cellText(fieldsOf(cell), language, leftOut))
    .filter((text) => text !== "")
    .join("\n\n");
  const title = typeof metadata["title"] === "string" ? { title: metadata["title"] } : {};
  return read(documentOf({ path, format: "notebook", markdown, opens: false, meta: title, leftOut }));
}

function cellText(cell: Fields, language: string, leftOut: Removal[]): string {
  const source = textOf(cell["source"] ?? cell["input"]).trim();
  if (source === "") return "";
  switch (cell["cell_type"]) {
    case "markdown":
      return source;
    case "heading":
      return `${"#".repeat(Number(cell["level"] ?? 1))} ${source}`;
    case "code": {
      const outputs = Array.isArray(cell["outputs"])
        ? cell["outputs"].map((output) => outputOf(fieldsOf(output), leftOut)).filter((text) => text !== "")
        : [];
      return [fenced(source, language), ...outputs].join("\n\n");
    }
    default:
      return fenced(source, "");
  }
}

/** What an output shows to a reader: its own Markdown, else its text; pictures and what is endless are left out, and said so. */
function outputOf(output: Fields, leftOut: Removal[]): string {
  const data = fieldsOf(output["data"]);
  const text = textOf(output["text"] ?? data["text/plain"] ?? "");
  const error =
    output["output_type"] === "error" ? `${String(output["ename"] ?? "")}: ${String(output["evalue"] ?? "")}` : "";
  const shown = (text || error).replace(/\u001b\[[\d;]*m/gu, "").trim();
  const picture = Object.keys(data).find((kind) => kind.startsWith("image/"));
  // "<Figure size 640x480 with 1 Axes>" is all that its text says of it.
  if (picture) {
    leftOut.push({ step: "notebook", reason: `a picture among the outputs (${picture})`, text: shown });
    return /^<[^<>]*>$/u.test(shown) || shown === "" ? "" : fenced(shown, "");
  }
  const written = textOf(data["text/markdown"]).trim();
  if (written !== "") return written;
  if (shown === "") return "";
  if (shown.length <= LONGEST_OUTPUT) return fenced(shown, "");
  leftOut.push({
    step: "notebook",
    reason: `an output of ${shown.length} letters, cut`,
    text: shown.slice(LONGEST_OUTPUT, LONGEST_OUTPUT + 500),
  });
  return fenced(`${shown.slice(0, LONGEST_OUTPUT)}\n…`, "");
}

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map((ticks) => ticks[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join("") : typeof value === "string" ? value : "";
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
