// What documents state of themselves, by key, as the search index keeps it.
import type { Stating } from "../core/search.ts";
import type { Ask } from "./index-ask.ts";

export const statedOn = (ask: Ask, path: string): { key: string; value: string }[] =>
  ask("SELECT s.key, s.value FROM stated s JOIN pages p ON p.id = s.page WHERE p.path = ? ORDER BY s.rowid", path) as {
    key: string;
    value: string;
  }[];

export const statingIn = (ask: Ask, key: string): Stating[] =>
  ask(
    "SELECT p.path, p.title, s.value FROM stated s JOIN pages p ON p.id = s.page WHERE s.key = ? ORDER BY p.path, s.rowid",
    key,
  ) as Stating[];

export const statedKeys = (ask: Ask): string[] =>
  (ask("SELECT DISTINCT key FROM stated ORDER BY key") as { key: string }[]).map(({ key }) => key);
