// No connection is opened but to model hosts that are configured.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { built, folder, kb, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

const PRELOAD = pathToFileURL(join(import.meta.dirname, "no-connections.mjs")).href;

const PAGE = `<html><head><title>A page</title><link rel="stylesheet" href="http://127.0.0.1:9/x.css">
<script src="http://127.0.0.1:9/x.js"></script></head><body><article><h1>A page</h1>
<p>A page is a text with links to other texts, and this one holds a picture as well.</p>
<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe></article></body></html>`;

async function connectionsOf(
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const file = join(folder(), "connections");
  const ran = await kb([...args, "--vault", root], {
    env: { ...env, KB_CONNECTIONS: file, NODE_OPTIONS: `--import ${PRELOAD}` },
  });
  expect(ran.code, ran.err).toBe(0);
  expect(existsSync(file)).toBe(true);
  return [
    ...new Set(
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== ""),
    ),
  ];
}

test("without a model nothing is opened at all, whatever a source links to", async () => {
  const root = await vault();
  write(root, "raw/page.html", PAGE);
  write(
    root,
    "raw/linked.md",
    "# Linked\n\n![pic](http://127.0.0.1:9/y.png) A note may embed a picture from elsewhere.\n",
  );
  expect(await connectionsOf(root, ["compile", "--engine", "extractive"])).toEqual([]);
  expect(await connectionsOf(root, ["search", "memex"])).toEqual([]);
  expect(await connectionsOf(root, ["ask", "What is a memex?", "--engine", "extractive"])).toEqual([]);
  expect(await connectionsOf(root, ["lint"])).toEqual([]);
}, 60_000);

test("with auto only the configured model host is asked", async () => {
  const root = await vault();
  const seen = await connectionsOf(root, ["compile"], { OLLAMA_HOST: "http://127.0.0.1:9" });
  expect(seen).toEqual(["127.0.0.1:9"]);
}, 60_000);
