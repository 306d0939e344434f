// Where a Chinese sentence says what a name is: 「X是一种……」「X指的是……」「所谓X，就是……」.
import type { Definition } from "./definitions.ts";

const AFTER =
  /^["”’」』》）)]*(?:（[^（）]{1,40}）|\([^()]{1,60}\))?[，,]?\s*(?:就是|也就是|其实是|是指|指的是|是|即|指|意为|意思是)\s*(.{4,})$/u;
const KIND = /^(?:一|两|几|某)(?:种|个|门|款|项|本|位|类|套|家|部|座|名|条|次|组|段|份|张|只|支|场|片|所|群|系列|些)/u;
const VERDICT =
  /^(?:否|不|没|很|最|非常|更|比较|可以|应该|需要|因为|为了|由于|从|在|对|给|让|把|被|我|你|他|她|它|这|那|什么|谁|怎|如何|一样|一个(?:好|坏|很|非常|不错|重要|问题|例子|过程))/u;

export function definitionInCjk(sentence: string, start: number, end: number): Definition | undefined {
  const before = sentence.slice(0, start).replace(/["“‘「『《（(\s]+$/u, "");
  if (!/^(?:所谓的?|其中[，,]?|首先[，,]?)?$/u.test(before)) return undefined;
  const text = sentence
    .slice(end)
    .match(AFTER)?.[1]
    ?.replace(/[。！!；;\s]+$/u, "");
  if (text === undefined || VERDICT.test(text)) return undefined;
  if (KIND.test(text)) return { text, strength: 1 };
  if (/^(?:指|通过|由|用|以|将)|的[\p{sc=Han}]{1,8}$/u.test(text.split(/[，,；;]/u)[0] ?? ""))
    return { text, strength: 0.8 };
  return { text, strength: 0.5 };
}
