// Which servers answer and which of their models to use.
import { UserError } from "../../core/errors.ts";
import { asked, has } from "./answering.ts";
import {
  type ChoosingParts,
  type EmbedChoice,
  embedding,
  missing,
  mostAble,
  named,
  type SeeingChoice,
  seeing,
} from "./choose-model.ts";
import type { Client, ClientOptions, ModelInfo } from "./client.ts";
import type { ServerChoice, ServerKind } from "./settings.ts";

export interface Found {
  /** Hosts that have the chat model and the writer. */
  readonly clients: readonly Client[];
  readonly chat: ModelInfo;
  readonly writer: ModelInfo;
  /** Its own hosts, since not each may have it. */
  readonly embed?: EmbedChoice;
  /** Looks at pictures; its own hosts too. */
  readonly vision?: SeeingChoice;
}

/** Hosts that answer, with what they have; undefined when none does. Waits two seconds at most. */
export async function probe(
  choice: ServerChoice,
  signal?: AbortSignal,
): Promise<{ readonly hosts: readonly { readonly url: string; readonly models: readonly string[] }[] } | undefined> {
  const answering = (await asked(choice, signal)).filter((each) => each.models !== undefined);
  if (answering.length === 0) return undefined;
  return {
    hosts: answering.map(({ client, models }) => ({ url: client.url, models: (models ?? []).map(({ name }) => name) })),
  };
}

export interface DiscoverParts extends ServerChoice, ChoosingParts {
  readonly options: ClientOptions;
}

/** UserError when no host answers, a named model is missing, or there is no chat model at all. */
export async function discover(parts: DiscoverParts, signal: AbortSignal | undefined): Promise<Found> {
  const hosts = await asked(parts, signal, parts.options);
  const answering = hosts.filter((host) => host.models !== undefined);
  if (answering.length === 0)
    throw new UserError(
      nobody(
        parts.kind,
        hosts.map(({ client }) => client.url),
        hosts[0]?.why,
      ),
    );
  for (const { client, models, why } of hosts)
    if (models === undefined)
      parts.notice(`The model host ${client.url} does not answer (${why ?? "no reason given"}) and is left out.`);

  const { settings } = parts;
  const chat =
    settings.chat === undefined
      ? await mostAble(answering, parts, signal)
      : await named(settings.chat, answering, parts, signal);
  const writer =
    settings.writer === undefined || settings.writer === settings.chat
      ? chat
      : await named(settings.writer, answering, parts, signal);
  const able = answering.filter((host) => has(host, chat.name) && has(host, writer.name));
  if (able.length === 0) throw new UserError(`No single host has both ${chat.name} and ${writer.name}.`);
  for (const host of answering)
    if (!able.includes(host))
      parts.notice(`${host.client.url} has no ${has(host, chat.name) ? writer.name : chat.name} and is left out.`);
  const embed = embedding(answering, settings.embed);
  if (settings.embed !== undefined && embed === undefined)
    throw new UserError(missing(parts.kind, settings.embed, answering));
  const vision = await seeing(settings.vision, chat, answering, parts, signal);
  return {
    clients: able.map(({ client }) => client),
    chat,
    writer,
    ...(embed === undefined ? {} : { embed }),
    ...(vision === undefined ? {} : { vision }),
  };
}

function nobody(kind: ServerKind, urls: readonly string[], why: string | undefined): string {
  const where = urls.join(", ");
  const because = why === undefined ? "" : ` (${why})`;
  return kind === "ollama"
    ? `No Ollama server answers at ${where}${because}. Start it with "ollama serve", set OLLAMA_HOST or "model": {"hosts": […]}, or use --engine extractive.`
    : `No OpenAI-compatible server answers at ${where}${because}. Start it, set OPENAI_BASE_URL or "model": {"hosts": […]}, or use --engine extractive.`;
}
