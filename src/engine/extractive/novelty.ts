// "a new opcode": to those who read of it later, an opcode.

export function withoutNew(text: string): string {
  return text
    .replace(/^the (?:brand[ -])?new /i, "the ")
    .replace(/^an? (?:brand[ -])?new (?=(\p{Alpha}))/iu, (_, next: string) => (/[aeiou]/i.test(next) ? "an " : "a "));
}
