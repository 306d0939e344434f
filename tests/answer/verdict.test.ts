import { describe, expect, it } from "vitest";
import { verdictOf } from "../../src/answer/verdict.ts";

describe("yes or no", () => {
  it.each([
    ["Is the lamp lit by gas?", "The lamp is lit by gas, and a keeper tends it.", "Yes"],
    ["Does the tower stand on rock?", "The tower does not stand on rock.", "No"],
    ["Is existing oil affected by ACT-12?", "Oil already existing is not affected by this change.", "No"],
    [
      "Can I change the flash in the logbook?",
      "It's not possible to change the flash in the logbook, but it is possible to change it in the almanac.",
      "No",
    ],
    ["Do all lenses turn in mercury?", "All lenses turn in mercury.", "Yes"],
  ])("“%s” has one in “%s”", (question, sentence, verdict) => {
    expect(verdictOf(question, sentence, "ACT-12")).toBe(verdict);
  });

  it.each([
    ["things the other way round", "Did Fresnel inspire Stevenson?", "Stevenson inspired Fresnel."],
    ["another relation of the same words", "Does the horn make light?", "The horn makes a sound from light."],
    ["a condition", "Is the lamp lit by gas?", "The lamp is lit by gas if the wind is low."],
    ["a plan", "Is the lamp lit by gas?", "The keepers plan that the lamp is lit by gas."],
    ["somebody's word", "Is the lamp lit by gas?", "Brook said the lamp is lit by gas."],
    ["less than is asked", "Do all lenses turn in mercury?", "Lenses turn in mercury."],
    ["a narrower case", "Is the lamp lit?", "The lamp is lit in winter."],
    ["a part", "Does the lamp crack?", "The glass of the lamp cracks."],
    ["half of it", "Is the lamp lit by gas?", "The lamp is lit."],
    ["a choice", "Is the lamp lit by gas or oil?", "The lamp is lit by gas."],
    ["a denial of something else", "Is the lamp lit by gas?", "The lamp that is not old is lit by gas."],
    ["a question", "Is the lamp lit by gas?", "Is the lamp lit by gas?"],
    ["another sort of question", "Why is the lamp lit by gas?", "The lamp is lit by gas."],
  ])("is not given for %s", (_, question, sentence) => {
    expect(verdictOf(question, sentence)).toBeUndefined();
  });
});
