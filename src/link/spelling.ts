// One word written as a name and as a common word: Windows and windows, Rust and rust. They are one thing only where sources show it.
import type { Mention } from "../core/note.ts";
import { EVERYDAY, everydayCount } from "../engine/extractive/background.ts";
import { nameKey, nameWords } from "../text/names.ts";
import { foldOf } from "../text/words.ts";
import type { TextAt } from "./claim-texts.ts";
import type { Contexts } from "./context.ts";
import type { Speaking } from "./senses.ts";
import { type Usage, usageIn, usageOf } from "./usage.ts";

/** So many telling names must the source that writes a common word share with those that write a name. */
const COMMON_GROUND = 2;
/** Sources of one subject are at least so much alike. */
const ALIKE = 0.1;

export interface TwoSpellings {
  readonly name: readonly Speaking[];
  readonly word: readonly Speaking[];
  /** The name ends in -s and never goes without: Windows. */
  readonly ownPlural: boolean;
}

/** Those who write it as a name and those who write a common word; undefined where all mean one thing. */
export function twoSpellings(
  key: string,
  members: readonly Speaking[],
  textAt: TextAt,
  contexts: Contexts,
  apart: boolean,
): TwoSpellings | undefined {
  if (!members.some(({ mention }) => isWritten(mention, CAPITAL))) return undefined;
  if (!members.some(({ mention }) => isWritten(mention, SMALL))) return undefined;
  // No dictionary knows "sqlite": it can mean nothing else.
  if (!apart && everydayCount(key) < EVERYDAY) return undefined;
  if (members.some(({ mention }) => nameWords(mention.name).length !== 1)) return undefined;
  const used = members.map((member) => ({ member, usage: usageOf(key, member, textAt) }));
  const isWord = ({ member, usage }: (typeof used)[number]): boolean =>
    usage.name === usage.word ? !/^\p{Upper}/u.test(member.mention.name) : usage.word > usage.name;
  const names = used.filter((one) => !isWord(one));
  const words = used.filter(isWord);
  const sum = (of: (usage: Usage) => number): number => used.reduce((total, { usage }) => total + of(usage), 0);
  if (sum((usage) => usage.name) === 0) return undefined;
  // "on Windows", never "a Window": the -s belongs to the name, and no plural makes it the window of a house.
  const ownPlural =
    sum((usage) => usage.plural) >= 2 &&
    sum((usage) => usage.single) === 0 &&
    sum((usage) => usage.plural) > sum((usage) => usage.word - usage.wordSingle);
  if (ownPlural && sum((usage) => usage.wordSingle) > 0) {
    const parts = used.flatMap(({ member, usage }) =>
      partsOf(key, member, usage, textAt).map((part) =>
        part.isName ? { ...part, member: withPlural(key, part.member) } : part,
      ),
    );
    return {
      name: parts.filter((part) => part.isName).map((part) => part.member),
      word: parts.filter((part) => !part.isName).map((part) => part.member),
      ownPlural,
    };
  }
  if (names.length === 0 || words.length === 0) return undefined;
  const sources = new Set(names.map(({ member }) => member.source));
  // Whoever writes "Cargo" here and "cargo" there means one thing.
  const joins = ({ member, usage }: (typeof used)[number]): boolean =>
    (!ownPlural && usage.name > 0) ||
    contexts.shared(member.source, sources, key) >= COMMON_GROUND ||
    [...sources].some((source) => contexts.likeness(member.source, source, key) >= ALIKE);
  const strays = apart ? words : words.filter((one) => !joins(one));
  if (strays.length === 0) return undefined;
  const gone = new Set(strays);
  return {
    name: used.filter((one) => !gone.has(one)).map(({ member }) => member),
    word: strays.map(({ member }) => member),
    ownPlural,
  };
}

const CAPITAL = /^\p{Upper}/u;
const SMALL = /^\p{Lower}/u;

function isWritten({ name, forms }: Mention, letter: RegExp): boolean {
  return letter.test(name) || forms.some((form) => letter.test(form));
}

/** Windows by no other name than that: the "window" that its source has too is another thing. */
function withPlural(key: string, { source, mention }: Speaking): Speaking {
  const own = (form: string): boolean => nameKey(form) !== key || foldOf(form) !== key;
  const forms = mention.forms.filter(own);
  const plural = forms.find((form) => nameKey(form) === key && /^\p{Upper}/u.test(form));
  return { source, mention: { ...mention, forms, name: own(mention.name) ? mention.name : (plural ?? mention.name) } };
}

/** Of a source that has both, each side keeps the claims that write it so. */
function partsOf(
  key: string,
  member: Speaking,
  usage: Usage,
  textAt: TextAt,
): { readonly member: Speaking; readonly isName: boolean }[] {
  const { mention } = member;
  const wordy = new Set(
    mention.claims.filter((id) => {
      const one = usageIn(key, [textAt(member.source, id)]);
      return one.word > one.name;
    }),
  );
  const mostly = usage.name === usage.word ? !/^\p{Upper}/u.test(mention.name) : usage.word > usage.name;
  if (wordy.size === 0 || wordy.size === mention.claims.length) return [{ member, isName: !mostly }];
  return [true, false].map((isName) => {
    const keeps = (id: string): boolean => wordy.has(id) !== isName;
    const claims = mention.claims.filter(keeps);
    const fits = (form: string): boolean => /^\p{Lower}/u.test(form) !== isName;
    const { definedBy, definition, definitionStrength, alsoDefined = [], ...rest } = mention;
    const also = alsoDefined.filter(({ by }) => keeps(by));
    const name = fits(mention.name) ? mention.name : (mention.forms.find(fits) ?? mention.name);
    const main = isName !== mostly;
    return {
      isName,
      member: {
        source: member.source,
        mention: {
          ...rest,
          name,
          forms: mention.forms.filter(fits),
          count: Math.max(1, Math.round((mention.count * claims.length) / mention.claims.length)),
          inTitle: main && mention.inTitle,
          inHeading: main && mention.inHeading,
          ...(main ? {} : { minor: true }),
          claims,
          subjectOf: mention.subjectOf.filter(keeps),
          ...(definedBy && definition && keeps(definedBy)
            ? { definedBy, definition, ...(definitionStrength === undefined ? {} : { definitionStrength }) }
            : {}),
          ...(also.length > 0 ? { alsoDefined: also } : {}),
        },
      },
    };
  });
}
