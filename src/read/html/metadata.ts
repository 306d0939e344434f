// Title, authors, date, address and language of a page: what it states for machines first, what it shows last.
import type { DocumentMeta } from "../../core/document.ts";
import { authorsOf } from "../properties.ts";
import { type Page, textOf } from "./dom.ts";
import { linkedData } from "./json-ld.ts";
import { dateOf, SHOWN_DATE } from "./page-date.ts";
import { titleOf } from "./page-title.ts";

export interface PageMeta {
  readonly meta: Partial<DocumentMeta>;
  readonly article: boolean;
  /** It states an article of its own with headline or hour, more than og:type, which sites put on every page. */
  readonly surely: boolean;
  readonly product: boolean;
  readonly site: string;
}

/** Browsers and SingleFile write the address of a saved page into a comment at its top. */
function savedFrom(html: string): string {
  return /<!--[^>]*?(?:saved from url=\(\d+\)|\burl:\s*)(https?:\/\/[^\s>]+)/iu.exec(html.slice(0, 2000))?.[1] ?? "";
}

/** Reads, changes nothing. */
export function pageMeta(page: Page, html = ""): PageMeta {
  const tags = metaTags(page);
  const first = (...names: string[]): string => {
    for (const name of names) {
      const value = tags.get(name);
      if (value) return value;
    }
    return "";
  };
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => script.textContent ?? "",
  );
  const linked = linkedData(scripts);
  const site = first("og:site_name", "application-name", "apple-mobile-web-app-title");
  const title = titleOf(
    page,
    first("og:title", "twitter:title", "citation_title", "dc.title", "parsely-title", "sailthru.title"),
    linked.headline ?? "",
    site,
  );
  const authors =
    linked.authors.length > 0
      ? authorsOf([...linked.authors])
      : authorsOf(
          first(
            "author",
            "citation_author",
            "dc.creator",
            "parsely-author",
            "sailthru.author",
            "article:author",
            "byl",
            "twitter:creator",
          ),
        );
  const published = dateOf(
    linked.published ||
      first(
        "article:published_time",
        "citation_publication_date",
        "citation_date",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "og:published_time",
        "dcterms.created",
      ) ||
      timeOf(page),
  );
  const url = page.querySelector('link[rel="canonical"]')?.getAttribute("href") || first("og:url") || savedFrom(html);
  const language =
    (page.documentElement.getAttribute("lang") || linked.language || first("og:locale", "content-language"))
      .toLowerCase()
      .split(/[-_]/u)[0] ?? "";
  const description = first("description", "og:description", "twitter:description");
  const named = authors
    .map(withoutRole)
    .filter(
      (name) =>
        name.toLowerCase() !== site.toLowerCase() &&
        !/^(?:admin|administrator|editor|staff|webmaster|guest|unknown|none|null|undefined|author|shopify|.*_.*|[a-z]+\.[a-z.]+)$/iu.test(
          name,
        ),
    );
  const product = linked.types.some((type) => /^Product(?:Group)?$/u.test(type));
  const typed = linked.types.some((type) => /Article|BlogPosting/u.test(type));
  const article = !product && (first("og:type").toLowerCase() === "article" || typed);
  return {
    meta: {
      ...(title ? { title } : {}),
      // Shops state the maker, or themselves, as the author of a product's page.
      authors: product ? [] : named.length > 0 ? named : shownAuthor(page),
      ...(published ? { published } : {}),
      ...(url && /^https?:/u.test(url) ? { url } : {}),
      ...(/^[a-z]{2,3}$/u.test(language) ? { language } : {}),
      ...(description ? { description } : {}),
      tags: [],
    },
    article,
    surely: article && (typed || first("article:published_time") !== ""),
    product,
    site,
  };
}

function metaTags(page: Page): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll("meta")) {
    const name = (
      tag.getAttribute("property") ||
      tag.getAttribute("name") ||
      tag.getAttribute("itemprop") ||
      tag.getAttribute("http-equiv") ||
      ""
    ).toLowerCase();
    const value = (tag.getAttribute("content") ?? "").replace(/\s+/gu, " ").trim();
    if (name !== "" && value !== "" && !tags.has(name)) tags.set(name, value);
  }
  return tags;
}

function timeOf(page: Page): string {
  const time = page.querySelector(
    "time[pubdate],time[itemprop=datePublished],[itemprop=datePublished],article time[datetime],header time[datetime],time.published,time.entry-date,.post-date time",
  );
  const stated = time?.getAttribute("datetime") || time?.getAttribute("content") || textOf(time);
  if (stated) return stated;
  // No machine-readable date: a short line whose class says date, else the first line that is one.
  for (const element of page.querySelectorAll(
    "[class*=date],[class*=Date],[class*=publish],[class*=posted],[class*=meta],[class*=byline],time",
  )) {
    const found = SHOWN_DATE.exec(textOf(element).slice(0, 160));
    if (found) return found[0];
  }
  return "";
}

const BYLINE =
  'a[href*="/author/"],a[href*="/authors/"],[rel="author"],[itemprop="author"] [itemprop="name"],[itemprop="author"],.byline-name,.author-name,[class$="author__name"],[class$="author_name"],[class$="-author-name"],.byline .author,.post-author,.entry-author,.article-author,.byline,.author';

/** A page prints the role right below the name ("Emma Ryan", "Writer"): a third word of that sort is none of the name. */
export function withoutRole(name: string): string {
  return name.replace(
    /^(\p{Upper}\S+ \p{Upper}\S+) (?:Senior |Staff |Contributing |Guest )*(?:Writer|Author|Editor|Contributor|Reporter|Journalist|Columnist)$/u,
    "$1",
  );
}

function shownAuthor(page: Page): string[] {
  const found = new Set<string>();
  for (const element of [...page.querySelectorAll(BYLINE)].slice(0, 4)) {
    const text = withoutRole(textOf(element).replace(/^(?:by|written by|posted by|author)[:\s]+/iu, ""));
    if (
      text !== "" &&
      text.length <= 50 &&
      /^\p{Upper}[\p{Alpha}.'’-]+(?:\s+(?:(?:de|van|von|der|la|le|bin|al)\s+)*\p{Upper}[\p{Alpha}.'’-]*){1,3}$/u.test(
        text,
      )
    )
      found.add(text);
  }
  return [...found].slice(0, 1);
}
