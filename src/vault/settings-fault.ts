// What is wrong with a settings file, in words a person can act on: an unknown key names the nearest known one.
import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** One sentence or more; `schema` is the JSON Schema that names the keys. */
export function settingsFault(file: string, value: unknown, issues: readonly Issue[], schema: object): string {
  return issues.flatMap((issue) => sentencesOf(file, value, issue, schema)).join("\n");
}

function sentencesOf(file: string, value: unknown, issue: Issue, schema: object): string[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(file, path, key, schema));
  const found = path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
  if (path.join(".") === "version" && typeof found === "number" && found > 1) {
    return [`${file} has version ${found}: it was made by a newer kb. Update kb, or set "version": 1.`];
  }
  const place = path.length === 0 ? "the whole" : `"${path.join(".")}"`;
  return [
    `${file}: ${place} is ${JSON.stringify(found) ?? "missing"}: ${issue.message.replace(/^Invalid (?:input|option): /u, "")}.`,
  ];
}

function unknownKey(file: string, path: readonly string[], key: string, schema: object): string {
  const here = keysOf(schema, path);
  const near = here.length > 0 ? closest(key.toLowerCase(), here) : "";
  const everywhere = allKeys(schema, []);
  const last = (name: string): string => name.split(".").at(-1) ?? name;
  const exact = everywhere.find((name) => last(name).toLowerCase() === key.toLowerCase());
  const full = [...path, near].join(".");
  const hint = exact !== undefined && distance(near, key.toLowerCase()) > 0 ? exact : full;
  return `${file}: "${[...path, key].join(".")}" is not a setting. Did you mean "${hint}"? Known here: ${here.join(", ")}.`;
}

function keysOf(schema: unknown, path: readonly string[]): string[] {
  const at = path.reduce<unknown>((node, key) => propertiesOf(node)[key], schema);
  return Object.keys(propertiesOf(at)).filter((key) => key !== "$schema");
}

function allKeys(schema: unknown, path: readonly string[]): string[] {
  return Object.entries(propertiesOf(schema)).flatMap(([key, child]) => [
    [...path, key].join("."),
    ...allKeys(child, [...path, key]),
  ]);
}

function propertiesOf(schema: unknown): Record<string, unknown> {
  return isRecord(schema) && isRecord(schema["properties"]) ? schema["properties"] : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
