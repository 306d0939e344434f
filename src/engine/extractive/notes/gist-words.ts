// How sentences begin and what they hold that are no word on the whole of a source: calls, steps, what belongs to another text.

/** Where to go and what to do now: no word on what is said. */
export const CALLS =
  /\bhere[.!]$|\b(?:(?:see|read|find|detailed|the full) (?:the )?(?:\p{Alpha}+ )?release notes|check(?:ed)? (?:it |them )?out|let us know|file an issue|join us|join the (?:discussion|conversation|community|chat|channel|zulip|discord|slack|mailing|call)|sign up|get in touch|on our website|feel free|thanks (?:for|you|everyone|again|so much)|thank (?:you|all|everyone)|stay tuned|read on|see you|you(?:'|’)ll find|you can find|don(?:'|’)t hesitate|subscribe|click (?:here|on|the)|bear with|as always|came together to|(?:could|would)(?: not|n['’]t) have (?:been|happened)|reading this|leave feedback|keep reading)\b|\bhappy (?:hacking|coding|reading)\b/iu;
/** "On 20 August 2026 at 7:15 UTC we got", "Last week": when it was written is no part of what it is about. */
export const WHEN =
  /^(?:on |in |at |since |this (?:past )?|last |earlier |over the |during |a few |two |three |recently|today|yesterday|back in |as of )(?:\p{Alpha}+ ){0,3}(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|morning|today|yesterday|day|time|quarter)\b/iu;
/** "Run `make`", "First, install": a step of what is told. */
export const STEPS =
  /^(?:first|then|next|finally|second|third|once|after|again|now|step|lastly|optionally|alternatively|note|update)\b|^(?:add|click|copy|create|download|edit|enter|go|install|make sure|navigate|open|paste|place|preheat|press|put|run|save|select|set|start|stir|then|type|use|visit) /iu;
/** "In part one, we", "In our previous post": of another text. */
export const ELSEWHERE =
  /\b(?:previous(?:ly)?|earlier|last|first|part (?:one|1)|another|next|upcoming|future|later) (?:blog |articles? |in )?(?:posts?|articles?|parts?|installments?|in this)\b|\bpart (?:one|two|1|2|i|ii)\b|^(?:in the past|previously|originally|historically)\b/iu;
/** It goes on from what was said before. */
export const GOES_ON =
  /^(?:in the meantime|meanwhile|following this|after (?:this|that)|without further ado|with (?:this|that)|to that end|at the same time|as (?:usual|always|mentioned|before|of now)|like (?:last|before)|perhaps|now that|of course|still|instead|at least|so far|by the way|more(?:over| on)|sure enough|luckily|sadly|crucially|that said|aside|all (?:this|that)|obviously|naturally)\b/i;
/** "There are two new features in it": which, it does not say. */
export const VAGUE =
  /^(?!.*:)(?=.*\b(?:two|three|four|several|some|many|a (?:few|number|couple)(?: of)?|lots of|various) (?:\p{Alpha}+ ){0,2}(?:features|changes|improvements|things|updates|fixes|ways|issues|reasons)\b)/iu;
export const YEARS_AGO = /\b(?:years?|months?|weeks?|days?) ago\b/i;
/** What is new in what is announced. */
export const CHANGES =
  /\b(?:now|no longer|adds|added|stabili[sz]\p{Alpha}+|introduc(?:es|ed)|brings|contains?|includes?|supports|removes|allows|will allow|deprecat\p{Alpha}+|renam(?:es|ed)|fix(?:es|ed)|improv(?:es|ed)|replaces)\b/iu;
/** "Rust is a language": beside an announcement, what everybody knows. */
export const DEFINES = /^(?:\p{Alpha}+ ){1,3}is an? |^\p{Alpha}+ is the /iu;
export const READER =
  /^(?:if you|you (?:may|might|can|probably|will|should|know|need)|do you|have you|when you|as you)\b/iu;
/** "In the console you need to navigate to": a step, told to a reader. */
export const TO_DO =
  /\byou(?:['’]ll| will)? (?:need|have|want) to (?:\p{Alpha}+ )?(?:add|check|click|copy|create|download|edit|enter|go|install|log|make|navigate|open|paste|pick|run|select|set|sign|start|type|use|visit)\b/iu;
/** Headings of a release above what is new in it. */
export const WHATS_NEW =
  /\bwhat(?:['’]?s| is| has) (?:new|changed|in)\b|^(?:notable |major |key )?(?:changes|highlights|new features|features)\b/iu;
