// Changes where links of a text lead and nothing else of it, byte for byte. Code is left alone.

export interface Link {
  /** As written, without heading, block or alias: "wiki/concepts/memex", "memex". */
  readonly target: string;
  /** "#Heading", "#^block", "". */
  readonly place: string;
  readonly alias?: string;
}

/** A code fence, inline code, a wiki link (an embed too), or a Markdown link to a file. */
const PIECES =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\2(?!`)|\[\[([^\]|#\n\\]*)(#[^\]|\n]*?)?(?:(\\?\|)([^\]\n]*))?\]\]|(\]\()(<[^>\n]*>|[^)\s<]+)(?=[)\s])/gmu;

/** What becomes of a link: another target and place, or plain words in its stead. */
export type Relink =
  | { readonly target: string; readonly place?: string; readonly alias?: string }
  | { readonly words: string };

/** `rewrite` gives undefined to leave a link as it stands. */
export function relinked(text: string, rewrite: (link: Link) => Relink | undefined): string {
  return text.replace(
    PIECES,
    (
      whole: string,
      _fence,
      _code,
      target: string | undefined,
      place: string | undefined,
      bar: string | undefined,
      alias: string | undefined,
      open: string | undefined,
      url: string | undefined,
    ) => {
      if (target !== undefined) {
        const to = rewrite({ target, place: place ?? "", ...(alias === undefined ? {} : { alias }) });
        if (to === undefined) return whole;
        if ("words" in to) return to.words;
        const shown = alias ?? to.alias;
        return `[[${to.target}${to.place ?? place ?? ""}${shown === undefined ? "" : `${bar ?? "|"}${shown}`}]]`;
      }
      if (open === undefined || url === undefined || /^<?[a-z][a-z\d+.-]*:/iu.test(url)) return whole;
      const [path = "", ...places] = decoded(url.replace(/^<|>$/gu, "")).split("#");
      if (!path.endsWith(".md")) return whole;
      const to = rewrite({
        target: path.replace(/^\.?\//u, "").slice(0, -3),
        place: places.length === 0 ? "" : `#${places.join("#")}`,
        alias: "",
      });
      if (to === undefined || "words" in to) return whole;
      return `${open}${encodeURI(`${to.target}.md${to.place ?? (places.length === 0 ? "" : `#${places.join("#")}`)}`).replace(/[()]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
    },
  );
}

/** All links of a text, in order. */
export function linksIn(text: string): Link[] {
  const links: Link[] = [];
  relinked(text, (link) => {
    links.push(link);
    return undefined;
  });
  return links;
}

/** Links to pages that are gone become the words they showed. Targets without ".md". */
export function unlinked(text: string, gone: ReadonlySet<string>): string {
  return relinked(text, ({ target, alias }) =>
    gone.has(target.normalize("NFC"))
      ? { words: (alias ?? target.split("/").at(-1) ?? target).replace(/\\$/u, "") }
      : undefined,
  );
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
