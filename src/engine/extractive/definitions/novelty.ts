// "a new opcode": to those who read of it later, an opcode.
import { articleOf } from "../../../text/article.ts";

export function withoutNew(text: string): string {
  return text
    .replace(/^the (?:brand[ -])?new /i, "the ")
    .replace(/^an? (?:brand[ -])?new (?=(\p{Alpha}.*))/isu, (_, next: string) => `${articleOf(next)} `);
}

/** "a new experimental codegen backend for the Rust compiler": a sort, told apart; "a new release" is news. */
export function isNovelty(text: string): boolean {
  return (
    /^(?:an?|the) (?:brand[ -])?new /i.test(text) &&
    /^(?:an?|the) (?:brand[ -])?new (?:(?:[\p{Alpha}/-]+ ){1,4}(?:based|built|by|covering|for|from|that|which|to|of|under|written)\b|(?:[\p{Alpha}\p{N}/-]+ ){2,4}[\p{Alpha}-]+$)/iu.test(
      text,
    ) &&
    !/^(?:an?|the) new (?:[\p{Alpha}-]+ )*?(?:version|release|feature|way|option|edition|post|feature|member|lead|maintainer)\b/iu.test(
      text,
    )
  );
}
