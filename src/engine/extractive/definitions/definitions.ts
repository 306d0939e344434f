// Where a sentence says what a name is: "X is a …", "X, a …,", "X refers to …", "a … called X".
import { ready } from "../../../text/ready.ts";
import { tag } from "../tag.ts";
import { aroundName } from "./around.ts";
import { besideName, hasVerb } from "./beside.ts";
import { broughtBy, titleBeside } from "./brought.ts";
import { tellsApart } from "./genus.ts";
import { soundDefinition } from "./hollow.ts";
import { kindFromDefinition } from "./kinds.ts";
import { isNovelty, withoutNew } from "./novelty.ts";
import { unpraised } from "./praise.ts";

export interface Definition {
  /** What it is, without the subject: "a desk in which a person stores books". */
  readonly text: string;
  /** 0 to 1: how much the whole sentence serves as the first line about the name. */
  readonly strength: number;
}

// Heads that say nothing by themselves; with "of", "to", "for", "that" behind them they may.
const VAGUE =
  /^(?:an?|the|one|any|some)\s+(?:(?:very|really|quite|pretty|rather|bit|too|so|more|most|less|much|good|great|bad|big|huge|small|major|minor|key|critical|crucial|important|useful|nice|common|real|perfect|fine|simple|clear|hard|tough|potential|possible|natural|obvious|reasonable|valid|better|best|worse|worst|only|first|last|next|same|main|other|right|wrong|new|latest|final|single|classic|prime|interesting|particular|non-starter|complex|blunt|significant|necessary|sufficient|required|breaking|viable|practical|welcome|personal|favou?rite)\s+)*(?:lot|bit|way|thing|problem|issue|reason|result|example|case|question|matter|mistake|shame|choice|idea|step|part|place|time|fact|goal|point|one|deal|change|concern|option|solution|success|challenge|start|work|pain|fit|topic|subject|blocker|priority|improvement|win|must|plus|bug|bummer|consequence|answer|focus|aim|purpose|motivation|advantage|benefit|high|low|drawback|downside|alternative|requirement|candidate|exception|difference|trade-?off|factor|no-op|default|good|bad|best|worst|same|first|only|last|next|other|latter|former|norm|beginning|end|author|owner|hope|plan|intention|bottleneck|beast|heartbeat|mess|nightmare|joy|pleasure|pain point|backbone)\b(?!-|\s+(?:of|to|for|in which|at which|from which|on which|that|by which|used|where)\b)/i;
/** "an insidious problem": whatever adjective stands before it. */
const RATED =
  /^(?:an?|the)\s+(?:[\p{Alpha}-]+,?\s+){1,3}(?:accident|achievement|advantage|benefit|bottleneck|case|challenge|change|choice|concern|decision|drawback|goal|idea|issue|matter|mistake|problem|reason|solution|success|thing|topic|trade-?off|win)\b(?!\s+(?:of|to|for|in which|that|by which|used|where)\b)/iu;
// Adjectives that make a verdict of a definition: "is the best tool", "is a great place to start".
const VERDICT =
  /^(?:an?|the)\s+(?:very |really |quite |pretty |so |too |wildly )?(?:(?:[a-z]+ ){0,2}bottleneck|clever|comparable|similar|strong|large number|direct|fancy|imposing|good|great|bad|nice|natural|perfect|epitome|embodiment|workhorse|backbone|cornerstone|niche|best|better|worst|worse|same|only|first|last|next|right|wrong|big|huge|major|bit|little|lot|reason|problem|issue|case|result|shame|subject of|topic of|focus of|goal of|reason for|part of the|case that|case where|result of|start|beginning|end of|(?:fundamentally |core )?(?:value proposition|hard problem|difficult problem)|fundamentally|community work|default|other|latter|former|latest|obvious|most|least|more|less|main|key|primary|biggest|largest|hardest|easiest|simplest|closest|above|following|equivalent|author|current|difficult|awesome|fantastic|amazing|wonderful|excellent|exciting|popular|terrible|crucial|massive|powerful|fascinating|serious|new|question|answer|one|two|three)\b(?!-)/i;
/** "one of the most requested features", "just a consequence of": how it is rated, not what it is. */
const SUPERLATIVE =
  /^(?:an?|the) (?:very )?(?:big|central|common|core|critical|crucial|essential|fundamental|huge|important|integral|key|large|major|necessary|significant|small|useful|vital) (?:aspect|chunk|component|element|feature|part|piece|step) (?:of|in)\b|^(?:one of (?:the|our|its) (?:most|best|biggest|main|key|core|many|few)\b|(?:just|only|simply|merely|really) )/i;
