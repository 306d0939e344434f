// What stands in a page and no reader needs: players with their words for old browsers, links that skip the navigation.

const PLAYER = /<(video|audio|canvas)\b[^<>]*>[\s\S]{0,2000}?<\/\1\s*>/giu;
const SKIP =
  /<a\b[^<>]*\bhref=["']?#[^<>]*>\s*(?:<span\b[^<>]*>\s*)?skip (?:to|navigation|over|past)\b[^<]{0,40}(?:<\/span\s*>\s*)?<\/a\s*>/giu;

/** Pictures inside a player stay. */
export function withoutUnshown(html: string): string {
  return html.replace(PLAYER, (player) => (player.match(/<img\b[^<>]*>/giu) ?? []).join("")).replace(SKIP, "");
}
