// The program that broken files are given to, one by one: reads as kb does, and says what became of each.
import { readFile } from "../src/read/registry.ts";

process.on("disconnect", () => process.exit(0));
process.on("message", (message) => {
  const { name, bytes } = message as { readonly name: string; readonly bytes: Uint8Array };
  void readFile(bytes, name).then((result) => {
    process.send?.({ kind: result.kind, reason: result.kind === "read" ? "" : result.reason });
  });
});
