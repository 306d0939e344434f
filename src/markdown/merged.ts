// What comes of merging a person's page with kb's new text.

export interface MergeConflict {
  readonly theirs: string;
  /** Empty when kb has nothing in its place any more. */
  readonly ours: string;
  readonly reason: string;
}

export interface Deletion {
  /** Ids of the claims that the sentence cited. */
  readonly claims: readonly string[];
  readonly text: string;
}

export interface Merged {
  readonly body: string;
  readonly conflicts: readonly MergeConflict[];
  /** Cited sentences that a person took out since kb wrote the page. */
  readonly deletions: readonly Deletion[];
}
