// "a" or "an".

/** The article of what begins with `words`: "an opcode", "an SSH client", "a user", "a one-liner". English only. */
export function articleOf(words: string): "a" | "an" {
  const first = /^["“‘'`]*([\p{Alpha}\d-]*)/u.exec(words)?.[1] ?? "";
  // Letters that are read one by one: "an XML file", "a UTF-8 text"; "a RAM disk" and longer ones are read as words.
  if (/^\p{Upper}{1,3}(?!\p{Alpha})/u.test(first) && !/^[^AEIOU][AEIOU][^AEIOU](?!\p{Alpha})/u.test(first))
    return /^[AEFHILMNORSX]/.test(first) ? "an" : "a";
  if (/^(?:eu|one(?![\p{Lower}])|once|u(?:bi|int|ni(?!d|n|m[ip])|s[aeiu]|t[ei]))/iu.test(first)) return "a";
  return /^(?:[aeiou]|8|hon(?:est|our)|hour)/i.test(first) ? "an" : "a";
}
