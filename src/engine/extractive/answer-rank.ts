// How well each passage fits a question, by the words they share: for answers without a model.
import type { AnswerBrief, Passage } from "../../core/engine.ts";
import { stemsOf, wordsOf } from "../../text/words.ts";
import { cueOf, definitionCue } from "./answer-cues.ts";

// Tuned on the even articles of XQuAD's English half, checked on the odd ones and on the Chinese half.
const AROUND = 0.35;
const FAMILY = 0.5;
/** A row of a table answers badly in running text. */
const ROW = 0.6;