const DEICTIC = /\b(?:this|these|those|that one|above|below|here|my|our|we|I|us)\b/i;
/** After a name, its class ("The URLSearchParams class, …"), what is said in passing, and the closing quotation mark. */
const SKIP =
  /^(?:\s+(?:attribute|class|command|crate|extension|flag|format|function|instruction|keyword|library|macro|method|module|opcode|operator|option|package|plugin|precompile|protocol|syntax|tool|trait|utility)(?=[\s,(]))?\s*(?:\([^()]{1,80}\)|["”’]|(?<=\s)as defined (?:in|by) [\p{Alpha}\p{N} #-]{2,30}?(?= (?:is|are) )|(?<=\s)in \p{Upper}[\p{Alpha}\p{N}+#.]*(?= (?:is|are) an? )|,\s[^,.;]{2,60},|,? or (?:just |simply )?["“]?[\p{Alpha}\p{N}_-]+["”]?,)?\s*/u;
const IS =
  /^(?:is|are|was|were)\s+(?:of course\s+|basically\s+|essentially\s+)?((?:an?|the|one of the|any|some|[\p{Alpha}\p{N}.]+['’]s(?= [\p{Alpha}-]+ [\p{Alpha}-]+))\s+.+)$/iu;
/** "is text that branches": a bare noun, but told apart. */
const BARE =
  /^(?:is|was)\s+((?!(?:not|also|another|all|both|often|only|just|so|very|too|more|most|less|now|still|already|what|where|why|how|enough|something|someone|everything|nothing|one|true|clear|likely|possible|\p{Alpha}+(?:ed|ing|ly|able|ible|ful|ous|ive|al))\b)(?:[\p{Lower}-]+\s+){1,3}(?<!enough )(?:that|which|whose|in which)\b.+)$/u;
const MEANS =
  /^(?:stands for|refers? to|means(?! (?:it|no|that|the same|there|they|we|you)\b)|denotes?|is defined as|is short for|was defined as|is where|are where)\s+(.+)$/i;
/** "Rollups are reducing fees", "ASICs are against …": how it stands, not what it is. */
const NO_SORT =
  /^(?:(?:\p{Alpha}+ly|now|also|quite|rather)\s+)*(?:\p{Alpha}+ing|about|above|across|against|among|at|before|behind|below|beyond|by|due|for|from|in|into|like|of|off|on|out|over|part|per|subject|to|under|unlike|up|with|within|without)\b/iu;
const DOES =
  /^(?:provides?|lets?|allows?|enables?|describes?|represents?|consists? of|combines?|helps?|offers?|(?:is|are) (?:used|designed|intended|meant|responsible) (?:to (?![a-z]+ing\b)|for)|was (?:designed|founded|created|built|launched|developed|invented)(?! (?:with|in))|were (?:designed|created|built|developed|invented)(?! (?:with|in)))\b.+$/i;
const ARE =
  /^(?:are|were)\s+((?!not\b|also\b|all\b|both\b|often\b|usually\b|very\b|too\b|more\b|most\b|less\b|now\b|still\b|already\b|available\b|important\b|useful\b|able\b|going\b|being\b|\w+ed\b)(?:[\p{Alpha}'’-]+\s+){1,6}(?:that|which|who|whose|used|for|in which|where|with|of)\b.+)$/u;
const ARE_PIVOT = /\b(?:that|which|who|whose|used|for|in which|where|with|of)\b/i;
/** Before all of these patterns: without a word of it they find nothing. */
const BRINGS = /\b(?:add|create|define|introduce|implement|propose|provide|specif(?:y|ie)|announc)/i;
/** "Add a new opcode, DELEGATECALL at 0xf4, which …": what a text brings into the world, up to its name. */
const INTRODUCED =
  /(?:^|\s)(?:add|create|define|introduce|implement|propose|provide|specif(?:y|ie)|announc)(?:e?s|ing)?\s+(an?\s+(?:(?!(?:an?|as|at|by|for|from|in|of|on|the|to|with)\b)[\p{Alpha}-]+\s+){0,4}(?!(?:an?|as|at|by|for|from|in|of|on|the|to|with)\b)[\p{Alpha}-]+),?\s*(?:called\s+|named\s+)?[("“]?$/iu;
const INTRODUCED_TOGETHER =
  /(?:^|\s)(?:add|create|define|introduce|implement|propose|provide|specif(?:y|ie))(?:e?s|ing)?\s+(two|three|four|five|six|seven|eight|nine|ten|several|\d+)\s+(?:new\s+)?((?:[\p{Alpha}-]+\s+){0,2}[\p{Alpha}-]+s)[,:]?\s*(?:[\p{Upper}\d_]{2,}(?![\p{Upper}\d_]),?\s*(?:and\s*)?)*$/iu;
const GOES_ON =
  /^["”)]?,?\s+((?:(?:at|with)\s[^,.;]+,?\s+)?(?:that|which|to|for|taking|returning)\b(?:[^.;:]|\.(?=\d|\p{Lower}{2})|\.{3}(?= \p{Lower}))+)/iu;
const RESUMED =
  /^\s*(?:--|—|–)\s*(?:these|this|that|it|which|i\.e\.,?)\s+(?:is|are)\s+(?!\p{Alpha}+ed\b|not\b|also\b|still\b|why\b|how\b|what\b|all\b|both\b|each\b)(.+)$/iu;
const CALLS = /(?:called|named|known as|dubbed|termed)(?:\s+(?:the|an?))?\s*["“]?$/i;
const CALLED =
  /\b(an?\s+(?:(?!(?:an?|the|is|are|was|were)\s)[\p{Alpha}-]+\s+){1,9})(?:,\s*)?(?:called|named|known as|dubbed|termed)(?:\s+(?:the|an?))?\s*["“]?$/iu;
/** "In the solver, there is a check called …": of the solver alone. */
const SCOPE = /^(?:In|Within) ([^,;:]{3,40}), there (?:is|are|was|were)\b/u;
const WHY = /(?:^|[,;] |\band )(?:because|since|although|though|while)(?: the)?$/i;
const BECAUSE = /^ (?:is|are) (an? [^,.;:()]{12,})(?:,|\.$|$)/u;
const COLON = /^\s*(?::\s+|(?:[—–]|\s--?)\s+(?=\p{Lower}))((?:[Aa]n?|[Tt]he)\s+.{20,})$/u;

const RELATIVE = /\b(?:that|which|who|whose|where|when)\b/i;
/** "the Linux Foundation": another name, and no sort of thing. */
const OTHER_NAME =
  /^the(?!.* (?:API|CLI|DSL|IDE|ORM|OS|PaaS|SDK|SaaS|VM)$)(?: \p{Upper}[\p{Alpha}\p{N}.&'’-]*(?: (?:of|for|and|the))?)+$/u;

const RELEASE = /\b(?:branch|edition|milestone|release|standard|specification|update|version)\b/i;

/** What `sentence` says that the name at [start, end) is. Undefined also for "A struct is a struct that …". */
export function definitionAt(sentence: string, start: number, end: number, proper: boolean): Definition | undefined {
  const found = saidAt(sentence, start, end, proper);
  const name = sentence.slice(start, end);
  // "Rust 1.0, a language with a focus on safety": so are all its versions.
  if (found && /\d\.\d[\d.]*$/.test(name) && !ready(RELEASE).test(found.text.split(RELATIVE)[0] ?? ""))
    return undefined;
  // "Regarding new keepers: An influx of help …": of what a line of a report is.
  if (/^(?:about|according|concerning|following|including|regarding) /iu.test(name)) return undefined;
  // "Raising TideError is a clean way to report a flood": what is done, and no name of a thing.
  if (found && /^\p{Alpha}+ing \S/u.test(name) && /^an? (?:[\p{Alpha}-]+ )?way\b/u.test(found.text)) return undefined;
  const text = found && soundDefinition(name, found.text);
  if (!found || text === undefined || !tellsApart(name, text)) return undefined;
  // Its own sentence says what was taken out.
  return text === found.text ? found : { text, strength: Math.min(found.strength, BESIDE) };
}

function saidAt(sentence: string, start: number, end: number, proper: boolean): Definition | undefined {
  const before = sentence
    .slice(0, start)
    .replace(/["“‘'(*]+$/, "")
    .trim();
  const after = sentence.slice(end);
  const name = sentence.slice(start, end);
  const opens = /^(?:(?:the|an?)(?:\s+(?:term|word|phrase|name))?)?$/i.test(before);
  const rest = after.replace(ready(SKIP), "").replace(/^,\s+(?=(?:is|are|was|were)\s)/, "");
  if (opens) {
    const is = rest.match(ready(IS))?.[1];
    // "the folder; everything else is a cache": too short to tell anything.
    const short = is?.split(/[;:—–]|, (?:and|but)\b/)[0]?.trim() ?? "";
    if (/^the\s/i.test(short) && short.split(/\s+/).length < (/\s\p{Upper}/u.test(short) ? 4 : 5)) return undefined;
    const plain = is && proper ? unpraised(trimmed(is)) : undefined;
    if (plain) return judged(plain, 0.5);
    if (is) return judged(is, /^(?:an?|one of)\b/i.test(is) ? 1 : 0.8);
    const bare = rest.match(ready(BARE))?.[1];
    if (bare) return judged(bare, 0.8);
    const means = rest.match(MEANS)?.[1];
    // "Updating the count means writing to …": what is done, and no name of a thing.
    if (means && !/^\p{Alpha}+ing\b/iu.test(name)) return judged(means, 0.9);
    const are = rest.match(ready(ARE))?.[1];
    if (are && !NO_SORT.test(are) && namesSort(are)) return judged(are, 0.75);
    const colon = after.match(COLON)?.[1];
    // "DUPN: the n'th item is duplicated", "Overhead: The sidecar adds 70 KiB": what it does, in a sentence of its own.
    const sort = colon?.split(RELATIVE)[0] ?? "";
    const stated =
      /\b(?:is|are|was|were|has|have|had)\b/i.test(sort) ||
      hasVerb(sort) ||
      /, (?:can|could|is|must|should|was|will|would) |^[^,;]* (?:consisted|focused|included|involved|required) /.test(
        colon ?? "",
      ) ||
      // "Global view: the layer tracks which blocks arrived", whatever taggers take "tracks" for.
      /^the (?:[\p{Alpha}-]+ ){1,3}\p{Alpha}+s (?:an?|how|the|what|when|where|whether|which|who)\b/iu.test(colon ?? "");
    // The label of a common noun stands for what one list means by it.
    if (colon && !stated) return judged(colon, proper ? 0.8 : 0.7);
    const does = rest.match(DOES)?.[0];
    if (
      does &&
      !DEICTIC.test(does) &&
      !/\b(?:that|such) (?:problem|issue|case|way|situation|purpose|reason)s?\b/i.test(does)
    )
      return { text: trimmed(does), strength: 0.4 };
  }
  // "Its author, Vannevar Bush, was an American engineer": the name stands between commas.
  const between = /^[^,.;]{2,40},$/.test(before) ? after.match(/^,\s+(?:is|was)\s+(an?\s.+)$/i)?.[1] : undefined;
  if (between && kindFromDefinition(between)) return judged(between, 0.5);
  // "Because Tide is a generator of static sites, …"
  const because = WHY.test(before) && proper ? after.match(BECAUSE)?.[1] : undefined;
  if (because) return judged(because, 0.5);
  const resumed = /^\s*[-—–]/.test(after) ? after.match(RESUMED)?.[1] : undefined;
  if (
    resumed &&
    /^(?:an?|the)\s|^\S+(?<!ant|ible|able|ful|ous|ult|ary|hard|easy|good|bad) (?:that|which|who|where|for|of)\b/i.test(
      resumed,
    )
  )
    return judged(resumed, 0.5);
  const called = CALLS.test(before) ? before.match(CALLED)?.[1] : undefined;
  const scope = called && before.match(SCOPE)?.[1];
  const goesOn = after.match(
    /^["”]?(?: \([^()]{1,20}\))?(?:, written (?:as |\p{Alpha}+ )?[^,;]{1,40})?,?\s+((?:that|which|to|for|of|in)\b(?:[^.;]|\.(?=\d|\p{Lower}{2})|\.{3}(?= \p{Lower}))+)/iu,
  )?.[1];
  if (called && goesOn) return judged(`${withoutNew(called.trim())} ${goesOn}`, 0.5);
  // "an experimental roadmapping effort dubbed Rust project goals": enough words to tell a sort.
  if (called && called.trim().split(/\s+/).length >= 4)
    return judged(`${withoutNew(called.trim())}${scope ? ` in ${scope}` : ""}`, 0.5);
  const brings = BRINGS.test(before);
  const introduced = brings ? before.match(ready(INTRODUCED))?.[1] : undefined;
  // "creates a combined block-level “access list” that": the name is the sort, unless it is set apart or in capitals.
  const apart = /(?:,|\bcalled|\bnamed|\()\s*$/iu.test(sentence.slice(0, start)) || /^[\p{Upper}\d_]+$/u.test(name);
  const doesSo = introduced && proper && apart ? after.match(GOES_ON)?.[1] : undefined;
  // "provides an interactive REPL for": the name is the sort.
  if (introduced && doesSo && /^(?:NOUN|PROPN)$/.test(tag(introduced).at(-1)?.pos ?? ""))
    return judged(`${withoutNew(introduced)} ${doesSo}`, 0.5);
  const listed = brings && proper ? oneOf(before, after) : undefined;
  if (listed) return judged(listed, 0.5);
  const beside = proper ? besideName(before, after, opens) : undefined;
  // "Tidewater, a chart of the coast.": no sentence of its own.
  if (beside) return judged(beside.text, beside.opening && !after.endsWith(`${beside.text}.`) ? 0.8 : BESIDE);
  const brought = titleBeside(name, before, after) ?? broughtBy(name, sentence.slice(0, start), after);
  if (brought) return { text: brought, strength: BESIDE };
  const around = proper || /[\s-]/.test(name) ? aroundName(sentence.slice(0, start), after, proper) : undefined;
  if (!around) return undefined;
  return around.startsWith("which ") ? { text: around, strength: BESIDE } : judged(around, BESIDE);
}

/** "introduces four new opcodes, MLOADFP, MSTOREFP and GETFP that allow …": of each, what all are. */
function oneOf(before: string, after: string): string | undefined {
  const [, number, sort] = before.match(ready(INTRODUCED_TOGETHER)) ?? [];
  const goesOn =
    number &&
    after.match(
      /^(?:,? (?:and )?[\p{Upper}\d_]{2,})*,? ((?:that|which|to|for)\b(?:[^.;:]|\.(?=\d|\p{Lower}{2})|\.{3}(?= \p{Lower}))+)/u,
    )?.[1];
  return goesOn ? `one of ${number.toLowerCase()} ${sort} ${goesOn}` : undefined;
}

/** "instruments" of "instruments that measure": nouns, and no "limited to" or "slow and need". */
function namesSort(text: string): boolean {
  const tokens = tag(text.split(ARE_PIVOT)[0] ?? "");
  const verbal = tokens.some(
    ({ pos }, i) => /^(?:AUX|PART|PRON)$/.test(pos) || (pos === "VERB" && tokens[i - 1]?.pos === "CCONJ"),
  );
  // "were taken on clients": what was done with them.
  const done = tokens[0]?.pos === "VERB" && /^(?:ADP|ADV|PART|DET|PRON)$/.test(tokens[1]?.pos ?? "");
  return !verbal && !done && /^(?:NOUN|PROPN|NUM)$/.test(tokens.at(-1)?.pos ?? "");
}

/** "a great place to start", "the problem": praise, blame or a remark, and no sort of thing. */
export function isVerdict(text: string): boolean {
  return (
    ready(VAGUE).test(text) ||
    RATED.test(text) ||
    ready(VERDICT).test(text) ||
    SUPERLATIVE.test(text) ||
    OTHER_NAME.test(text) ||
    DEICTIC.test(/^.{0,80}(?!\S)/su.exec(text)?.[0] ?? "")
  );
}

function judged(text: string, strength: number): Definition | undefined {
  // What a page puts behind the name need not keep the words around it.
  const free = strength === BESIDE ? unpraised(trimmed(text)) : undefined;
  const definition = free ?? (isNovelty(text) ? withoutNew(trimmed(text)) : trimmed(text));
  // "the primary author of the guide": of a person it is what they do.
  const verdict = isVerdict(definition) && kindFromDefinition(definition) !== "person";
  if (
    definition.split(/\s+/).length < 3 ||
    verdict ||
    OWNED.test(definition) ||
    RELATED.test(definition) ||
    /\b(?:currently|choice for|(?:kind|sort) of an?|involving (?:a number of|many|several|various)|no (?:clear|good|longer|real|remaining))\b/i.test(
      definition,
    )
  )
    return undefined;
  // "the capture rules would necessarily lead to": a sentence, and no name of a sort.
  if (/^[^,;:]*?\b(?:would|will|should|could|can|must|may|might)\b/i.test(definition.split(RELATIVE)[0] ?? ""))
    return undefined;
  return { text: definition, strength };
}

/** Strength of what stands beside a name, in a sentence about something else. */
const BESIDE = 0.5;

/** "the tree's sequence number": whose, the lines before said. */
const OWNED = /^the \p{Lower}+['’]s\s/u;

/** "a flagship customer of the port": how it stands to another; "the ones who choose": which, they are not told. */
const RELATED =
  /^(?:an?|the) (?:[\p{Alpha}-]+ ){0,2}(?:adopter|customer|fan|follower|partner|sponsor|supporter|user)s? of\b|^the ones?\b/iu;

function trimmed(text: string): string {
  // "…, i.e. sets": cut at the first point.
  return text.replace(/[\s.;:,]+$/, "").replace(/,?\s+(?:i|e)$/, "");
}
