// Servers that are absent, wrong, slow, many or dying.
import { createServer } from "node:http";
import { describe, expect, it, test } from "vitest";
import { EngineGone, UserError } from "../../src/core/errors.ts";
import { probe } from "../../src/engine/model/discover.ts";
import { hostsFrom, isNear } from "../../src/engine/model/settings.ts";
import { SMALL } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { DESK, documentOf, engineAt, memory } from "./documents.ts";

const start = fakeModels();
const nowhere = "http://127.0.0.1:9";
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test("no server: one sentence says what to start", async () => {
  const failure = await failureOf(engineAt(nowhere));
  expect(failure).toBeInstanceOf(UserError);
  expect(failure).toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(
      /^No Ollama server answers at http:\/\/127\.0\.0\.1:9 .*ollama serve.*--engine extractive/,
    ),
  });
});

test("a model that is not there: one sentence with the command that gets it", async () => {
  const { url } = await start();
  await expect(engineAt(url, { settings: { hosts: [url], chat: "qwen3:8b" } })).rejects.toThrow(
    /no model "qwen3:8b". Get it with: ollama pull qwen3:8b. It has: fake-embed, fake:1.5b/,
  );
});

test("a model that vanishes in the middle stops the run with the same sentence", async () => {
  const { url } = await start({
    behave: () => ({ status: 404, body: '{"error":"model \\"fake:1.5b\\" not found, try pulling it first"}' }),
  });
  const failure = await failureOf((await engineAt(url)).noteDocument(DESK));
  expect(failure).toBeInstanceOf(EngineGone);
  expect(failure).toMatchObject({ message: expect.stringContaining("ollama pull fake:1.5b") });
});

test("too little memory is said in so many words", async () => {
  const { url } = await start({
    behave: () => ({
      status: 500,
      body: '{"error":"model requires more system memory (9.1 GiB) than is available (3.2 GiB)"}',
    }),
  });
  await expect((await engineAt(url)).noteDocument(DESK)).rejects.toThrow(
    /needs more memory than the server has .*9\.1 GiB.*smaller model/,
  );
});

test("an error that passes is waited out", async () => {
  const { url } = await start({
    behave: (call) => (call < 3 ? { status: 500, body: '{"error":"llama runner process has terminated"}' } : "good"),
  });
  const note = await (await engineAt(url)).noteDocument(DESK);
  expect(note.claims.length).toBeGreaterThan(5);
});

test("a server that dies in the middle stops the run as gone, quickly", async () => {
  const { url } = await start({ dieAfter: 1 });
  const engine = await engineAt(url);
  const failure = await failureOf(engine.noteDocument(DESK));
  expect(failure).toBeInstanceOf(EngineGone);
  expect(failure).toMatchObject({ exitCode: 1, message: expect.stringContaining("no longer answers") });
});

test("of several hosts a dead one is left out and the others do its work", async () => {
  const [dying, well] = [await start({ dieAfter: 1 }), await start()];
  const notices: string[] = [];
  const engine = await engineAt(well.url, {
    settings: { hosts: [dying.url, well.url] },
    notice: (sentence) => notices.push(sentence),
    limits: { perThousandWords: 25, most: 1000 },
  });
  const long = documentOf(
    Array.from({ length: 400 }, (_, at) => `Drawer number ${at + 1} of the desk holds ${at + 3} old letters.`).join(
      "\n",
    ),
  );
  const note = await engine.noteDocument(long);
  expect(note.claims.length).toBeGreaterThan(250);
  expect(notices.join("\n")).toContain(`${dying.url} no longer answers and is left out`);
});

test("several hosts work side by side, one request each", async () => {
  const [a, b] = [await start({ delay: 20 }), await start({ delay: 20 })];
  const engine = await engineAt(a.url, { settings: { hosts: [a.url, b.url] } });
  expect(engine.hosts).toHaveLength(2);
  await engine.noteDocument(
    documentOf(
      Array.from({ length: 60 }, (_, at) => `Drawer number ${at + 1} of the desk holds ${at + 3} old letters.`).join(
        "\n",
      ),
    ),
  );
  expect(Math.abs(a.calls.length - b.calls.length)).toBeLessThan(4);
});

test("when one request fails for good, those that wait behind it are not sent", async () => {
  const { url, calls } = await start({
    behave: () => ({ status: 400, body: '{"error":"\\"fake:1.5b\\" does not support chat"}' }),
  });
  const long = documentOf(
    Array.from({ length: 200 }, (_, at) => `Drawer number ${at + 1} of the desk holds ${at + 3} old letters.`).join(
      "\n",
    ),
  );
  await expect((await engineAt(url)).noteDocument(long)).rejects.toThrow(/refuses the model "fake:1.5b"/);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(calls.length).toBeLessThan(4);
});

test("a redirect is not followed", async () => {
  const well = await start();
  const elsewhere = createServer((_, response) => response.writeHead(307, { location: `${well.url}/api/tags` }).end());
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const address = elsewhere.address();
  const port = typeof address === "object" ? address?.port : 0;
  await expect(engineAt(`http://127.0.0.1:${port}`)).rejects.toThrow(/No Ollama server answers/);
  elsewhere.close();
});

test("an abort stops a slow request at once and is not taken for a failure", async () => {
  const { url, calls } = await start({ delay: 5000 });
  const engine = await engineAt(url);
  const stop = new AbortController();
  const before = Date.now();
  setTimeout(() => stop.abort(new Error("stopped by hand")), 50);
  await expect(engine.noteDocument(DESK, stop.signal)).rejects.toThrow("stopped by hand");
  expect(Date.now() - before).toBeLessThan(1500);
  await expect.poll(() => calls[0]?.aborted).toBe(true);
});

