// Wires vault, engine, clock and progress together for one command.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Engine } from "../core/engine.ts";
import { UserError } from "../core/errors.ts";
import { type Progress, SILENT } from "../core/progress.ts";
import { absolute, findVault, type Layout } from "../vault/layout.ts";
import { closeVault, openVault, type Vault } from "../vault/open.ts";
import type { Settings } from "../vault/settings.ts";
import { type ChosenEngine, chooseEngine, ENGINE_NAMES, type EngineName } from "./engines.ts";

export interface WorkspaceWishes {
  /** Where to look for the vault; --vault, else the working folder and its parents. */
  readonly vaultDir?: string;
  readonly cwd: string;
  readonly engine?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  readonly busy?: Workspace["busy"];
}

export interface Workspace extends Vault {
  readonly root: string;
  readonly layout: Layout;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly engineName: EngineName;
  /** For work that computes for seconds without a pause: a signal ends the process then, which leaves each page whole. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** The engine of this run, found once; commands that need none never wait for a server. */
  chosen(): Promise<ChosenEngine>;
  engine(): Promise<Engine>;
  /** The vault's own rules (CLAUDE.md), for the writing stages; cut to a budget. */
  rules(): string;
}

const RULES_CHARS = 4000;

/** UserError (exit 2) when there is no vault, its settings are faulty, or the engine asked for does not answer. */
export async function openWorkspace(wishes: WorkspaceWishes): Promise<Workspace> {
  const start = resolve(wishes.cwd, wishes.vaultDir ?? ".");
  const root = findVault(start);
  if (root === undefined) {
    throw new UserError(
      `No vault at ${start}: there is no vault.config.json in it or above it. Make one with: kb init ${wishes.vaultDir ?? "."}`,
    );
  }
  const engineName = wishes.engine === undefined ? undefined : engineNameOf(wishes.engine);
  const vault = await openVault(root, wishes.env);
  const progress = wishes.progress ?? SILENT;
  const name = engineName ?? vault.settings.engine;
  let chosen: Promise<ChosenEngine> | undefined;
  const choose = (): Promise<ChosenEngine> => {
    chosen ??= chooseEngine(vault, {
      name,
      env: wishes.env,
      progress,
      ...(wishes.signal ? { signal: wishes.signal } : {}),
    });
    return chosen;
  };
  return {
    ...vault,
    root,
    progress,
    env: wishes.env,
    engineName: name,
    busy: wishes.busy ?? ((work) => work()),
    ...(wishes.signal ? { signal: wishes.signal } : {}),
    chosen: choose,
    engine: async () => (await choose()).engine,
    rules: () => rulesOf(vault.layout),
  };
}

export function closeWorkspace(workspace: Workspace): void {
  closeVault(workspace);
}

function engineNameOf(name: string): EngineName {
  const known = ENGINE_NAMES.find((one) => one === name);
  if (known === undefined) throw new UserError(`There is no engine "${name}"; engines are ${ENGINE_NAMES.join(", ")}.`);
  return known;
}

function rulesOf(layout: Layout): string {
  try {
    return readFileSync(absolute(layout, "CLAUDE.md"), "utf8").slice(0, RULES_CHARS);
  } catch {
    return "";
  }
}
