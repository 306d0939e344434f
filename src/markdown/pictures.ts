// The pictures that a note shows, in text order.
import type { Nodes, Root } from "mdast";
import type { Picture } from "../core/document.ts";

const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/iu;

/** Embeds of notes and other files are none. Targets stand as typed. */
export function picturesOf(tree: Root): Picture[] {
  const defined = new Map<string, string>();
  const found: Picture[] = [];
  const visit = (node: Nodes, act: (one: Nodes) => void): void => {
    act(node);
    if ("children" in node) for (const child of node.children) visit(child, act);
  };
  visit(tree, (node) => {
    if (node.type === "definition") defined.set(node.identifier, node.url);
  });
  visit(tree, (node) => {
    if (node.type === "image") found.push({ target: node.url, alt: node.alt ?? "" });
    if (node.type === "imageReference") found.push({ target: defined.get(node.identifier) ?? "", alt: node.alt ?? "" });
    if (node.type === "wikiLink" && node.embed && PICTURE.test(node.target))
      found.push({ target: node.target, alt: /^\d+(?:x\d+)?$/u.test(node.alias ?? "") ? "" : (node.alias ?? "") });
  });
  return found.filter((one) => one.target !== "");
}
