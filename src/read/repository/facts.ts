// What a repository says of itself beside its README: name, languages, entry points, licence, what its folders are for.
import { byCodePoint } from "../../text/order.ts";
import { languageFor, NO_LANGUAGE, proseIn } from "./code.ts";
import { LICENCE, type Listed } from "./files.ts";

export interface Facts {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly authors: readonly string[];
  /** Sentences with the file that bears them out. */
  readonly stated: readonly { readonly text: string; readonly file?: string }[];
  readonly folders: readonly { readonly name: string; readonly text: string; readonly file: string }[];
}

type WithText = Listed & { readonly text: string };

export function factsOf(folderName: string, files: readonly Listed[], shown: readonly WithText[]): Facts {
  const at = (name: string): WithText | undefined => shown.find((file) => file.name === name);
  const node = at("package.json");
  const manifest = node ?? at("pyproject.toml") ?? at("Cargo.toml") ?? at("go.mod") ?? at("composer.json");
  const said = manifest ? manifestSays(manifest) : {};
  const name = said["name"] || folderName;
  const stated: { text: string; file?: string }[] = [];
  const languages = languagesOf(files);
  // Counted, not quoted: it is shown beside what it was counted from.
  const counted = files.find((file) => languageFor(file.name)?.name === languages[0]?.[0])?.path;
  if (languages.length > 0 && counted)
    stated.push({
      text: `${name} is written in the ${languages.length === 1 ? "language" : "languages"} ${listed(languages.slice(0, 5).map(([one, count]) => `${one} (${count} ${count === 1 ? "file" : "files"})`))}.`,
      file: counted,
    });
  const entries = entryPoints(manifest, files);
  if (entries.length > 0)
    stated.push({ text: `The entry points of ${name} are ${listed(entries)}.`, ...fileOf(manifest) });
  const licenceFile = shown.find((file) => LICENCE.test(file.name));
  const licence = said["license"] || licenceNamed(licenceFile?.text ?? "");
  const bearing = said["license"] ? manifest : licenceFile;
  if (licence && bearing)
    stated.push({ text: `${name} is published under the licence ${licence}.`, file: bearing.path });
  return {
    name,
    description: said["description"] ?? "",
    url: repositoryUrl(said["repository"] ?? said["homepage"] ?? ""),
    authors: said["author"] ? [said["author"].replace(/\s*[<(].*$/u, "")] : [],
    stated,
    folders: foldersOf(files, shown),
  };
}

function manifestSays(file: WithText): Record<string, string> {
  const said: Record<string, string> = {};
  if (file.name.endsWith(".json")) {
    try {
      const parsed: unknown = JSON.parse(file.text);
      if (typeof parsed === "object" && parsed !== null)
        for (const [key, value] of Object.entries(parsed)) {
          const inner = typeof value === "object" && value !== null ? Object.values(value) : [];
          const text =
            typeof value === "string" ? value : inner.find((one) => typeof one === "string" && /\w/u.test(one));
          if (typeof text === "string" && !["scripts", "dependencies", "exports"].includes(key)) said[key] = text;
          if (key === "repository" && typeof value === "object" && value !== null && "url" in value)
            said[key] = String(value.url);
          if (key === "author" && typeof value === "object" && value !== null && "name" in value)
            said[key] = String(value.name);
        }
    } catch {
      // A manifest with comments or a fault says nothing; it is shown as it stands.
    }
    return said;
  }
  for (const [, key, value] of file.text.matchAll(
    /^\s*(name|description|license|repository|homepage)\s*=\s*(?:\{\s*text\s*=\s*)?"([^"]+)"/gmu,
  ))
    if (key && value && said[key] === undefined) said[key] = value;
  const module = /^module\s+(\S+)/mu.exec(file.text)?.[1];
  if (file.name === "go.mod" && module) said["name"] = module.split("/").at(-1) ?? module;
  return said;
}

