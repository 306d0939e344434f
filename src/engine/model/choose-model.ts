// Which of a server's models to use: the one that is named, else the most able that chats.
import { UserError } from "../../core/errors.ts";
import { type Asked, has, sameModel } from "./answering.ts";
import type { Memo } from "./ask.ts";
import type { Client, ModelInfo } from "./client.ts";
import { Fault } from "./faults.ts";
import { keyOf } from "./prompts.ts";
import type { ServerKind } from "./settings.ts";

export interface ChoosingParts {
  readonly kind: ServerKind;
  readonly memo: Memo;
  readonly notice: (sentence: string) => void;
}

export interface EmbedChoice {
  readonly model: string;
  readonly clients: readonly Client[];
}

export interface SeeingChoice {
  readonly model: ModelInfo;
  readonly clients: readonly Client[];
}

export async function named(
  model: string,
  hosts: readonly Asked[],
  { kind }: ChoosingParts,
  signal: AbortSignal | undefined,
): Promise<ModelInfo> {
  const host = hosts.find((each) => has(each, model));
  const info = host?.models?.find(({ name }) => sameModel(name, model));
  if (host === undefined || info === undefined) throw new UserError(missing(kind, model, hosts));
  return described(host.client, info, signal);
}

/** The largest model that chats. What was chosen once stays chosen as long as the server has it. */
export async function mostAble(
  hosts: readonly Asked[],
  { memo, notice, kind }: ChoosingParts,
  signal: AbortSignal | undefined,
): Promise<ModelInfo> {
  const key = keyOf(["chosen", kind, ...hosts.map(({ client }) => client.url)]);
  const before = memo.get(key);
  const all = hosts.flatMap(({ client, models }) => (models ?? []).map((info) => ({ client, info })));
  const able = all
    .filter(({ info }) => !info.embeds)
    .sort(
      (a, b) =>
        Number(sameModel(b.info.name, String(before))) - Number(sameModel(a.info.name, String(before))) ||
        b.info.parameters - a.info.parameters ||
        (a.info.name < b.info.name ? -1 : 1),
    );
  for (const { client, info } of able) {
    const full = await described(client, info, signal);
    if (full.embeds) continue;
    memo.set(key, full.name);
    if (before !== full.name)
      notice(
        `Uses ${full.name}, the most able chat model at ${client.url}; name another as "model": {"chat": …} in vault.config.json.`,
      );
    return full;
  }
  const first = hosts[0]?.client.url ?? "the server";
  throw new UserError(
    kind === "ollama"
      ? `The Ollama server at ${first} has no chat model. Get one with: ollama pull qwen3:4b`
      : `The server at ${first} has no chat model loaded.`,
  );
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

/** The model that looks at pictures: the one that is named, else the chat model where the server says that it can. */
export async function seeing(
  wanted: string | undefined,
  chat: ModelInfo,
  hosts: readonly Asked[],
  parts: ChoosingParts,
  signal: AbortSignal | undefined,
): Promise<SeeingChoice | undefined> {
  const model = wanted === undefined ? chat : await named(wanted, hosts, parts, signal);
  if (model.sees === undefined ? wanted === undefined : !model.sees) {
    if (wanted !== undefined) parts.notice(`The model ${model.name} cannot be shown pictures, so none is described.`);
    return undefined;
  }
  return { model, clients: hosts.filter((host) => has(host, model.name)).map(({ client }) => client) };
}

/** The embedding model that is named, else the first there is; not every host need have it. */
export function embedding(hosts: readonly Asked[], wanted: string | undefined): EmbedChoice | undefined {
  const names = hosts.flatMap(({ models }) =>
    (models ?? [])
      .filter((info) => (wanted === undefined ? info.embeds : sameModel(info.name, wanted)))
      .map(({ name }) => name),
  );
  const [model] = [...new Set(names)].sort();
  return model === undefined
    ? undefined
    : { model, clients: hosts.filter((host) => has(host, model)).map(({ client }) => client) };
}

/** What to say of a model that no host has. */
export function missing(kind: ServerKind, model: string, hosts: readonly Asked[]): string {
  const there = [...new Set(hosts.flatMap(({ models }) => (models ?? []).map(({ name }) => name)))].sort();
  const list = there.length === 0 ? "It has none." : `It has: ${there.join(", ")}.`;
  const where = hosts.map(({ client }) => client.url).join(", ");
  return kind === "ollama"
    ? `The Ollama server at ${where} has no model "${model}". Get it with: ollama pull ${model}. ${list}`
    : `The server at ${where} has no model "${model}". ${list}`;
}
