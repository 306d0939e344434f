// Words that head no topic of their own, by themselves or with an adjective before them.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Nouns too general for a page: "the way", "another example", "this section". Singular forms. */
export const GENERIC_NOUNS = set(`
ability absence accordance account action activity addition advantage advice aim alternative amount analysis answer appendix application approach
area argument arrangement article aspect assumption attempt attention attribute audience author background bad basis bed beginning behaviour behavior benefit
best bit blog body book byte bottom bug bunch call care case category cause challenge chance change chapter choice circumstance code collection combination comment
comparison complexity component concept concern conclusion condition confusion connection consequence consideration constraint content context contrast
contribution control convenience conversation copy core cost couple course criterion current day deal decision default definition degree demand description design
desire detail development difference difficulty direction discussion distinction document documentation doubt drawback effect effort element end ending entry
environment error event evidence example exception excerpt existence expectation experience explanation extension extent fact factor feature feedback
field figure file final finding first fix flow folk following form format foundation fraction framework front function functionality future gap goal good group
guarantee guidance guide guideline half hand help history hour idea illustration impact implementation implication importance improvement inclusion
information initial input inside instance instruction intent intention interaction interest introduction issue item job kind knowledge lack
language last lesson letter level life limit limitation line link list little look lot machine main majority manner material matter meaning means measure
mechanism member mention message middle mind minute model moment month motivation move name nature need new news note nothing notice notion number object
objection occasion one operation opinion opportunity option order other outcome outline output outside overview page pair paper paragraph parameter part
participant party past path pattern people percent percentage period person perspective phase picture piece place plan plenty point policy position possibility
post potential power practice preference presence present problem procedure process product program progress project promise proof property proposal
purpose quality quantity question quote quotation range rate rationale reader reason recommendation record reference regard relation relationship release
report request requirement research resource respect response rest restriction result review right risk role room rule run same sample scenario scope
second section sense sentence series service set setting setup shape shift side sign significance similarity simplicity site situation size skill
solution something sort source space spec specification stage stake standard start state statement status step stuff style subject submission
success suggestion summary support syntax system table talk target task team technique term test text theme thing third thought time title today tomorrow tool top
topic total trade-off tradeoff trouble truth try turn tutorial type understanding unit update usage use user validity value variation variety version
view viewpoint week whole will word work worker workaround world year yesterday someone anyone everyone everything anything user-facing hope wish
happiness trick tip step-by-step thanks thank reply pro con pros upside downside caveat disclaimer acknowledgement acknowledgment abstract preamble
appendices changelog footnote bibliography readme faq toc todo fixme figure fig image screenshot photo video caption credit license licence copyright
prior art unresolved drawback rationale motivation future possibility explanation guide-level reference-level wording terminology
staff colleague guy somebody nobody morning evening afternoon night weekend decade century second minute moment quarter deadline schedule foo bar baz rfc eip pr expr impl initiative annotation caller callee check capture flag survey std lib semantics data api url uri ui faq http usa gov roadmap edge operator boolean integer
`);

/** Adjectives and such that open no name: "different editions" is "editions". */
export const WEAK_OPENERS = set(`
able above actual additional aforementioned all alternative another any apparent appropriate available average bad basic best better big bigger biggest both brief
broad certain cheaper cheapest clear clever close common complete concrete considerable consistent convenient correct corresponding countless crucial current different difficult
deepest direct distinct due each earlier earliest early easier easiest easy either enough entire equal equivalent essential every exact excellent existing expected explicit extensive
extra extreme fair familiar faster fastest few final fine first following former four full further future general given good great greater greatest half handy
happy hard harder hardest high higher highest huge ideal identical immediate implicit important impossible incorrect individual inherent initial interested
interesting key known large larger largest last late later latest least left less lesser likely limited little logical long longer longest lot low lower lowest main
major many mere minimal minor missing modern more most much multiple natural near necessary neat new newer newest next nice no normal notable
noteworthy numerous obvious odd old older oldest one only open opposite optional ordinary original other others overall own particular past perfect permanent
plain plausible poor popular possible potential powerful practical precise present previous primary prior proper proposed quick random rare
real real-life real-world reasonable recent regular related relative relevant remaining respective resulting right rough same second secondary separate
serious several short shorter shortest significant similar simple simpler simplest single slight slow slower slowest small smaller smallest so-called some sometimes special
specific specified standard straightforward strange strong stronger strongest subsequent subtle successful such sufficient suggested suitable super sure
tall third three tiny top total tough traditional tricky trivial true two typical ultimate uncommon underlying unexpected unfortunate unique unlikely
unnecessary upcoming useful usual valid valuable various vast very viable weaker weakest weird well whole wide worse worst wrong young zero mentioned said using making
getting having being doing going following including based
`);

/** Capitalised words that are no names: days, months, requirement words, markers. */
export const NO_NAMES = set(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec must shall should required recommended optional not todo fixme tbd tba note notes warning tip important nb edit update updated ok okay
yes no please thanks thank hello hi dear sincerely i we you he she it they this that these those there here what when where which who why how if
don't doesn't can't won't isn't aren't let it's that's currently additionally together then so but and or nor yet for because since while although though however therefore thus hence also still even just only very new editor
editor's author authors abstract summary motivation introduction conclusion conclusions background overview references appendix figure table section chapter part
step example examples rationale drawbacks alternatives unresolved specification copyright implementation image photo photograph screenshot video source
caption credit spoiler update tl;dr tldr etc aka ie eg vs mr mrs ms dr prof sir am pm est edt pst pdt utc gmt true false null none nil undefined
`);

/** Nouns that say what a method is when they end a name: "spaced repetition algorithm". */
export const METHOD_HEADS = set(
  "method technique algorithm procedure workflow methodology strategy heuristic protocol recipe ritual routine exercise workshop testing refactoring interviewing profiling fuzzing",
);

/** Series whose numbers are names: "EIP-1559" is a thing, "Figure 3" a place in a text. */
const SERIES = new Set(["eip", "erc", "rfc", "iso", "pep", "bip"]);

/** Is a phrase, by its words alone, no topic: generic, one letter, a number, a word of markup? */
export function isEmptyPhrase(words: readonly string[]): boolean {
  const first = words[0] ?? "";
  if (words.length === 2 && SERIES.has(first) && /^\d+$/.test(words[1] ?? "")) return false;
  if (words.every((word) => isEmptyWord(word))) return true;
  return words.length === 1 && first.length < 3 && /^[a-z]+$/.test(first);
}

function isEmptyWord(word: string): boolean {
  return GENERIC_NOUNS.has(word) || WEAK_OPENERS.has(word) || NO_NAMES.has(word) || /^\d+$/.test(word);
}
