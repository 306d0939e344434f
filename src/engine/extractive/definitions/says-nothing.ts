// A sentence with the form of a definition that tells nobody what the thing is. English only.

export function saysNothing(text: string, title: string): boolean {
  return (
    [ONLY_SORT, SPELT_OUT, ONLY_TYPE, ONLY_MADE, ONE_STEP, ONE_OF_THEM, PASSING].some((empty) => empty.test(text)) ||
    isOnlyFigure(text) ||
    isItself(text, title)
  );
}

/** "SHR is a bitwise opcode.": which one, it does not say. */
const ONLY_SORT = / (?:is|are|was|were) (?:an?|the) (?:[\p{Alpha}-]+ )?[\p{Alpha}-]+\.?$/u;

/** "CPSB stands for cost per state byte." */
const SPELT_OUT = /^\S+ (?:stands for|is short for) (?:["“][^"“”]+["”]\.?|(?:(?! (?:that|which|and is) )[^;:(])+)$/;

/** "The index is a uint64 in big endian encoding.": how it is written, and not what for. */
const ONLY_TYPE =
  / (?:is|are) an? (?:[\p{Alpha}\d-]+ ){0,3}(?:u?int\d*|integer|number|byte|bytes|string|array|boolean|float|hash)(?: (?:in|with|as) [^,;:]*\b(?:bits?|bytes?|encod\p{Alpha}+|endian|format|notation)\b[^,;:]*)?\.?$/iu;

/** "Tide is a script which was released by the board.": where it comes from. */
const ONLY_MADE =
  / an? [^,;]{1,40} (?:that|which) (?:was|is|has been) (?:created|developed|made|maintained|published|released|written) (?:(?! (?:for|to|that|which|where) )[^,;])*$/u;

/** "POP2 pops two values from the stack.": and then? */
const ONE_STEP = /^\S+(?: instruction| opcode)? (?:pops|pushes) (?:(?! and ).)*$/u;

/** "This proposal introduces a new tide type that …": one more, and not what such a type is. */
const ONE_OF_THEM =
  /^This \p{Alpha}+(?: \[[^\]]*\])? (?:adds|creates|defines|introduces|proposes) (?:an?|another) (?:new )?(?!\S+ (?:called|named)\b)[^,]*\b(?:format|kind|sort|type)s? (?:that|which|for|to)\b/u;

/** "was affected by a hole", "a system involving a number of standards": what happened to it once, or what is true of most. */
const PASSING = / (?:is|are|was|were) affected by | involving (?:a number of|many|several|various) /u;

/** "MAX denotes 2^256 - 1.": a figure, and no word of it. */
function isOnlyFigure(text: string): boolean {
  const said = / (?:denotes|equals|is|means|represents) ([^\p{Alpha}]*\d.*)$/u.exec(text)?.[1];
  return said !== undefined && !/\p{Alpha}{3,}/u.test(said.replace(/0x[\da-f]+/giu, ""));
}

/** "The Harbour Initiative is an initiative under the board.": what it is called, and who has it. */
function isItself(text: string, title: string): boolean {
  const [, sort = "", rest = ""] =
    / (?:is|was) (?:an?|the) (?:[\p{Alpha}-]+ )?(\p{Alpha}+)((?: (?:at|by|from|in|inside|led by|of|owned by|run by|under|within) .*)?)$/u.exec(
      text,
    ) ?? [];
  return sort !== "" && title.toLowerCase().endsWith(` ${sort.toLowerCase()}`) && !FOR.test(rest);
}

const FOR = /\b(?:for|that|to|where|which|who|whose)\b/;
