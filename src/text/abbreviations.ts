// Words whose full stop does not end a sentence, as they are written in nine languages.

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** A name or number follows: the stop never ends a sentence. Lower case, without the last stop. */
export const NEVER_LAST: ReadonlySet<string> = set(
  "dr mr mrs ms prof rev hon gen col sgt lt capt cmdr gov sen rep pres supt fr sr. mx messrs mme mlle mmes vs v e.g i.e eg ie cf viz approx ca c " +
    "resp incl excl esp z.b d.h u.a s.o s.u vgl bzw ggf evtl usw. hr nr bd jg bspw sog zzt inkl ca. insb p.ex p. ex. cf. sra srta ud uds dña dott sig sigg ing avv " +
    "bijv dhr mevr o.a d.w.z m.b.t t.a.v exmo sto т.е напр им см рис a.k.a a.o",
);

/** The stop is the abbreviation's own before a digit, else it ends the sentence: "No. 5", but "No." */
export const BEFORE_NUMBER: ReadonlySet<string> = set(
  "no nos fig figs eq eqs sec secs ch chap vol vols pp p pg art para par ex app tab ver rev ser ed eds pt pts jan feb mar apr jun jul aug sep sept oct nov dec max min est ref refs abs str s г стр",
);

/** May end a sentence: it does before a word that sentences begin with. */
export const MAY_END: ReadonlySet<string> = set(
  "etc inc ltd co corp llc plc bros jr sr al u.s u.k u.n e.u u.s.a u.s.s.r a.m p.m ph.d m.d b.a m.a b.sc m.sc b.c a.d b.c.e c.e d.c l.a n.y gmbh st mt ft ave blvd rd dept univ assn usw u.v.m т.д т.п enz",
);

/** Words that begin sentences far more often than names. */
export const STARTERS: ReadonlySet<string> = set(
  "the a an this that these those it its he she they we you i in on at by for from to with as if when while where there here but and or so yet however although though because since after before " +
    "during under over his her their our my your what which who why how one some many most all each every both no not also then thus hence such another other once until unless despite instead " +
    "le la les un une il elle ils ce cette der die das ein eine es sie er wir el los las una ella este esta lo gli het een de dat",
);
