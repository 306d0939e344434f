import { expect, it } from "vitest";
import { isForm } from "../../src/text/forms.ts";

it.each([
  ["cities", "city"],
  ["runs", "running"],
  ["released", "release"],
  ["accessible", "accessibility"],
  ["announce", "announcement"],
])("%s and %s are forms of one word", (a, b) => expect(isForm(a, b)).toBe(true));

it.each([
  ["access", "accessibility"],
  ["special", "specialization"],
  ["organ", "organization"],
  ["capital", "capitalisation"],
])("%s and %s share a stem and little else", (a, b) => expect(isForm(a, b)).toBe(false));
