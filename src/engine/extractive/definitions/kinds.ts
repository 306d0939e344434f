// Which sort of thing a name is: by its own words, by what its source says it is, and by compromise's lists of names.
import { createRequire } from "node:module";
import type { EntityKind, TopicType } from "../../../core/note.ts";
import { METHOD_HEADS } from "../../../text/generic.ts";
import { ready } from "../../../text/ready.ts";

export interface Sort {
  readonly type: TopicType;
  readonly kind?: EntityKind;
}

const KIND_WORDS: readonly (readonly [EntityKind, RegExp])[] = [
  [
    "organisation",
    /\b(?:agency|agencies|administration|association|bank|board|bureau|college|commission|committee|company|consortium|corporation|corps|council|court|department|firm|foundation|inc|institute|institution|laboratory|laboratories|labs|library of congress|llc|ltd|ministry|museum|newspaper|magazine|office|organi[sz]ation|party|publisher|school|society|startup|start-up|studio|team|think tank|trust|(?:credit|labou?r|students['’]?|trade|workers['’]?) union|university|working group)\b/i,
  ],
  [
    "event",
    /\b(?:conference|summit|festival|hackathon|meetup|symposium|workshop|championship|election|war|battle|olympics|expo|demonstration|demo day|webinar|revolution)\b/i,
  ],
  [
    "place",
    /\b(?:city|town|village|country|island|islands|river|lake|mountain|county|province|region|district|street|valley|capital of|continent)\b/i,
  ],
  [
    "work",
    /\b(?:book|novel|essay|paper|film|album|song|poem|treatise|memoir|documentary|biography|report by|encyclop(?:a|ae)edia|play|painting|column)\b/i,
  ],
  ["project", /\b(?:project|initiative|programme|program to|campaign|effort|movement|collaboration)\b/i],
  [
    "product",
    /\b(?:app|application|browser|compiler|computer|database|device|distribution|editor|engine|framework|language|library|linter|model|operating system|package|package manager|platform|plugin|plug-in|product|program|programme|crate|runtime|server|service|software|site|stack|system|tool|toolkit|tools|utility|web ?site|website|client|extension|card|machine|format)\b/i,
  ],
];

const HEADED: ReadonlySet<EntityKind> = new Set(["event", "work", "project", "product"]);
/** "a global program organized by": an undertaking, and no software. */
const UNDERTAKING =
  /\b(?:annual|federal|fellowship|funding|global|grant|mentoring|mentorship|national|outreach|training|yearly) program(?:me)?\b|\bprogram(?:me)? (?:organi[sz]ed|run|funded|sponsored) /i;

const PERSON_ROLE =
  /\b(?:activist|actor|analyst|architect|artist|astronomer|attorney|author|biologist|bibliographer|blogger|botanist|CEO|CFO|chair(?:man|person|woman)|chemist|coach|commissioner|composer|co-?founder|consultant|COO|creator|critic|CTO|developer|designer|director|economist|editor|educator|engineer|entrepreneur|expert|founder|historian|inventor|investigator|journalist|judge|lawyer|leader|lead|lecturer|librarian|linguist|maintainer|manager|mathematician|minister|musician|naturalist|novelist|officer|painter|philosopher|physicist|pioneer|poet|politician|president|producer|professor|programmer|psychologist|publisher|researcher|scholar|scientist|secretary|singer|sociologist|specialist|strategist|student|teacher|technologist|theologian|theorist|translator|visionary|writer|woman|man)\b/i;

const ROLE_AT_END = new RegExp(
  `(?:${PERSON_ROLE.source}|\\b(?:administrator|ambassador|(?:co-?)?chair|(?:co-?|team )lead|coordinator|executive|expert|fellow|head|officer|owner|veteran)\\b)$`,
  "iu",
);

/** "the language team's co-lead", "usability expert": words that end in what a person is. */
export function isRole(words: string): boolean {
  return ready(ROLE_AT_END).test(words.trim());
}

const IS_ROLE = new RegExp(`^${PERSON_ROLE.source}$`, "i");
/** At the end of what is said of a thing. */
const LAST_WORDS = KIND_WORDS.map(([kind, words]) => [kind, new RegExp(`(?:${words.source})\\s*$`, "i")] as const);

/** "a prolific and incredibly knowledgable member of the compiler team": somebody, if only by a handle. */
const MEMBER =
  /^(?:an? )?(?:[\p{Alpha}-]+,? ){0,4}(?:(?:member|contributor|maintainer|colleague)s? (?:of|to|on|for|at|in)|(?:group|project|team) (?:member|lead|maintainer))\b/iu;

interface CompromiseDoc {
  has(match: string): boolean;
}
let compromise: ((text: string) => CompromiseDoc) | undefined;

// The same names come again in every source; a lookup costs 0.2 ms, and the first one 200 ms.
const known = new Map<string, boolean>();

/** Names that are of a sort, and names that are not, as they were looked up so far. */
export interface LookedUp {
  readonly is: readonly string[];
  readonly not: readonly string[];
}

export function lookedUp(): LookedUp {
  const names = [...known].slice(0, MOST_KNOWN);
  return {
    is: names.flatMap(([key, is]) => (is ? key : [])),
    not: names.flatMap(([key, is]) => (is ? [] : key)),
  };
}

/** Spares looking up what an earlier run looked up. */
export function rememberLookedUp({ is, not }: LookedUp): void {
  for (const key of is) known.set(key, true);
  for (const key of not) known.set(key, false);
}

