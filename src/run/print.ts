// Drafts -> pages: links, citations, what disagrees and what is related; a page is printed again only when any of these changed.
import type { CodeRange } from "../core/document.ts";
import type { TopicDraft } from "../core/engine.ts";
import type { Claim } from "../core/note.ts";
import type { ClaimRef } from "../core/topic.ts";
import { nameKey } from "../text/names.ts";
import { memoKey } from "../vault/memo.ts";
import type { SourceInfo } from "../write/citations.ts";
import type { Disagreement } from "../write/disagreements.ts";
import { type NameFinder, rivalsIn } from "../write/names.ts";
import type { Relation } from "../write/related.ts";
import { type TopicPage, topicPage, WRITE_VERSION } from "../write/topic-page.ts";
import type { DraftedTopic } from "./drafts.ts";
import type { PageLayouts } from "./page-layouts.ts";
import { headOf, type PageHead, pageOf } from "./printed-head.ts";
import { knownRelations } from "./relations.ts";
import type { SiteInput, WrittenTopic } from "./site.ts";

export interface Printer {
  readonly input: SiteInput;
  readonly claimAt: (ref: ClaimRef) => Claim | undefined;
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  /** Inline code in the text of a claim. */
  readonly codeOf: (ref: ClaimRef) => readonly CodeRange[];
  readonly finder: NameFinder;
  readonly layouts: PageLayouts;
}

type Stored = Omit<TopicPage, "page"> & { readonly page: PageHead };

/** The claims that a page tells in its sentences and lists. */
function toldIn({ sections, survey = [] }: TopicDraft, claimAt: Printer["claimAt"]): string[] {
  const shown = survey.filter(({ text }) => text !== "");
  const sentences = [...sections.flatMap((section) => section.paragraphs.flat()), ...shown];
  return sentences.flatMap(({ claims }) => claims.flatMap((ref) => claimAt(ref)?.text ?? []));
}

/** The claims whose words a page shows. */
function refsIn(
  { sections, survey = [] }: TopicDraft,
  disagreements: readonly Disagreement[],
  related: readonly Relation[],
): ClaimRef[] {
  const sentences = [...sections.flatMap((section) => section.paragraphs.flat()), ...survey];
  return [
    ...sentences.flatMap(({ claims }) => claims),
    ...disagreements.flatMap(({ sides }) => sides.map(({ ref }) => ref)),
    ...related.flatMap(({ said }) => said ?? []),
  ];
}

/** Pages that have something to say; fewer than drafts when all sentences of one failed their check. */
export function printTopics(drafts: readonly DraftedTopic[], printer: Printer): WrittenTopic[] {
  const { memo } = printer.input.workspace.store;
  const placed = drafts.map((one) => one.placed);
  const saidOn = new Map(drafts.map(({ placed: one, draft }) => [one.page, new Set(toldIn(draft, printer.claimAt))]));
  const relations = knownRelations(memo, placed, printer.claimAt, saidOn);
  const rivals = rivalsIn(placed);
  // Whom an ambiguous name means in a sentence hangs on the sources that its things are spoken of in.
  const names = memoKey(
    placed.map(({ page, topic }) => [
      page,
      topic.aliases,
      ...(topic.among ? [topic.among, [...new Set(topic.claims.map((ref) => ref.source))]] : []),
    ]),
  );
  return drafts.flatMap(({ placed: one, outline, draft, engine, provisional = false }) => {
    const { topic, page } = one;
    const { disagreements } = outline;
    const related = relations.get(page) ?? [];
    const others = (rivals.get(nameKey(topic.among?.name ?? "")) ?? []).filter((other) => other.page !== page);
    const named = [...topic.claims, ...(draft.survey ?? [])].map((one) => one.source);
    const cited = [...new Set(named)].map((path) => printer.sourceOf(path));
    const code = refsIn(draft, disagreements, related).flatMap((ref) => {
      const ranges = printer.codeOf(ref);
      return ranges.length > 0 ? [[ref.source, ref.id, ranges]] : [];
    });
    const rows = new Set((draft.survey ?? []).map(({ source }) => source));
    const beyond = rows.size > 0 && outline.spread.some(({ source }) => !rows.has(source));
    const key = memoKey(
      "head",
      beyond,
      page,
      topic.title,
      topic.aliases,
      topic.kind,
      draft,
      engine,
      disagreements,
      related,
      cited,
      code,
      names,
      printer.layouts.key,
      WRITE_VERSION,
    );
    const print = (): TopicPage => {
      printer.input.counter.count("print");
      return topicPage({
        placed: one,
        draft,
        finder: printer.finder,
        related,
        rivals: others,
        disagreements,
        others: beyond && !/\p{sc=Han}/u.test(topic.title),
        claimAt: printer.claimAt,
        sourceOf: printer.sourceOf,
        codeOf: printer.codeOf,
        engine,
        layOut: printer.layouts.layOut,
      });
    };
    const known = memo.get<Stored>("page", key);
    const written = known ? { ...known, page: pageOf(known.page, () => print().page) } : print();
    if (!known) memo.set("page", key, { ...written, page: headOf(written.page) } satisfies Stored);
    if (written.oneLine.claims.length === 0) return [];
    const listed = Array.isArray(written.page.front.sources) ? written.page.front.sources.length : 0;
    const sources = written.defined ? listed : (draft.survey?.length ?? listed);
    const printed = provisional
      ? { ...written, page: { ...written.page, front: { ...written.page.front, provisional } } }
      : written;
    const headed = outline.spread.filter((source) => source.titled).length;
    return [{ placed: one, written: printed, sources, headed, disagreements }];
  });
}