test("the most able chat model is chosen, said aloud and kept", async () => {
  const memo = memory();
  const notices: string[] = [];
  const first = await start({ models: [...SMALL, { name: "big:7b", size: "7.6B" }] });
  expect((await engineAt(first.url, { memo, notice: (sentence) => notices.push(sentence) })).id).toBe("ollama:big:7b");
  expect(notices).toEqual([expect.stringMatching(/^Uses big:7b, the most able chat model at/)]);
  expect((await engineAt(first.url, { memo })).embedModel).toBe("fake-embed");
});

test("a model's own shorter context is kept to", async () => {
  const { url, calls } = await start({ models: [{ name: "short:1b", size: "1B", context: 2048 }] });
  await (await engineAt(url)).noteDocument(DESK);
  expect(calls[0]?.body).toMatchObject({ options: { num_ctx: 2048 } });
});

test("embeddings are unit vectors, asked for once a text; without such a model there are none", async () => {
  const { url, calls } = await start();
  const memo = memory();
  const texts = ["the desk remembers", "the desk remembers", "a word", ""];
  const vectors = await (await engineAt(url, { memo })).embed(texts);
  expect(vectors).toHaveLength(4);
  for (const vector of vectors ?? []) expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
  expect(calls.flatMap(({ body }) => body.input)).toHaveLength(3);
  expect(await (await engineAt(url, { memo })).embed(texts)).toEqual(vectors);
  expect(calls).toHaveLength(1);
  const bare = await start({ models: [{ name: "fake:1.5b", size: "1.5B" }] });
  expect(await (await engineAt(bare.url)).embed(texts)).toBeUndefined();
});

describe("OpenAI-compatible servers", () => {
  const openai = (url: string) =>
    engineAt(url, { kind: "openai", settings: {}, env: { OPENAI_BASE_URL: url, OPENAI_API_KEY: "key" } });

  it("take notes by the same tasks", async () => {
    const { url, calls } = await start({ models: [{ name: "qwen2.5-7b-instruct", size: "", context: 4096 }] });
    const engine = await openai(url);
    expect(engine.id).toBe("openai:qwen2.5-7b-instruct");
    expect((await engine.noteDocument(DESK)).claims.length).toBeGreaterThan(5);
    expect(engine.usage().tokensIn).toBeGreaterThan(200);
    expect(calls[0]?.body).toMatchObject({
      temperature: 0,
      stream: true,
      max_tokens: expect.any(Number),
      response_format: { type: "json_schema" },
    });
  });

  it("that know no schemas are asked for plain JSON", async () => {
    const { url } = await start({ refuses: ["json_schema", "json_object", "stream_options"] });
    const engine = await openai(url);
    await expect(engine.contradicts("The desk is built.", "The desk is not built.")).resolves.toBe(false);
  });

  it("that are named nowhere are asked for", async () => {
    await expect(engineAt("", { kind: "openai", settings: {}, env: {} })).rejects.toThrow(/set OPENAI_BASE_URL/);
  });

  it("that die in the middle are gone", async () => {
    const { url } = await start({ dieAfter: 0 });
    expect(await failureOf((await openai(url)).noteDocument(DESK))).toBeInstanceOf(EngineGone);
  });
});

test("probing tells what answers, and nothing where nothing does", async () => {
  const { url } = await start();
  expect(await probe({ kind: "ollama", settings: { hosts: [url, nowhere] }, env: {} })).toEqual({
    hosts: [{ url, models: ["fake:1.5b", "fake-embed"] }],
  });
  expect(await probe({ kind: "ollama", settings: { hosts: [nowhere] }, env: {} })).toBeUndefined();
});

describe("hosts", () => {
  const hosts = (host: string, allowRemote = false) =>
    hostsFrom({ kind: "ollama", settings: { allowRemote }, env: { OLLAMA_HOST: host } });
  for (const [host, url] of [
    ["", "http://127.0.0.1:11434"],
    ["0.0.0.0", "http://127.0.0.1:11434"],
    [":9000", "http://127.0.0.1:9000"],
    ["gpu.lan", "http://gpu.lan:11434"],
    ["http://192.168.1.5:11434/", "http://192.168.1.5:11434"],
    ["https://10.0.0.2", "https://10.0.0.2"],
  ] as const) {
    it(`"${host}" is ${url}`, () => expect(hosts(host)).toEqual([url]));
  }
  it("outside this machine and network need leave", () => {
    expect(() => hosts("api.example.com")).toThrow(/allowRemote/);
    expect(hosts("api.example.com", true)).toEqual(["http://api.example.com:11434"]);
  });
  it("near are loopback, private and link-local ones", () => {
    for (const near of [
      "localhost",
      "127.9.9.9",
      "10.1.1.1",
      "172.16.0.1",
      "192.168.0.9",
      "169.254.1.1",
      "100.100.1.1",
      "[::1]",
      "[fd00::1]",
      "[fe80::1]",
      "[::ffff:7f00:1]",
      "box",
      "box.local",
    ])
      expect([near, isNear(near)]).toEqual([near, true]);
    for (const far of [
      "8.8.8.8",
      "172.32.0.1",
      "192.169.0.1",
      "example.com",
      "[2001:db8::1]",
      "[::ffff:808:808]",
      "127.0.0.1.example.com",
    ])
      expect([far, isNear(far)]).toEqual([far, false]);
  });
});
