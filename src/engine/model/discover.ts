// Which servers answer and which of their models to use.
import { UserError } from "../../core/errors.ts";
import type { Memo } from "./ask.ts";
import type { Client, ClientOptions, ModelInfo } from "./client.ts";
import { ollamaClient } from "./client-ollama.ts";
import { openaiClient } from "./client-openai.ts";
import { Fault } from "./faults.ts";
import { keyOf } from "./prompts.ts";
import { hostsFrom, type ServerChoice } from "./settings.ts";

/** How long a server may take to say which models it has, ms. */
const PATIENCE = 2000;

export interface Found {
  /** Hosts that have the chat model and the writer. */
  readonly clients: readonly Client[];
  readonly chat: ModelInfo;
  readonly writer: ModelInfo;
  /** Its own hosts, since not each may have it. */
  readonly embed?: { readonly model: string; readonly clients: readonly Client[] };
}

/** Hosts that answer, with what they have; undefined when none does. Waits two seconds at most. */
export async function probe(choice: ServerChoice, signal?: AbortSignal): Promise<{ readonly hosts: readonly { readonly url: string; readonly models: readonly string[] }[] } | undefined> {
  const answering = (await asked(choice, signal)).filter((each) => each.models !== undefined);
  if (answering.length === 0) return undefined;
  return { hosts: answering.map(({ client, models }) => ({ url: client.url, models: (models ?? []).map(({ name }) => name) })) };
}

export interface DiscoverParts extends ServerChoice {
  readonly options: ClientOptions;
  readonly memo: Memo;
  readonly notice: (sentence: string) => void;
}

/** UserError when no host answers, a named model is missing, or there is no chat model at all. */
export async function discover(parts: DiscoverParts, signal: AbortSignal | undefined): Promise<Found> {
  const hosts = await asked(parts, signal, parts.options);
  const answering = hosts.filter((host) => host.models !== undefined);
  if (answering.length === 0) throw new UserError(nobody(parts.kind, hosts.map(({ client }) => client.url), hosts[0]?.why));
  for (const { client, models, why } of hosts) if (models === undefined) parts.notice(`The model host ${client.url} does not answer (${why ?? "no reason given"}) and is left out.`);

  const { settings } = parts;
  const chat = settings.chat === undefined ? await mostAble(answering, parts, signal) : await named(settings.chat, answering, parts, signal);
  const writer = settings.writer === undefined || settings.writer === settings.chat ? chat : await named(settings.writer, answering, parts, signal);
  const able = answering.filter((host) => has(host, chat.name) && has(host, writer.name));
  if (able.length === 0) throw new UserError(`No single host has both ${chat.name} and ${writer.name}.`);
  for (const host of answering) if (!able.includes(host)) parts.notice(`${host.client.url} has no ${has(host, chat.name) ? writer.name : chat.name} and is left out.`);
  const embed = embedding(answering, settings.embed);
  if (settings.embed !== undefined && embed === undefined) throw new UserError(missing(parts.kind, settings.embed, answering));
  return { clients: able.map(({ client }) => client), chat, writer, ...(embed === undefined ? {} : { embed }) };
}

interface Asked {
  readonly client: Client;
  readonly models?: readonly ModelInfo[];
  readonly why?: string;
}

async function asked(choice: ServerChoice, signal: AbortSignal | undefined, options?: ClientOptions): Promise<readonly Asked[]> {
  const plain: ClientOptions = options ?? { contextTokens: 2048, keepAlive: "5m", threads: undefined, apiKey: choice.env.OPENAI_API_KEY };
  return Promise.all(
    hostsFrom(choice).map(async (url): Promise<Asked> => {
      const client = choice.kind === "ollama" ? ollamaClient(url, plain) : openaiClient(url, plain);
      const patience = AbortSignal.timeout(PATIENCE);
      try {
        return { client, models: await client.models(signal === undefined ? patience : AbortSignal.any([signal, patience])) };
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        return { client, why: patience.aborted ? "no reply within two seconds" : error instanceof Error ? error.message : String(error) };
      }
    }),
  );
}

