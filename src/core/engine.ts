// The port behind which judgement lives: the extractive engine and the model engines fulfil it.
import type { Document } from "./document.ts";
import type { Claim, Defining, Dropped, EntityKind, Mention, TopicType } from "./note.ts";
import type { LedCode } from "./search.ts";
import type { CitedClaim, CitedSentence, SurveyRow } from "./topic.ts";

/** What was asked of a model during a run; zeros for the extractive engine. */
export interface Usage {
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** A claim as an engine proposes it: code copies the quotation and makes the id. */
export interface ProposedClaim {
  readonly text: string;
  /** Sentence numbers of the Document. */
  readonly evidence: readonly number[];
  readonly attribution?: string;
}

export interface ProposedNote {
  readonly summary: readonly string[];
  readonly claims: readonly ProposedClaim[];
  /** Names the engine adds to those that code finds by itself. */
  readonly names: readonly { readonly name: string; readonly type: TopicType; readonly kind?: EntityKind }[];
  readonly questions: readonly string[];
  readonly dropped: readonly Dropped[];
}

export interface BriefClaim extends CitedClaim {
  readonly sourceTitle: string;
  readonly published?: string;
  /** 0 to 1: how much the claim is about the topic; 1 where it is the subject. */
  readonly about: number;
}

/** A source that names a topic. */
export interface BriefSource {
  readonly source: string;
  /** It has the name, whole, in its title. */
  readonly titled: boolean;
  /** Times. */
  readonly count: number;
  /** Its claim that is most about the topic, if one names it. */
  readonly best?: BriefClaim;
  /** The first of its claims that names it. */
  readonly first?: BriefClaim;
  /** Claims that name it, those most about it first. */
  readonly says?: readonly BriefClaim[];
  /** Of a source headed by it, the claims that its summary is made of. */
  readonly sums?: readonly BriefClaim[];
  /** Its own word on what it is about, with the claim that bears it out. */
  readonly described?: { readonly text: string; readonly by: BriefClaim };
}

/** All that is needed to write one topic page. */
export interface TopicBrief {
  readonly title: string;
  readonly type: TopicType;
  readonly kind?: EntityKind;
  readonly aliases: readonly string[];
  readonly definition?: string;
  /** 0 to 1: from .75 the defining claim's own sentence opens with the name and says what it is. */
  readonly definitionStrength?: number;
  readonly definedBy?: CitedClaim;
  /** What else says what it is, best first. */
  readonly alsoDefined?: readonly Defining<CitedClaim>[];
  /** Most telling first. */
  readonly claims: readonly BriefClaim[];
  /** Sources that name it, those that say most of it first. */
  readonly spread: readonly BriefSource[];
  /** Other topics that share claims with it, for wording only. */
  readonly neighbours: readonly string[];
  /** The vault's own rules (CLAUDE.md), cut to a budget. */
  readonly rules: string;
}

export interface TopicSection {
  /** Empty for the lead. */
  readonly heading: string;
  /** A paragraph is a list of cited sentences. */
  readonly paragraphs: readonly (readonly CitedSentence[])[];
}

export interface TopicDraft {
  /** The lead first: its first sentence says what the thing is. */
  readonly sections: readonly TopicSection[];
  readonly dropped: readonly Dropped[];
  /** A row a source, most telling source first: all there is where no source says what the thing is, and the end of a short entry. */
  readonly survey?: readonly SurveyRow[];
  /** First line of a page that is a list of sources: the little they say of what the thing is ("rustc is a batch compiler"). */
  readonly gloss?: CitedSentence;
}

/** Something an answer may cite. */
export interface Passage {
  /** Wiki page that holds the claim: "wiki/sources/x.md". */
  readonly page: string;
  readonly claim: Claim;
  readonly source: string;
  readonly sourceTitle: string;
  readonly published?: string;
  /** From the search, higher is better, comparable within one question only. */
  readonly score: number;
  /** It opens a page that the question calls by name. */
  readonly opening?: boolean;
  /** By what the question calls its source: a document's number stands in its name, not in its sentences. */
  readonly called?: string;
  /** 0 to 1: it stands under a heading of the sort that the question asks for, "why" under Motivation, or right below that question. */
  readonly headed?: number;
  /** Its source is of the time that the question names. */
  readonly timely?: boolean;
  /** The paragraph that the claim stands in, for ranking and for wording; never evidence. */
  readonly context?: string;
  /** What its last sentence leads to. */
  readonly code?: LedCode;
  /** It is an item of a list with its lead in brackets, or a lead with all its items. */
  readonly listed?: "item" | "items";
}

export interface AnswerBrief {
  readonly question: string;
  /** How much each content stem of the question tells in this vault (inverse frequency); higher is rarer. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly passages: readonly Passage[];
  /** The two things that the question compares. */
  readonly sides?: readonly [string, string];
  /** Content stems of the topics that the question calls by name, in whatever case. */
  readonly topics?: readonly string[];
  /** Words, about. */
  readonly length: number;
  /** A reply given earlier to the same prompt does not do. */
  readonly fresh?: boolean;
  readonly rules: string;
}

export interface AnswerDraft {
  readonly answerable: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly sentences: readonly {
    readonly text: string /** Indexes into AnswerBrief.passages. */;
    readonly passages: readonly number[];
  }[];
  readonly dropped: readonly Dropped[];
}

/** Both sides of a question; `decide` are questions whose answer would settle it. */
export interface SidesDraft {
  readonly for: AnswerDraft["sentences"];
  readonly against: AnswerDraft["sentences"];
  readonly decide: readonly string[];
  readonly dropped: readonly Dropped[];
}

/** A picture for a model that can see. */
export interface PictureToSee {
  /** Of its file. */
  readonly name: string;
  /** PNG, JPEG or WebP. */
  readonly bytes: Uint8Array;
  /** Words that were recognised in it; may be empty. */
  readonly text: string;
}

export type Verdict = "same" | "different" | "unsure";

export interface Engine {
  /** "extractive", or "ollama:MODEL", "openai:MODEL": stands in kb_engine and in memo keys. */
  readonly id: string;
  noteDocument(document: Document, signal?: AbortSignal): Promise<ProposedNote>;
  writeTopic(brief: TopicBrief, signal?: AbortSignal): Promise<TopicDraft>;
  /** `heard` is told each sentence that holds, as it comes, from engines whose words come one by one. */
  answer(brief: AnswerBrief, signal?: AbortSignal, heard?: (sentence: string) => void): Promise<AnswerDraft>;
  /** Engines that can weigh arguments have it. */
  steelman?(brief: AnswerBrief, signal?: AbortSignal): Promise<SidesDraft>;
  /** Which of several answers is the best, by its place; undefined when it cannot say. */
  judge?(brief: AnswerBrief, answers: readonly string[], signal?: AbortSignal): Promise<number | undefined>;
  sameThing(a: Mention, b: Mention, signal?: AbortSignal): Promise<Verdict>;
  contradicts(a: string, b: string, signal?: AbortSignal): Promise<boolean>;
  /** Unit vectors, one a text; undefined when no embedding model answers. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[] | undefined>;
  /** Who looks at pictures, "ollama:MODEL"; absent where nobody can. */
  readonly sees?: string;
  /** What a picture shows, in a few sentences; undefined when it cannot say. */
  describePicture?(picture: PictureToSee, signal?: AbortSignal): Promise<string | undefined>;
  usage(): Usage;
}
