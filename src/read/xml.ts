// XML as a tree, leniently: office files, feeds and books. No DTD is read, so no entity can grow.
import { decodeEntities } from "../markdown/html-text.ts";

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!(?:[^<>[]|\[[\s\S]*?\]\s*)*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*')|[^>"'])*?)(\/?)>|[^<]+|</gu;
const DEEPEST = 2000;

/** An element named "#root" around what stands in the file. */
export function parseXml(text: string): XmlElement {
  const root: Open = { name: "#root", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const match of text.matchAll(TOKEN)) {
    const top = open.at(-1) ?? root;
    const [all, cdata, closing, name, attributes, empty] = match;
    if (cdata !== undefined) top.children.push(cdata);
    else if (closing !== undefined) {
      const at = open.findLastIndex((one) => one.name === closing);
      if (at > 0) open.length = at;
    } else if (name !== undefined) {
      const element: Open = { name, attributes: attributesOf(attributes ?? ""), children: [] };
      top.children.push(element);
      if (empty !== "/" && open.length < DEEPEST) open.push(element);
    } else if (!all.startsWith("<") || all === "<") top.children.push(decodeEntities(all));
  }
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu))
    if (name && name !== "__proto__") found[name] = decodeEntities(double ?? single ?? "");
  return found;
}

export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string");
}

/** All of that name below, in text order; "*:title" is a name with any prefix or none. */
export function allNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const stack = [...elementsIn(element)].reverse();
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (isNamed(one, name)) found.push(one);
    stack.push(...elementsIn(one).reverse());
  }
  return found;
}

export function childNamed(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return elementsIn(element).find((child) => names.some((name) => isNamed(child, name)));
}

function isNamed(element: XmlElement, name: string): boolean {
  return name.startsWith("*:")
    ? element.name === name.slice(2) || element.name.endsWith(name.slice(1))
    : element.name === name;
}

/** What stands inside of an element, as HTML that says the same. */
export function innerXml(element: XmlElement): string {
  const plain = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return element.children
    .map((child) => {
      if (typeof child === "string") return plain(child);
      const name = child.name.slice(child.name.indexOf(":") + 1);
      const attributes = Object.entries(child.attributes)
        .map(([key, value]) => ` ${key}="${plain(value).replaceAll('"', "&quot;")}"`)
        .join("");
      const empty = child.children.length === 0 && EMPTY.test(name);
      return empty ? `<${name}${attributes}>` : `<${name}${attributes}>${innerXml(child)}</${name}>`;
    })
    .join("");
}

/** Elements of HTML that have no end. */
const EMPTY = /^(?:area|br|col|hr|img|input|wbr)$/iu;

export function xmlText(element: XmlElement | undefined): string {
  if (!element) return "";
  let text = "";
  const stack: (XmlElement | string)[] = [element];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (typeof one === "string") text += one;
    else stack.push(...[...one.children].reverse());
  }
  return text;
}
