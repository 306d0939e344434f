// Which of the configured hosts answer, and what each of them has.
import type { Client, ClientOptions, ModelInfo } from "./client.ts";
import { ollamaClient } from "./client-ollama.ts";
import { openaiClient } from "./client-openai.ts";
import { hostsFrom, type ServerChoice } from "./settings.ts";

/** How long a server may take to say which models it has, ms. */
const PATIENCE = 2000;

export interface Asked {
  readonly client: Client;
  /** Undefined where it does not answer. */
  readonly models?: readonly ModelInfo[];
  readonly why?: string;
}

export async function asked(
  choice: ServerChoice,
  signal: AbortSignal | undefined,
  options?: ClientOptions,
): Promise<readonly Asked[]> {
  const plain: ClientOptions = options ?? {
    contextTokens: 2048,
    keepAlive: "5m",
    threads: undefined,
    apiKey: choice.env.OPENAI_API_KEY,
  };
  return Promise.all(
    hostsFrom(choice).map(async (url): Promise<Asked> => {
      const client = choice.kind === "ollama" ? ollamaClient(url, plain) : openaiClient(url, plain);
      const patience = AbortSignal.timeout(PATIENCE);
      try {
        return {
          client,
          models: await client.models(signal === undefined ? patience : AbortSignal.any([signal, patience])),
        };
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        return {
          client,
          why: patience.aborted
            ? "no reply within two seconds"
            : error instanceof Error
              ? error.message
              : String(error),
        };
      }
    }),
  );
}

export const has = (host: Asked, model: string) => host.models?.some(({ name }) => sameModel(name, model)) ?? false;
export const sameModel = (a: string, b: string) => a.replace(/:latest$/, "") === b.replace(/:latest$/, "");
