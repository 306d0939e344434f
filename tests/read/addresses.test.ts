// Where the links of a page lead once it is a note.
import { expect, test } from "vitest";
import { behindRedirect, plainAddresses } from "../../src/read/html/addresses.ts";

const packed = (text: string): string => Buffer.from(text).toString("base64url");

test("a link through a redirect leads to what it is about", () => {
  expect(behindRedirect("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1")).toBe(
    "https://example.org/a?b=1",
  );
  const bing = `https://www.bing.com/ck/a?!&&p=04069a&u=a1${packed("https://en.wikipedia.org/wiki/Memex")}&ntb=1`;
  expect(behindRedirect(bing)).toBe("https://en.wikipedia.org/wiki/Memex");
  expect(behindRedirect(`https://www.bing.com/ck/a?p=1&u=a1${packed("/search?q=memex")}`)).toBe(
    "https://www.bing.com/search?q=memex",
  );
});

test("an address that names another one without sending on, or that nobody can read, stays", () => {
  for (const address of [
    "https://web.example.org/save?url=https%3A%2F%2Fexample.org",
    "https://example.org/url?sa=t&q=memex",
    "https://example.org/redirect?to=%E0%A4%A",
    "https://example.org/out?u=a1aHR0cDovLw",
    "mailto:x@example.org",
  ])
    expect(behindRedirect(address)).toBe(address);
});

test("placeholders written out in the page go, links that run a script keep their words", () => {
  expect(plainAddresses("![See more](data:image/svg+xml,%3Csvg%20x%3E) after")).toBe(" after");
  expect(plainAddresses("[Any time](javascript:void(0)) and [on](https://example.org/a)")).toBe(
    "Any time and [on](https://example.org/a)",
  );
});
