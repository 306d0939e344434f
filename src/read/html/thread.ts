// A thread of posts, whatever forum printed it: who wrote which post, and when, so that nobody is quoted for another's words.
import type { Removal } from "../../core/document.ts";
import { type Element, type Page, parsePage, shownText, tagOf, textOf, wordsIn } from "./dom.ts";
import { dateBeside, within } from "./page-date.ts";

interface Post {
  readonly author: string;
  /** As the page states it, "" where it does not. */
  readonly date: string;
  readonly html: string;
}

export interface Thread {
  readonly posts: readonly Post[];
  readonly text: string;
  readonly leftOut: readonly Removal[];
}

/** What holds the words of one post, in the templates of the usual forums; the one that finds the most posts is the page's. */
const BODIES = [
  "[itemprop=text]",
  ".cooked",
  ".bbWrapper",
  ".postbody .content",
  "[data-role=commentContent]",
  ".post_body",
  ".post .inner",
  ".postcontent",
  ".bbp-reply-content",
  ".lia-message-body-content",
  ".js-post-body",
  ".Message.userContent",
  "[class*=post-body]",
];
const AUTHOR =
  '[itemprop=author] [itemprop=name],[itemprop=author],[class*=author_name],[class*=AuthorName],[class*=author-name],.cAuthorPane_author,.username,.author_information .largetext,.poster h4,.author a,[class*=author] a,.user-details a,[class*=username],[class*=user-name],[class*=userName],[rel=author],a[href*="/user/"],a[href*="/users/"],a[href*="/members/"],a[href*="/u/"],a[href*="member.php"]';
/** A name of a person on a forum is short and no sentence. */
const LONGEST_NAME = 40;
/** Another's words in a post, said in this thread before: they stand there already, under the right name. */
const QUOTE = "aside.quote,.bbCodeBlock--quote,.ipsQuote,.quotebox,.quote,blockquote";
const SAME_START = 60;
const SHORTEST_QUOTE = 15;
const LEAST_POSTS = 2;
const LEAST_NAMED = 0.8;
/** Of the words that a visitor sees: comments below an article are no thread. */
const LEAST_SHARE = 0.3;

/** Changes nothing of the page; `seen` counts its words without its furniture. Undefined where it is no thread. */
export async function threadOf(page: Page, html: string, seen: () => number): Promise<Thread | undefined> {
  // Most pages hold none of these words, and a search through all their elements takes longer.
  const likely = BODIES.filter((selector) =>
    (selector.match(/[\w-]{4,}/gu) ?? []).every((word) => html.includes(word)),
  );
  const found = likely
    .map((selector) => postsBy(page, selector, seen))
    .reduce<readonly Post[]>((best, posts) => (posts.length > best.length ? posts : best), []);
  if (found.length < LEAST_POSTS) return undefined;
  const leftOut: Removal[] = [];
  const posts: Post[] = [];
  const earlier: string[] = [];
  for (const { author, date, html } of found) {
    const body = (await parsePage(`<html><body>${html}</body></html>`)).body;
    if (!body) continue;
    for (const quote of [...body.querySelectorAll(QUOTE)]) {
      const said = textOf(quote.querySelector("blockquote") ?? quote).slice(0, SAME_START);
      if (!quote.parentNode || said.length < SHORTEST_QUOTE || !earlier.some((text) => text.includes(said))) continue;
      leftOut.push({ step: "thread", reason: "quoted from a post above", text: textOf(quote).slice(0, 300) });
      quote.remove();
    }
    for (const picture of [...body.querySelectorAll("img.avatar,.avatar img")]) picture.remove();
    earlier.push(textOf(body));
    posts.push({ author, date, html: body.innerHTML });
  }
  return { posts, text: earlier.join(" "), leftOut };
}

/** None where the page has no thread of that template. */
function postsBy(page: Page, selector: string, seen: () => number): readonly Post[] {
  const bodies = [...page.querySelectorAll(selector)].filter(
    (body) => body.querySelector(selector) === null && textOf(body) !== "",
  );
  if (bodies.length < LEAST_POSTS) return [];
  const held = heldBy(bodies);
  const posts = bodies.flatMap((body) => {
    const container = containerOf(body, held);
    const author = container && authorIn(container, body);
    return author ? [{ author, date: dateBeside(container, body), html: body.innerHTML }] : [];
  });
  const words = bodies.reduce((sum, body) => sum + wordsIn(textOf(body)), 0);
  return posts.length < LEAST_NAMED * bodies.length || words < LEAST_SHARE * seen() ? [] : posts;
}

/** How many of them stand in each element around one. */
function heldBy(bodies: readonly Element[]): Map<Element, number> {
  const held = new Map<Element, number>();
  for (const body of bodies)
    for (let at = body.parentNode; at?.tagName && !/^(?:body|html)$/u.test(tagOf(at)); at = at.parentNode)
      held.set(at, (held.get(at) ?? 0) + 1);
  return held;
}

/** The widest element around a body that holds no other. */
function containerOf(body: Element, held: ReadonlyMap<Element, number>): Element | undefined {
  let found: Element | undefined;
  for (let at = body.parentNode; at && held.get(at) === 1; at = at.parentNode) found = at;
  return found;
}

function authorIn(container: Element, body: Element): string | undefined {
  const stated = container.getAttribute("data-author") ?? "";
  if (stated !== "") return stated.slice(0, LONGEST_NAME);
  for (const element of container.querySelectorAll(AUTHOR)) {
    if (within(element, body)) continue;
    const name = shownText(element);
    if (name !== "" && name.length <= LONGEST_NAME && /\p{Alpha}|\d/u.test(name)) return name;
  }
  return undefined;
}
