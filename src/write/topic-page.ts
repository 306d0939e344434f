// The page of one topic: checked sentences with their citations, what disagrees, what is related and why.
import type { CodeRange } from "../core/document.ts";
import type { TopicDraft } from "../core/engine.ts";
import type { Claim } from "../core/note.ts";
import type { LayOut, Page } from "../core/page.ts";
import type { CitedSentence, ClaimRef } from "../core/topic.ts";
import { escapeCoded, escapeInline, linkText } from "../markdown/harmless.ts";
import { losesSpeaker } from "../text/attribution.ts";
import { codeKept } from "../text/in-code.ts";
import { supportOf } from "../text/support.ts";
import { citationsOf, isWeak, type SourceInfo } from "./citations.ts";
import type { Disagreement } from "./disagreements.ts";
import { linkerOf, type NameFinder, type PlacedTopic } from "./names.ts";
import type { Relation } from "./related.ts";
import { statusLine } from "./status.ts";
import { surveyList, surveyOpening } from "./survey.ts";

/** Raised by hand when the writing room's code changes what it gives. */
export const WRITE_VERSION = 57;

export interface TopicPageInput {
  readonly placed: PlacedTopic;
  readonly draft: TopicDraft;
  readonly finder: NameFinder;
  readonly related: readonly Relation[];
  /** Pages of other things of the same name. */
  readonly rivals?: readonly PlacedTopic[];
  readonly disagreements: readonly Disagreement[];
  /** Sources name it that its list leaves out. */
  readonly others?: boolean;
  readonly claimAt: (ref: ClaimRef) => Claim | undefined;
  readonly sourceOf: (path: string) => SourceInfo | undefined;
  /** Inline code in the text of a claim. */
  readonly codeOf?: (ref: ClaimRef) => readonly CodeRange[];
  readonly engine: string;
  readonly layOut: LayOut;
}

export interface TopicPage {
  readonly page: Page;
  /** What it is, in one line, for the index and the overview, with the claims it rests on. */
  readonly oneLine: CitedSentence;
  /** Its first line says what it is; a survey's says where it comes up. */
  readonly defined: boolean;
  /** Sentences that their claims do not bear out, with what is missing there. */
  readonly dropped: readonly { readonly what: string; readonly reason: string }[];
}

export function topicPage(input: TopicPageInput): TopicPage {
  const { topic } = input.placed;
  const citations = citationsOf(input.sourceOf);
  const linker = linkerOf(input.finder, input.placed);
  const dropped: { what: string; reason: string }[] = [];
  const parts: string[] = [];
  let oneLine: CitedSentence | undefined;
  const survey = (input.draft.survey ?? []).filter((sentence) => {
    if (sentence.text === "") return true;
    const fault = faultOf(sentence, input);
    if (fault) dropped.push({ what: sentence.text, reason: fault });
    return fault === undefined;
  });
  const codeOf = (sentence: CitedSentence): readonly CodeRange[] => codeIn(sentence, input);
  const printing = { citations, linker, sourceOf: input.sourceOf, codeOf };
  const entry = input.draft.sections.length > 0;
  const uncertain: CitedSentence[] = [];
  const printed = (sentence: CitedSentence, starts: boolean): string => {
    const label = sentence.label ? `${sentence.label}: ` : "";
    const sources = sentence.claims.map((ref) => ref.source);
    return `${label}${linker.link(sentence.text, { starts: starts && !label, sources, code: codeOf(sentence) })} ${citations.cite(sentence.claims)}`;
  };
  // Sources are numbered in the order in which they are cited here.
  const surveyed = (): string => (survey.length > 0 ? surveyList(survey, printing, !entry && input.others) : "");
  let list = "";
  if (survey.length > 0 && !entry) {
    const { gloss } = input.draft;
    const opening = surveyOpening(topic, survey, printing, gloss && !faultOf(gloss, input) ? gloss : undefined);
    parts.push(opening.text);
    list = surveyed();
    oneLine = opening.oneLine;
  }
  for (const section of input.draft.sections) {
    const paragraphs = section.paragraphs.flatMap((sentences, at) => {
      const kept = sentences.filter((sentence) => {
        const fault = faultOf(sentence, input);
        if (fault) dropped.push({ what: sentence.text, reason: fault });
        const weak = fault === undefined && sentence.claims.every((ref) => isWeak(input.sourceOf(ref.source)));
        if (weak) uncertain.push(sentence);
        return fault === undefined && !weak;
      });
      oneLine ??= kept[0];
      const first = at === 0 && section === input.draft.sections[0] ? kept[0] : undefined;
      const status = first && statusLine(first, input.sourceOf);
      const text = kept
        .flatMap((sentence, i) => [printed(sentence, i === 0), ...(sentence === first && status ? [status] : [])])
        .join(" ");
      return text ? [text] : [];
    });
    if (paragraphs.length === 0) continue;
    const listed =
      section.heading !== "" &&
      section.paragraphs.every((sentences) => sentences.length === 1) &&
      paragraphs.length > 1;
    if (section.heading) parts.push(`## ${escapeInline(section.heading)}`);
    parts.push(...(listed ? [paragraphs.map((one) => `- ${one}`).join("\n")] : paragraphs));
  }
  if (entry) list = surveyed();
  const disagreements = input.disagreements.map((disagreement) => {
    const sides = disagreement.sides.map(
      (side) =>
        `${side.year ? `${side.year}: ` : ""}${escapeCoded(side.text, codeOf({ text: side.text, claims: [side.ref] }))} ${citations.cite([side.ref])}`,
    );
    return `> [!warning] Sources disagree\n${sides.map((side) => `> ${side}`).join("\n>\n")}`;
  });
  const doubtful = uncertain.map((sentence) => `- ${printed(sentence, true)}`);
  oneLine ??= uncertain[0];
  // Who is said to speak of it stands on the list.
  const listed = entry ? undefined : new Set(survey.map(({ source }) => source));
  const related = input.related.flatMap((one) => {
    const together = listed ? one.together.filter((path) => listed.has(path)) : one.together;
    if (one.reason === "" && one.together.length > 0 && together.length === 0) return [];
    const why =
      one.reason === ""
        ? togetherIn(together, input.sourceOf)
        : escapeCoded(one.reason, codeOf({ text: one.reason, claims: one.said ? [one.said] : [] }));
    return `- [[${one.page}|${one.title}]]${why === "" ? "" : ` · ${why}`}`;
  });
  const front = {
    ...(topic.kind && topic.type === "entity" ? { kind: topic.kind } : {}),
    aliases: topic.aliases,
    tags: [topic.type, ...(topic.kind && topic.type === "entity" ? [topic.kind] : [])],
    sources: citations.sources().flatMap((path) => {
      const source = input.sourceOf(path);
      return source ? [`[[${source.page}|${source.title}]]`] : [];
    }),
  };
  const page: Page = {
    path: `${input.placed.page}.md`,
    type: topic.type,
    title: topic.title,
    front,
    body: input.layOut("topic", {
      title: topic.title,
      type: topic.type,
      kind: topic.type === "entity" ? (topic.kind ?? "") : "",
      notice: otherThings(input.placed, input.rivals ?? []) ?? "",
      defined: entry,
      entry: parts.join("\n\n"),
      survey: list,
      disagreements: disagreements.join("\n\n"),
      uncertain: doubtful.join("\n"),
      related: related.join("\n"),
      sources: citations.listing().join("\n"),
    }),
    engine: input.engine,
  };
  return { page, oneLine: oneLine ?? { text: topic.title, claims: [] }, defined: entry, dropped };
}

