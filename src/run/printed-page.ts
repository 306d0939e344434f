// A page as its file would read, for results that go elsewhere than into the vault.
import type { Page } from "../core/page.ts";
import type { Clock } from "../vault/clock.ts";
import { draftOf } from "../vault/draft.ts";

export function printedPage({ clock }: { readonly clock: Clock }, page: Page): string {
  const nothing = { today: clock.today(), baseFor: () => undefined, deleted: new Set<string>(), isAlive: () => true };
  const draft = draftOf(page, undefined, nothing);
  return draft.kind === "write" ? draft.text : page.body;
}
