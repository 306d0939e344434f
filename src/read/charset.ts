// Bytes to text: byte order mark, strict UTF-8, what the page states, then a guess by the frequency of its bytes.

/** Strict UTF-8 first: bytes that are valid UTF-8 are hardly ever anything else. */
export async function decodeText(bytes: Uint8Array, stated?: string): Promise<string> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return await decodeOther(bytes, stated);
  }
}

/** A page may state its encoding in its head; iconv-lite, since Node's own windows-1252 is wrong for 0x80-0x9F. */
export async function decodeHtml(bytes: Uint8Array): Promise<string> {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  return await decodeText(bytes, /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]);
}

async function decodeOther(bytes: Uint8Array, stated: string | undefined): Promise<string> {
  const { default: iconv } = await import("iconv-lite");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A page that says UTF-8 and is not has a few broken bytes, or says so wrongly.
  if (stated && !/^utf-?8$/iu.test(stated) && iconv.encodingExists(stated)) return iconv.decode(buffer, stated);
  const lossy = new TextDecoder("utf-8").decode(bytes);
  if ((lossy.match(/\uFFFD/gu)?.length ?? 0) * 500 < lossy.length && /[^\p{ASCII}\uFFFD]/u.test(lossy)) return lossy;
  const { default: jschardet } = await import("jschardet");
  const guess = jschardet.detect(buffer.subarray(0, 64_000)).encoding;
  return iconv.decode(buffer, guess && guess !== "ascii" && iconv.encodingExists(guess) ? guess : "windows-1252");
}

/** A NUL or many control characters: not text. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false;
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 27) || byte === 127) odd++;
  }
  return odd * 50 > sample.length;
}
