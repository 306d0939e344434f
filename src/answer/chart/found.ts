// A figure or date that was found, with the sentence it stands in.
import type { Point } from "../../core/answer.ts";
import type { Passage } from "../../core/engine.ts";

export interface Found {
  readonly passage: Passage;
  readonly point: Point;
  /** 0 to 1: how much of what was asked its sentence says. */
  readonly fit: number;
}
