// A page that is a picture: its images are taken out and read by OCR.
import { recognised } from "../ocr.ts";
import type { Line } from "./lines.ts";

type Pdf = Awaited<ReturnType<typeof import("unpdf").getDocumentProxy>>;

/** Lines of one size, top to bottom; none where the page holds no picture. */
export async function scannedLines(pdf: Pdf, page: number): Promise<Line[]> {
  const { extractImages } = await import("unpdf");
  const images = await extractImages(pdf, page).catch(() => []);
  const lines: Line[] = [];
  for (const image of images) {
    if (image.width < 200 || image.height < 100 || image.width * image.height > 60e6) continue;
    const text = await recognised(pixmap(image.data, image.width, image.height, image.channels));
    for (const paragraph of text.split(/\n\s*\n/u)) {
      const y = 10_000 - lines.length * 30;
      for (const [i, line] of paragraph.split("\n").entries()) {
        const clean = line.replace(/\s+/gu, " ").trim();
        if (clean !== "")
          lines.push({
            text: clean,
            x: 0,
            right: 100,
            y: y - i * 12,
            size: 10,
            bold: false,
            cells: [{ x: 0, text: clean }],
            pieces: [{ x: 0, text: clean }],
            page,
          });
      }
    }
  }
  return lines;
}

/** Portable pixmap: the plainest format that the recogniser reads. */
function pixmap(data: Uint8ClampedArray, width: number, height: number, channels: 1 | 3 | 4): Uint8Array {
  const grey = channels === 1;
  const head = Buffer.from(`${grey ? "P5" : "P6"}\n${width} ${height}\n255\n`, "latin1");
  if (channels !== 4) return Buffer.concat([head, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]);
  const rgb = Buffer.alloc(width * height * 3);
  for (let i = 0, o = 0; i < data.length; i += 4, o += 3) {
    rgb[o] = data[i] ?? 0;
    rgb[o + 1] = data[i + 1] ?? 0;
    rgb[o + 2] = data[i + 2] ?? 0;
  }
  return Buffer.concat([head, rgb]);
}
