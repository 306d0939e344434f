// Which hosts a model engine may speak to, from the settings and the values of the environment it was handed.
import { UserError } from "../../core/errors.ts";

export interface ModelSettings {
  readonly hosts?: readonly string[];
  /** Takes notes and compares; writes too where no writer is named. */
  readonly chat?: string;
  readonly writer?: string;
  readonly embed?: string;
  /** Looks at pictures. */
  readonly vision?: string;
  readonly contextTokens?: number;
  /** As Ollama takes it: "30m", seconds, or -1 for ever. */
  readonly keepAlive?: string | number;
  readonly allowRemote?: boolean;
  /** Ollama's num_thread: more than the free cores is ruinous. */
  readonly threads?: number;
}

export type ServerKind = "ollama" | "openai";

export interface ServerChoice {
  readonly kind: ServerKind;
  readonly settings: ModelSettings;
  readonly env: ServerEnv;
}

interface ServerEnv {
  readonly OLLAMA_HOST?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
  readonly OPENAI_API_KEY?: string | undefined;
}

const OLLAMA_PORT = 11434;

/** Base URLs without a slash at the end, each once; UserError for one that is no URL or lies outside this machine and network. */
export function hostsFrom({ kind, settings, env }: ServerChoice): readonly string[] {
  const named = settings.hosts?.length
    ? settings.hosts
    : kind === "ollama"
      ? [env.OLLAMA_HOST || `127.0.0.1:${OLLAMA_PORT}`]
      : listOf(env.OPENAI_BASE_URL);
  if (named.length === 0) {
    throw new UserError(
      'No OpenAI-compatible server is named: set OPENAI_BASE_URL, or "model": {"hosts": ["http://127.0.0.1:8080/v1"]} in vault.config.json.',
    );
  }
  const urls = named.map((host) => urlOf(kind, host));
  for (const url of urls) {
    if (!settings.allowRemote && !isNear(url.hostname)) {
      throw new UserError(
        `The model host ${url.host} is outside this machine and network: set "model": {"allowRemote": true} in vault.config.json if what you read may go there.`,
      );
    }
  }
  return [...new Set(urls.map((url) => url.href.replace(/\/+$/, "")))];
}

const listOf = (value: string | undefined) => (value ? [value] : []);

function urlOf(kind: ServerKind, host: string): URL {
  const text = host.trim();
  const bare = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `http://${text.startsWith(":") ? "127.0.0.1" : ""}${text}`;
  const url = URL.canParse(bare) ? new URL(bare) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UserError(`The model host "${host}" is no http address, such as http://127.0.0.1:${OLLAMA_PORT}.`);
  // The address a server listens on is not one to call.
  if (url.hostname === "0.0.0.0" || url.hostname === "[::]") url.hostname = "127.0.0.1";
  if (kind === "ollama" && url.port === "" && bare !== text) url.port = String(OLLAMA_PORT);
  if (kind === "openai" && url.pathname === "/") url.pathname = "/v1";
  return url;
}

/** Loopback, private and link-local addresses, and names that only a local network resolves. */
export function isNear(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, "");
  if (name.includes(":")) {
    const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(name);
    if (mapped?.[1] !== undefined && mapped[2] !== undefined)
      return isNearV4(v4Of(Number.parseInt(mapped[1], 16), Number.parseInt(mapped[2], 16)));
    return name === "::1" || /^f[cd][0-9a-f]{2}:/.test(name) || /^fe[89ab][0-9a-f]:/.test(name);
  }
  const v4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(name);
  if (v4 !== null) return isNearV4(v4.slice(1).map(Number));
  return !name.includes(".") || /\.(?:localhost|local|lan|home|internal|home\.arpa)$/.test(name);
}

const v4Of = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255];

function isNearV4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 127 ||
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  );
}