/** Lookups that may be known; this tells whether there were new ones. */
export function timesLookedUp(): number {
  return Math.min(known.size, MOST_KNOWN);
}

const MOST_KNOWN = 100_000;

function knows(name: string, tag: string): boolean {
  const key = `${tag} ${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  compromise ??= createRequire(import.meta.url)("compromise/two") as (text: string) => CompromiseDoc;
  const is = compromise(name).has(`^#${tag}+$`);
  known.set(key, is);
  return is;
}

/** What a definition ("a desk in which …", "an American engineer") says of the sort; its head noun decides. */
export function kindFromDefinition(definition: string): EntityKind | undefined {
  if (UNDERTAKING.test(definition)) return "project";
  const head =
    // "a single secret leader election (SSLE) protocol": the head stands behind the brackets.
    definition
      .replace(/ \([^()]*\)(?= \p{Lower})/gu, "")
      .split(
        /[,;:(]|\b(?:that|which|who|whose|where|for|to|in|of|by|from|with|on|at|as|off|about|used|written|made|built|based|led|run|\p{Alpha}{4,}ed(?= (?:as|at|by|for|from|in|into|of|on|to|with)))\b(?!-)/iu,
      )[0] ?? "";
  const words = head.trim().split(/\s+/);
  const last = words.slice(-3).join(" ");
  if (
    /\b(?:build|config|connection|dependency|plugin|resource|session|toolchain|version|package|window|password|file|task|text|code|source|process|memory|session|version|dependency|content|state|graph|font|hex|tag|block|space|feed|e-?book|screen|card|web) (?:manager|editor|producer|reader|writer|developer|lead)$/i.test(
      last,
    )
  )
    return "product";
  if (IS_ROLE.test(words.at(-1) ?? "")) return "person";
  if (MEMBER.test(definition)) return "person";
  return LAST_WORDS.find(([, pattern]) => pattern.test(last))?.[0];
}

/** The sort of a capitalised name. `roles` are words that stand right beside it in the source. */
export function sortOfName(name: string, definition: string | undefined, beside: string): Sort {
  const words = name.split(/\s+/);
  const defined = definition ? kindFromDefinition(definition) : undefined;
  // One word is seldom a person, and often a manager of packages or a reader of feeds.
  if (defined === "person" && words.length === 1 && !MEMBER.test(definition ?? "") && !knows(name, "Person"))
    return { type: "concept" };
  if (defined) return { type: "entity", kind: defined };
  if (isPersonal(name, words, beside)) return { type: "entity", kind: "person" };
  for (const [kind, pattern] of KIND_WORDS) {
    // "Project Director" is no project: of these the last word decides, or the one before "of".
    const heads = HEADED.has(kind) ? name.replace(/ (?:of|for) .*$/, "").replace(/^.* (?=\S+$)/, "") : name;
    if (words.length > 1 && pattern.test(heads) && (kind !== "work" || words.length > 2))
      return { type: "entity", kind };
  }
  if (/^(?:the\s+)?[\p{Upper}][\p{Lower}]+(?:\s\p{Upper}\p{Lower}+)?$/u.test(name) && knows(name, "Place"))
    return { type: "entity", kind: "place" };
  if (words.length === 1 && /\.(?:js|io|com|org|net|gov|rs|py|md)$/u.test(name))
    return { type: "entity", kind: "product" };
  // "ReceiptPayload is a byte array": what is said to be something else is none.
  if (words.length === 1 && definition === undefined && /^\p{Upper}[^\p{Upper}]*\p{Upper}[^\p{Upper}]*$/u.test(name))
    return { type: "entity", kind: "product" };
  if (METHOD_HEADS.has(words.at(-1)?.toLowerCase() ?? "")) return { type: "method" };
  return { type: "concept" };
}

/** The sort of a phrase in lower case. */
export function sortOfPhrase(name: string, definition?: string): Sort {
  if (definition && MEMBER.test(definition)) return { type: "entity", kind: "person" };
  if (/^(?:an?|the)\s(?:[\p{Alpha}-]+\s){0,2}(?:method|technique|procedure|practice)\b/iu.test(definition ?? ""))
    return { type: "method" };
  return METHOD_HEADS.has(name.toLowerCase().split(/\s+/).at(-1) ?? "") ? { type: "method" } : { type: "concept" };
}

function isPersonal(name: string, words: readonly string[], beside: string): boolean {
  if (words.length < 2 || words.length > 4 || /^(?:an?|the)$/i.test(words[0] ?? "")) return false;
  if (
    !words.every((word) =>
      /^(?:(?:Mc|Mac|De|Di|Du|La|Le|Fitz|O['’])?\p{Upper}[\p{Lower}'’-]+(?:(?<=-)\p{Upper}\p{Lower}+)?|\p{Upper}\.|de|van|von|der|den|la|del|bin|al|Jr\.?)$/u.test(
        word,
      ),
    )
  )
    return false;
  if (KIND_WORDS.some(([, pattern]) => pattern.test(name))) return false;
  const first = words[0] ?? "";
  if (knows(first, "FirstName")) return true;
  return (
    PERSON_ROLE.test(beside) ||
    /\b(?:said|says|wrote|writes|born|argued|recalled|told|Mr|Mrs|Ms|Dr|Prof)\b/.test(beside)
  );
}
