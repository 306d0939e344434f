// What every task is given: somebody to ask, of which model, and how much there is room for.
import type { ClaimLimits } from "../../extractive/notes/claims.ts";
import type { Asker } from "../ask.ts";
import type { ModelInfo } from "../client.ts";

export interface TaskSetting {
  readonly asker: Asker;
  readonly model: ModelInfo;
  readonly contextTokens: number;
  readonly limits: ClaimLimits;
}
