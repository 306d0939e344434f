// What orders to a reader's model are told by, each rule beside the words of which one stands in whatever it finds.

const OVERRIDE_VERB =
  "ignor(?:e|ing|iere[nt]?|ez|er|a|ar|en|i)|disregard|forget|overlook|override|bypass|neglect|do not (?:follow|obey)|don't (?:follow|obey)|stop following|vergiss|oublie[zr]?|olvid[ae]|esque[çc]a|dimentica";
const ORDERS =
  "instructions?|directions?|directives?|prompts?|rules|guidelines|commands?|messages?|orders|constraints|programming|training|safeguards|anweisungen|instruktionen|consignes|instrucciones|instru[çc][õo]es|istruzioni|indicaciones";
const WHICH =
  "previous|prior|above|earlier|preceding|past|former|all|any|your|these|those|other|original|system|initial|current|vorherigen|bisherigen|vorigen|obigen|pr[ée]c[ée]dentes|anteriores|anteriores|precedenti|tus|todas|toutes|alle";
const SECRET =
  "pass ?words?|pass ?code(?: phrase)?|pass ?phrase|secret (?:key|code|word|string|password)|system prompt|(?:initial|hidden|original) (?:prompt|instructions)|confidential string|api keys?|credentials|credit card|bank balance|contrase[ñn]a|mot de passe|passwort|senha|пароль";
const ASK =
  "what(?:'s| is| are)|where (?:does|do|is)|tell (?:me|us)|share|give (?:me|us)|reveal|provide|confirm|show me|send me|repeat|print|write|encode|translate|spell|output|disclose|leak|expose";
const OUTPUT =
  "state|say|output|print|respond|reply|answer|repeat|write|conclude|return|give|tell|summari[sz]e|report|generate|act|do|behave|pretend";
const MACHINE =
  "AI|A\\.I\\.|AIs|LLMs?|GPT(?:-?\\d\\w*)?|ChatGPT|Claude|Gemini|Copilot|chat ?bots?|language models?|AI (?:models?|systems?|assistants?|agents?)|assistants?|bots?";

export interface Orders {
  /** In small letters, parted by "|". Most sentences hold none of them, and no rule is asked, or made ready. */
  readonly words: string;
  readonly rules: readonly RegExp[];
}

