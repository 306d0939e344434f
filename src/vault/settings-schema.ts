// Settings of a vault: the schema of vault.config.json with a description for each key.
import { z } from "zod";
import { UserError } from "../core/errors.ts";
import { strictJson } from "./json-with-comments.ts";
import { settingsFault } from "./settings-fault.ts";

const folder = z
  .string()
  .regex(
    /^(?!\.)[^/\\:*?"<>|#^[\]]+(?:\/(?!\.)[^/\\:*?"<>|#^[\]]+)*\/?$/u,
    'must be a folder inside the vault, such as "raw" or "notes/raw"',
  )
  .transform((name) => name.normalize("NFC").replace(/\/$/u, ""));
const count = z.number().int().min(1);

const foldersSchema = z.strictObject({
  raw: folder.default("raw").describe("What people drop in. kb adds files here and never changes or deletes one."),
  wiki: folder.default("wiki").describe("What kb builds."),
  outputs: folder.default("outputs").describe("Answers, slides and charts that wait to be judged."),
  templates: folder.default("templates").describe("Prompts and slide styles that override kb's own."),
});

const modelSchema = z.strictObject({
  hosts: z
    .array(z.url())
    .default([])
    .describe(
      "Model servers, used side by side. Empty: OLLAMA_HOST or http://127.0.0.1:11434; for openai OPENAI_BASE_URL.",
    ),
  chat: z
    .string()
    .min(1)
    .optional()
    .describe("Model that notes sources and judges. Unset: the most able chat model that the server has."),
  writer: z.string().min(1).optional().describe("Model that writes pages and answers. Unset: the chat model."),
  embed: z
    .string()
    .min(1)
    .optional()
    .describe("Model for search by meaning. Unset: an embedding model that the server has, or none."),
  vision: z
    .string()
    .min(1)
    .optional()
    .describe("Model that describes pictures. Unset: the chat model, if the server says that it can see."),
  council: z
    .array(z.string().min(1))
    .default([])
    .describe("Models that answer together with kb ask --council: two or more."),
  embedSeconds: z
    .number()
    .min(0)
    .default(10)
    .describe("Longest time that one run spends on vectors for search by meaning; the next run goes on with them."),
  contextTokens: z
    .number()
    .int()
    .min(1024)
    .default(8192)
    .describe("Context given to the model, in tokens. Prompts are cut to fit before they are sent."),
  keepAlive: z
    .union([z.string(), z.number()])
    .default("10m")
    .describe("How long the server keeps the model loaded after a call."),
  threads: count
    .optional()
    .describe("Threads the server may use. Unset: its own choice; more than there are free cores is ruinous."),
  timeoutSeconds: count.default(600).describe("Longest wait for one reply."),
  allowRemote: z
    .boolean()
    .default(false)
    .describe("Allow hosts that are neither this machine nor on its network. Sources are then sent there."),
});

const topicsSchema = z.strictObject({
  perSource: z.number().min(0.1).max(10).default(3).describe("Topic pages for each source, at most, on average."),
  minSources: count.default(2).describe("A topic gets a page when this many sources speak of it …"),
  minClaims: count.default(3).describe("… or when one source says this much about it."),
});

const claimsSchema = z.strictObject({
  perThousandWords: z.number().min(1).default(25).describe("Claims taken from a thousand words of a source, about."),
  most: count.default(60).describe("Claims taken from one source, at most."),
});

const readSchema = z.strictObject({
  maxFileMegabytes: count.default(200).describe("Larger files are skipped, and the ledger says so."),
  timeoutSeconds: count.default(60).describe("Longest time for reading one file."),
});

const journalSchema = z.strictObject({
  maxMegabytes: z.number().min(0).default(200).describe("Space for undo; the oldest runs go first."),
  maxRuns: count.default(200).describe("Runs that can be undone, at most."),
});

const settingsSchemaOf = z.strictObject({
  $schema: z.string().optional().describe("Where editors find the meaning of these keys."),
  version: z.literal(1).default(1).describe("Version of this file's format."),
  folders: foldersSchema.prefault({}).describe("Folders, from the vault's root."),
  engine: z
    .enum(["auto", "ollama", "openai", "extractive"])
    .default("auto")
    .describe("Who judges and writes. auto: a model if one answers, else extractive, which needs none."),
  model: modelSchema.prefault({}).describe("Model servers and models."),
  topics: topicsSchema.prefault({}).describe("What deserves a page."),
  claims: claimsSchema.prefault({}).describe("How much is taken from a source."),
  read: readSchema.prefault({}).describe("Limits on reading."),
  ignore: z
    .array(z.string())
    .default([])
    .describe("Files in the raw folder to leave out, as in .gitignore, from the raw folder."),
  journal: journalSchema.prefault({}).describe("How much can be undone."),
  git: z
    .enum(["off", "commit"])
    .default("off")
    .describe("commit: in a git repository, commit what each run wrote, and nothing else."),
});

export type Settings = z.output<typeof settingsSchemaOf>;

export function defaultSettings(): Settings {
  return settingsSchemaOf.parse({});
}

/** JSON Schema of vault.config.json, for editors. */
export function settingsSchema(): object {
  return z.toJSONSchema(settingsSchemaOf, { io: "input", target: "draft-7" });
}

/** Settings from the text of a file; a UserError says what is wrong and where. */
export function parseSettings(text: string, file: string): Settings {
  const strict = strictJson(text);
  let value: unknown;
  try {
    value = JSON.parse(strict.trim() === "" ? "{}" : strict);
  } catch (error) {
    throw new UserError(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}. Correct it there.`,
    );
  }
  const parsed = settingsSchemaOf.safeParse(value);
  if (!parsed.success) throw new UserError(settingsFault(file, value, parsed.error.issues, settingsSchema()));
  const names = Object.entries(parsed.data.folders);
  for (const [key, name] of names) {
    const clash = names.find(
      ([other, path]) => other !== key && `${path}/`.toLowerCase().startsWith(`${name}/`.toLowerCase()),
    );
    if (clash !== undefined)
      throw new UserError(
        `${file}: folders.${key} ("${name}") holds folders.${clash[0]} ("${clash[1]}"). Give each a folder of its own.`,
      );
  }
  return parsed.data;
}