/** What its claims set in code marks is set so on the page: "`halt` and `continue`" are no verbs. */
function codeIn({ text, claims }: CitedSentence, input: TopicPageInput): readonly CodeRange[] {
  for (const ref of claims) {
    const ranges = input.codeOf?.(ref) ?? [];
    const kept = ranges.length > 0 ? codeKept(ranges, input.claimAt(ref)?.text ?? "", text) : [];
    if (kept.length > 0) return kept;
  }
  return [];
}

/** Sources named where no sentence tells why two things belong together. */
const NAMED_TOGETHER = 2;

function togetherIn(paths: readonly string[], sourceOf: TopicPageInput["sourceOf"]): string {
  const links = paths.flatMap((path) => {
    const source = sourceOf(path);
    return source ? [`[[${source.page}|${linkText(source.title)}]]`] : [];
  });
  const more = links.length - NAMED_TOGETHER;
  const shown = links.slice(0, NAMED_TOGETHER);
  if (shown.length === 0) return "";
  return more > 0 ? `both in ${shown.join(", ")} and ${more} more` : `both in ${shown.join(" and ")}`;
}

/** The line that leads a reader who meant another thing of that name to its page. */
function otherThings({ topic }: PlacedTopic, rivals: readonly PlacedTopic[]): string | undefined {
  const { among } = topic;
  if (!among || rivals.length === 0) return undefined;
  const links = rivals.map((one) => `[[${one.page}|${linkText(one.topic.title)}]]`);
  const here = among.mark === topic.title ? "" : ` This page is about the ${among.mark}.`;
  return `> [!info] “${escapeInline(among.name)}” means several things\n>${here} See also ${links.join(", ")}.`;
}

/** Why a sentence may not stand: it cites nothing that exists, or says what its claims do not. */
function faultOf(sentence: CitedSentence, input: TopicPageInput): string | undefined {
  const claims = sentence.claims.flatMap((ref) => input.claimAt(ref) ?? []);
  if (claims.length === 0) return "it cites no claim that exists";
  if (claims.some((claim) => claim.text === sentence.text)) return undefined;
  const evidence = claims.map((claim) => `${claim.text} ${claim.quote}`).join(" ");
  const support = supportOf(
    sentence.text,
    evidence,
    [...input.placed.topic.aliases, ...claims.flatMap((claim) => claim.place.headings)].join("\n"),
  );
  if (!support.ok) return `its claims do not say: ${support.missing.join(", ")}`;
  return losesSpeaker(sentence.text, claims)
    ? "it says as a fact what its claims report somebody to have said"
    : undefined;
}
