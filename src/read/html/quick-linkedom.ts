// linkedom made quicker for pages of ten thousand nodes: it compiles each selector anew and keeps listeners for each node.
import { type Matched, testOf } from "./quick-selectors.ts";

type Parse = (html: string) => { readonly document: object };

let ready: Promise<Parse> | undefined;

export function linkedom(): Promise<Parse> {
  ready ??= import("linkedom").then(({ parseHTML }) => {
    quicken(parseHTML("<html><body><i></i></body></html>").document);
    return parseHTML as unknown as Parse;
  });
  return ready;
}

/** The list that linkedom threads all nodes on. */
type Threaded = Matched & { readonly [link: symbol]: Threaded };

/** Its version is pinned; another that is built differently stays as it is, and as slow. */
function quicken(document: { createElement(name: string): object }): void {
  const element = document.createElement("i");
  const link = (description: string): symbol | undefined =>
    Object.getOwnPropertySymbols(element).find((symbol) => symbol.description === description);
  const [next, end] = [link("next"), link("end")];
  const parent = ownerOf(element, "querySelectorAll");
  const own = ownerOf(element, "matches");
  const node = ownerOf(element, "isSameNode");
  const list = (element as { readonly childNodes: Matched[] }).childNodes.constructor as new () => Matched[];
  if (!next || !end || !parent || !own || !node) return;

  const each = (root: Threaded, test: (element: Matched) => boolean, most: number): Matched[] => {
    const found = new list();
    const last = root[end];
    for (let at = root[next]; at && at !== last; ) {
      const isElement = at.nodeType === 1;
      if (isElement && test(at) && found.push(at) >= most) break;
      at = isElement && at.localName === "template" ? at[end] : at[next];
    }
    return found;
  };
  wrap(parent, "querySelectorAll", (self, selectors) => each(self as Threaded, testOf(selectors), Infinity));
  wrap(parent, "querySelector", (self, selectors) => each(self as Threaded, testOf(selectors), 1)[0] ?? null);
  wrap(own, "matches", (self, selectors) => testOf(selectors)(self));
  wrap(own, "closest", (self, selectors) => {
    const test = testOf(selectors);
    let at: Matched | null = self;
    while (at && !(at.nodeType === 1 && test(at))) at = at.parentNode;
    return at;
  });
  const { set } = Object.getOwnPropertyDescriptor(own, "className") ?? {};
  const classes = (self: { getAttributeNode(name: string): { readonly value: string } | null }): string =>
    self.getAttributeNode("class")?.value ?? "";
  if (set)
    Object.defineProperty(own, "className", {
      configurable: true,
      set,
      get() {
        return classes(this);
      },
    });
  // Nobody listens on a page that is read: a node then costs no map and no entry in a weak one, which the collector has to walk.
  Object.setPrototypeOf((node as { constructor: object }).constructor, class {});
}

/** Prototype that has the member as its own. */
function ownerOf(value: object, member: string): object | undefined {
  let at: object | null = Object.getPrototypeOf(value);
  while (at && !Object.hasOwn(at, member)) at = Object.getPrototypeOf(at);
  return at ?? undefined;
}

/** `:scope` depends on where the search starts, and XML on the case of names: both stay linkedom's. */
function wrap(prototype: object, method: string, quick: (self: Matched, selectors: string) => unknown): void {
  const slow = (prototype as Record<string, (selectors: string) => unknown>)[method];
  if (!slow) return;
  Object.defineProperty(prototype, method, {
    configurable: true,
    writable: true,
    value(this: Matched, selectors: string) {
      return selectors.includes(":scope") ? slow.call(this, selectors) : quick(this, selectors);
    },
  });
}
