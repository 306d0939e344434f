// What the store keeps of a printed page: all that a plan compares. Its body is printed again where something asks for it, which for most pages nothing does.
import type { Page } from "../core/page.ts";
import { bodyHash } from "../markdown/page-body.ts";

export type PageHead = Omit<Page, "body"> & { readonly hash: string };

export function headOf({ body, ...head }: Page): PageHead {
  return { ...head, hash: bodyHash(body) };
}

/** The page of a head; `print` gives it anew. */
export function pageOf(head: PageHead, print: () => Page): Page {
  let body: string | undefined;
  return {
    ...head,
    get body() {
      body ??= print().body;
      return body;
    },
  };
}