const has = (host: Asked, model: string) => host.models?.some(({ name }) => sameModel(name, model)) ?? false;
const sameModel = (a: string, b: string) => a.replace(/:latest$/, "") === b.replace(/:latest$/, "");

async function named(model: string, hosts: readonly Asked[], { kind }: DiscoverParts, signal: AbortSignal | undefined): Promise<ModelInfo> {
  const host = hosts.find((each) => has(each, model));
  const info = host?.models?.find(({ name }) => sameModel(name, model));
  if (host === undefined || info === undefined) throw new UserError(missing(kind, model, hosts));
  return described(host.client, info, signal);
}

/** The largest model that chats. What was chosen once stays chosen as long as the server has it. */
async function mostAble(hosts: readonly Asked[], { memo, notice, kind }: DiscoverParts, signal: AbortSignal | undefined): Promise<ModelInfo> {
  const key = keyOf(["chosen", kind, ...hosts.map(({ client }) => client.url)]);
  const before = memo.get(key);
  const all = hosts.flatMap(({ client, models }) => (models ?? []).map((info) => ({ client, info })));
  const able = all
    .filter(({ info }) => !info.embeds)
    .sort((a, b) => Number(sameModel(b.info.name, String(before))) - Number(sameModel(a.info.name, String(before))) || b.info.parameters - a.info.parameters || (a.info.name < b.info.name ? -1 : 1));
  for (const { client, info } of able) {
    const full = await described(client, info, signal);
    if (full.embeds) continue;
    memo.set(key, full.name);
    if (before !== full.name) notice(`Uses ${full.name}, the most able chat model at ${client.url}; name another as "model": {"chat": …} in vault.config.json.`);
    return full;
  }
  const first = hosts[0]?.client.url ?? "the server";
  throw new UserError(kind === "ollama" ? `The Ollama server at ${first} has no chat model. Get one with: ollama pull qwen3:4b` : `The server at ${first} has no chat model loaded.`);
}

/** A server that will say no more about a model leaves us with what its list said. */
async function described(client: Client, info: ModelInfo, signal: AbortSignal | undefined): Promise<ModelInfo> {
  try {
    return await client.describe(info, signal);
  } catch (error) {
    if (signal?.aborted || !(error instanceof Fault)) throw error;
    return info;
  }
}

function embedding(hosts: readonly Asked[], wanted: string | undefined): Found["embed"] {
  const names = hosts.flatMap(({ models }) => (models ?? []).filter((info) => (wanted === undefined ? info.embeds : sameModel(info.name, wanted))).map(({ name }) => name));
  const [model] = [...new Set(names)].sort();
  return model === undefined ? undefined : { model, clients: hosts.filter((host) => has(host, model)).map(({ client }) => client) };
}

function missing(kind: ServerChoice["kind"], model: string, hosts: readonly Asked[]): string {
  const there = [...new Set(hosts.flatMap(({ models }) => (models ?? []).map(({ name }) => name)))].sort();
  const list = there.length === 0 ? "It has none." : `It has: ${there.join(", ")}.`;
  const where = hosts.map(({ client }) => client.url).join(", ");
  return kind === "ollama" ? `The Ollama server at ${where} has no model "${model}". Get it with: ollama pull ${model}. ${list}` : `The server at ${where} has no model "${model}". ${list}`;
}

function nobody(kind: ServerChoice["kind"], urls: readonly string[], why: string | undefined): string {
  const where = urls.join(", ");
  const because = why === undefined ? "" : ` (${why})`;
  return kind === "ollama"
    ? `No Ollama server answers at ${where}${because}. Start it with "ollama serve", set OLLAMA_HOST or "model": {"hosts": […]}, or use --engine extractive.`
    : `No OpenAI-compatible server answers at ${where}${because}. Start it, set OPENAI_BASE_URL or "model": {"hosts": […]}, or use --engine extractive.`;
}
