// Made by fitting, not by hand: how much each sign (signs.ts) speaks for a line. Logistic regression over 2,200 lines of 55 small vaults that readers judged blind;
// on vaults left out of the fit, lines from .45 on were right in 72 of 100 cases, those that rules alone had chosen in 56. ARCHITECTURE.md says how.

/** A reader finds it a good first line: right, whole, clear to a stranger, and of a thing worth a page. */
export const FIRST_LINE = `
even -1.71 ¦ article a 0.2 ¦ article none -0.05 ¦ article the -0.21 ¦ aside -0.3 ¦ at -0.52 ¦ at <= 10 0.51 ¦ at <= 3 0.37 ¦ brackets -0.05
code -0.29 ¦ commas 0.01 ¦ compared -0.06 ¦ deep -0.21 ¦ defined 1.15 ¦ definite -0.07 ¦ entity -0.06 ¦ figures -0.16 ¦ first 0.31
form away -0.13 ¦ form can -0.22 ¦ form did 0.06 ¦ form do -0.22 ¦ form does 0.15 ¦ form does its work 0.04 ¦ form has -0.34 ¦ form is a 0.28 ¦ form is doing -0.18
form is done -0.26 ¦ form is else 0.22 ¦ form is one of -0.04 ¦ form is so -0.06 ¦ form is the -0.14 ¦ form is used 0.14 ¦ form means 0.35 ¦ form no verb -0.15 ¦ form was a 0.29
it -0.09 ¦ kind none -0.13 ¦ kind organisation -0.16 ¦ kind person -0.02 ¦ kind product 0.09 ¦ kind project -0.01 ¦ kind work 0.06 ¦ letters -0.01 ¦ may -0.18
named in heading 0.5 ¦ names 0.03 ¦ no heading 0.02 ¦ not -0.19 ¦ own count -0.1 ¦ own heading 0.39 ¦ own title 0.01 ¦ praise -0.24 ¦ quotation 0.31
reason -0.16 ¦ rule -0.08 ¦ said once -0.34 ¦ several sources 0.11 ¦ sort 0.51 ¦ sources -0.32 ¦ strength 0.85 ¦ tells 1.16 ¦ tells which 0.53
this -0.09 ¦ timely -0.27 ¦ title everyday 0.01 ¦ title in capitals 0.28 ¦ title of code 0.03 ¦ title of doing -0.36 ¦ title of one small word 0.34 ¦ title of one word -0.39 ¦ title plural 0.07
title rarest -0.12 ¦ title small -0.18 ¦ title small everyday -0.36 ¦ title with capitals -0.01 ¦ title with figures 0.46 ¦ titled -0.12 ¦ us 0.2 ¦ vague 0.1 ¦ words < 13 -0.36
words < 29 -0.1 ¦ words < 41 -0.17 ¦ words < 9 -0.11 ¦ year -0.09 ¦ “" .” 0.28 ¦ “" ADJ” 0.12 ¦ “" PROPN” -0.09 ¦ “" is” 0.11 ¦ “" verbed” -0.09
“"” 0.31 ¦ “( NOUN” -0.07 ¦ “( PROPN” 0.1 ¦ “( and” -0.08 ¦ “( for” 0.11 ¦ “( the” -0.09 ¦ “( verbing” -0.06 ¦ “(” -0.08 ¦ “) ,” -0.08
“) .” -0.19 ¦ “) NOUN” 0.32 ¦ “) and” -0.05 ¦ “, ADJ” 0.15 ¦ “, ADV” 0.14 ¦ “, NOUN” 0.33 ¦ “, PROPN” -0.12 ¦ “, and” -0.35 ¦ “, an” -0.07
“, a” 0.18 ¦ “, but” -0.1 ¦ “, for” 0.06 ¦ “, in” -0.06 ¦ “, is” 0.15 ¦ “, making” -0.08 ¦ “, not” -0.06 ¦ “, or” -0.07 ¦ “, such” 0.07
“, the” -0.23 ¦ “, to” 0.09 ¦ “, verbs” 0.11 ¦ “, was” -0.09 ¦ “,” -0.17 ¦ “- NOUN” -0.35 ¦ “- PROPN” 0.08 ¦ “- bit” -0.08 ¦ “- day” -0.07
“- only” 0.08 ¦ “- time” 0.06 ¦ “- to” -0.08 ¦ “- verbed” 0.18 ¦ “- verbing” -0.05 ¦ “- verb” -0.12 ¦ “-” -0.26 ¦ “. PROPN” 0.2 ¦ “.” -0.28
“: NOUN” -0.09 ¦ “: PROPN” -0.06 ¦ “:” -0.12 ¦ “;” -0.09 ¦ “ADJ )” 0.08 ¦ “ADJ ,” 0.14 ¦ “ADJ -” -0.22 ¦ “ADJ .” -0.08 ¦ “ADJ ADJ” 0.28
“ADJ by” 0.09 ¦ “ADJ for” 0.05 ¦ “ADJ of” 0.06 ¦ “ADJ state” -0.08 ¦ “ADJ to” -0.12 ¦ “ADJ verb” -0.05 ¦ “ADJ” 0.05 ¦ “ADP -” -0.15 ¦ “ADP NOUN” 0.07
“ADP a” 0.06 ¦ “ADV ,” -0.11 ¦ “ADV ADJ” -0.18 ¦ “ADV in” 0.12 ¦ “ADV the” -0.07 ¦ “ADV to” -0.06 ¦ “ADV used” -0.08 ¦ “ADV verbed” 0.05 ¦ “ADV verbing” -0.12
“ADV verb” 0.05 ¦ “ADV” -0.36 ¦ “AUX verbed” 0.12 ¦ “AUX” 0.22 ¦ “DET NOUN” 0.08 ¦ “DET” 0.14 ¦ “NOUN "” 0.09 ¦ “NOUN -” 0.18 ¦ “NOUN .” 0.06
“NOUN :” -0.15 ¦ “NOUN ADP” 0.17 ¦ “NOUN DET” 0.12 ¦ “NOUN NOUN” 0.37 ¦ “NOUN PART” 0.18 ¦ “NOUN PROPN” -0.09 ¦ “NOUN SYM” 0.05 ¦ “NOUN X” -0.13 ¦ “NOUN ]” -0.05
“NOUN about” 0.13 ¦ “NOUN against” 0.06 ¦ “NOUN and” 0.37 ¦ “NOUN are” -0.05 ¦ “NOUN around” 0.15 ¦ “NOUN as” -0.14 ¦ “NOUN a” 0.11 ¦ “NOUN before” 0.09 ¦ “NOUN being” -0.06
“NOUN between” 0.06 ¦ “NOUN by” 0.18 ¦ “NOUN can” 0.13 ¦ “NOUN each” -0.06 ¦ “NOUN for” 0.44 ¦ “NOUN from” 0.19 ¦ “NOUN has” 0.07 ¦ “NOUN in” -0.05 ¦ “NOUN is” -0.12
“NOUN like” -0.11 ¦ “NOUN of” 0.2 ¦ “NOUN or” 0.07 ¦ “NOUN over” 0.06 ¦ “NOUN set” -0.08 ¦ “NOUN should” -0.06 ¦ “NOUN so” 0.09 ¦ “NOUN team” 0.07 ¦ “NOUN that” 0.36
“NOUN the” -0.24 ¦ “NOUN through” 0.13 ¦ “NOUN to” 0.27 ¦ “NOUN use” 0.08 ¦ “NOUN verbed” -0.12 ¦ “NOUN verb” 0.19 ¦ “NOUN was” -0.09 ¦ “NOUN were” -0.08 ¦ “NOUN when” -0.16
“NOUN will” -0.08 ¦ “NOUN without” 0.08 ¦ “NOUN working” 0.06 ¦ “NOUN” -0.05 ¦ “NUM ,” -0.06 ¦ “NUM -” -0.05 ¦ “NUM SYM” -0.1 ¦ “NUM” 0.06 ¦ “PART NOUN” 0.16
“PART verb” -0.1 ¦ “PART” 0.15 ¦ “PROPN (” -0.05 ¦ “PROPN )” -0.11 ¦ “PROPN ,” -0.22 ¦ “PROPN -” 0.14 ¦ “PROPN .” -0.09 ¦ “PROPN ;” -0.1 ¦ “PROPN ADJ” -0.12
“PROPN NOUN” 0.28 ¦ “PROPN NUM” 0.22 ¦ “PROPN PART” 0.15 ¦ “PROPN PROPN” -0.13 ¦ “PROPN X” -0.12 ¦ “PROPN and” -0.12 ¦ “PROPN as” -0.05 ¦ “PROPN for” -0.14 ¦ “PROPN from” 0.05
“PROPN in” -0.1 ¦ “PROPN is” -0.11 ¦ “PROPN of” -0.26 ¦ “PROPN or” -0.06 ¦ “PROPN that” 0.2 ¦ “PROPN to” 0.14 ¦ “PROPN verbed” -0.08 ¦ “PROPN verbs” -0.07 ¦ “PROPN verb” 0.19
“PROPN” 0.34 ¦ “SYM .” 0.07 ¦ “SYM NOUN” 0.08 ¦ “SYM NUM” -0.05 ¦ “SYM SYM” 0.15 ¦ “SYM” -0.12 ¦ “X ,” 0.07 ¦ “X ADJ” 0.09 ¦ “X NOUN” -0.19
“X PROPN” -0.15 ¦ “X verb” -0.08 ¦ “X” -0.27 ¦ “[ NOUN” -0.06 ¦ “] )” -0.07 ¦ “a "” 0.07 ¦ “a ADJ” -0.08 ¦ “a ADV” -0.09 ¦ “a NOUN” 0.29
“a PROPN” 0.41 ¦ “a free” 0.12 ¦ “a general” -0.1 ¦ “a good” -0.08 ¦ “a long” -0.06 ¦ “a lot” -0.08 ¦ “a major” -0.06 ¦ “a more” -0.06 ¦ “a name” 0.08
“a new” -0.08 ¦ “a number” -0.07 ¦ “a set” 0.1 ¦ “a team” -0.11 ¦ “a verbed” -0.1 ¦ “a verb” 0.06 ¦ “a very” -0.11 ¦ “a way” 0.08 ¦ “a whole” -0.06
“about” 0.11 ¦ “against” 0.13 ¦ “almost” -0.1 ¦ “american NOUN” 0.07 ¦ “an ADJ” -0.18 ¦ “an ADV” -0.07 ¦ “an NOUN” 0.2 ¦ “an PROPN” 0.06 ¦ “an american” 0.07
“an verbed” 0.1 ¦ “and ADJ” -0.09 ¦ “and NOUN” 0.16 ¦ “and PROPN” -0.13 ¦ “and an” 0.11 ¦ “and are” -0.06 ¦ “and a” 0.05 ¦ “and has” 0.07 ¦ “and is” 0.08
“and it” -0.07 ¦ “and then” 0.1 ¦ “and the” -0.31 ¦ “and verbed” 0.09 ¦ “and verbs” 0.28 ¦ “and verb” -0.17 ¦ “and will” -0.07 ¦ “and” -0.1 ¦ “any ADJ” 0.11
“any NOUN” -0.13 ¦ “any” 0.09 ¦ “an” 0.16 ¦ “are ADV” -0.14 ¦ “are a” -0.09 ¦ “are the” -0.08 ¦ “are verbed” 0.07 ¦ “are verb” 0.09 ¦ “are” -0.06
“around” 0.13 ¦ “as "” -0.07 ¦ “as NOUN” 0.19 ¦ “as PROPN” 0.08 ¦ “as a” -0.08 ¦ “as the” 0.1 ¦ “as verbed” -0.07 ¦ “as well” 0.06 ¦ “as” -0.09
“at PROPN” -0.05 ¦ “at a” 0.09 ¦ “at once” 0.08 ¦ “at the” 0.05 ¦ “at which” -0.08 ¦ “at” 0.26 ¦ “a” -0.15 ¦ “be a” -0.07 ¦ “be verbed” 0.08
“be verb” -0.07 ¦ “because” -0.07 ¦ “been verbed” -0.07 ¦ “being verbed” -0.08 ¦ “being” -0.14 ¦ “better NOUN” -0.12 ¦ “better” -0.13 ¦ “between NOUN” 0.07 ¦ “between” 0.08
“be” -0.13 ¦ “bit NOUN” -0.09 ¦ “bit” -0.17 ¦ “body” 0.12 ¦ “book” 0.1 ¦ “both NOUN” 0.1 ¦ “both the” -0.07 ¦ “both” 0.13 ¦ “building” -0.1
“but the” -0.06 ¦ “but” -0.09 ¦ “by NOUN” 0.13 ¦ “by PROPN” 0.06 ¦ “by a” 0.1 ¦ “by their” 0.06 ¦ “by the” -0.08 ¦ “by verbing” 0.06 ¦ “by” 0.29
“can” 0.07 ¦ “case” -0.08 ¦ “comes” -0.14 ¦ “control” -0.06 ¦ “could” -0.06 ¦ “day NOUN” -0.07 ¦ “day” -0.07 ¦ “did” 0.1 ¦ “do not” 0.11
“does PART” -0.08 ¦ “does not” -0.05 ¦ “does” -0.17 ¦ “down” -0.05 ¦ “each” -0.11 ¦ “easy” 0.06 ¦ “either” -0.11 ¦ “end NOUN” -0.1 ¦ “end” -0.07
“enough” -0.07 ¦ “every NOUN” -0.07 ¦ “everyone to” 0.07 ¦ “everyone” 0.08 ¦ “every” -0.1 ¦ “fast” 0.16 ¦ “first NOUN” 0.06 ¦ “for ADJ” -0.18 ¦ “for NOUN” -0.1
“for PROPN” 0.22 ¦ “for an” -0.06 ¦ “for its” -0.05 ¦ “for more” 0.07 ¦ “for one” -0.13 ¦ “for verbed” 0.08 ¦ “for verbing” 0.11 ¦ “for verb” 0.06 ¦ “found” -0.08
“free” 0.1 ¦ “from NOUN” -0.05 ¦ “from” 0.33 ¦ “front” -0.15 ¦ “full” -0.09 ¦ “general” -0.08 ¦ “getting” 0.1 ¦ “good NOUN” -0.07 ¦ “good” -0.1
“had” -0.08 ¦ “hard” -0.12 ¦ “has NOUN” -0.07 ¦ “has verbed” -0.17 ¦ “has” -0.28 ¦ “have verbed” -0.06 ¦ “help” -0.06 ¦ “high NOUN” 0.06 ¦ “his NOUN” -0.06
“how much” 0.05 ¦ “how” 0.08 ¦ “human -” -0.11 ¦ “human” -0.09 ¦ “if it” 0.1 ¦ “if the” -0.09 ¦ “if” -0.11 ¦ “important” -0.09 ¦ “in -” 0.15
“in NOUN” 0.18 ¦ “in NUM” -0.14 ¦ “in a” -0.1 ¦ “in order” -0.13 ¦ “in which” 0.14 ¦ “into ADJ” 0.09 ¦ “into PROPN” 0.16 ¦ “into a” -0.08 ¦ “into” 0.19
“is "” 0.09 ¦ “is ADV” -0.09 ¦ “is NOUN” 0.12 ¦ “is PROPN” 0.12 ¦ “is an” 0.1 ¦ “is a” 0.14 ¦ “is in” -0.07 ¦ “is one” -0.05 ¦ “is used” 0.05
“is verbed” 0.05 ¦ “is verbing” -0.1 ¦ “is verb” 0.08 ¦ “it .” 0.13 ¦ “it AUX” 0.08 ¦ “its NOUN” 0.06 ¦ “kind of” -0.09 ¦ “kind” -0.09 ¦ “last” -0.07
“let” -0.08 ¦ “like” 0.09 ¦ “line” 0.1 ¦ “longer” 0.08 ¦ “long” -0.08 ¦ “lot of” -0.08 ¦ “lot” -0.08 ¦ “made” -0.1 ¦ “major” -0.07
“make NOUN” -0.06 ¦ “make” -0.16 ¦ “may ADV” 0.06 ¦ “may verb” 0.13 ¦ “may” 0.15 ¦ “means verbing” 0.05 ¦ “might” 0.07 ¦ “more than” 0.07 ¦ “more” -0.06
“most” -0.11 ¦ “much of” 0.09 ¦ “much” 0.07 ¦ “must verb” -0.11 ¦ “name (” -0.13 ¦ “name ADV” -0.08 ¦ “name NOUN” -0.1 ¦ “name does” -0.08 ¦ “name has” -0.18
“name have” -0.06 ¦ “name of” -0.07 ¦ “name verbed” 0.06 ¦ “name verbs” 0.1 ¦ “name verb” 0.24 ¦ “name was” 0.16 ¦ “name were” -0.07 ¦ “name” -0.19 ¦ “need to” -0.08
“needs” -0.11 ¦ “need” -0.1 ¦ “never” 0.12 ¦ “new ADJ” 0.13 ¦ “new NOUN” -0.16 ¦ “new” -0.09 ¦ “not ADJ” 0.09 ¦ “not verbed” -0.11 ¦ “not verb” -0.1
“not” -0.17 ¦ “now” -0.12 ¦ “number of” -0.06 ¦ “number” -0.08 ¦ “of ADJ” -0.08 ¦ “of ADV” -0.08 ¦ “of NOUN” 0.3 ¦ “of NUM” -0.05 ¦ “of PROPN” -0.33
“of a” 0.16 ¦ “of its” 0.08 ¦ “of open” 0.08 ¦ “of the” 0.06 ¦ “of verbing” 0.28 ¦ “office of” -0.07 ¦ “officer” 0.11 ¦ “office” -0.08 ¦ “of” -0.17
“on -” 0.09 ¦ “on ADJ” -0.11 ¦ “on NOUN” 0.14 ¦ “on PROPN” -0.07 ¦ “on a” 0.09 ¦ “on the” 0.17 ¦ “on verbing” -0.07 ¦ “once” 0.13 ¦ “one NOUN” 0.11
“one of” -0.1 ¦ “one” -0.07 ¦ “only verbs” -0.08 ¦ “on” 0.08 ¦ “open -” 0.07 ¦ “open NOUN” 0.14 ¦ “open” 0.15 ¦ “or PROPN” -0.15 ¦ “or the” -0.06
“or verbed” 0.1 ¦ “or verbing” 0.08 ¦ “order to” -0.06 ¦ “order” -0.15 ¦ “other” 0.15 ¦ “outside” 0.07 ¦ “out” 0.07 ¦ “over” 0.07 ¦ “people who” 0.11
“people” 0.14 ¦ “person” 0.16 ¦ “piece of” 0.06 ¦ “piece” 0.06 ¦ “plan” -0.06 ¦ “point” 0.06 ¦ “possible” -0.12 ¦ “rather than” 0.06 ¦ “real” -0.05
“safe” -0.05 ¦ “secret” -0.07 ¦ “send” -0.07 ¦ “set of” 0.23 ¦ “set” 0.15 ¦ “should be” -0.06 ¦ “should” -0.07 ¦ “side” 0.08 ¦ “small NOUN” -0.11
“small” -0.13 ¦ “so that” 0.06 ¦ “some NOUN” -0.15 ¦ “some” -0.21 ¦ “start” -0.06 ¦ “state .” -0.07 ¦ “state” -0.1 ¦ “such as” 0.06 ¦ “takes” -0.07
“take” 0.08 ¦ “team NOUN” -0.05 ¦ “team” -0.08 ¦ “than NUM” 0.06 ¦ “than” 0.15 ¦ “that AUX” 0.08 ¦ “that NOUN” -0.16 ¦ “that PROPN” -0.11 ¦ “that are” 0.15
“that can” 0.07 ¦ “that has” -0.15 ¦ “that have” 0.08 ¦ “that may” 0.07 ¦ “that the” 0.07 ¦ “that verbs” 0.23 ¦ “that verb” -0.19 ¦ “that” 0.33 ¦ “the "” 0.06
“the ADJ” -0.09 ¦ “the NOUN” -0.11 ¦ “the PROPN” 0.14 ¦ “the first” -0.07 ¦ “the only” -0.06 ¦ “the point” 0.07 ¦ “the world” 0.08 ¦ “their NOUN” -0.05 ¦ “their” -0.06
“them” 0.07 ¦ “then” 0.09 ¦ “there is” 0.07 ¦ “there” 0.09 ¦ “they are” 0.05 ¦ “they” 0.07 ¦ “the” -0.18 ¦ “things” 0.12 ¦ “this PROPN” -0.08
“this” -0.08 ¦ “three NOUN” 0.07 ¦ “through a” -0.06 ¦ “time .” 0.08 ¦ “time” 0.16 ¦ “to -” -0.09 ¦ “to .” 0.09 ¦ “to ADJ” -0.13 ¦ “to ADV” 0.08
“to PROPN” -0.06 ¦ “to be” -0.11 ¦ “to do” -0.11 ¦ “to get” 0.07 ¦ “to the” 0.09 ¦ “to use” 0.08 ¦ “to verbing” -0.06 ¦ “to verbs” -0.18 ¦ “to verb” 0.07
“to” -0.12 ¦ “two -” -0.07 ¦ “two NOUN” 0.06 ¦ “under the” -0.06 ¦ “until” -0.06 ¦ “up” -0.11 ¦ “use a” -0.05 ¦ “use to” 0.1 ¦ “used .” 0.05
“used NOUN” -0.08 ¦ “used by” -0.06 ¦ “used for” -0.08 ¦ “used to” 0.11 ¦ “verb "” 0.15 ¦ “verb ,” 0.14 ¦ “verb -” -0.07 ¦ “verb .” 0.11 ¦ “verb ADP” 0.05
“verb NOUN” 0.16 ¦ “verb X” -0.08 ¦ “verb and” -0.21 ¦ “verb an” -0.09 ¦ “verb as” 0.08 ¦ “verb a” -0.14 ¦ “verb for” -0.18 ¦ “verb in” -0.16 ¦ “verb of” 0.08
“verb that” 0.07 ¦ “verb the” 0.17 ¦ “verb to” -0.13 ¦ “verb verbed” -0.1 ¦ “verb with” 0.07 ¦ “verbed ,” 0.17 ¦ “verbed -” -0.19 ¦ “verbed .” -0.16 ¦ “verbed ADP” 0.14
“verbed NOUN” 0.18 ¦ “verbed PROPN” 0.16 ¦ “verbed and” 0.15 ¦ “verbed as” 0.07 ¦ “verbed a” 0.06 ¦ “verbed for” -0.08 ¦ “verbed from” -0.05 ¦ “verbed in” 0.11 ¦ “verbed of” -0.05
“verbed on” 0.11 ¦ “verbed that” -0.1 ¦ “verbed the” 0.15 ¦ “verbed to” -0.05 ¦ “verbed verbing” -0.09 ¦ “verbed with” -0.17 ¦ “verbed” 0.06 ¦ “verbing NOUN” 0.17 ¦ “verbing PROPN” 0.17
“verbing and” 0.09 ¦ “verbing an” -0.06 ¦ “verbing a” -0.1 ¦ “verbing it” -0.05 ¦ “verbing the” 0.15 ¦ “verbs all” 0.08 ¦ “verbs an” -0.09 ¦ “verbs a” 0.29 ¦ “verbs for” 0.1
“verbs in” -0.12 ¦ “verbs it” 0.14 ¦ “verbs of” -0.14 ¦ “verbs on” -0.17 ¦ “verbs people” 0.06 ¦ “verbs some” -0.05 ¦ “verbs the” 0.31 ¦ “verbs to” -0.16 ¦ “verbs verbing” 0.07
“verbs verb” 0.14 ¦ “verbs with” -0.08 ¦ “verbs you” 0.12 ¦ “verbs” 0.39 ¦ “verb” 0.21 ¦ “very” -0.15 ¦ “was a” 0.15 ¦ “was verb” -0.06 ¦ “was” 0.14
“way of” -0.06 ¦ “way to” 0.15 ¦ “way” 0.1 ¦ “were verbed” 0.05 ¦ “were” -0.07 ¦ “what NOUN” 0.14 ¦ “what” 0.26 ¦ “when verbed” 0.05 ¦ “where NOUN” -0.07
“where the” -0.19 ¦ “which NOUN” 0.27 ¦ “which a” 0.07 ¦ “which can” -0.09 ¦ “which is” -0.13 ¦ “which the” -0.07 ¦ “which” 0.25 ¦ “who verbed” 0.07 ¦ “whole” -0.1
“will verb” -0.09 ¦ “will” -0.12 ¦ “with an” 0.07 ¦ “with the” -0.08 ¦ “without verbing” 0.06 ¦ “without” 0.06 ¦ “with” -0.19 ¦ “word” 0.09 ¦ “work on” 0.05
“working NOUN” 0.08 ¦ “working on” 0.11 ¦ “working with” 0.06 ¦ “working” 0.11 ¦ “works” 0.1 ¦ “work” -0.15 ¦ “world” 0.08 ¦ “would be” -0.06 ¦ “would” -0.08
“write” 0.09 ¦ “years .” 0.07 ¦ “years” 0.06 ¦ “year” -0.05 ¦ “yet” 0.09 ¦ “your NOUN” -0.06 ¦ “you” 0.2
`;
