// Names in the texts of links: of the place that a link leads to, of somebody's account, or of what is read there.

export interface Linked {
  readonly text: string;
  /** `home` leads to a place of that name, `handle` to somebody's account. */
  readonly mark: "home" | "handle" | "link";
}

const LINK = /(?<!!)\[([^\][]{2,60})\](?:\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)[^)]*\)|\[([^\]\n]{0,60})\])?/gu;
const DEFINED_LINK = /^ {0,3}\[([^\]\n]{1,60})\]:\s*(\S+)/gmu;

/** Where the labels of "[label]: https://…" lead. */
export function homesIn(markdown: string): ReadonlyMap<string, string> {
  return new Map([...markdown.matchAll(DEFINED_LINK)].map(([, label = "", url = ""]) => [label.toLowerCase(), url]));
}

export function linkedIn(raw: string, homes: ReadonlyMap<string, string>): Linked[] {
  return [...raw.matchAll(LINK)].flatMap(([, label = "", to, by]): Linked[] => {
    const url = to ?? homes.get((by || label).toLowerCase().replace(/\s+/gu, " "));
    if (url === undefined) return [];
    // "[tideline 0.5.1](https://github.com/ada/tideline/…)"
    const text = label
      .replace(/[`*]/gu, "")
      .trim()
      .replace(/(?<=^[\p{Alpha}\p{N}_-]+) v?\d[\d.]*$/u, "");
    const last = text.split(" ").at(-1) ?? text;
    return [
      {
        text: text.includes("/") ? (text.split("/").at(-1) ?? text) : text,
        mark: isHandle(text, url) ? "handle" : isHome(text, url) ? "home" : "link",
      },
      // "[Ada's tide-rs](https://github.com/ada/tide-rs)"
      ...(last !== text && SPELLED.test(last) && isHome(last, url) ? [{ text: last, mark: "home" as const }] : []),
      // "[register_commands() plugin hook](https://…)"
      ...(CODE_FIRST.exec(text)?.slice(1) ?? []).map((name) => ({ text: name, mark: "link" as const })),
      ...toldIn(text, url).map((name) => ({ text: name, mark: "home" as const })),
    ];
  });
}

const SPELLED = /^\p{Alpha}[\p{Alpha}\p{N}]*(?:[-_.][\p{Alpha}\p{N}]+)+$/u;

const CODE_FIRST = /^(\p{Alpha}+_[\p{Alpha}\p{N}_]+)(?:\(\))? \p{Lower}/u;

/** "Rust Commercial Network" of "[launched the Rust Commercial Network](https://…/building-the-rust-commercial-network)": what the address tells of too. */
function toldIn(text: string, url: string): string[] {
  const [, opening] =
    /^(\p{Upper}[\p{Alpha}\p{N}]+(?: \p{Upper}[\p{Alpha}\p{N}]+)+) (?:is|was|has|are|gets|will) /u.exec(text) ?? [];
  const names = /^\p{Lower}/u.test(text)
    ? (text.match(
        /(?<=(?:^| )\p{Lower}+ )\p{Upper}[\p{Alpha}\p{N}]+(?: \p{Upper}[\p{Alpha}\p{N}]+)+(?! (?:of|for|and|on) )/gu,
      ) ?? [])
    : [];
  const acronym = /^\p{Upper}{4,}$/u.test(text) ? [text] : [];
  const address = `-${url.toLowerCase().replace(/[^\p{Alpha}\p{N}]+/gu, "-")}-`;
  return [...names, ...acronym, ...(opening ? [opening] : [])].filter((name) =>
    address.includes(`-${name.toLowerCase().replaceAll(" ", "-")}-`),
  );
}

/** "https://github.com/somebody" */
function isHandle(text: string, url: string): boolean {
  const [, who = ""] =
    /^https?:\/\/(?:www\.)?(?:github|gitlab|twitter|x|codeberg)\.(?:com|org)\/([^/?#]+)\/?$/iu.exec(url) ?? [];
  return (
    who !== "" &&
    (flat(who) === flat(text) ||
      /^\S*\p{Lower}\p{Upper}\S*$|^\p{Upper}[\p{Alpha}.'’-]+(?: \p{Upper}[\p{Alpha}.'’-]*)+$/u.test(text))
  );
}

/** "https://www.musl-libc.org/" for musl, "https://github.com/casey/just" for just. */
function isHome(text: string, url: string): boolean {
  if (!/^https?:/iu.test(url)) return false;
  const [host = "", ...path] =
    url
      .replace(/^https?:\/\/(?:www\.)?/iu, "")
      .split(/[?#]/u)[0]
      ?.split("/")
      .filter(Boolean) ?? [];
  const key = flat(text.split("/").at(-1) ?? text);
  const places = [
    ...host.split(".").slice(0, -1),
    ...host.split(/[.-]/u).slice(0, -1),
    host,
    ...path.map((one) => one.replace(/\.(?:html?|git|md)$|_\([^()]*\)$/iu, "")),
  ];
  return key.length > 1 && places.some((place) => flat(decoded(place)) === key);
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

function flat(text: string): string {
  return text.toLowerCase().replace(/[^\p{Alpha}\p{N}]/gu, "");
}