function repositoryUrl(stated: string): string {
  const url = stated.replace(/^git\+/u, "").replace(/\.git$/u, "");
  return /^https?:\/\//u.test(url) ? url : "";
}

/** Languages of code by number of files, most first. */
function languagesOf(files: readonly Listed[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { name } of files) {
    const language = languageFor(name)?.name;
    if (language && !NO_LANGUAGE.has(language)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]));
}

const MAIN =
  /^(?:src\/)?(?:(?:main|lib)\.rs|(?:index|main|cli)\.[cm]?[jt]sx?|(?:[\w-]+\/)?__main__\.py|(?:main|app|manage)\.py|main\.go|cmd\/[\w-]+\/main\.go|bin\/[\w-]+)$/u;

/** As the manifest names them, else by their usual names. */
function entryPoints(manifest: WithText | undefined, files: readonly Listed[]): string[] {
  const named: string[] = [];
  if (manifest?.name === "package.json") {
    for (const [, block] of manifest.text.matchAll(/"(?:bin|main|module)"\s*:\s*(\{[^}]*\}|"[^"]*")/gu))
      for (const [, path] of (block ?? "").matchAll(/"((?:\.\/)?[\w./-]+\.\w+)"/gu))
        if (path) named.push(path.replace(/^\.\//u, ""));
  }
  const scripts = /^\[project\.scripts\]\n((?:[^[\n]*\n?)*)/mu.exec(manifest?.text ?? "")?.[1] ?? "";
  for (const [, command, where] of scripts.matchAll(/^([\w-]+)\s*=\s*"([^"]+)"/gmu))
    named.push(`${command} (${where})`);
  const usual = files.map((file) => file.name).filter((name) => MAIN.test(name));
  return [...new Set([...named, ...usual])].slice(0, 8);
}

function licenceNamed(text: string): string {
  const head = text.slice(0, 600);
  if (/Apache License/iu.test(head)) return "Apache-2.0";
  if (/GNU AFFERO/iu.test(head)) return "AGPL-3.0";
  if (/GNU LESSER/iu.test(head)) return "LGPL";
  if (/GNU GENERAL PUBLIC LICENSE\s+Version (\d)/iu.test(head)) return `GPL-${/Version (\d)/iu.exec(head)?.[1]}.0`;
  if (/Mozilla Public License/iu.test(head)) return "MPL-2.0";
  if (/MIT License|Permission is hereby granted, free of charge/iu.test(head)) return "MIT";
  if (/Redistribution and use in source and binary forms/iu.test(text.slice(0, 1500))) return "BSD";
  return "";
}

/** A folder is for what its own README or the first comment of its leading file says. */
function foldersOf(files: readonly Listed[], shown: readonly WithText[]): Facts["folders"] {
  const names = new Set(
    files.flatMap(({ name }) =>
      name
        .split("/")
        .slice(0, -1)
        .map((_, i, parts) => parts.slice(0, i + 1).join("/")),
    ),
  );
  return [...names].sort(byCodePoint).flatMap((name) => {
    const within = shown.filter(
      ({ name: file }) => file.startsWith(`${name}/`) && !file.slice(name.length + 1).includes("/"),
    );
    const readme = within.find((file) => /\/readme\.md$/iu.test(file.name));
    const leading = within.find((file) => /\/(?:index|mod|lib|main|__init__|doc)\.\w+$/u.test(file.name));
    const first = readme ? firstSentence(readme.text) : leading ? proseIn(leading.text)[0] : undefined;
    const file = readme ?? leading;
    return first && file ? [{ name, text: first, file: file.path }] : [];
  });
}

function firstSentence(markdown: string): string | undefined {
  const paragraph = markdown
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .find((part) => /^\p{Upper}[^\n]*\p{Lower}/u.test(part) && /[.!?]/u.test(part));
  return paragraph && /^.*?[.!?](?=\s|$)/su.exec(paragraph)?.[0].replace(/\s+/gu, " ");
}

const fileOf = (file: Listed | undefined): { file?: string } => (file ? { file: file.path } : {});

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
