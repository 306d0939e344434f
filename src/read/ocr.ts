// Text in pictures, offline: tesseract.js with the language data that an npm package carries.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** English data reads other Latin scripts passably. Throws on what is no picture. */
export async function recognised(image: Uint8Array): Promise<string> {
  const { createWorker } = await import("tesseract.js");
  const require = createRequire(import.meta.url);
  const langPath = join(dirname(require.resolve("@tesseract.js-data/eng/package.json")), "4.0.0_best_int");
  let fault: unknown;
  // Without an error handler a bad picture ends the whole process.
  const worker = await createWorker("eng", 1, {
    langPath,
    gzip: true,
    cacheMethod: "none",
    errorHandler: (error: unknown) => (fault = error),
  });
  try {
    const { data } = await worker.recognize(Buffer.from(image));
    // Noise of a photograph: nothing that looks like words.
    return data.confidence < 40 ? "" : data.text.trim();
  } catch (error) {
    throw new Error(`no picture that can be read: ${String(fault ?? error).slice(0, 120)}`);
  } finally {
    await worker.terminate();
  }
}
