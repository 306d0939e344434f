// Made by fitting, not by hand: how much each sign (signs.ts) speaks for a line. Logistic regression over 2,200 lines of 40 small vaults that readers judged blind;
// on vaults left out of the fit, lines from .45 on were right in 68 of 100 cases, those that rules alone had chosen in 56. ARCHITECTURE.md says how.

/** A reader finds it a good first line: right, whole, clear to a stranger, and of a thing worth a page. */
export const FIRST_LINE = `
even -2.318 ¦ article a 0.31 ¦ article none -0.05 ¦ article the -0.13 ¦ aside -0.36 ¦ brackets -0.06 ¦ code -0.33 ¦ commas 0.02 ¦ compared -0.1
defined 1.24 ¦ definite -0.13 ¦ entity 0.01 ¦ figures -0.06 ¦ form away -0.13 ¦ form can -0.21 ¦ form did -0.02 ¦ form do -0.33 ¦ form does 0.23
form does its work 0.14 ¦ form has -0.3 ¦ form is a 0.21 ¦ form is doing -0.12 ¦ form is done -0.15 ¦ form is else 0.25 ¦ form is one of 0.02
form is so -0.08 ¦ form is the -0.27 ¦ form is used 0.06 ¦ form means 0.24 ¦ form no verb -0.13 ¦ form stands for 0.31 ¦ form was a 0.29 ¦ it -0.06
kind event 0.13 ¦ kind organisation -0.29 ¦ kind person 0.11 ¦ kind product 0.1 ¦ kind project -0.05 ¦ kind work 0.04 ¦ letters 0.13 ¦ may -0.27
names -0.05 ¦ not -0.25 ¦ own count -0.24 ¦ own title 0.14 ¦ praise -0.1 ¦ quotation 0.28 ¦ reason -0.16 ¦ rule -0.07 ¦ said once -0.21
several sources -0.04 ¦ sort 0.62 ¦ sources -0.43 ¦ strength 0.66 ¦ tells 1.09 ¦ tells which 0.56 ¦ this -0.12 ¦ timely -0.12 ¦ title everyday -0.09
title in capitals 0.33 ¦ title of code 0.06 ¦ title of doing -0.39 ¦ title of one small word 0.25 ¦ title of one word -0.26 ¦ title of words 0.08
title plural 0.14 ¦ title rarest -0.18 ¦ title small -0.1 ¦ title small everyday -0.35 ¦ title with capitals 0.1 ¦ title with figures 0.64
titled 0.01 ¦ us 0.31 ¦ vague -0.09 ¦ words < 13 -0.3 ¦ words < 29 -0.01 ¦ words < 41 -0.01 ¦ words < 9 -0.24 ¦ year -0.23 ¦ “" .” 0.21
“" PROPN” -0.06 ¦ “" verbed” -0.09 ¦ “"” 0.08 ¦ “( )” -0.05 ¦ “( PROPN” 0.1 ¦ “( and” -0.1 ¦ “( for” 0.12 ¦ “( name” 0.11 ¦ “( or” -0.06
“( the” -0.09 ¦ “( verbing” -0.08 ¦ “) ,” -0.05 ¦ “) .” -0.22 ¦ “) NOUN” 0.3 ¦ “) that” -0.08 ¦ “) verbs” 0.12 ¦ “, ADJ” 0.17 ¦ “, ADV” 0.31
“, NOUN” 0.44 ¦ “, PROPN” -0.22 ¦ “, and” -0.34 ¦ “, a” 0.26 ¦ “, but” -0.19 ¦ “, in” -0.06 ¦ “, is” 0.09 ¦ “, name” -0.1 ¦ “, such” 0.14
“, the” -0.22 ¦ “, to” 0.12 ¦ “, verbs” 0.13 ¦ “, verb” -0.06 ¦ “, was” -0.09 ¦ “, which” -0.05 ¦ “, will” -0.06 ¦ “, with” -0.06 ¦ “,” -0.11
“- ADJ” 0.09 ¦ “- NOUN” -0.25 ¦ “- PROPN” 0.05 ¦ “- case” -0.05 ¦ “- in” -0.06 ¦ “- only” 0.09 ¦ “- time” 0.09 ¦ “- to” -0.05 ¦ “- verbed” 0.14
“- verbing” -0.07 ¦ “- verb” -0.19 ¦ “--” -0.06 ¦ “-” -0.15 ¦ “. PROPN” 0.17 ¦ “: NOUN” -0.08 ¦ “: PROPN” -0.06 ¦ “:” -0.16 ¦ “;” -0.1 ¦ “ADJ )” 0.09
“ADJ ,” 0.09 ¦ “ADJ -” -0.21 ¦ “ADJ .” -0.15 ¦ “ADJ ADJ” 0.12 ¦ “ADJ and” 0.14 ¦ “ADJ by” 0.07 ¦ “ADJ name” -0.1 ¦ “ADJ to” -0.07 ¦ “ADJ verb” -0.07
“ADJ” -0.12 ¦ “ADP -” -0.15 ¦ “ADP a” 0.13 ¦ “ADP the” 0.07 ¦ “ADP” 0.09 ¦ “ADV ,” -0.09 ¦ “ADV .” -0.06 ¦ “ADV ADJ” -0.19 ¦ “ADV in” 0.12
“ADV the” -0.07 ¦ “ADV to” -0.05 ¦ “ADV used” -0.06 ¦ “ADV verbing” -0.14 ¦ “ADV verb” 0.12 ¦ “ADV” -0.26 ¦ “AUX” 0.12 ¦ “CCONJ” -0.06 ¦ “DET” 0.07
“NOUN )” -0.16 ¦ “NOUN ,” -0.08 ¦ “NOUN --” -0.06 ¦ “NOUN -” 0.09 ¦ “NOUN .” 0.24 ¦ “NOUN :” -0.15 ¦ “NOUN ADJ” -0.16 ¦ “NOUN ADP” 0.13
“NOUN ADV” -0.08 ¦ “NOUN NOUN” 0.32 ¦ “NOUN NUM” 0.05 ¦ “NOUN PART” 0.13 ¦ “NOUN PRON” 0.09 ¦ “NOUN PROPN” -0.09 ¦ “NOUN SYM” 0.07 ¦ “NOUN X” -0.07
“NOUN ]” -0.13 ¦ “NOUN about” 0.07 ¦ “NOUN and” 0.26 ¦ “NOUN are” -0.06 ¦ “NOUN around” 0.24 ¦ “NOUN as” -0.25 ¦ “NOUN a” 0.05 ¦ “NOUN before” 0.09
“NOUN being” -0.08 ¦ “NOUN by” 0.06 ¦ “NOUN can” 0.09 ¦ “NOUN for” 0.46 ¦ “NOUN from” 0.2 ¦ “NOUN has” 0.07 ¦ “NOUN in” 0.08 ¦ “NOUN is” -0.07
“NOUN needs” -0.05 ¦ “NOUN number” -0.07 ¦ “NOUN of” 0.08 ¦ “NOUN or” 0.08 ¦ “NOUN over” 0.06 ¦ “NOUN set” -0.07 ¦ “NOUN team” 0.11 ¦ “NOUN that” 0.5
“NOUN the” -0.21 ¦ “NOUN through” 0.12 ¦ “NOUN to” 0.32 ¦ “NOUN used” 0.08 ¦ “NOUN use” 0.06 ¦ “NOUN verbs” -0.1 ¦ “NOUN verb” 0.24 ¦ “NOUN was” -0.08
“NOUN were” -0.11 ¦ “NOUN when” -0.1 ¦ “NOUN which” 0.06 ¦ “NOUN will” -0.06 ¦ “NOUN without” 0.09 ¦ “NOUN with” 0.11 ¦ “NOUN ”” -0.07 ¦ “NOUN” -0.13
“NUM ,” -0.1 ¦ “NUM .” 0.07 ¦ “NUM PROPN” 0.09 ¦ “NUM” 0.1 ¦ “PART NOUN” 0.18 ¦ “PART verb” -0.09 ¦ “PART” 0.12 ¦ “PRON” 0.07 ¦ “PROPN (” -0.06
“PROPN ,” -0.27 ¦ “PROPN -” 0.19 ¦ “PROPN .” -0.19 ¦ “PROPN ;” -0.1 ¦ “PROPN ADJ” -0.15 ¦ “PROPN NOUN” 0.1 ¦ “PROPN NUM” 0.19 ¦ “PROPN PART” 0.15
“PROPN PROPN” 0.1 ¦ “PROPN and” -0.11 ¦ “PROPN at” -0.09 ¦ “PROPN for” -0.06 ¦ “PROPN in” -0.07 ¦ “PROPN is” -0.17 ¦ “PROPN of” -0.23
“PROPN or” -0.06 ¦ “PROPN team” -0.08 ¦ “PROPN that” 0.07 ¦ “PROPN the” 0.05 ¦ “PROPN to” 0.09 ¦ “PROPN verbs” -0.07 ¦ “PROPN verb” 0.2
“PROPN ”” 0.14 ¦ “PROPN” 0.37 ¦ “SYM NUM” -0.05 ¦ “SYM” -0.14 ¦ “X ,” 0.06 ¦ “X ADJ” 0.09 ¦ “X NOUN” -0.13 ¦ “X NUM” -0.08 ¦ “X PROPN” -0.13
“X” -0.14 ¦ “[ NOUN” -0.05 ¦ “[ PROPN” -0.08 ¦ “[ name” 0.13 ¦ “] is” 0.1 ¦ “a ADV” -0.1 ¦ “a NOUN” 0.22 ¦ “a PROPN” 0.22 ¦ “a book” 0.06
“a free” 0.13 ¦ “a general” -0.12 ¦ “a good” -0.1 ¦ “a great” 0.06 ¦ “a lot” -0.05 ¦ “a major” -0.08 ¦ “a name” 0.17 ¦ “a number” -0.06 ¦ “a set” 0.09
“a special” 0.06 ¦ “a team” -0.06 ¦ “a verbed” -0.09 ¦ “a very” -0.12 ¦ “about” 0.1 ¦ “act” 0.13 ¦ “after a” 0.05 ¦ “against” 0.06 ¦ “almost” -0.11
“american NOUN” 0.09 ¦ “an ADJ” -0.11 ¦ “an ADV” -0.08 ¦ “an NOUN” 0.06 ¦ “an american” 0.09 ¦ “an open” -0.05 ¦ “an verbed” 0.09 ¦ “and NOUN” 0.06
“and an” 0.09 ¦ “and are” -0.06 ¦ “and is” 0.06 ¦ “and its” -0.06 ¦ “and it” -0.06 ¦ “and their” 0.05 ¦ “and then” 0.17 ¦ “and the” -0.4
“and verbed” 0.09 ¦ “and verbs” 0.39 ¦ “and verb” -0.09 ¦ “and” -0.1 ¦ “another” 0.15 ¦ “any ADJ” 0.11 ¦ “any NOUN” -0.08 ¦ “are ADV” -0.13
“are NOUN” 0.08 ¦ “are a” -0.09 ¦ “are the” -0.09 ¦ “are verbed” 0.14 ¦ “are verb” 0.12 ¦ “around the” 0.12 ¦ “around” 0.2 ¦ “as NOUN” 0.25
“as the” 0.14 ¦ “as verbed” -0.08 ¦ “at NUM” 0.07 ¦ “at a” 0.08 ¦ “at once” 0.07 ¦ “at the” -0.09 ¦ “at which” -0.06 ¦ “at” 0.22 ¦ “be a” -0.1
“be the” 0.08 ¦ “be verbed” 0.05 ¦ “be verb” -0.06 ¦ “because” -0.08 ¦ “been verbed” -0.07 ¦ “before” 0.12 ¦ “being verbed” -0.07 ¦ “being” -0.11
“best” 0.09 ¦ “better NOUN” -0.1 ¦ “better” -0.11 ¦ “between NOUN” 0.07 ¦ “between the” -0.05 ¦ “be” -0.22 ¦ “bit” -0.11 ¦ “body” 0.11 ¦ “book” 0.13
“both NOUN” 0.09 ¦ “both the” -0.09 ¦ “but does” 0.06 ¦ “but” -0.1 ¦ “by PROPN” 0.09 ¦ “by a” 0.11 ¦ “by their” 0.06 ¦ “by the” -0.15 ¦ “by” 0.15
“calling” 0.07 ¦ “came” 0.11 ¦ “can be” 0.05 ¦ “can verb” -0.1 ¦ “can” 0.13 ¦ “case” -0.11 ¦ “check” 0.08 ¦ “comes” -0.16 ¦ “come” -0.12
“could” -0.12 ¦ “did” 0.1 ¦ “do not” 0.12 ¦ “does PART” -0.05 ¦ “does” -0.11 ¦ “done” 0.07 ¦ “early” -0.06 ¦ “either” -0.09 ¦ “end NOUN” -0.11
“end” -0.13 ¦ “everyone to” 0.12 ¦ “everyone” 0.12 ¦ “exactly” 0.09 ¦ “fast” 0.09 ¦ “find” -0.05 ¦ “first PROPN” 0.07 ¦ “first” 0.09 ¦ “for ADJ” -0.21
“for NOUN” -0.06 ¦ “for PROPN” 0.28 ¦ “for all” 0.07 ¦ “for an” -0.07 ¦ “for many” -0.06 ¦ “for more” 0.06 ¦ “for one” -0.15 ¦ “for the” 0.1
“for verbing” 0.08 ¦ “for” 0.11 ¦ “found” -0.06 ¦ “free” 0.12 ¦ “from NOUN” -0.11 ¦ “from the” 0.15 ¦ “from” 0.35 ¦ “front” -0.16 ¦ “full” -0.08
“future” -0.08 ¦ “general NOUN” -0.1 ¦ “general” -0.14 ¦ “get NOUN” -0.11 ¦ “getting” 0.1 ¦ “get” -0.09 ¦ “going” -0.05 ¦ “good NOUN” -0.1
“good” -0.14 ¦ “had” -0.1 ¦ “hard” -0.08 ¦ “has NOUN” -0.08 ¦ “has the” -0.07 ¦ “has verbed” -0.16 ¦ “has” -0.31 ¦ “have to” -0.07 ¦ “help” -0.08
“her” -0.07 ¦ “home” 0.1 ¦ “how much” 0.08 ¦ “how to” -0.09 ¦ “human -” -0.07 ¦ “human” -0.09 ¦ “idea” -0.07 ¦ “if the” -0.09 ¦ “if” -0.19
“important NOUN” -0.06 ¦ “important” -0.08 ¦ “in -” 0.11 ¦ “in ADJ” 0.09 ¦ “in NOUN” 0.1 ¦ “in NUM” -0.16 ¦ “in a” -0.09 ¦ “in order” -0.13
“in which” 0.15 ¦ “into ADJ” 0.1 ¦ “into a” -0.11 ¦ “into the” -0.05 ¦ “into” 0.13 ¦ “in” -0.07 ¦ “is ADJ” -0.17 ¦ “is ADV” -0.07 ¦ “is NOUN” 0.1
“is PROPN” 0.08 ¦ “is an” 0.09 ¦ “is a” 0.13 ¦ “is the” -0.13 ¦ “is verbed” 0.08 ¦ “is verb” 0.08 ¦ “is working” 0.06 ¦ “is” 0.07 ¦ “it .” 0.14
“it can” 0.06 ¦ “its ADJ” 0.05 ¦ “last” 0.07 ¦ “later” 0.06 ¦ “leaving” 0.06 ¦ “let” -0.07 ¦ “like a” 0.09 ¦ “like” 0.06 ¦ “line” 0.11
“lot of” -0.05 ¦ “lot” -0.05 ¦ “made” -0.09 ¦ “major” -0.08 ¦ “make NOUN” -0.07 ¦ “make” -0.11 ¦ “many NOUN” -0.05 ¦ “many” -0.12 ¦ “may verb” 0.07
“may” 0.06 ¦ “means verbing” 0.07 ¦ “minutes” -0.07 ¦ “more than” 0.06 ¦ “more” -0.08 ¦ “most” 0.05 ¦ “much of” 0.09 ¦ “much” 0.07 ¦ “must verb” -0.11
“must” -0.08 ¦ “name (” -0.08 ¦ “name )” 0.08 ¦ “name ,” -0.08 ¦ “name ADV” -0.05 ¦ “name ]” 0.17 ¦ “name are” 0.12 ¦ “name does” -0.08
“name has” -0.17 ¦ “name means” 0.05 ¦ “name of” -0.07 ¦ “name verbed” 0.13 ¦ “name verb” 0.15 ¦ “name was” 0.22 ¦ “name were” -0.06 ¦ “name” -0.11
“need to” -0.07 ¦ “needs to” -0.06 ¦ “needs” -0.14 ¦ “need” -0.07 ¦ “never” 0.1 ¦ “new NOUN” -0.1 ¦ “not a” -0.06 ¦ “not verbed” -0.11 ¦ “not” -0.18
“now” -0.11 ¦ “no” -0.07 ¦ “number of” 0.06 ¦ “of ADV” -0.06 ¦ “of NOUN” 0.38 ¦ “of PROPN” -0.39 ¦ “of an” -0.09 ¦ “of a” 0.16 ¦ “of time” -0.08
“of verbing” 0.21 ¦ “officer” 0.14 ¦ “of” 0.08 ¦ “on -” 0.08 ¦ “on ADJ” -0.1 ¦ “on NOUN” 0.12 ¦ “on PROPN” 0.06 ¦ “on the” 0.17 ¦ “once” 0.14
“one NOUN” 0.14 ¦ “one” -0.05 ¦ “only verbs” -0.05 ¦ “only” 0.05 ¦ “open NOUN” 0.13 ¦ “open” 0.17 ¦ “or NOUN” 0.09 ¦ “or PROPN” -0.11
“or verbed” 0.09 ¦ “or verbing” 0.11 ¦ “order to” -0.06 ¦ “order” -0.14 ¦ “other” 0.08 ¦ “out -” -0.06 ¦ “outside” 0.07 ¦ “out” 0.1 ¦ “over time” 0.08
“over” 0.17 ¦ “part” 0.06 ¦ “people who” 0.09 ¦ “people” 0.12 ¦ “person” 0.17 ¦ “piece of” 0.08 ¦ “piece” 0.08 ¦ “place” 0.06 ¦ “point” 0.16
“rather than” 0.06 ¦ “rather” 0.06 ¦ “run” 0.1 ¦ “set of” 0.18 ¦ “should” -0.06 ¦ “side” 0.06 ¦ “since” -0.05 ¦ “small NOUN” -0.06 ¦ “some NOUN” -0.1
“some” -0.13 ¦ “so” -0.08 ¦ “special” 0.06 ¦ “start” -0.07 ¦ “state -” 0.09 ¦ “state is” -0.06 ¦ “state” 0.1 ¦ “such as” 0.17 ¦ “such” 0.11
“takes a” -0.06 ¦ “takes” -0.11 ¦ “take” 0.08 ¦ “team NOUN” -0.08 ¦ “team” -0.06 ¦ “than NUM” 0.07 ¦ “than” 0.13 ¦ “that NOUN” -0.12
“that PROPN” -0.08 ¦ “that are” 0.19 ¦ “that can” 0.09 ¦ “that has” -0.18 ¦ “that is” 0.06 ¦ “that it” 0.06 ¦ “that verbs” 0.35 ¦ “that verb” -0.13
“that” 0.28 ¦ “the ADJ” -0.16 ¦ “the NOUN” -0.08 ¦ “the NUM” 0.07 ¦ “the PROPN” 0.09 ¦ “the name” 0.11 ¦ “the new” 0.06 ¦ “the only” -0.07
“the point” 0.07 ¦ “the right” 0.07 ¦ “the team” -0.07 ¦ “the work” -0.06 ¦ “the world” 0.15 ¦ “their NOUN” -0.09 ¦ “their” -0.07 ¦ “them” 0.11
“then” 0.16 ¦ “they are” 0.09 ¦ “they” 0.12 ¦ “the” -0.1 ¦ “things” 0.06 ¦ “this PROPN” -0.17 ¦ “this” -0.2 ¦ “through the” -0.07 ¦ “through” -0.07
“time .” 0.1 ¦ “time” 0.15 ¦ “to -” -0.06 ¦ “to .” 0.08 ¦ “to ADJ” -0.15 ¦ “to ADV” 0.13 ¦ “to be” -0.13 ¦ “to do” -0.13 ¦ “to the” 0.08
“to use” 0.06 ¦ “to verbing” -0.09 ¦ “to verbs” -0.09 ¦ “to work” 0.08 ¦ “understand” 0.06 ¦ “until” -0.06 ¦ “up” -0.11 ¦ “use to” 0.12
“used NOUN” -0.07 ¦ “used by” -0.05 ¦ “used for” -0.06 ¦ “used to” 0.13 ¦ “use” 0.05 ¦ “verb ,” 0.07 ¦ “verb -” -0.07 ¦ “verb ADP” 0.13
“verb NOUN” 0.22 ¦ “verb PROPN” 0.07 ¦ “verb X” -0.05 ¦ “verb and” -0.17 ¦ “verb an” -0.14 ¦ “verb as” 0.13 ¦ “verb a” -0.18 ¦ “verb by” -0.09
“verb for” -0.13 ¦ “verb of” 0.08 ¦ “verb on” -0.06 ¦ “verb the” 0.21 ¦ “verb to” -0.16 ¦ “verb verbed” -0.06 ¦ “verb with” 0.07 ¦ “verbed (” -0.07
“verbed ,” 0.16 ¦ “verbed -” -0.15 ¦ “verbed .” -0.08 ¦ “verbed ADP” 0.15 ¦ “verbed NOUN” 0.1 ¦ “verbed PROPN” 0.12 ¦ “verbed and” 0.08
“verbed as” 0.09 ¦ “verbed for” -0.08 ¦ “verbed from” -0.09 ¦ “verbed on” 0.12 ¦ “verbed that” -0.08 ¦ “verbed the” 0.2 ¦ “verbed to” -0.05
“verbed verbing” -0.11 ¦ “verbed with” -0.13 ¦ “verbed “” 0.2 ¦ “verbed” 0.08 ¦ “verbing NOUN” 0.13 ¦ “verbing and” 0.07 ¦ “verbing an” -0.12
“verbing a” -0.17 ¦ “verbing for” -0.09 ¦ “verbing to” -0.09 ¦ “verbing” 0.05 ¦ “verbs ,” 0.1 ¦ “verbs ADJ” -0.1 ¦ “verbs NUM” 0.07 ¦ “verbs an” -0.06
“verbs a” 0.2 ¦ “verbs in” -0.08 ¦ “verbs it” 0.12 ¦ “verbs of” -0.14 ¦ “verbs people” 0.07 ¦ “verbs that” 0.06 ¦ “verbs the” 0.17 ¦ “verbs to” -0.17
“verbs verb” 0.1 ¦ “verbs you” 0.2 ¦ “verbs” 0.34 ¦ “verb” 0.18 ¦ “very ADJ” -0.11 ¦ “very” -0.16 ¦ “was a” 0.17 ¦ “was the” -0.06 ¦ “was verb” -0.07
“was” 0.14 ¦ “way to” 0.12 ¦ “way” 0.14 ¦ “were” -0.13 ¦ “what NOUN” 0.15 ¦ “what” 0.3 ¦ “when it” 0.05 ¦ “when verbed” 0.05 ¦ “when” 0.05
“where they” 0.13 ¦ “where the” -0.17 ¦ “which NOUN” 0.27 ¦ “which a” 0.08 ¦ “which can” -0.06 ¦ “which is” -0.06 ¦ “which the” -0.07
“which verb” 0.05 ¦ “which was” 0.06 ¦ “which” 0.24 ¦ “while verbing” -0.11 ¦ “who verbed” 0.09 ¦ “will verb” -0.11 ¦ “with NOUN” 0.1
“with PROPN” -0.09 ¦ “with an” 0.09 ¦ “with the” -0.13 ¦ “without NOUN” 0.06 ¦ “without verbing” 0.1 ¦ “without” 0.07 ¦ “with” -0.24 ¦ “word” 0.08
“working NOUN” 0.09 ¦ “working on” 0.06 ¦ “working to” 0.06 ¦ “working with” 0.05 ¦ “working” 0.12 ¦ “works” 0.11 ¦ “work” -0.13 ¦ “world” 0.15
“would be” -0.06 ¦ “would” -0.09 ¦ “write NOUN” 0.1 ¦ “write” 0.15 ¦ “years .” 0.06 ¦ “years” 0.05 ¦ “yet” 0.1 ¦ “you can” 0.1 ¦ “your” 0.06
“you” 0.27 ¦ ““ verb” 0.1 ¦ ““” 0.18 ¦ “” .” 0.24 ¦ “”” 0.18
`;
