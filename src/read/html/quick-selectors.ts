// What a selector list asks of an element, compiled once: browsers keep rules by tag, class, id and attribute, and so does this.
import { compile } from "css-select";

/** The members of linkedom's elements that matching needs. */
export interface Matched {
  readonly nodeType: number;
  readonly localName: string;
  readonly parentNode: Matched | null;
  readonly childNodes: readonly Matched[];
  readonly data?: string;
  readonly ownerDocument: unknown;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  getAttributeNames(): readonly string[];
}

type Test = (element: Matched) => boolean;

const lower = new Map<string, string>();
function nameOf(element: Matched): string {
  let name = lower.get(element.localName);
  if (name === undefined) {
    name = element.localName.toLowerCase();
    lower.set(element.localName, name);
  }
  return name;
}

const isTag = (node: Matched): node is Matched => node.nodeType === 1;

const adapter = {
  isTag,
  getName: nameOf,
  getAttributeValue: (element: Matched, name: string): string | undefined => element.getAttribute(name) ?? undefined,
  hasAttrib: (element: Matched, name: string): boolean => element.hasAttribute(name),
  getChildren: (node: Matched): Matched[] => [...node.childNodes],
  getParent: (element: Matched): Matched | null => element.parentNode,
  getSiblings: (node: Matched): Matched[] => (node.parentNode ? [...node.parentNode.childNodes] : [node]),
  getText: (node: Matched): string =>
    node.nodeType === 1 ? [...node.childNodes].map(adapter.getText).join("") : (node.data ?? ""),
  existsOne: (test: Test, nodes: readonly Matched[]): boolean =>
    nodes.some((node) => isTag(node) && (test(node) || adapter.existsOne(test, node.childNodes))),
  // Asked for by the type; matching one element needs none of them.
  removeSubsets: (nodes: Matched[]): Matched[] => nodes,
  findAll: (): Matched[] => [],
  findOne: (): Matched | null => null,
};

const compiled = new Map<string, Test>();
const MOST = 2000;

/** Throws what css-select throws at a selector that it does not know. */
export function testOf(selectors: string): Test {
  let test = compiled.get(selectors);
  if (test === undefined) {
    test = quickTest(selectors);
    // Selectors made from ids and classes of pages come without end.
    if (compiled.size >= MOST) compiled.clear();
    compiled.set(selectors, test);
  }
  return test;
}

// Results kept between calls would outlive changes of the tree.
const OPTIONS = { adapter, xmlMode: false, cacheResults: false };
const one = (selector: string): Test => compile<Matched, Matched>(selector, OPTIONS);

function quickTest(selectors: string): Test {
  const parts = partsOf(selectors);
  if (parts.length === 1 && /^[a-z][a-z0-9]*$/iu.test(parts[0] ?? "")) {
    const name = (parts[0] ?? "").toLowerCase();
    return (element) => nameOf(element) === name;
  }
  if (parts.length < 4) return one(selectors);
  const kept = {
    tag: new Map<string, Test[]>(),
    class: new Map<string, Test[]>(),
    attribute: new Map<string, Test[]>(),
  };
  const rest: Test[] = [];
  for (const part of parts) {
    const test = one(part);
    const key = keyOf(part);
    if (!key) rest.push(test);
    else kept[key.by].set(key.name, [...(kept[key.by].get(key.name) ?? []), test]);
  }
  const some = (tests: readonly Test[] | undefined, element: Matched): boolean =>
    tests?.some((test) => test(element)) === true;
  return (element) => {
    if (some(kept.tag.get(nameOf(element)), element) || some(rest, element)) return true;
    if (kept.class.size > 0)
      for (const name of (element.getAttribute("class") ?? "").split(/\s+/u))
        if (some(kept.class.get(name), element)) return true;
    if (kept.attribute.size > 0)
      for (const name of element.getAttributeNames()) if (some(kept.attribute.get(name), element)) return true;
    return false;
  };
}

/** A list at its commas; those in brackets, parentheses and quotes part nothing. */
function partsOf(selectors: string): string[] {
  if (!selectors.includes(",")) return [selectors.trim()];
  return (
    selectors.match(/(?:[^,[("'\\]|\\.|\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|"[^"]*"|'[^']*')+/gu) ?? [selectors]
  ).map((part) => part.trim());
}

/** What an element must have for the last compound of the selector to hold. */
function keyOf(selector: string): { readonly by: "tag" | "class" | "attribute"; readonly name: string } | undefined {
  // Quoted values may hold what looks like a combinator.
  const last =
    selector
      .replace(/"[^"]*"|'[^']*'/gu, "")
      .split(/\s*[>+~]\s*(?![^[(]*[\])])|\s+(?![^[(]*[\])])/u)
      .at(-1) ?? "";
  const tag = /^[a-z][a-z0-9-]*/iu.exec(last)?.[0];
  if (tag) return { by: "tag", name: tag.toLowerCase() };
  const name = /^\.([\w-]+)/u.exec(last)?.[1];
  if (name) return { by: "class", name };
  if (/^#[\w-]+/u.test(last)) return { by: "attribute", name: "id" };
  // `[x!=y]` holds of elements without the attribute.
  const attribute = /^\[\s*([a-z][a-z0-9-]*)\s*(?:[\^$*~|]?=|\])/iu.exec(last)?.[1];
  return attribute ? { by: "attribute", name: attribute.toLowerCase() } : undefined;
}
