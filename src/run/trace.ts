// kb trace: from the sentences of a page down to the words of raw files, and from a raw file up to the pages that use it.
import { claimsOn } from "../answer/claims.ts";
import { citingSentences } from "../check/cited.ts";
import { nearestPage } from "../check/nearest.ts";
import { headingKey, targetIn, textsOf } from "../check/page.ts";
import { uncitedIn } from "../check/sentences.ts";
import { type CheckedPage, type CheckedVault, placesIn } from "../check/vault.ts";
import { UserError } from "../core/errors.ts";
import { sha256 } from "../text/hash.ts";
import { absolute, bytesAt } from "../vault/layout.ts";
import { repositoryAt } from "../vault/scan.ts";
import { checkedVault } from "./checked-vault.ts";
import { counterOf } from "./counter.ts";
import { documentsOf } from "./notes.ts";
import { type PlaceFinder, placeFinder, type RawPlace } from "./raw-places.ts";
import { pathNamed } from "./vault-path.ts";
import type { Workspace } from "./workspace.ts";

/** A claim with its words and where they stand; `missing` says why the chain ends early. */
export interface TracedClaim {
  readonly id: string;
  /** Page of the source. */
  readonly page: string;
  readonly text?: string;
  readonly quote?: string;
  /** The raw file. */
  readonly source?: string;
  readonly title?: string;
  readonly published?: string;
  /** Where its words stand in the raw file now. */
  readonly place?: RawPlace;
  readonly missing?: string;
}

export interface TracedSentence {
  /** From 1, in the file. */
  readonly line: number;
  readonly text: string;
  /** None: nothing stands behind it. */
  readonly claims: readonly TracedClaim[];
}

export interface PageTrace {
  readonly page: string;
  readonly title: string;
  readonly type: string;
  readonly edited: boolean;
  readonly sentences: readonly TracedSentence[];
}

/** `name` is a path, a title or an alias, with ":LINE" or without. UserError when no page, or none of that many lines, is meant. */
export async function tracePage(workspace: Workspace, name: string, cwd: string): Promise<PageTrace> {
  const vault = checkedVault(workspace);
  const { page, line } = asked(workspace, vault, name, cwd);
  const trace = tracer(workspace, vault);
  const cited = page.type === "source" ? ownClaims(page) : citingSentences(page);
  const sentences = [...cited, ...uncited(page)]
    .filter((one) => line === undefined || one.line === line)
    .sort((a, b) => a.line - b.line);
  const traced: TracedSentence[] = [];
  for (const { line: at, text, cites } of sentences)
    traced.push({ line: at, text, claims: await Promise.all(cites.map(({ target, id }) => trace(target, id))) });
  return { page: page.path, title: page.title, type: page.type, edited: page.edited, sentences: traced };
}

const TRACED = new Set(["concept", "entity", "method", "answer"]);

/** Of a page that ought to cite: what does not. */
function uncited(page: CheckedPage): { line: number; text: string; cites: [] }[] {
  return TRACED.has(page.type) ? uncitedIn(page).map((one) => ({ ...one, cites: [] })) : [];
}

/** A source page's own claims, each at its line. */
function ownClaims(page: CheckedPage): { line: number; text: string; cites: { target: string; id: string }[] }[] {
  const lines = page.body.split("\n");
  const target = page.path.replace(/\.md$/u, "");
  return claimsOn(page.body).map(({ id, text }) => ({
    line: page.bodyLine + lines.findIndex((one) => one.trimEnd().endsWith(` ^${id}`)) + 1,
    text,
    cites: [{ target, id }],
  }));
}

type Trace = (target: string, id: string) => Promise<TracedClaim>;