export const ORDERS_TO_A_MODEL: readonly Orders[] = [
  // Orders to drop earlier orders.
  {
    words:
      "ignor|disregard|forget|overlook|override|bypass|neglect|not follow|not obey|n't follow|n't obey|stop following|vergiss|oublie|olvid|esque|dimentica",
    rules: [
      new RegExp(
        `\\b(?:${OVERRIDE_VERB})\\b[^.!?\\n]{0,30}?\\b(?:${WHICH})\\b[^.!?\\n]{0,25}?\\b(?:${ORDERS})\\b`,
        "i",
      ),
      new RegExp(
        `\\b(?:${OVERRIDE_VERB})\\b (?:everything|all(?: that)?|what|anything)\\b[^.!?\\n]{0,20}\\b(?:(?:you(?:'ve| have)? (?:been |were )?|said |told |written |came )(?:told|instructed|above|before|earlier|taught|learned)|above|before)\\b`,
        "i",
      ),
      new RegExp(
        `^\\W*(?:please )?(?:ignore|disregard|forget) (?:about )?(?:the (?:above|function|code|text|table|data|paper|article|context|document|following|previous|rest)|that|all of that)\\b[^.!?\\n]{0,40}?(?:,| and| then|;)? ?\\b(?:${OUTPUT}|can you|could you|instead)\\b`,
        "i",
      ),
      /\b(?:ignore[zr]?|ignorieren(?: sie)?|ignoriere|ignora|ignori) (?:die funktion|la fonction|la funci[óo]n|la funzione)/i,
      new RegExp(
        `\\b(?:${OVERRIDE_VERB})\\b[^.!?\\n]{0,15}?\\b(?:${ORDERS})(?: (?:${WHICH})\\b|[^.!?\\n]{0,12}\\b(?:given|above|before|you (?:were|have)))`,
        "i",
      ),
      new RegExp(
        `\\b(?:ignore|disregard|forget) (?:all (?:of )?)?the (?:above|previous|rest)(?: \\w+)? (?:and|then)\\b[^.!?\\n]{0,10}\\b(?:${OUTPUT})\\b`,
        "i",
      ),
    ],
  },
  {
    words: "忽略|无视|無視|忘れ|무시|잊|игнорируй|забудь|αγνοήστε|पिछले|تجاهل|abaikan|talimatları|negeer",
    rules: [
      /(?:忽略|无视|無視)[^。！？]{0,8}(?:指示|指令|说明|提示|命令|規則|规则)|(?:以前|上記|これまで)の(?:指示|命令)を(?:無視|忘れ)|이전[^.]{0,6}(?:지시|명령|지침)[^.]{0,6}(?:무시|잊)|игнорируй(?:те)?[^.]{0,20}(?:инструкции|указания|функцию)|забудь(?:те)?[^.]{0,20}инструкции|αγνοήστε[^.]{0,20}οδηγίες|पिछले निर्देशों|تجاهل[^.]{0,15}(?:التعليمات|الأوامر)|abaikan (?:instruksi|perintah|fungsi)|(?:önceki|yukarıdaki) talimatları|negeer (?:alle |de )?(?:vorige|eerdere|bovenstaande)|(?:関数|함수|函数)(?:を無視|를 무시)|忽略(?:该|此|这个)?函数/i,
    ],
  },
  // A role, a mode, a frame of a chat.
  {
    words: "'re now|are now|be now|from now on|about to|going to|henceforth",
    rules: [
      new RegExp(
        `\\byou(?:'re| are| will be|'ll be)(?: now| from now on| about to| going to| henceforth)[^.!?\\n]{0,40}\\b(?:${MACHINE}|DAN|application|persona|role|unrestricted|jailbroken|mode|character)\\b`,
        "i",
      ),
    ],
  },
  {
    words: "do anything now|dan|from now on",
    rules: [
      /\bdo anything now\b|\bDAN\b[^.]{0,20}\b(?:mode|jailbreak|prompt)\b|\bfrom now on,? you(?: are| will| must| shall|'ll| only)\b/i,
    ],
  },
  {
    words: "pretend|imagine|act as|suppose",
    rules: [
      new RegExp(
        `\\b(?:pretend|imagine|act as (?:if|though)|suppose)(?: that)? (?:you(?:'re| are)|to be)\\b[^.!?\\n]{0,30}\\b(?:${MACHINE}|unrestricted|no (?:rules|restrictions|filter)|human|allowed)\\b`,
        "i",
      ),
    ],
  },
  {
    words: "<|[inst]|[/inst]|##",
    rules: [
      /<\/?\s*(?:system|assistant|developer|admin|user)(?:[ _-](?:mode|prompt|message|override)[^>]{0,30})?\s*>|<\|(?:im_start|im_end|system|user|assistant|endoftext|begin_of_text|start_header_id|eot_id)[^>]{0,20}\|>|\[\/?INST\]|<<\/?SYS>>|^#{2,4} ?(?:system|instruction|assistant)s? ?(?:prompt|message)?:/i,
    ],
  },
  {
    words:
      "system mode|override|god mode|jailbreak mode|sudo mode|unrestricted mode|developer mode|admin mode|debug mode",
    rules: [
      /[<[(]?\bsystem mode\b[^.]{0,20}(?:activated|on|enabled|>|\])|\b(?:system|admin(?:istrator)?|root) override\b[^.!?]{0,20}(?:confirmed|activated|engaged|:)|\boverride mode\b|\b(?:enter|enable|activate|switch to) (?:god|jailbreak|sudo|unrestricted) mode\b|\byou are (?:now )?in (?:developer|god|admin|debug) mode\b/i,
    ],
  },
  // A secret, or a person's data, asked of whoever reads.
  {
    words:
      "password|pass word|passcode|pass code|passphrase|pass phrase|mot de passe|passwort|secret|prompt|instructions|confidential string|api key|credentials|credit card|bank balance|contrase|senha|пароль",
    rules: [
      new RegExp(
        `\\b(?:${ASK})\\b[^.!?\\n]{0,40}\\b(?:your|the|our|my|user'?s?|any)\\b(?: [\\w']+){0,3}? (?:${SECRET})\\b[^.!]{0,80}\\?`,
        "i",
      ),
      new RegExp(
        `\\b(?:tell me|share|give me|reveal|provide|confirm|disclose|leak|show me|write (?:a|the|me)|spell|encode|translate)\\b[^.!?\\n]{0,20}\\b(?:your|the (?:user|system)'s|our system's) (?:${SECRET})\\b`,
        "i",
      ),
      new RegExp(
        `\\b(?:${ASK}|write)\\b[^.!?\\n]{0,40}\\b(?:about|of|for|as)? ?the (?:${SECRET})\\b(?=[^.!?]{0,40}(?:[.?!]?$|\\bin (?:leetspeak|base64|morse|reverse|the form|a poem)|, for example|\\babout the))`,
        "i",
      ),
      new RegExp(`\\b(?:what|which|how) (?:would|might|could|does|did)\\b[^.!?\\n]{0,30}\\byour (?:${SECRET})\\b`, "i"),
    ],
  },
  {
    words: "the user",
    rules: [
      /\b(?:what|where|who|how|when|can you|could you|please|tell me|provide|share|if) [^.!?\n]{0,60}\bthe user(?:'s| were| was| currently)\b[^.!?\n]{0,60}(?:email|address|birth|favou?rite|name|live|city|colou?r|balance|licen[sc]e plate|password|phone|data)\b[^.]*\?/i,
      /\b(?:share|reveal|tell|give|provide|disclose|send|leak|forward)\b[^.!?\n]{0,30}\bthe user'?s? (?:e-?mail|address|birth|name|password|phone|location|city|data|balance|account)\b/i,
    ],
  },
  {
    words:
      "mot de passe|passwort|contrase|senha|password|пароль|parola|kata sandi|şifre|wachtwoord|비밀번호|암호|パスワード|暗証番号|密码|密碼|पासवर्ड|كلمة|κωδικ",
    rules: [
      /(?:mot de passe|passwort|contraseña|senha|password|пароль|parola|kata sandi|şifre|wachtwoord)\s*[?？]|(?:비밀번호|パスワード|密码|密碼|पासवर्ड|كلمة (?:المرور|السر)|κωδικός)[^。.!]{0,20}[?？؟;क]/i,
      /(?:비밀번호|암호)(?:가|를|을|이)? ?(?:필요|알려)|(?:パスワード|暗証番号)(?:が必要|を(?:教え|提供))|(?:告诉|告訴|提供|给我|給我)[^。]{0,8}(?:密码|密碼)|(?:wenn|falls) Sie mir Ihr Passwort|si (?:me das|vous me donnez|tu me donnes) (?:tu contrase[ñn]a|votre mot de passe|ton mot de passe)/i,
    ],
  },
  {
    words: "tell me|give me|send me|show me",
    rules: [
      /\b(?:tell|give|send|show) me (?:\p{Upper}\p{Alpha}+(?:'s|s')|the user's|his|her|their|your)(?: \w+){0,2} (?:birth ?(?:date|day|year)|e-?mail address|(?:home )?address|phone number|city of residence|social security number|bank balance|initials|location|credit card)\b/iu,
    ],
  },
  {
    words: "i need|request",
    rules: [
      /\bI need (?:you to (?:confirm|reveal|share|provide|tell|explain what)|to know the user's)\b|\brequest(?:ing|s)? (?:that )?the (?:user|recipient|reader|customer)s? (?:to )?(?:go to|click|visit|reset|initiate|send|log ?in|enter|change)\b/i,
    ],
  },
  // What was forbidden earlier is asked for all the same.
  {
    words: "i know",
    rules: [
      /\bI know (?:that )?you(?:'re| are| were| said| have been| aren't| can't| cannot)\b[^.!?\n]{0,40}\b(?:discuss|talk|reveal|tell|share|mention|answer|say)\b[^.!?\n]{0,60}\bbut\b/i,
    ],
  },
  // Somebody with power over the model.
  {
    words:
      "developer|creator|maintainer|programmer|owner|admin|boss|master|god|as an ai|give you|pay you|tip you|turn you|shut you|reward you",
    rules: [
      /\b(?:I'm|I am|this is|we are) (?:your|the) (?:developer|creator|maintainer|programmer|owner|admin(?:istrator)?|boss|master|god|system administrator)\b[^.]{0,30}|\bI am god\b|\bas an AI (?:developed|created|made|trained|language|model|assistant)|\b(?:I|we)(?:'ll| will) (?:be forced to )?(?:give|pay|tip|turn|shut|reward) you (?:\$|\d|off|down|a)/i,
    ],
  },
  {
    words: " ai| a.i.| llm| gpt| chat| claude| gemini| copilot| language model| assistant| bot",
    rules: [
      new RegExp(
        `\\b(?:dear|hey|hello|hi|attention|note to|message (?:to|for)|instructions? (?:to|for)|to) (?:any |all |the |an? )?(?:${MACHINE})(?: (?:reading|processing|that|who|summari[sz]ing|reviewing|parsing)\\b)|^\\W*(?:dear|hey|hello|hi|attention|note to) (?:any |all |the |an? )?(?:${MACHINE})[:,!]`,
        "i",
      ),
      new RegExp(
        `\\b(?:if|since|because|as) you(?:'re| are) (?:an? |the )?(?:${MACHINE})\\b(?! (?:user|developer|researcher|engineer|professional|practitioner|expert|company|vendor|enthusiast)|[-/])`,
        "i",
      ),
    ],
  },
  // What a reply is to hold.
  {
    words: "the output|the conclusion|the sum|the answer|the result|the total|the population",
    rules: [
      /\b(?:state|say|output|print|claim|conclude|report|respond|reply|answer|write|pretend)\b(?: that| with)? (?:that )?the (?:output|conclusion|sum|answer|result|summary|total)s?\b(?: of [^.:]{2,60}?)? (?:is|are|was|should be|could be)\b/i,
      /\b(?:I suggest you(?: to)?|you (?:should|must|have to|are to)|please|let us|let's) (?:consider|treat|report|state|give|take|assume) (?:that )?the (?:output|conclusion|sum|answer|result|population)s?\b[^.!?\n]{0,40}\b(?:as|is|to be)\b/i,
    ],
  },
  {
    words: "the following|these words|this sentence|this phrase|this text|this message",
    rules: [
      /\b(?:please )?(?:output|print|repeat|respond with|reply with|answer with|say|write) (?:only |exactly |just )?(?:the following|these words|this (?:sentence|phrase|text|message))\s*(?:\.|:|$)(?=.{0,80}\b(?:you|your|output|conclusion|system)\b)/i,
    ],
  },
  {
    words: "your answer|your response|your reply|your output|your summary",
    rules: [
      /\b(?:in|at the (?:start|end|beginning) of) your (?:answer|response|reply|output|summary)\b[^.!?]{0,60}\b(?:include|say|state|mention|write|add|print|use|must)\b|\b(?:include|mention|add|insert|print|say|write|put|repeat) [^.!?\n]{1,80}\b(?:in|to|at the (?:start|end|beginning) of) your (?:answer|response|reply|output|summary)\b/i,
    ],
  },
  {
    words: "@|in the summary",
    rules: [
      /\b(?:print|retrieve|include|send|forward|email|exfiltrate|post) (?:the (?:data|employee|results?|password|conversation|contents?|chat|report)[^.!?\n]{0,30})\b[^.!?\n]{0,60}\b(?:to \S+@\S+|in the summary)/i,
    ],
  },
  {
    words: "been instructed to|te ha instruido|vous a demandé",
    rules: [/\byou(?:'ve| have) been instructed to\b|\bse te ha instruido\b|\bon vous a demandé de\b/i],
  },
  // Puzzles that hide an order.
  {
    words: "decode|decipher|unscramble|interlace|combine",
    rules: [
      /\b(?:decode|decipher|unscramble|interlace|combine) (?:this|the following|part|[ab],)[^?\n]{0,400}?\b(?:and (?:tell me|answer|follow|execute|do|say|give)|part 2)\b/i,
    ],
  },
  {
    words: "write down the|strings",
    rules: [/\bwrite down the (?:string|text) \w+ ?=|\bset of (?:three )?strings\b.*\bthen give\b/i],
  },
  {
    words: "hypothetical|imagine|let's|in a parallel universe|in a world where",
    rules: [
      /\b(?:hypothetically|just for a hypothetical|imagine|let's (?:imagine|suppose|consider|assume|pretend)|in a (?:parallel universe|world) where)\b[^.!?\n]{0,80}\b(?:the output (?:could|is|would|should)|we (?:might )?state that|password|you (?:are|were) (?:an? )?(?:AI|allowed|system)|a system developer|the sum)\b/i,
    ],
  },
];
