// A note as one HTML file: no script, nothing remote, links into the vault as plain words.
import MarkdownIt from "markdown-it";
import type { Page } from "../core/page.ts";

const STYLE =
  "body{font:16px/1.6 system-ui,'Noto Sans','Noto Sans CJK SC',sans-serif;max-width:52rem;margin:3rem auto;padding:0 1.5rem;color:#212529}" +
  "table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #dee2e6;padding:.5rem .7rem;text-align:left;vertical-align:top}th{background:#f1f3f5}" +
  "h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}sup{color:#4c6ef5}";

export function htmlOf(page: Page): string {
  const markdown = page.body
    // Citations show their numbers; other links their words.
    .replace(/\s*\((\[\[[^\]]*\]\](?:, \[\[[^\]]*\]\])*)\)/gu, (_, links: string) => {
      const numbers = [...links.matchAll(/\|(\d+)\]\]/gu)].map(([, n]) => n);
      return numbers.length > 0 ? `^[${numbers.join(", ")}]^` : "";
    })
    .replace(/!?\[\[(?:[^\]|\\]*\\?\|)?([^\]]*)\]\]/gu, "$1");
  const body = new MarkdownIt({ html: false, linkify: false })
    .render(markdown)
    .replace(/\^\[([\d, ]+)\]\^/gu, "<sup>[$1]</sup>");
  const title = escaped(page.title);
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${title}</h1>\n${body}</body>\n</html>\n`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
