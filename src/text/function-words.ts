// Words that carry no fact: skipped when a sentence's content or its names are looked for in the evidence.

const ENGLISH = `a about above across after again against all almost along already also although always am among amongst an and another any
anyone anything are around as at away be became because become becomes been before behind being below between both but by can come comes could did do
does doing done down during each either else enough even ever every everyone everything few for from further get gets give gives given go goes had has
have having he hence her here hers herself him himself his how however i if in indeed instead into is it its itself just keep less let like made make makes
many may maybe me might mine more moreover most much must my myself near nearly need needs neither next nor now of off often on once one only onto or
other others otherwise our ours ourselves out over own per perhaps put quite rather really same say says see seem seems several shall she should since so
some someone something soon still such than that the their theirs them themselves then there therefore these they thing things this those though through
throughout thus to together too toward towards under unless until up upon us use used uses using very via was way we well were what whatever when where
whereas whether which while who whoever whole whom whose why will with within would yes yet you your yours yourself yourselves`;

const OTHERS = `der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde wurden hat haben hatte
sich auf mit von vom zu zum zur bei aus nach über für als auch noch nur wie wenn dass durch im am es er sie wir ihr
le la les un une des du de et ou mais est sont était ont avait dans sur par pour avec que qui dont ce cette ces il elle ils elles nous vous au aux se son sa ses
el los las una unos unas y o pero es son era fue fueron en con por para del al se su sus lo como que más
il lo gli i uno e ma è sono era nel nella con per del della dei che si suo sua come più
o os as um uma e ou mas é são foi no na nos nas com por para do da dos das que se seu sua como mais
de het een en of maar is zijn was waren wordt werd heeft op met van voor bij uit naar als ook dat die dit
и в во на не с со а но или это как что он она они мы вы я к ко у из за по от для о об был была были есть`;

/** Lower-case words of the grammar in the usual European languages. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${OTHERS}`.split(/\s+/));

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
