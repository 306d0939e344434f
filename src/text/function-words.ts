// Words that carry no fact: skipped when a sentence's content or its names are looked for in the evidence.
import { STOP_WORDS } from "./stopwords.ts";

const LIGHT = `across almost along already amongst anyone anything away becomes behind come comes dont enough everyone everything give given go goes
hence indeed keep less like made make makes many maybe mine near nearly need needs next otherwise put say says see seem seems several someone
something soon still thing things throughout use used uses using way well whereas whoever whole yes
la los las con che al au sur на в и не с что как для по из`;

/** Folded words of the grammar, and verbs so light that a paraphrase may add or drop them. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([...STOP_WORDS, ...LIGHT.split(/\s+/)]);

/** Words that often open an English sentence with a capital without being a name. */
export const OPENERS: ReadonlySet<string> = new Set(
  `according accordingly additionally afterwards ago ahead alternatively altogether anyway apart apparently approximately asked assume based
basically beyond certain clearly compared consequently consider contrary despite due earlier early easily effectively especially essentially eventually exactly
except finally first firstly following forget formerly fortunately frequently fully furthermore generally half hardly hopefully immediately importantly
initially interestingly key last lastly late later least long looking main mainly meanwhile mostly naturally necessary never nevertheless new no nobody
nonetheless none normally not note notably nothing nowadays obviously occasionally oddly old originally overall part partly people perfect please plus
possible practically presumably previously primarily prior probably provided rarely readers recall recent recently regardless remember second secondly
similar similarly simply sometimes somewhat specifically start strictly subsequently sure surprisingly take technically ten thanks third three time today
tomorrow tonight traditionally try turns twice two typically ultimately undoubtedly unfortunately unlike users usually various whenever wherever without work
works yesterday access add adding adds allow allows answer answers article articles author authors avoid back benefit book books build building bug bugs call calls
case cases change changes chapter check choose clear code common company companies computer computers concept content cost create critics data
day days default design developers different document documents each easy effort error errors evidence example examples experts feature features figure file files four five six
seven eight nine find four free full function functions general goal goals good great group groups having help helps hence high history human humans idea ideas important include includes
including information input issue issues know knowledge language languages large learn let like line lines link links list local look lots love machine machines man members memory
men method methods model models money name names network nine note notes number numbers object objects once open order output page pages paper papers
place places plan point points power problem problems process processes product program programs project projects proposal question questions quick reading reason reasons release
report reports research researchers result results return rule rules run running scientists search section sections server servers set several short show shows simple single site sites six small
software solution solutions someone source sources standard step steps students study studies support system systems table task tasks team teams test tests text things think
tool tools top total train training true type types unlike update updates user value values version versions want web website women word words world writers writing year years
young zero`.split(/\s+/),
);
