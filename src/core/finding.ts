// What a health check found.

export type Severity = "error" | "warning" | "info";

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  /** From 1, in the file; 0 when it is about the whole file. */
  readonly line: number;
  readonly message: string;
  readonly fixable: boolean;
  readonly fixed?: boolean;
}