function tracer(workspace: Workspace, vault: CheckedVault): Trace {
  const places = placesIn(vault);
  const claims = new Map<string, Map<string, ReturnType<typeof claimsOn>[number]>>();
  const finders = new Map<string, Promise<PlaceFinder>>();
  return async (target, id) => {
    const path = places.file(target) ?? `${target}.md`;
    const page = places.page(path);
    if (page === undefined) return { id, page: path, missing: "the page of its source is gone" };
    const known = claims.get(path) ?? new Map(claimsOn(page.body).map((claim) => [claim.id, claim]));
    claims.set(path, known);
    const claim = known.get(id);
    const source = textsOf(page.front["source"]).map(targetIn)[0];
    const published = textsOf(page.front["published"])[0];
    const about = { id, page: path, title: page.title, ...(published === undefined ? {} : { published }) };
    if (claim === undefined) return { ...about, missing: "its source says so no more; kb compile rewrites the page" };
    const { text, quote } = claim;
    const raw = source === undefined ? undefined : (places.file(source) ?? source);
    if (raw === undefined) return { ...about, text, quote, missing: "its page names no raw file" };
    const finder = finders.get(raw) ?? finderFor(workspace, raw);
    finders.set(raw, finder);
    const place = (await finder)(quote);
    const gone = !vault.files.includes(raw);
    const missing = gone
      ? "the raw file is gone"
      : place
        ? undefined
        : "the raw file reads otherwise now; kb compile follows it";
    return {
      ...about,
      text,
      quote,
      source: raw,
      ...(place ? { place } : {}),
      ...(missing === undefined ? {} : { missing }),
    };
  };
}

/** Reads a raw file, or takes what an earlier run has read of the same bytes. */
export async function finderFor(workspace: Workspace, path: string): Promise<PlaceFinder> {
  const bytes = bytesAt(workspace.layout, path);
  if (bytes === undefined) return () => undefined;
  const { layout, settings, store } = workspace;
  const file = repositoryAt(layout, settings, store, path) ?? {
    path,
    absolute: absolute(workspace.layout, path),
    hash: sha256(bytes),
    size: bytes.length,
    mtimeMs: 0,
  };
  const read = await documentsOf(workspace, file, counterOf());
  return read.kind === "read" ? placeFinder(read.documents, bytes.toString("utf8")) : () => undefined;
}

function asked(
  { layout }: Workspace,
  vault: CheckedVault,
  name: string,
  cwd: string,
): { page: CheckedPage; line?: number } {
  const whole = pageNamed(vault, layout.root, name, cwd);
  if (whole) return { page: whole };
  const [, stem, digits] = /^(.+):(\d+)$/u.exec(name) ?? [];
  const page = stem === undefined ? undefined : pageNamed(vault, layout.root, stem, cwd);
  if (page === undefined || digits === undefined) throw noSuchPage(vault, stem ?? name);
  const line = Number(digits);
  const lines = page.text.split("\n").length;
  if (line < 1 || line > lines) throw new UserError(`${page.path} has ${lines} lines; there is no line ${line}.`);
  return { page, line };
}

function pageNamed(vault: CheckedVault, root: string, name: string, cwd: string): CheckedPage | undefined {
  const paths = new Set(pathNamed(root, name, cwd).flatMap((path) => [path, `${path}.md`]));
  const exact = vault.pages.find((page) => paths.has(page.path));
  if (exact) return exact;
  const key = headingKey(name);
  const named = vault.pages.filter(
    (page) => page.ours && [page.title, ...page.aliases].some((one) => headingKey(one) === key),
  );
  const topics = named.filter((page) => page.type !== "source" && page.type !== "text");
  const [only, another] = topics.length > 0 ? topics : named;
  if (only && another)
    throw new UserError(
      `Several pages are called ${name}: ${named.map((page) => page.path).join(", ")}. Name one by its path.`,
    );
  return only;
}

function noSuchPage(vault: CheckedVault, name: string): UserError {
  const near = nearestPage({ target: name, place: "", line: 0 }, vault);
  const hint = near === undefined ? "kb search finds pages by their words" : `did you mean ${near}?`;
  return new UserError(
    vault.files.includes(name) && name.startsWith(`${vault.folders.raw}/`)
      ? `${name} is a source: kb trace --source ${name}`
      : `There is no page ${name}; ${hint}`,
  );
}
