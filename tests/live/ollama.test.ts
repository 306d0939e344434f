// With a real Ollama server, where OLLAMA_HOST names one that answers: it behaves as the fake one does.
import { expect, test } from "vitest";
import { probe } from "../../src/engine/model/discover.ts";
import { supportOf } from "../../src/text/support.ts";
import { DESK, documentOf, engineAt, passagesOf } from "../engine/documents.ts";

const host = process.env.OLLAMA_HOST ?? "";
const found = host === "" ? undefined : await probe({ kind: "ollama", settings: {}, env: { OLLAMA_HOST: host } });
const live = test.skipIf(found === undefined);
const engine = (contextTokens = 4096) => engineAt(host, { settings: { hosts: [host], contextTokens } });

live("notes of a short text rest on its sentences", { timeout: 300_000 }, async () => {
  const note = await (await engine()).noteDocument(DESK);
  expect(note.claims.length).toBeGreaterThan(3);
  for (const { text, evidence } of note.claims) {
    expect(
      supportOf(
        text,
        evidence.map((n) => DESK.sentences[n - 1]?.text).join("\n"),
        `${DESK.sentences[(evidence[0] ?? 0) - 2]?.text ?? ""}\n${DESK.meta.title}\n${DESK.blocks.map((block) => block.headings.join(" ")).join("\n")}`,
      ).missing,
    ).toEqual([]);
  }
  expect(note.summary.length).toBeGreaterThan(0);
});

live("an answer cites what holds it", { timeout: 300_000 }, async () => {
  const draft = await (await engine()).answer({
    question: "Who coined the word hypertext, and when?",
    passages: passagesOf(DESK),
    length: 40,
    rules: "",
  });
  expect(draft.sentences.flatMap(({ passages }) => passages)).toContain(6);
});

live("a long text in a small context loses nothing in silence", { timeout: 600_000 }, async () => {
  const long = documentOf(
    Array.from(
      { length: 12 },
      (_, at) =>
        `Drawer number ${at + 1} of the desk was built in ${1900 + at} and holds ${at + 3} old letters from the years before the war.`,
    ).join("\n"),
  );
  const note = await (await engine(1024)).noteDocument(long);
  expect(note.claims.length + note.dropped.length).toBeGreaterThan(5);
});

live("an abort is heard at once", { timeout: 60_000 }, async () => {
  const stop = new AbortController();
  const started = await engine();
  const before = Date.now();
  setTimeout(() => stop.abort(new Error("stopped")), 1000);
  await expect(
    started.noteDocument(documentOf(DESK.markdown.replaceAll("memex", "apparatus")), stop.signal),
  ).rejects.toThrow("stopped");
  expect(Date.now() - before).toBeLessThan(3000);
});

live("embeddings tell alike texts from others", { timeout: 60_000 }, async () => {
  const vectors = await (await engine()).embed([
    "The memex is a desk with microfilm.",
    "A desk that stores microfilm is called memex.",
    "Penguins live in the south.",
  ]);
  if (vectors === undefined) return;
  const [a, b, c] = vectors;
  const likeness = (x: Float32Array = new Float32Array(), y: Float32Array = new Float32Array()) =>
    x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  expect(likeness(a, b)).toBeGreaterThan(likeness(a, c));
});
