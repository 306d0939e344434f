// A vault that is open: its layout, settings, store and clock, as everything in this room takes them.
import { type Clock, clockFrom } from "./clock.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { loadSettings, type Settings } from "./settings.ts";
import { openStore, type Store } from "./store.ts";

export interface Vault {
  readonly layout: Layout;
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
}

/** `root` holds vault.config.json (see findVault); `env` is the process's environment. */
export async function openVault(root: string, env: Readonly<Record<string, string | undefined>>): Promise<Vault> {
  const settings = await loadSettings(root);
  const layout = layoutOf(root, settings);
  return { layout, settings, store: openStore(layout), clock: clockFrom(env) };
}

export function closeVault(vault: Vault): void {
  vault.store.close();
}
