// The port behind which the index lives: vault/ fulfils it with SQLite, tests with a list.

export interface SearchRow {
  readonly path: string;
  readonly title: string;
  readonly type: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly updated: string;
  readonly headings: string;
  readonly body: string;
}

export interface SearchHit {
  readonly path: string;
  readonly title: string;
  readonly type: string;
  /** Higher is better. */
  readonly score: number;
  readonly snippet: string;
}

export interface SearchQuery {
  readonly query: string;
  readonly limit: number;
  readonly type?: string;
}

export interface Search {
  find(query: SearchQuery): readonly SearchHit[];
}
