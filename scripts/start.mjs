// npm start: from a fresh clone to a compiled sample wiki, and what to do next.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, SAMPLE_EPOCH, setUp } from "./set-up.mjs";

const KB = join(ROOT, "dist", "cli", "main.js");

function compileSample() {
  const { status, stdout } = spawnSync(
    process.execPath,
    [KB, "compile", "--vault", ROOT, "--engine", "extractive", "--json"],
    {
      env: { ...process.env, SOURCE_DATE_EPOCH: SAMPLE_EPOCH },
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 2 ** 28,
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout.toString("utf8"));
}

function counts() {
  const { stdout } = spawnSync(process.execPath, [KB, "status", "--vault", ROOT, "--engine", "extractive", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout.toString("utf8"));
}

/** The address of an Ollama that answers, with how many models it has. */
async function ollama() {
  const named = process.env.OLLAMA_HOST?.trim() || "127.0.0.1:11434";
  const url = new URL(/^https?:\/\//.test(named) ? named : `http://${named}`);
  if (url.port === "" && !/^https?:\/\/[^/]*:\d/.test(named)) url.port = "11434";
  if (url.hostname === "0.0.0.0") url.hostname = "127.0.0.1";
  try {
    const reply = await fetch(new URL("/api/tags", url), { signal: AbortSignal.timeout(1000) });
    const { models } = await reply.json();
    return { url: url.origin, models: Array.isArray(models) ? models.length : 0 };
  } catch {
    return undefined;
  }
}

setUp();
const { ms, pages } = compileSample();
const { sources, pages: standing } = counts();
const kinds = ["concept", "entity", "method", "source", "answer"].flatMap((kind) =>
  standing[kind] ? [`${standing[kind]} ${plural(kind, standing[kind])}`] : [],
);
const changed = pages.filter((/** @type {{ status: string }} */ page) => page.status !== "unchanged").length;
const server = await ollama();

process.stdout.write(`
kb has compiled its sample vault, ${sources.read} sources in raw/, without a model, in ${(ms / 1000).toFixed(1)} s:
  wiki/  ${kinds.join(", ")}${changed === 0 ? " (all as committed)" : ""}

Read it
  Obsidian, "Open folder as vault": ${ROOT}
  begin at wiki/overview.md or wiki/index.md; every sentence leads to its evidence

Ask it
  npx kb ask "What is a memex?"
  npx kb search hypertext

Use your own folder
  npx kb init ~/notes       then put articles, PDFs, web pages into ~/notes/raw
  npx kb compile --vault ~/notes
${
  server
    ? `
Ollama answers at ${server.url} with ${server.models} model${server.models === 1 ? "" : "s"}: let it write
  npx kb compile --vault ~/notes --engine ollama${server.models === 0 ? "       after: ollama pull qwen3:8b" : ""}
`
    : `
With a model (none answers here): install Ollama, \`ollama pull qwen3:8b\`, and kb finds it by itself
`
}`);

/** @param {string} kind @param {number} n */
function plural(kind, n) {
  if (n === 1) return kind;
  return kind === "entity" ? "entities" : `${kind}s`;
}
