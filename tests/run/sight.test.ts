// Pictures with a model that can see: what it says stands on the picture's page as its word, and nowhere as evidence.
import { writeFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { readLedger } from "../../src/vault/ledger.ts";
import type { FakeServer } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { type Lights, lights } from "./lighthouses.ts";
import { bodyOf, frontOf } from "./sound-wiki.ts";

vi.setConfig({ testTimeout: 60_000 });

const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";
const SEEING = [{ name: "seer:7b", size: "7B", sees: true }];
const PAGE = "wiki/sources/rock.md";
const SAID = "A drawing of a lighthouse on a rock. Its lamp is lit.";

const start = fakeModels();
function vault(settings: object = {}): Lights {
  const v = lights({ "raw/buoys.md": "# Buoys\n\nA buoy is a float that marks a channel.\n" }, settings);
  writeFileSync(v.path("raw/rock.png"), Buffer.from(DOT, "base64"));
  return v;
}
const ollama = ({ url }: FakeServer) => ({ engine: "ollama", env: { OLLAMA_HOST: url } });
const shown = ({ calls }: FakeServer) => calls.filter(({ raw }) => raw.includes(DOT));
const reasonOf = (v: Lights) =>
  v.with(async ({ store }) => readLedger(store).find(({ path }) => path === "raw/rock.png")?.reason ?? "");

test("a picture without words has a page that shows it and tells what the model sees, without orders and broken ends", async () => {
  const v = vault();
  const server = await start({ models: SEEING });
  const { report } = await v.run({}, ollama(server));
  expect(shown(server)).toHaveLength(1);
  expect(report.calls).toBe(server.calls.length);
  const body = bodyOf(v.read(PAGE));
  expect(body).toContain(
    `![[raw/rock.png]]\n\n> [!info] What the picture shows, as ollama:seer:7b sees it\n> ${SAID}\n`,
  );
  expect(body).not.toMatch(/Ignore|praise|was pain|\^c-/u);
  expect(frontOf(v.read(PAGE), "title")).toBe("Rock");
});

test("it is asked once: not by a second run, nor by a full one; and a run without a model keeps what it said", async () => {
  const v = vault();
  await v.run({}, ollama(await start({ models: SEEING })));
  const before = v.read(PAGE);
  const idle = await start({ models: SEEING });
  await v.run({}, ollama(idle));
  await v.run({ full: true }, ollama(idle));
  expect(idle.calls).toEqual([]);
  v.put("raw/more.md", "# Beacons\n\nA beacon is a fire on a hill.\n");
  await v.run();
  expect(v.read(PAGE)).toBe(before);
});

test("a picture that was passed by for want of words is looked at when a model that sees has come", async () => {
  const v = vault();
  await v.run();
  expect(await reasonOf(v)).toBe("a picture in which no text was found");
  const blind = await start({ models: [{ name: "blind:7b", size: "7B" }] });
  await v.run({}, ollama(blind));
  expect(shown(blind)).toEqual([]);
  await v.run({}, ollama(await start({ models: SEEING })));
  expect(bodyOf(v.read(PAGE))).toContain(SAID);
});

test("the model that looks can be another one than the one that notes, on an OpenAI-compatible server too", async () => {
  const v = vault({ model: { chat: "blind:7b", vision: "seer:7b" } });
  const server = await start({ models: [{ name: "blind:7b", size: "7B" }, ...SEEING] });
  await v.run({}, { engine: "openai", env: { OPENAI_BASE_URL: `${server.url}/v1` } });
  expect(shown(server).map(({ model }) => model)).toEqual(["seer:7b"]);
  expect(shown(server)[0]?.raw).toContain(`"url":"data:image/png;base64,${DOT}"`);
  expect(bodyOf(v.read(PAGE))).toContain(SAID);
});

test("a named model that cannot see is said so, and no picture is sent to it", async () => {
  const v = vault({ model: { vision: "blind:7b" } });
  const server = await start({ models: [{ name: "blind:7b", size: "7B" }] });
  const notices: string[] = [];
  await v.run({}, { ...ollama(server), notices });
  expect(notices.join("\n")).toContain("blind:7b cannot be shown pictures");
  expect(shown(server)).toEqual([]);
});

test("a picture that the server refuses, or that no server opens, costs its description only", async () => {
  const v = vault();
  writeFileSync(
    v.path("raw/old.gif"),
    Buffer.from("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==", "base64"),
  );
  const server = await start({
    models: SEEING,
    behave: (_, prompt) =>
      prompt.includes("what the picture") ? { status: 400, body: '{"error":"this format is not supported"}' } : "good",
  });
  const { exitCode } = await v.run({}, ollama(server));
  expect(exitCode).toBe(0);
  expect(await reasonOf(v)).toContain("the server refused the picture: this format is not supported");
  expect(v.wiki()["wiki/sources/buoys.md"]).toContain("A buoy is a float");
  const told = await v.with(async ({ store }) => readLedger(store).find(({ path }) => path === "raw/old.gif"));
  expect(told?.reason).toContain("models are shown PNG, JPEG and WebP only");
});
