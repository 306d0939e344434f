// Turns one note into HTML the way Obsidian's reading view shows it: wiki links, callouts, hidden block ids.
import MarkdownIt from "markdown-it";
import { parse } from "yaml";

const CALLOUT = /^\[!([\w-]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/** @param {string} text */
export const escapeHtml = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Front matter and the rest. @param {string} text */
export function splitNote(text) {
  const found = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!found) return { front: {}, body: text };
  // "core" keeps dates as they are written.
  const front = parse(found[1] ?? "", { schema: "core" }) ?? {};
  return { front, body: text.slice(found[0].length) };
}

/** The parts of `[[target#place|shown]]`. @param {string} inside */
export function splitLink(inside) {
  const bar = inside.indexOf("|");
  const whole = bar < 0 ? inside : inside.slice(0, bar);
  const target = whole.split("#")[0] ?? "";
  return { target, shown: bar < 0 ? whole.replaceAll("#", " > ") : inside.slice(bar + 1) };
}

/** @param {string} shown @param {boolean} resolved */
export const linkHtml = (shown, resolved) => `<a class="link${resolved ? "" : " unresolved"}">${escapeHtml(shown)}</a>`;

/** @param {MarkdownIt} md @param {(target: string) => boolean} resolves */
function wikiLinks(md, resolves) {
  md.inline.ruler.before("link", "wiki-link", (state, silent) => {
    if (!state.src.startsWith("[[", state.pos)) return false;
    const end = state.src.indexOf("]]", state.pos);
    if (end < 0) return false;
    const { target, shown } = splitLink(state.src.slice(state.pos + 2, end));
    if (!silent) state.push("html_inline", "", 0).content = linkHtml(shown, resolves(target));
    state.pos = end + 2;
    return true;
  });
}

/** A quotation that starts with [!type] is a callout; its first line is the title. @param {MarkdownIt} md */
function callouts(md) {
  md.core.ruler.after("block", "callouts", (state) => {
    for (const [at, token] of state.tokens.entries()) {
      const inline = state.tokens[at + 2];
      const found = token.type === "blockquote_open" && inline?.type === "inline" && CALLOUT.exec(inline.content);
      if (!found) continue;
      const type = (found[1] ?? "note").toLowerCase();
      const title = found[2] || type.charAt(0).toUpperCase() + type.slice(1);
      token.attrSet("class", `callout callout-${type}`);
      token.meta = { title };
      inline.content = inline.content.slice(found[0].length);
    }
  });
  md.renderer.rules.blockquote_open = (tokens, at, options, _env, self) => {
    const title = tokens[at]?.meta?.title;
    const head = title ? `<div class="callout-title"><i></i>${md.renderInline(title)}</div>` : "";
    return self.renderToken(tokens, at, options) + head;
  };
}

/** A renderer that knows which links lead somewhere. @param {(target: string) => boolean} resolves */
export function noteRenderer(resolves) {
  const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
  wikiLinks(md, resolves);
  callouts(md);
  /** @param {string} body */
  return (body) => md.render(body.replace(/%%[\s\S]*?%%/g, "").replace(/[ \t]\^[\w-]+$/gm, ""));
}
