// Which engine serves a run: the one asked for, or with "auto" the model if it answers, else none.
import type { Engine } from "../core/engine.ts";
import { UserError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import type { Vault } from "../vault/open.ts";
import { templatesOf } from "./templates.ts";

export const ENGINE_NAMES = ["auto", "ollama", "openai", "extractive"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export interface ChosenEngine {
  readonly engine: Engine;
  /** Documents that may be in work at once. */
  readonly width: number;
  readonly models: readonly string[];
  /** With "auto": who does what the model fails on. */
  readonly spare?: Engine;
}

export interface EngineWishes {
  readonly name: EngineName;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

export async function chooseEngine(vault: Vault, wishes: EngineWishes): Promise<ChosenEngine> {
  const { name, progress } = wishes;
  if (name === "extractive") return extractive(vault);
  if (name !== "auto") return model(vault, name, wishes);
  const kind = serverKindOf({ env: wishes.env, settings: vault.settings }, name);
  const { probe } = await import("../engine/model/discover.ts");
  const found = await probe({
    kind,
    settings: vault.settings.model,
    env: wishes.env,
    ...(wishes.signal ? { signal: wishes.signal } : {}),
  });
  if (!found) {
    progress.notice("No model answers, so the extractive engine is used.");
    return extractive(vault);
  }
  try {
    return { ...(await model(vault, kind, wishes)), spare: (await extractive(vault)).engine };
  } catch (error) {
    if (!(error instanceof UserError) || wishes.signal?.aborted) throw error;
    progress.notice(`${error.message} The extractive engine is used.`);
    return extractive(vault);
  }
}

/** Which kind of server "auto" means. */
export function serverKindOf(
  { env, settings }: Pick<EngineWishes, "env"> & Pick<Vault, "settings">,
  name: EngineName,
): "ollama" | "openai" {
  if (name === "openai" || name === "ollama") return name;
  return env.OPENAI_BASE_URL && !env.OLLAMA_HOST && settings.model.hosts.length === 0 ? "openai" : "ollama";
}

export async function extractive(vault: Vault): Promise<ChosenEngine> {
  const { extractiveEngine } = await import("../engine/extractive/engine.ts");
  return { engine: extractiveEngine(vault.settings.claims), width: 1, models: [] };
}

/** An engine for each model of the council. UserError when there are fewer than two, or one is missing on the server. */
export async function councilOf(vault: Vault, wishes: EngineWishes): Promise<readonly Engine[]> {
  const { council, chat, writer } = vault.settings.model;
  const names = [...new Set(council.length > 0 ? council : [chat, writer].flatMap((name) => name ?? []))];
  if (wishes.name === "extractive" || names.length < 2)
    throw new UserError(
      'A council needs two models or more: name them in vault.config.json as "model": {"council": ["qwen3:8b", "llama3.1:8b"]}, and run with a model server.',
    );
  const engines: Engine[] = [];
  for (const name of names)
    engines.push(
      (await model(vault, serverKindOf({ ...wishes, settings: vault.settings }, wishes.name), wishes, name)).engine,
    );
  return engines;
}

/** `only` is the one model that does everything. */
async function model(
  vault: Vault,
  kind: "ollama" | "openai",
  { env, progress, signal }: EngineWishes,
  only?: string,
): Promise<ChosenEngine> {
  const { modelEngine } = await import("../engine/model/engine.ts");
  const { memo } = vault.store;
  const engine = await modelEngine({
    kind,
    settings: { ...vault.settings.model, ...(only === undefined ? {} : { chat: only, writer: only }) },
    env,
    prompts: templatesOf(vault.layout, "prompts"),
    limits: vault.settings.claims,
    memo: { get: (key) => memo.get("model", key), set: (key, value) => memo.set("model", key, value) },
    notice: (sentence) => progress.notice(sentence),
    ...(signal ? { signal } : {}),
  });
  const models = [
    ...new Set([
      engine.chat,
      engine.writer,
      ...(engine.embedModel ? [engine.embedModel] : []),
      ...(engine.vision ? [engine.vision] : []),
    ]),
  ];
  return { engine, width: Math.max(1, engine.hosts.length), models };
}
