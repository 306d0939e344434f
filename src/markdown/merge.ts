// Three versions of a page's body into one: what kb generated last, what a person made of it, what kb generates now.

export interface MergeInput {
  readonly base?: string;
  readonly theirs: string;
  readonly ours: string;
}

export interface MergeConflict {
  readonly theirs: string;
  readonly ours: string;
}

export function mergeBody({ theirs, ours }: MergeInput): { readonly body: string; readonly conflicts: readonly MergeConflict[] } {
  return { body: theirs, conflicts: [{ theirs, ours }] };
}
