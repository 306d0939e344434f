// Addresses in the Markdown of a page: where a link leads behind a redirect, and pictures that are nothing but a placeholder.

/** Pages whose only work is to send on: search results, feeds and social sites wrap their links so. */
const SENDS_ON = /\/(?:ck\/a|url|redirect|redir|out|away|goto|l\.php|link)(?:\?|\/\?)/iu;

/** The address that a redirect carries in its query, plain or in Base64; any other stays. */
export function behindRedirect(address: string): string {
  if (!/^https?:/iu.test(address) || !SENDS_ON.test(address)) return address;
  let query: URLSearchParams;
  try {
    query = new URL(address.replaceAll("&amp;", "&")).searchParams;
  } catch {
    return address;
  }
  for (const value of query.values()) {
    const target = /^https?:\/\/./iu.test(value) ? value : unpacked(value, address);
    if (target && URL.canParse(target)) return target.replace(/[\s()<>]/gu, encodeURIComponent);
  }
  return address;
}

/** Some put a mark of two characters before the Base64; a page of the site itself is named by its path alone. */
function unpacked(value: string, site: string): string | undefined {
  for (const packed of [value, value.slice(2)]) {
    if (!/^(?:aHR0c|amF2YXNjcmlwd|L)[\w+/=-]{4,}$/u.test(packed)) continue;
    const text = Buffer.from(packed, "base64url").toString("utf8");
    if (/^(?:https?:\/\/|javascript:)[^\s\u0000-\u001f]+$/u.test(text)) return text;
    if (/^\/[\w./?&=%+#:,~-]+$/u.test(text) && URL.canParse(text, site)) return new URL(text, site).href;
  }
  return undefined;
}

const LINK = /(\]\()(https?:\/\/[^\s()<>]+)(?=[\s)])/giu;
const NOWHERE = /(?<!!)\[((?:[^[\]\\]|\\.)*)\]\(javascript:[^\n]*?\)+(?=[\s.,;:!?]|$)/giu;
const PLACEHOLDER = /!\[((?:[^[\]\\]|\\.)*)\]\(data:image\/(?:gif|svg)[^)\s]*(?:\s+"[^"\n]*")?\)/giu;

/** A GIF or SVG written out in the page itself is a placeholder or an icon. Of a link that runs a script its words stay. */
export function plainAddresses(markdown: string): string {
  return markdown
    .replace(PLACEHOLDER, "")
    .replace(LINK, (_, open: string, address: string) => `${open}${behindRedirect(address)}`)
    .replace(NOWHERE, "$1");
}
