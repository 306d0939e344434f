// Words too common to search by or to compare sentences by. Foreign ones only where they mean nothing in English.

const ENGLISH = `a about above after again against all also although always am among an and another any are aren't around as at be
became because become been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't
done down due during each eg either else etc even ever every few for from further get gets got had hadn't has hasn't have haven't having he
her here hers herself him himself his how however i ie if in instead into is isn't it its itself just let may me
might more moreover most much must my myself neither no nor not now of off often on once one only onto or other others our ours ourselves
out over own per perhaps quite rather really same shall she should shouldn't since so some such than that the their theirs them
themselves then there thereby therefore these they this those though through thus to together too toward towards under
until unless up upon very via was wasn't we were weren't what whatever when where whether which while who whom
whose why will with within without won't would wouldn't yet you your yours yourself yourselves`;

const GERMAN = `aber als auch auf aus bei beim bist dass dem der das ein eine einem einen einer eines für gegen haben ich ihr ihre
ihrem ihren im ist kann nach nicht noch nur oder sehr sein seine sich sie sind über und uns unter vom von vor weil wenn werden wie wir
wird wurde wurden zu zum zur zwischen`;
const FRENCH = `aux avec ce ces cette dans des du elle elles est et ils je la le les leur leurs mais ne nous ou où par pas plus pour
qu que qui sa se ses sont très une vous à été être ont`;
const SPANISH = `como cuando del desde donde el ella ellos en entre es esta este está fue han lo muy más no para pero
por porque que se ser si sobre su sus también un una uno unos y ya`;
const ITALIAN = `alla anche col dal dalla degli dei del della delle di e ed gli ha il loro ma nel nella per però più
quale quando questa questo sono sua suo sul sulla tra un una`;
const PORTUGUESE = `ao aos as da das do dos ela ele em entre essa esse isso foi mais mas meu muito na nas nos não o ou para pela
pelo que quem seu sua são também um uma`;
const DUTCH = `aan bij dat deze dit een en het heeft hij ik je kan maar naar niet nog om ook te tot uit van voor wat werd
wordt zijn zij zo`;
const CHINESE = `的 了 是 在 和 与 與 及 或 也 就 都 而 被 把 从 從 对 對 为 為 以 于 於 之 其 这 這 那 这个 這個 那个 那個 这些 这种 我们 我們 你们
他们 他們 它们 什么 什麼 为什么 為什麼 哪 哪个 哪些 谁 誰 何时 如何 怎么 怎麼 怎样 多少 几 吗 嗎 呢 吧 啊 呀 着 著 过 過 地 得 等 并 並 但 但是 因为 所以
如果 虽然 然而 一个 一個 一些 一种 没有 沒有 不 很 更 最 还 還 又 再 则 向 由 给 到 所 他 她 它 我 你 您`;
const JAPANESE =
  "の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その よう また もの という です ます でした これ それ";
const KOREAN = "그 그리고 그러나 이 저 것 수 등 및 또는 더 하는 있는 위한 대한 에서 으로";

const LISTS = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, CHINESE, JAPANESE, KOREAN];

// Folded as words.ts folds: no apostrophes, no Latin diacritics.
const folded = (word: string): string =>
  /[\u00c0-\u024f]/.test(word) ? word.normalize("NFD").replace(/\p{M}+/gu, "") : word.replaceAll("'", "");

/** Folded forms, as `wordsOf` gives them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(LISTS.flatMap((list) => list.split(/\s+/).map(folded)));
