// Files made for tests of the readers, and what is read from them.
import JSZip from "jszip";
import type { Document } from "../../src/core/document.ts";
import { readFile } from "../../src/read/registry.ts";

export async function documentsIn(content: string | Uint8Array, path: string): Promise<readonly Document[]> {
  const result = await readFile(typeof content === "string" ? new TextEncoder().encode(content) : content, path);
  if (result.kind !== "read") throw new Error(`${result.kind}: ${result.reason}`);
  return result.documents;
}

export async function read(content: string | Uint8Array, path: string): Promise<Document> {
  const [document] = await documentsIn(content, path);
  if (!document) throw new Error("no document");
  return document;
}

export async function zipped(members: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(members)) zip.file(name, text);
  return await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

export const texts = (document: Document): string[] => document.blocks.map((block) => block.text);

/** A PDF of one font whose pages are lines at given heights. */
export function pdf(pages: readonly (readonly (readonly [number, number, number, string])[])[]): Uint8Array {
  const objects: string[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  for (const lines of pages) {
    const stream = lines
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`)
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(text);
}
