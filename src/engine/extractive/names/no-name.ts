// Forms of words that name nothing which a reader looks up: formats that all use, headings' questions, dates, files, other documents.

/** "EIP-155": of another document. */
export const NUMBERED = /^\p{Upper}{2,}-\d+$/u;
/** "T07", "A-Z", "main.py": of a formula, a folder. */
export const OF_ANOTHER =
  /^\p{Upper}\d+$|^\p{Alpha}[-_]\p{Alpha}$|^\p{Alpha}{1,2}\d*$|^\p{Alpha}\.\p{Alpha}+$|\.(?:py|js|ts|rs|c|h|md|txt|html?|css|json|ya?ml|csv|png|jpe?g|gif|sh|db|sqlite|lock|cfg|ini|zip|dylib|so|exe|tar|gz|dzi)$/u;

/** Everybody's. */
export const FORMATS =
  /^(?:[kmgt]i?b|ai|android|api|ascii|ci|cli|cpu|dom|eip|erc|faq|gpu|gui|id|ide|localhost|repo|sdk|ui|uri|utf-?8|css|csv|dockerfile|geojson|html|http|https|ios|javascript|json|linux|mac|macos|markdown|os|pc|pdf|pr|rfc|sql|svg|typescript|unix|url|windows|xml|yaml)s?$/i;
/** "iteratively", "Programatically" */
export const ADVERB = /^\p{Alpha}+(?:al|ive|ous|ant|ent|ful|ed|ing|ari)ly$/iu;
/** "Running the tests", "RFC 3", "How it works" */
export const OPENERS =
  /^(?:(?:rfc|eip|erc|pr|issue|figure|table|part|step|chapter|section|phase|slot|option|appendix|example|version|level|case|tier)s? (?:\p{N}|\p{Upper}(?!\p{Alpha}))|(?:thanks|congratulations|dedicated|running|creating|getting|via|ping|please|welcome|hello|hi|dear|using|adding|how|why|what|when|where|which|who|whereas|see|note|if|is|are|not|no|our|your|my|this|that|these|those|it|we|you|all|more|other|new|without|with|in|on|for|to|from|by|of|at|and|or)\b)/iu;
/** "May 2020", "sprint 1", "3 GB", "Writing x", "Cargo and" */
export const ENDS =
  /^(?:day|error|failure|ordinal|round|sprint|test|week) \d+$|^(?!\d{4} )\d+ |^worst |^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter) \d{1,4}\S*$|\s\+\s|\s(?!c$)\p{Alpha}$|\s(?:and|or|of|the|a|an|to|for|in|on|at|by|with|from|is|are|was|i|ii|iii|we|you|it|this|that)$/iu;
