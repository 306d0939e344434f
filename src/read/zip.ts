// Opens archives within limits: names that climb out, bombs and endless members are refused before anything is inflated.
import { promisify } from "node:util";

export interface ZipLimits {
  readonly mostBytes: number;
  readonly mostEntries: number;
  /** Inflated to packed, for members above a megabyte. */
  readonly mostRatio: number;
}

export const ZIP_LIMITS: ZipLimits = { mostBytes: 300e6, mostEntries: 10_000, mostRatio: 250 };

/** Members that `want` names, in the order of the archive. Throws with a clear sentence where a limit is passed. */
export async function unzipped(
  bytes: Uint8Array,
  want: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Map<string, Uint8Array>> {
  const { fromBuffer } = await import("yauzl");
  const open = promisify<Buffer, object, import("yauzl").ZipFile>(fromBuffer);
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
  });
  if (zip.entryCount > limits.mostEntries) throw new Error(`the archive has more than ${limits.mostEntries} members`);
  const found = new Map<string, Uint8Array>();
  let total = 0;
  return await new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(found));
    zip.on("entry", (entry: import("yauzl").Entry) => {
      const name = entry.fileName.normalize("NFC");
      if (name.endsWith("/") || !want(name)) return zip.readEntry();
      if (entry.isEncrypted()) return reject(new Error("the archive is encrypted"));
      total += entry.uncompressedSize;
      if (total > limits.mostBytes)
        return reject(new Error(`the archive holds more than ${Math.round(limits.mostBytes / 1e6)} MB`));
      if (entry.uncompressedSize > 1e6 && entry.uncompressedSize > entry.compressedSize * limits.mostRatio)
        return reject(new Error(`${name} is packed suspiciously well: an archive bomb`));
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("error", reject);
        stream.on("end", () => {
          found.set(name, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}

/** Checks the limits of the whole archive, before a library inflates it by itself. */
export async function checkZip(bytes: Uint8Array): Promise<void> {
  const { fromBuffer } = await import("yauzl");
  const open = promisify<Buffer, object, import("yauzl").ZipFile>(fromBuffer);
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve());
    zip.on("entry", (entry: import("yauzl").Entry) => {
      total += entry.uncompressedSize;
      if (total > ZIP_LIMITS.mostBytes)
        return reject(new Error(`it unpacks to more than ${Math.round(ZIP_LIMITS.mostBytes / 1e6)} MB`));
      if (entry.uncompressedSize > 1e6 && entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.mostRatio)
        return reject(new Error(`${entry.fileName} is packed suspiciously well: an archive bomb`));
      zip.readEntry();
    });
    zip.readEntry();
  });
}

export function textIn(members: ReadonlyMap<string, Uint8Array>, name: string): string | undefined {
  const bytes = members.get(name);
  return bytes && new TextDecoder("utf-8").decode(bytes);
}
