// Opens .tar and .gz within the limits of zip archives: names that climb out, bombs and endless members are refused.
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ZIP_LIMITS, type ZipLimits } from "./zip.ts";

const BLOCK = 512;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

export const isTar = (bytes: Uint8Array): boolean =>
  bytes.length >= BLOCK && Buffer.from(bytes.subarray(257, 262)).toString("latin1") === "ustar";

/** What a .gz holds. Throws with a clear sentence where it would grow beyond the limits. */
export async function gunzipped(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<Uint8Array> {
  const most = Math.min(limits.mostBytes, Math.max(1e6, bytes.length * limits.mostRatio));
  try {
    return await promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip)(bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw new Error("it is packed suspiciously well: an archive bomb");
    throw error;
  }
}

/** The plain files that `want` names, in the order of the archive; links and devices are passed over. Throws where a limit is passed or the archive is cut. */
export function untarred(
  bytes: Uint8Array,
  want: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let entries = 0;
  let longName = "";
  let at = 0;
  let ended = false;
  while (at + BLOCK <= bytes.length) {
    const head = Buffer.from(bytes.subarray(at, at + BLOCK));
    ended = head.every((byte) => byte === 0);
    if (ended) break;
    if (++entries > limits.mostEntries) throw new Error(`the archive has more than ${limits.mostEntries} members`);
    const size = sizeIn(head);
    const start = at + BLOCK;
    if (start + size > bytes.length) throw new Error("the archive is cut off");
    const content = bytes.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    const kind = String.fromCharCode(head[156] ?? 0);
    if (kind === "L") longName = textTo0(Buffer.from(content));
    else if (kind === "x") longName = /^\d+ path=(.*)$/mu.exec(Buffer.from(content).toString("utf8"))?.[1] ?? longName;
    else {
      const name = (longName || ownName(head)).normalize("NFC").replace(/^(?:\.\/)+/u, "");
      longName = "";
      if (/^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/u.test(name))
        throw new Error(`a member's name leads out of the archive: ${name}`);
      if ((kind === "0" || kind === "\0") && !name.endsWith("/") && want(name)) found.set(name, content);
    }
  }
  if (!ended && at !== bytes.length) throw new Error("the archive is cut off");
  return found;
}

function ownName(head: Buffer): string {
  const name = textTo0(head.subarray(0, 100));
  // Old GNU archives ("ustar  ") keep times where POSIX has the name's beginning.
  const prefix = head[262] === 0 ? textTo0(head.subarray(345, 500)) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

function sizeIn(head: Buffer): number {
  const octal = textTo0(head.subarray(124, 136)).trim();
  if (!/^[0-7]+$/u.test(octal)) throw new Error("a member's size cannot be read");
  return Number.parseInt(octal, 8);
}

function textTo0(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end < 0 ? bytes.length : end).toString("utf8");
}
