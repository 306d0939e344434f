// Made by fitting, not by hand: how much each sign (signs.ts) speaks for a line. Logistic regression over 2,400 lines of 74 small vaults that readers judged blind;
// on vaults left out of the fit, lines from .45 on were right in 72 of 100 cases, those that rules alone had chosen in 56. ARCHITECTURE.md says how.

/** A reader finds it a good first line: right, whole, clear to a stranger, and of a thing worth a page. */
export const FIRST_LINE = `
even -1.74 ¦ article a 0.19 ¦ article none -0.02 ¦ article the -0.25 ¦ aside -0.27 ¦ at -0.53 ¦ at <= 10 0.47 ¦ at <= 3 0.37 ¦ code -0.35
commas 0.04 ¦ compared -0.04 ¦ deep -0.17 ¦ defined 1.1 ¦ definite -0.05 ¦ entity -0.06 ¦ figures -0.17 ¦ first 0.35 ¦ form away -0.13
form can -0.23 ¦ form do -0.25 ¦ form does 0.17 ¦ form does its work 0.04 ¦ form has -0.36 ¦ form is a 0.31 ¦ form is doing -0.18 ¦ form is done -0.25 ¦ form is else 0.19
form is one of -0.07 ¦ form is so -0.04 ¦ form is the -0.06 ¦ form is used 0.15 ¦ form means 0.3 ¦ form no verb -0.13 ¦ form stands for 0.03 ¦ form was a 0.27 ¦ it -0.1
kind none -0.16 ¦ kind organisation -0.18 ¦ kind person -0.01 ¦ kind product 0.08 ¦ kind project -0.01 ¦ kind work 0.05 ¦ letters -0.04 ¦ may -0.19 ¦ named in heading 0.53
names -0.04 ¦ no heading 0.07 ¦ not -0.2 ¦ own count -0.15 ¦ own heading 0.42 ¦ own title 0.02 ¦ praise -0.21 ¦ quotation 0.33 ¦ reason -0.17
rule -0.08 ¦ said once -0.39 ¦ several sources 0.04 ¦ sort 0.58 ¦ sources -0.38 ¦ strength 0.91 ¦ tells 1.17 ¦ tells which 0.51 ¦ this -0.08
timely -0.26 ¦ title everyday -0.02 ¦ title in capitals 0.25 ¦ title of code 0.02 ¦ title of doing -0.31 ¦ title of one small word 0.33 ¦ title of one word -0.36 ¦ title of words 0.02 ¦ title plural 0.03
title rarest -0.07 ¦ title small -0.2 ¦ title small everyday -0.38 ¦ title with capitals -0.01 ¦ title with figures 0.44 ¦ titled -0.07 ¦ us 0.23 ¦ vague 0.12 ¦ words < 13 -0.36
words < 29 -0.06 ¦ words < 41 -0.14 ¦ words < 9 -0.19 ¦ year -0.06 ¦ “" .” 0.26 ¦ “" ADJ” 0.1 ¦ “" PROPN” -0.09 ¦ “" is” 0.11 ¦ “" verbed” -0.06
“"” 0.3 ¦ “( NOUN” -0.06 ¦ “( PROPN” 0.12 ¦ “( and” -0.09 ¦ “( for” 0.12 ¦ “( in” 0.1 ¦ “( name” 0.05 ¦ “( the” -0.09 ¦ “( verbing” -0.05
“(” -0.07 ¦ “) ,” -0.07 ¦ “) .” -0.22 ¦ “) NOUN” 0.31 ¦ “) and” -0.07 ¦ “, ADJ” 0.15 ¦ “, ADV” 0.18 ¦ “, NOUN” 0.4 ¦ “, PROPN” -0.14
“, and” -0.39 ¦ “, an” -0.08 ¦ “, a” 0.15 ¦ “, but” -0.13 ¦ “, for” 0.08 ¦ “, is” 0.19 ¦ “, making” -0.06 ¦ “, not” -0.06 ¦ “, such” 0.05
“, the” -0.22 ¦ “, to” 0.09 ¦ “, verbing” -0.07 ¦ “, verbs” 0.12 ¦ “, was” -0.1 ¦ “, will” -0.05 ¦ “, with” -0.11 ¦ “,” -0.16 ¦ “- ADJ” 0.05
“- NOUN” -0.42 ¦ “- PROPN” 0.05 ¦ “- day” -0.07 ¦ “- only” 0.08 ¦ “- time” 0.11 ¦ “- to” -0.09 ¦ “- verbed” 0.14 ¦ “- verbing” -0.06 ¦ “- verb” -0.1
“-” -0.22 ¦ “. NOUN” -0.11 ¦ “. PROPN” 0.19 ¦ “...” 0.06 ¦ “..” 0.05 ¦ “.” -0.29 ¦ “: NOUN” -0.07 ¦ “: PROPN” -0.06 ¦ “:” -0.12
“;” -0.09 ¦ “ADJ )” 0.08 ¦ “ADJ ,” 0.12 ¦ “ADJ -” -0.2 ¦ “ADJ .” -0.08 ¦ “ADJ ADJ” 0.3 ¦ “ADJ NOUN” 0.08 ¦ “ADJ by” 0.09 ¦ “ADJ for” 0.1
“ADJ of” 0.06 ¦ “ADJ state” -0.1 ¦ “ADJ to” -0.12 ¦ “ADJ verb” -0.05 ¦ “ADJ” 0.05 ¦ “ADP -” -0.17 ¦ “ADP all” -0.08 ¦ “ADP a” 0.07 ¦ “ADP the” 0.05
“ADP verb” 0.19 ¦ “ADV ,” -0.11 ¦ “ADV .” -0.07 ¦ “ADV ADJ” -0.19 ¦ “ADV a” 0.07 ¦ “ADV in” 0.14 ¦ “ADV the” -0.07 ¦ “ADV to” -0.05 ¦ “ADV used” -0.08
“ADV verbed” 0.06 ¦ “ADV verbing” -0.11 ¦ “ADV” -0.4 ¦ “AUX verbed” 0.11 ¦ “AUX” 0.24 ¦ “DET NOUN” 0.08 ¦ “DET” 0.15 ¦ “NOUN "” 0.09 ¦ “NOUN --” -0.05
“NOUN -” 0.16 ¦ “NOUN .” 0.06 ¦ “NOUN :” -0.13 ¦ “NOUN ADP” 0.13 ¦ “NOUN DET” 0.12 ¦ “NOUN NOUN” 0.42 ¦ “NOUN PART” 0.19 ¦ “NOUN SYM” 0.07 ¦ “NOUN X” -0.12
“NOUN ]” -0.09 ¦ “NOUN about” 0.15 ¦ “NOUN against” 0.1 ¦ “NOUN and” 0.41 ¦ “NOUN are” -0.09 ¦ “NOUN around” 0.15 ¦ “NOUN as” -0.12 ¦ “NOUN a” 0.1 ¦ “NOUN before” 0.09
“NOUN being” -0.05 ¦ “NOUN between” 0.05 ¦ “NOUN by” 0.12 ¦ “NOUN can” 0.1 ¦ “NOUN each” -0.06 ¦ “NOUN for” 0.43 ¦ “NOUN from” 0.2 ¦ “NOUN has” 0.07 ¦ “NOUN in” -0.07
“NOUN is” -0.21 ¦ “NOUN like” -0.14 ¦ “NOUN of” 0.18 ¦ “NOUN or” 0.08 ¦ “NOUN set” -0.1 ¦ “NOUN should” -0.06 ¦ “NOUN so” 0.09 ¦ “NOUN such” 0.07 ¦ “NOUN team” 0.18
“NOUN that” 0.41 ¦ “NOUN the” -0.28 ¦ “NOUN through” 0.11 ¦ “NOUN to” 0.26 ¦ “NOUN use” 0.07 ¦ “NOUN verbed” -0.16 ¦ “NOUN verbs” -0.06 ¦ “NOUN verb” 0.2 ¦ “NOUN was” -0.08
“NOUN were” -0.08 ¦ “NOUN when” -0.12 ¦ “NOUN which” -0.12 ¦ “NOUN will” -0.08 ¦ “NOUN without” 0.1 ¦ “NOUN with” -0.07 ¦ “NOUN working” 0.05 ¦ “NUM ,” -0.07 ¦ “NUM .” 0.06
“NUM NOUN” -0.09 ¦ “NUM SYM” -0.1 ¦ “PART NOUN” 0.18 ¦ “PART PROPN” -0.08 ¦ “PART verb” -0.06 ¦ “PART” 0.14 ¦ “PRON” 0.07 ¦ “PROPN )” -0.07 ¦ “PROPN ,” -0.21
“PROPN -” 0.1 ¦ “PROPN .” -0.14 ¦ “PROPN ;” -0.1 ¦ “PROPN ADJ” -0.12 ¦ “PROPN NOUN” 0.27 ¦ “PROPN NUM” 0.21 ¦ “PROPN PART” 0.13 ¦ “PROPN PROPN” -0.12 ¦ “PROPN X” -0.18
“PROPN and” -0.06 ¦ “PROPN for” -0.18 ¦ “PROPN into” 0.07 ¦ “PROPN in” -0.1 ¦ “PROPN of” -0.3 ¦ “PROPN or” -0.06 ¦ “PROPN that” 0.18 ¦ “PROPN to” 0.12 ¦ “PROPN verbed” -0.13
“PROPN verbs” -0.09 ¦ “PROPN verb” 0.16 ¦ “PROPN with” 0.08 ¦ “PROPN” 0.36 ¦ “SYM .” 0.07 ¦ “SYM NOUN” 0.1 ¦ “SYM NUM” -0.05 ¦ “SYM SYM” 0.16 ¦ “SYM” -0.11
“X ,” 0.07 ¦ “X ADJ” 0.1 ¦ “X NOUN” -0.17 ¦ “X PROPN” -0.19 ¦ “X verb” -0.08 ¦ “X” -0.33 ¦ “[ NOUN” -0.06 ¦ “] )” -0.07 ¦ “a "” 0.06
“a ADJ” -0.16 ¦ “a ADV” -0.1 ¦ “a NOUN” 0.29 ¦ “a NUM” -0.12 ¦ “a PROPN” 0.44 ¦ “a free” 0.12 ¦ “a general” -0.1 ¦ “a good” -0.08 ¦ “a lot” -0.08
“a major” -0.06 ¦ “a name” 0.09 ¦ “a new” -0.08 ¦ “a number” -0.07 ¦ “a set” 0.07 ¦ “a small” 0.06 ¦ “a team” -0.11 ¦ “a verbed” -0.1 ¦ “a verbing” -0.05
“a verb” 0.06 ¦ “a very” -0.15 ¦ “a whole” -0.06 ¦ “about the” 0.08 ¦ “about” 0.13 ¦ “against” 0.17 ¦ “all the” 0.06 ¦ “all” 0.1 ¦ “almost” -0.09
“american NOUN” 0.09 ¦ “an ADJ” -0.2 ¦ “an ADV” -0.1 ¦ “an NOUN” 0.14 ¦ “an PROPN” 0.11 ¦ “an american” 0.06 ¦ “an verbed” 0.08 ¦ “and ADJ” -0.13 ¦ “and ADP” -0.06
“and ADV” 0.12 ¦ “and NOUN” 0.13 ¦ “and PROPN” -0.16 ¦ “and an” 0.08 ¦ “and are” -0.06 ¦ “and has” 0.06 ¦ “and is” 0.13 ¦ “and it” -0.08 ¦ “and their” 0.08
“and then” 0.1 ¦ “and the” -0.32 ¦ “and verbed” 0.09 ¦ “and verbs” 0.26 ¦ “and verb” -0.17 ¦ “and will” -0.06 ¦ “and” -0.06 ¦ “another” 0.15 ¦ “any ADJ” 0.09
“any NOUN” -0.16 ¦ “any” 0.06 ¦ “an” 0.11 ¦ “are ADJ” 0.06 ¦ “are ADV” -0.15 ¦ “are a” -0.05 ¦ “are the” -0.07 ¦ “are verb” 0.09 ¦ “are” -0.09
“around” 0.13 ¦ “as "” -0.08 ¦ “as NOUN” 0.22 ¦ “as a” -0.12 ¦ “as the” 0.1 ¦ “as verbed” -0.07 ¦ “as well” 0.06 ¦ “as” -0.13 ¦ “at NOUN” 0.06
“at PROPN” -0.1 ¦ “at an” 0.08 ¦ “at a” 0.09 ¦ “at once” 0.09 ¦ “at which” -0.08 ¦ “at” 0.25 ¦ “away” -0.05 ¦ “a” -0.13 ¦ “be ADV” -0.07
“be verbed” 0.06 ¦ “be verb” -0.09 ¦ “because” -0.07 ¦ “before” 0.06 ¦ “being verbed” -0.11 ¦ “being” -0.17 ¦ “better NOUN” -0.11 ¦ “better” -0.13 ¦ “between NOUN” 0.07
“between” 0.07 ¦ “be” -0.12 ¦ “bit NOUN” -0.07 ¦ “bit” -0.12 ¦ “body” 0.12 ¦ “book” 0.1 ¦ “both NOUN” 0.06 ¦ “both the” -0.07 ¦ “both” 0.05
“building” -0.14 ¦ “business” -0.07 ¦ “but the” -0.06 ¦ “but” -0.11 ¦ “by NOUN” 0.11 ¦ “by PROPN” 0.12 ¦ “by a” 0.09 ¦ “by their” 0.06 ¦ “by the” -0.13
“by” 0.24 ¦ “cannot” 0.06 ¦ “can” 0.06 ¦ “case” -0.05 ¦ “catch” 0.05 ¦ “check” 0.09 ¦ “comes” -0.16 ¦ “control” -0.09 ¦ “could” -0.06
“day NOUN” -0.07 ¦ “day” -0.08 ¦ “did” 0.1 ¦ “do not” 0.1 ¦ “does PART” -0.08 ¦ “does” -0.15 ¦ “down” -0.05 ¦ “each” -0.1 ¦ “early” -0.11
“easy” 0.05 ¦ “either” -0.1 ¦ “end NOUN” -0.12 ¦ “end” -0.07 ¦ “enough” -0.07 ¦ “every NOUN” -0.05 ¦ “everyone to” 0.06 ¦ “everyone” 0.07 ¦ “every” -0.08
“fast” 0.16 ¦ “for ADJ” -0.22 ¦ “for NOUN” -0.09 ¦ “for PROPN” 0.24 ¦ “for an” -0.06 ¦ “for its” -0.05 ¦ “for more” 0.07 ¦ “for one” -0.13 ¦ “for verbed” 0.08
“for verbing” 0.16 ¦ “for verb” 0.06 ¦ “found” -0.08 ¦ “free” 0.11 ¦ “from PROPN” -0.05 ¦ “from” 0.32 ¦ “front” -0.16 ¦ “general” -0.09 ¦ “getting” 0.09
“good NOUN” -0.07 ¦ “good” -0.11 ¦ “had” -0.08 ¦ “hard” -0.13 ¦ “has ADJ” 0.06 ¦ “has NOUN” -0.06 ¦ “has verbed” -0.18 ¦ “has” -0.22 ¦ “have NOUN” 0.06
“have verbed” -0.06 ¦ “having” -0.05 ¦ “help” -0.07 ¦ “high NOUN” 0.1 ¦ “his NOUN” -0.06 ¦ “how they” -0.08 ¦ “human -” -0.11 ¦ “human” -0.11 ¦ “if it” 0.1
“if the” -0.09 ¦ “if” -0.14 ¦ “important” -0.09 ¦ “in -” 0.13 ¦ “in NOUN” 0.15 ¦ “in NUM” -0.12 ¦ “in a” -0.14 ¦ “in order” -0.13 ¦ “in which” 0.15
“into ADJ” 0.08 ¦ “into PROPN” 0.19 ¦ “into a” -0.07 ¦ “into” 0.23 ¦ “is "” 0.09 ¦ “is NOUN” 0.12 ¦ “is PROPN” 0.09 ¦ “is an” 0.11 ¦ “is a” 0.1
“is in” -0.06 ¦ “is one” -0.07 ¦ “is the” 0.06 ¦ “is used” 0.07 ¦ “is verbing” -0.11 ¦ “is verb” 0.08 ¦ “it .” 0.13 ¦ “it AUX” 0.08 ¦ “it easy” 0.06
“its NOUN” 0.06 ¦ “kind of” -0.07 ¦ “kind” -0.07 ¦ “last” -0.08 ¦ “let” -0.08 ¦ “like PROPN” -0.07 ¦ “like” 0.07 ¦ “line” 0.11 ¦ “longer” 0.08
“lot of” -0.08 ¦ “lot” -0.08 ¦ “made ADJ” 0.1 ¦ “made” -0.06 ¦ “major” -0.07 ¦ “make” -0.14 ¦ “many NOUN” -0.08 ¦ “may ADV” 0.06 ¦ “may verb” 0.12
“may” 0.16 ¦ “means verbing” 0.05 ¦ “might” 0.1 ¦ “moment” -0.06 ¦ “more ADJ” 0.06 ¦ “more than” 0.06 ¦ “most” -0.1 ¦ “much of” 0.09 ¦ “much” 0.07
“must verb” -0.11 ¦ “name (” -0.12 ¦ “name ,” 0.09 ¦ “name ADV” -0.08 ¦ “name NOUN” -0.07 ¦ “name does” -0.08 ¦ “name has” -0.19 ¦ “name have” -0.05 ¦ “name may” -0.05
“name of” -0.07 ¦ “name verbed” 0.05 ¦ “name verbs” 0.07 ¦ “name verb” 0.25 ¦ “name was” 0.18 ¦ “name were” -0.07 ¦ “name” -0.18 ¦ “need to” -0.08 ¦ “needs to” -0.05
“needs” -0.12 ¦ “need” -0.1 ¦ “never” 0.12 ¦ “new ADJ” 0.11 ¦ “new NOUN” -0.16 ¦ “new” -0.15 ¦ “not ADJ” 0.08 ¦ “not verbed” -0.11 ¦ “not verb” -0.1
“not” -0.14 ¦ “now” -0.12 ¦ “no” -0.07 ¦ “number of” -0.09 ¦ “number” -0.16 ¦ “of ADJ” -0.11 ¦ “of ADV” -0.08 ¦ “of NOUN” 0.25 ¦ “of NUM” -0.05
“of PROPN” -0.36 ¦ “of all” 0.11 ¦ “of a” 0.21 ¦ “of its” 0.08 ¦ “of open” 0.09 ¦ “of the” 0.07 ¦ “of verbing” 0.29 ¦ “office of” -0.07 ¦ “officer” 0.1
“office” -0.09 ¦ “of” -0.17 ¦ “on -” 0.09 ¦ “on ADJ” -0.08 ¦ “on NOUN” 0.19 ¦ “on PROPN” -0.11 ¦ “on a” 0.08 ¦ “on the” 0.2 ¦ “on verbing” -0.08
“once” 0.15 ¦ “one NOUN” 0.1 ¦ “one of” -0.12 ¦ “one or” -0.06 ¦ “one” -0.11 ¦ “only verbs” -0.07 ¦ “on” 0.12 ¦ “open -” 0.07 ¦ “open NOUN” 0.08
“open” 0.1 ¦ “or NOUN” 0.07 ¦ “or PROPN” -0.15 ¦ “or the” -0.07 ¦ “or verbed” 0.11 ¦ “or verbing” 0.05 ¦ “order to” -0.06 ¦ “order” -0.14 ¦ “other” 0.15
“outside” 0.06 ¦ “out” 0.07 ¦ “part” 0.06 ¦ “people who” 0.11 ¦ “people” 0.12 ¦ “person” 0.21 ¦ “plan” -0.07 ¦ “possible” -0.13 ¦ “quite” -0.06
“rather than” 0.08 ¦ “real” -0.06 ¦ “run” 0.08 ¦ “safe” -0.07 ¦ “secret” -0.07 ¦ “send” -0.09 ¦ “sent” -0.1 ¦ “set of” 0.28 ¦ “set” 0.16
“should be” -0.07 ¦ “should” -0.07 ¦ “side” 0.08 ¦ “small NOUN” -0.07 ¦ “small” -0.11 ¦ “some NOUN” -0.19 ¦ “some” -0.22 ¦ “so” -0.09 ¦ “start” -0.06
“state -” 0.07 ¦ “state .” -0.1 ¦ “state” -0.09 ¦ “such as” 0.06 ¦ “takes” -0.08 ¦ “take” 0.09 ¦ “team .” 0.08 ¦ “team NOUN” -0.05 ¦ “team” 0.05
“than NUM” 0.05 ¦ “than” 0.23 ¦ “that AUX” 0.08 ¦ “that NOUN” -0.12 ¦ “that PROPN” -0.12 ¦ “that are” 0.13 ¦ “that can” 0.07 ¦ “that has” -0.16 ¦ “that have” 0.08
“that may” 0.09 ¦ “that the” 0.09 ¦ “that verbed” -0.06 ¦ “that verbs” 0.24 ¦ “that verb” -0.19 ¦ “that” 0.3 ¦ “the "” 0.05 ¦ “the ADJ” -0.09 ¦ “the NOUN” -0.12
“the PROPN” 0.13 ¦ “the first” -0.07 ¦ “the only” -0.06 ¦ “the set” 0.17 ¦ “the work” -0.05 ¦ “the world” 0.09 ¦ “their NOUN” -0.06 ¦ “their verbed” 0.14 ¦ “them” 0.08
“then” 0.09 ¦ “there is” 0.08 ¦ “there” 0.1 ¦ “the” -0.23 ¦ “things” 0.12 ¦ “this PROPN” -0.06 ¦ “this” -0.07 ¦ “though” -0.05 ¦ “through a” -0.06
“time .” 0.08 ¦ “time” 0.2 ¦ “to -” -0.11 ¦ “to .” 0.1 ¦ “to ADJ” -0.13 ¦ “to be” -0.12 ¦ “to do” -0.15 ¦ “to get” 0.09 ¦ “to send” -0.05
“to the” 0.13 ¦ “to use” 0.1 ¦ “to verbs” -0.19 ¦ “to” -0.09 ¦ “two -” -0.07 ¦ “under the” -0.06 ¦ “up” -0.13 ¦ “use a” -0.05 ¦ “use to” 0.1
“used .” 0.05 ¦ “used for” -0.1 ¦ “used to” 0.12 ¦ “used” 0.1 ¦ “verb "” 0.15 ¦ “verb ,” 0.13 ¦ “verb .” 0.14 ¦ “verb ADP” 0.06 ¦ “verb NOUN” 0.16
“verb X” -0.08 ¦ “verb and” -0.2 ¦ “verb an” -0.1 ¦ “verb as” 0.07 ¦ “verb a” -0.13 ¦ “verb for” -0.2 ¦ “verb in” -0.15 ¦ “verb of” 0.08 ¦ “verb that” 0.07
“verb the” 0.15 ¦ “verb to” -0.08 ¦ “verb verbed” -0.1 ¦ “verb with” 0.06 ¦ “verbed ,” 0.17 ¦ “verbed -” -0.2 ¦ “verbed .” -0.21 ¦ “verbed ADP” 0.21 ¦ “verbed ADV” -0.08
“verbed NOUN” 0.14 ¦ “verbed PROPN” 0.17 ¦ “verbed and” 0.18 ¦ “verbed an” -0.08 ¦ “verbed a” 0.05 ¦ “verbed for” -0.09 ¦ “verbed from” -0.07 ¦ “verbed in” 0.1 ¦ “verbed on” 0.13
“verbed that” -0.1 ¦ “verbed the” 0.12 ¦ “verbed to” -0.11 ¦ “verbed verbing” -0.09 ¦ “verbed with” -0.2 ¦ “verbed” 0.05 ¦ “verbing ,” -0.05 ¦ “verbing NOUN” 0.14 ¦ “verbing PROPN” 0.09
“verbing all” 0.1 ¦ “verbing and” 0.06 ¦ “verbing an” -0.07 ¦ “verbing it” -0.05 ¦ “verbing the” 0.24 ¦ “verbing verbing” -0.06 ¦ “verbs .” -0.09 ¦ “verbs ADJ” 0.08 ¦ “verbs NOUN” 0.05
“verbs NUM” -0.05 ¦ “verbs all” 0.1 ¦ “verbs an” -0.13 ¦ “verbs a” 0.29 ¦ “verbs for” 0.09 ¦ “verbs in” -0.11 ¦ “verbs it” 0.14 ¦ “verbs of” -0.14 ¦ “verbs on” -0.17
“verbs people” 0.06 ¦ “verbs some” -0.05 ¦ “verbs the” 0.27 ¦ “verbs to” -0.13 ¦ “verbs verbing” 0.08 ¦ “verbs verb” 0.14 ¦ “verbs with” -0.07 ¦ “verbs you” 0.12 ¦ “verbs” 0.37
“verb” 0.29 ¦ “very” -0.19 ¦ “was a” 0.15 ¦ “was verb” -0.05 ¦ “was” 0.09 ¦ “way of” -0.06 ¦ “way to” 0.14 ¦ “way” 0.1 ¦ “week” 0.06
“were verbed” 0.06 ¦ “were” -0.05 ¦ “what NOUN” 0.14 ¦ “what” 0.25 ¦ “when verbed” 0.05 ¦ “when verbing” 0.06 ¦ “where NOUN” -0.08 ¦ “where they” 0.14 ¦ “where the” -0.19
“which NOUN” 0.25 ¦ “which a” 0.07 ¦ “which can” -0.09 ¦ “which is” -0.1 ¦ “which the” -0.07 ¦ “which was” 0.07 ¦ “which” 0.19 ¦ “while” 0.07 ¦ “who verbed” 0.07
“whole” -0.1 ¦ “will verb” -0.11 ¦ “will” -0.15 ¦ “with an” 0.07 ¦ “with the” -0.16 ¦ “without verbing” 0.06 ¦ “without” 0.06 ¦ “with” -0.24 ¦ “word” 0.09
“working NOUN” 0.09 ¦ “working on” 0.1 ¦ “working with” 0.07 ¦ “working” 0.12 ¦ “works” 0.1 ¦ “work” -0.1 ¦ “world” 0.09 ¦ “would be” -0.06 ¦ “would” -0.09
“write” 0.08 ¦ “years .” 0.09 ¦ “years” 0.08 ¦ “year” -0.07 ¦ “yet” 0.08 ¦ “your NOUN” -0.09 ¦ “your PROPN” 0.1 ¦ “you” 0.19 ¦ ““ PROPN” -0.07
`;
