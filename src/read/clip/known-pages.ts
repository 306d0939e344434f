// Pages whose text stands elsewhere than a page's usually does: an arXiv abstract, a repository with its README, a talk with its transcript.
import type { Document } from "../../core/document.ts";
import { escaped, escapedParagraph } from "../as-markdown.ts";
import { type Page, parsePage, textOf } from "../html/dom.ts";
import { markdownOfWhole } from "../html/to-markdown.ts";

/** What is known of such a page; its body takes the place of what any page gives. */
export interface Known {
  readonly kind: "arxiv" | "repository" | "video";
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly description?: string;
  /** Markdown. */
  readonly body: string;
  /** The paper itself. */
  readonly pdf?: string;
}

/** By what the page says of itself; undefined for any other page. `url` is where it was fetched. */
export async function knownPage(html: string, url: string): Promise<Known | undefined> {
  if (!/citation_arxiv_id|og:site_name|transcript|ytInitialPlayerResponse/iu.test(html)) return undefined;
  const page = await parsePage(html);
  const found = paperOf(page, url) ?? (await repositoryOf(page, url)) ?? videoOf(page, html);
  return found && found.body.trim() !== "" ? found : undefined;
}

/** The document with what is known of it in place of what was guessed. */
export function withKnown(document: Document, known: Known): Document {
  const { title, authors, published, description, body } = known;
  return {
    ...document,
    markdown: body,
    meta: {
      ...document.meta,
      ...(title ? { title } : {}),
      ...(authors && authors.length > 0 ? { authors } : {}),
      ...(published ? { published } : {}),
      ...(description ? { description } : {}),
    },
  };
}

function stated(page: Page, name: string): string[] {
  return [...page.querySelectorAll(`meta[name="${name}"],meta[property="${name}"]`)]
    .map((tag) => (tag.getAttribute("content") ?? "").replace(/\s+/gu, " ").trim())
    .filter((value) => value !== "");
}

/** "citation_arxiv_id" stands on the page of each paper, with its authors as "Roe, Ada". */
function paperOf(page: Page, url: string): Known | undefined {
  const [id] = stated(page, "citation_arxiv_id");
  if (id === undefined) return undefined;
  const shown = textOf(page.querySelector("blockquote.abstract")).replace(/^Abstract:\s*/iu, "");
  const abstract = stated(page, "citation_abstract")[0] ?? shown;
  if (abstract === "") return undefined;
  const [title = ""] = stated(page, "citation_title");
  const [date = ""] = stated(page, "citation_date");
  const [pdf] = stated(page, "citation_pdf_url");
  const comments = textOf(page.querySelector(".tablecell.comments"));
  const subjects = textOf(page.querySelector(".tablecell.subjects"));
  const lines = [
    `arXiv: ${escaped(id)}`,
    ...(subjects ? [`Subjects: ${escaped(subjects)}`] : []),
    ...(comments ? [`Comments: ${escaped(comments)}`] : []),
  ];
  return {
    kind: "arxiv",
    title,
    authors: stated(page, "citation_author").map((name) => name.replace(/^([^,]+), (.+)$/u, "$2 $1")),
    ...(/^\d{4}[/-]\d{2}[/-]\d{2}$/u.test(date) ? { published: date.replaceAll("/", "-") } : {}),
    body: `## Abstract\n\n${escapedParagraph(abstract)}\n\n${lines.map((line) => `- ${line}`).join("\n")}`,
    ...(pdf && URL.canParse(pdf, url) ? { pdf: new URL(pdf, url).href } : {}),
  };
}

/** The page of a repository is mostly its list of files: its README is what it says. */
async function repositoryOf(page: Page, url: string): Promise<Known | undefined> {
  const [site = ""] = stated(page, "og:site_name");
  const readme = page.querySelector(
    "#readme .markdown-body, article.markdown-body[itemprop='text'], .file-view.markdown",
  );
  const name = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/u.exec(new URL(url).pathname);
  if (!/^(?:github|gitlab|codeberg|gitea|forgejo)/iu.test(site) || !readme || !name) return undefined;
  for (const mark of [...readme.querySelectorAll("a.anchor,svg,clipboard-copy,.zeroclipboard-container")])
    mark.remove();
  for (const [selector, attribute] of [
    ["a[href]", "href"],
    ["img[src]", "src"],
  ] as const)
    for (const one of [...readme.querySelectorAll(selector)]) {
      const target = one.getAttribute(attribute) ?? "";
      if (URL.canParse(target, url)) one.setAttribute(attribute, new URL(target, url).href);
    }
  const [about = ""] = stated(page, "og:description");
  const description = about
    .replace(new RegExp(`\\s*-\\s*${name[1]}/${name[2]}$`, "iu"), "")
    .replace(/^Contribute to .*$/u, "");
  return {
    kind: "repository",
    title: `${name[1]}/${name[2]}`,
    authors: [],
    ...(description ? { description } : {}),
    body: await markdownOfWhole(readme.innerHTML),
  };
}

/** A talk with the transcript that the page shows, a paragraph a few cues; else its description. */
function videoOf(page: Page, html: string): Known | undefined {
  const [site = ""] = stated(page, "og:site_name");
  if (!/^(?:youtube|vimeo|ted)/iu.test(site)) return undefined;
  const cues = [
    ...page.querySelectorAll("ytd-transcript-segment-renderer,transcript-segment-view-model,.transcript-segment"),
  ];
  const said = cues.flatMap((cue) => {
    const time = textOf(cue.querySelector(".segment-timestamp,[class*='imestamp']")).trim();
    const text = textOf(cue.querySelector(".segment-text,[class*='egment-text'],.yt-core-attributed-string")).trim();
    return text === "" ? [] : [{ time, text }];
  });
  const detail = (key: string): string => {
    const found = new RegExp(`"${key}":"((?:\\\\.|[^"\\\\])*)"`, "u").exec(html)?.[1];
    if (found === undefined) return "";
    try {
      return String(JSON.parse(`"${found}"`));
    } catch {
      return "";
    }
  };
  const about = detail("shortDescription") || (stated(page, "og:description")[0] ?? "");
  const author =
    detail("ownerChannelName") ||
    detail("author") ||
    (page.querySelector("link[itemprop='name']")?.getAttribute("content") ?? "");
  const date = page.querySelector("meta[itemprop='datePublished']")?.getAttribute("content") ?? "";
  const parts = [
    ...(about === "" ? [] : [`## Description\n\n${escapedParagraph(about.replace(/\r/gu, ""))}`]),
    ...(said.length === 0 ? [] : [`## Transcript\n\n${spoken(said)}`]),
  ];
  const [title = ""] = stated(page, "og:title");
  return {
    kind: "video",
    ...(title ? { title } : {}),
    authors: author === "" ? [] : [author],
    ...(/^\d{4}-\d{2}-\d{2}/u.test(date) ? { published: date.slice(0, 10) } : {}),
    body: parts.join("\n\n"),
  };
}

/** Words of a paragraph, about; it goes on to the end of its sentence. */
const LONG = 60;

function spoken(said: readonly { readonly time: string; readonly text: string }[]): string {
  const paragraphs: string[] = [];
  let open = "";
  for (const { time, text } of said) {
    open += open === "" ? `${time === "" ? "" : `**${time}** `}${escaped(text)}` : ` ${escaped(text)}`;
    const words = open.split(" ").length;
    if ((words > LONG && /[.!?]["”’]?$/u.test(text)) || words > LONG * 2) {
      paragraphs.push(open);
      open = "";
    }
  }
  return [...paragraphs, open].filter((one) => one !== "").join("\n\n");
}
