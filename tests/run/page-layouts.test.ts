// Layouts of pages that a person changed: obeyed by every page, refused where a page would lose what others need.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { lights, SOURCES } from "./lighthouses.ts";
import { faultsOf } from "./sound-wiki.ts";

vi.setConfig({ testTimeout: 60_000 });

const shipped = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../templates/pages/${name}.liquid`, import.meta.url)), "utf8");
const LENS = "wiki/concepts/fresnel-lens.md";
const SOURCE = "wiki/sources/four-towers-on-one-reef.md";

test("a changed layout shows on all pages of its kind, and taking it away brings the old ones back", async () => {
  const v = lights();
  await v.run();
  const before = v.wiki();
  v.put(
    "templates/pages/topic.liquid",
    `{% if related %}\n## Related\n\n{{ related }}\n{% endif %}\n{{ entry }}\n\n### {{ title }}, a {{ type }}\r\n\r\n## Sources\n\n{{ sources }}\n`,
  );
  v.put(
    "templates/pages/source.liquid",
    shipped("source").replace("{{ summary }}", "").replace("## Names", "### Names"),
  );
  v.put("templates/pages/index.liquid", "# Everything\n\n{{ opening }}\n\n{{ catalogue }}");
  await v.run();
  const places = ["## Related\n", "The **Fresnel lens** is", "\n\n### Fresnel lens, a concept\n\n## Sources\n"].map(
    (part) => v.read(LENS).indexOf(part),
  );
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(v.read(SOURCE)).not.toContain("[!summary]");
  expect(v.read(SOURCE)).toContain("\n### Names\n");
  expect(v.read("wiki/index.md")).toContain("\n# Everything\n\n8 sources");
  const raw = Object.fromEntries(Object.keys(SOURCES).map((path) => [path, v.read(path)]));
  expect(faultsOf({ ...v.wiki(), ...raw })).toEqual([]);
  const again = await v.run();
  expect(again.report.pages.filter((page) => page.status !== "unchanged")).toEqual([]);
  for (const name of ["topic", "source", "index"]) v.put(`templates/pages/${name}.liquid`, shipped(name));
  await v.run();
  const after = v.wiki();
  for (const [path, text] of Object.entries(before)) if (!path.endsWith("/log.md")) expect(after[path]).toBe(text);
  v.put("templates/pages/answer.liquid", "Asked: {{ question }}\n\n{{ answer }}\n\n## Sources\n\n{{ sources }}\n");
  const { output = "" } = await v.with((workspace) => ask(workspace, "Who designed the Fresnel lens?"));
  expect(v.read(output)).toContain("Asked: Who designed the Fresnel lens?\n\nAugustin Fresnel designed");
});

test.each([
  ["topic", "{{ entry }}", /templates\/pages\/topic\.liquid leaves out \{\{ sources \}\}/u],
  ["source", "{{ summary }}", /templates\/pages\/source\.liquid leaves out \{\{ claims \}\}/u],
  [
    "source",
    "{{ claims }} {{ colour }}",
    /templates\/pages\/source\.liquid cannot be used: undefined variable: colour/u,
  ],
  ["topic", "{% if %}", /templates\/pages\/topic\.liquid cannot be used/u],
  ["topic", "{% include '/etc/passwd' %}{{ entry }}{{ sources }}", /templates\/pages\/topic\.liquid cannot be used/u],
])("a layout %s.liquid of %j stops the run with a sentence, and no page changes", async (name, text, sentence) => {
  const v = lights({
    "raw/eddystone.md": SOURCES["raw/eddystone.md"] ?? "",
    "raw/pharos.md": SOURCES["raw/pharos.md"] ?? "",
  });
  await v.run();
  const before = v.wiki();
  v.put(`templates/pages/${name}.liquid`, text);
  await expect(v.run()).rejects.toThrow(sentence);
  const { [`templates/pages/${name}.liquid`]: _, ...after } = v.wiki();
  expect(after).toEqual(before);
});
