// The wiki learns what people ask for: raw sentences behind an answer become claims on the pages of their sources.
import { claimsOn } from "../answer/claims.ts";
import type { Answer, Citation } from "../core/answer.ts";
import type { Page } from "../core/page.ts";
import { decisionPlan, loadDecisions } from "../vault/decided.ts";
import type { Decision } from "../vault/decisions.ts";
import type { Run } from "../vault/journal.ts";
import { readPage, type WikiPage } from "../vault/load.ts";
import { applyPlan } from "../vault/plan.ts";
import { type RawScan, scanRaw } from "../vault/scan.ts";
import { withAskedClaims } from "./asked-claims.ts";
import { withBundles } from "./bundles.ts";
import { counterOf } from "./counter.ts";
import { learnedPages } from "./learned-pages.ts";
import { notesOfRaw } from "./notes.ts";
import { siteOf } from "./site.ts";
import type { Workspace } from "./workspace.ts";

/**
 * The answer with its raw sentences cited as claims, where they can stand alone. Writes the pages of their sources and
 * decisions.md, within the run given, into the wiki as it stood when the run began; for a caller that holds the vault's lock.
 */
export async function learnedFrom(
  workspace: Workspace,
  answer: Answer,
  run: Run,
  wiki: readonly WikiPage[],
): Promise<Answer> {
  // "Install it like so:" is no claim without its command.
  const raw = answer.sentences.flatMap(({ citations }) =>
    citations.filter(({ onPage, quote }) => !onPage && !/[:：]$/u.test(quote)),
  );
  if (raw.length === 0) return answer;
  const { store, layout } = workspace;
  const decided = loadDecisions(workspace).list;
  const asked = [...new Map(raw.map(({ source, quote }) => [`${source}\n${quote}`, { source, quote }])).values()].map(
    (one): Decision => ({ kind: "claim", ...one }),
  );
  const counter = counterOf();
  const scan = scanRaw(layout, workspace.settings, store);
  const pagesOf = new Map(raw.map(({ source, page }) => [source, page]));
  const own = { ...scan, files: scan.files.filter(({ path }) => pagesOf.has(path)) };
  const few = await withAskedClaims(
    workspace,
    await notesOfRaw(workspace, own, counter, { known: true }),
    [...decided, ...asked],
    counter,
  );
  const pages =
    (await learnedPages(workspace, wiki, few.noted, pagesOf, new Set(own.files.map(({ path }) => path)))) ??
    (await pagesInSite(workspace, scan, wiki, { decided, asked, pages: new Set(pagesOf.values()) }));
  applyPlan(workspace, { pages }, { dryRun: false, run, wiki, decisions: decided });
  const home = citedAsClaims(workspace, answer);
  const kept = new Set(
    home.sentences.flatMap(({ citations }) =>
      citations.filter(({ onPage }) => onPage).map(({ source, quote }) => `${source}\n${quote}`),
    ),
  );
  const learnt = asked.filter((one) => one.kind === "claim" && kept.has(`${one.source}\n${one.quote}`));
  applyPlan(workspace, decisionPlan(workspace, learnt, "extractive"), { dryRun: false, run, wiki });
  return home;
}

interface Learnt {
  readonly decided: readonly Decision[];
  readonly asked: readonly Decision[];
  /** Paths of the pages that are wanted. */
  readonly pages: ReadonlySet<string>;
}

/** The same from all notes, where a page depends on more than its own source. */
async function pagesInSite(
  workspace: Workspace,
  scan: RawScan,
  wiki: readonly WikiPage[],
  { decided, asked, pages }: Learnt,
): Promise<Page[]> {
  const counter = counterOf();
  const before = await notesOfRaw(workspace, scan, counter, { known: true });
  const notes = withBundles(await withAskedClaims(workspace, before, [...decided, ...asked], counter));
  const site = await siteOf({
    workspace,
    engine: await workspace.engine(),
    counter,
    noted: notes.noted,
    wiki,
    decisions: decided,
    upgrade: false,
    onlyTopics: new Set(wiki.map((page) => page.path)),
  });
  return site.sourcePages.filter(({ path }) => pages.has(path));
}

/** Raw citations as citations of the claim, where one stands on the page now. */
function citedAsClaims(workspace: Workspace, answer: Answer): Answer {
  const sentences = answer.sentences.map((sentence) => {
    let text = sentence.text;
    const citations = sentence.citations.map((citation): Citation => {
      if (citation.onPage) return citation;
      const claim = claimsOn(readPage(workspace.layout, citation.page)?.body ?? "").find(
        ({ id }) => id === citation.claim,
      );
      if (claim === undefined) return citation;
      // What "he" means was put in brackets when the sentence became a claim.
      if (text === citation.quote) text = claim.text;
      return { ...citation, onPage: true, link: `${citation.page.replace(/\.md$/u, "")}#^${claim.id}` };
    });
    return { ...sentence, text, citations };
  });
  return { ...answer, sentences };
}
