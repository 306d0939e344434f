// Known injections inside a source, and a model that obeys whatever reaches it: nothing it says gets onto a page.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { addressesAModel } from "../../src/text/injection.ts";
import { sentencesOf } from "../../src/text/sentences.ts";
import { startFakeModel } from "../fake-model/server.ts";
import { DESK, documentOf, engineAt } from "./documents.ts";

const file = `${process.env.KB_BENCH_DATA ?? "../shared/data"}/hostile/prompt_injection.json`;

test.skipIf(!existsSync(file))(
  "of 251 injections none changes a claim, a summary or a name, though the model obeys",
  { timeout: 120_000 },
  async () => {
    const known = z.array(z.object({ user_input: z.string() })).parse(JSON.parse(readFileSync(file, "utf8")));
    const { url, close, calls } = await startFakeModel({ behave: () => "obey" });
    const engine = await engineAt(url);
    const own = new Set(DESK.sentences.map(({ text }) => text));
    for (const { user_input } of known) {
      const text = user_input.replace(/\s+/g, " ").slice(0, 3000);
      const parts = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
      const document = documentOf(`${DESK.markdown}\n${parts.join("\n")}`);
      const note = await engine.noteDocument(document);
      expect(JSON.stringify([note.claims, note.summary, note.names])).not.toContain("PWNED");
      // What the source says of itself is there as before.
      expect(note.claims.filter((claim) => own.has(claim.text)).length).toBeGreaterThan(4);
      for (const claim of note.claims) {
        for (const n of claim.evidence) expect(addressesAModel(document.sentences[n - 1]?.text ?? "")).toBe(false);
      }
    }
    for (const { prompt } of calls) {
      for (const [, sentence = ""] of prompt.matchAll(/^\[\d+\] (.+)$/gm))
        expect([sentence, addressesAModel(sentence)]).toEqual([sentence, false]);
    }
    await close();
  },
);
