// Eight short sources about lighthouses, and what the tests of whole compiles do with a vault of them.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type CompileOptions, compile } from "../../src/run/compile.ts";
import { closeWorkspace, openWorkspace, type Workspace } from "../../src/run/workspace.ts";

/** 2026-11-21. */
export const EPOCH = "1795219200";

export const SOURCES: Readonly<Record<string, string>> = {
  "raw/fresnel-lens.md": `---
title: The lens that saved a million ships
author: Ada Brook
published: 2019-05-02
---
# The lens that saved a million ships

The Fresnel lens is a compact lens made of concentric rings of glass prisms. Augustin Fresnel designed the Fresnel lens in 1822 for the lighthouses of France. A Fresnel lens throws nearly all the light of a lamp into one beam. The first Fresnel lens was lit at the Cordouan lighthouse in July 1823.

## Orders

A Fresnel lens of the first order stands 2.59 metres tall. The lens of a small harbour light is of the sixth order.
`,
  "raw/augustin-fresnel.md": `# Augustin Fresnel

Augustin Fresnel was a French engineer who worked on the wave theory of light. Augustin Fresnel joined the French Commission of Lighthouses in June 1819. Fresnel died of tuberculosis in 1827, aged 39. The Fresnel lens outlived him by two centuries.
`,
  "raw/eddystone.md": `# Four towers on one reef

The Eddystone Lighthouse is a lighthouse on the Eddystone Rocks, nine miles south of Plymouth Sound. Henry Winstanley built the first Eddystone Lighthouse in 1698. The great storm of 1703 destroyed the tower and killed Henry Winstanley. John Smeaton built the third Eddystone Lighthouse of dovetailed granite blocks in 1759. The Eddystone Lighthouse was automated in 1982.
`,
  "raw/smeaton.html": `<!doctype html><html lang="en"><head><title>John Smeaton, civil engineer</title><meta name="author" content="Tom Hale"></head><body><article><h1>John Smeaton, civil engineer</h1>
<p>John Smeaton was an English engineer who is called the father of civil engineering. John Smeaton pioneered hydraulic lime for the Eddystone Lighthouse, because it sets under water. Hydraulic lime is a mortar that sets under water. The Eddystone Lighthouse of Smeaton stood for 127 years on its reef.</p>
<p>Hydraulic lime led to Portland cement, which Joseph Aspdin patented in 1824. John Smeaton died in 1792 at Austhorpe.</p></article></body></html>
`,
  "raw/keepers.txt": `The last keepers

A lighthouse keeper is a person who tends the light of a lighthouse. Each lighthouse keeper trimmed the wicks and wound the clockwork by night. The lighthouse keeper lost the trade when acetylene lamps came, since they burned without a keeper. The Eddystone Lighthouse lost its last lighthouse keeper in 1982.
`,
  "raw/sun-valve.md": `# The valve that slept by day

The sun valve is a device that turns a gas lamp off in daylight. Gustaf Dalén invented the sun valve in 1907. The sun valve saved 90 percent of the gas of a light. Gustaf Dalén received the Nobel Prize in Physics in 1912 for the sun valve. Acetylene lamps with a sun valve could burn for a year without a lighthouse keeper.
`,
  "raw/lightvessel.md": `# Ships that stay

A lightvessel is a ship that serves as a lighthouse where no tower can stand. The first lightvessel was moored at the Nore in 1732. Robert Hamblin and David Avery set up the Nore lightvessel. Each lightvessel carried a Fresnel lens from the middle of the nineteenth century on.
`,
  "raw/pharos.md": `# Pharos

The Pharos of Alexandria was a lighthouse that Sostratus of Cnidus built for Ptolemy. The Pharos of Alexandria stood about 100 metres tall. Earthquakes brought down the Pharos of Alexandria between 956 and 1323. The Fresnel lens came two thousand years later.
`,
};

export interface Lights {
  readonly root: string;
  path(of: string): string;
  read(path: string): string;
  put(path: string, text: string): void;
  /** Every file of the vault with its text, .kb and raw left out. */
  wiki(): Record<string, string>;
  /** When each of them was last written, in nanoseconds. */
  times(): Record<string, string>;
  run(options?: CompileOptions, wishes?: Wishes): Promise<Ran>;
  with<T>(use: (workspace: Workspace) => Promise<T>, wishes?: Wishes): Promise<T>;
}

export interface Wishes {
  readonly engine?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly notices?: string[];
}

type Ran = Awaited<ReturnType<typeof compile>>;

/** Gone when the test ends. */
export function lights(sources: Readonly<Record<string, string>> = SOURCES, settings: object = {}): Lights {
  const root = folder();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return filled(root, sources, settings);
}

/** A vault that stays until `discard`. */
export async function lastingLights(
  sources: Readonly<Record<string, string>> = SOURCES,
): Promise<Lights & { discard(): void }> {
  const root = folder();
  const v = filled(root, sources, {});
  await v.run();
  return { ...v, discard: () => rmSync(root, { recursive: true, force: true }) };
}

/** A vault that somebody compiled elsewhere and brought here, .kb and all. */
export function copyOf(compiled: Lights): Lights {
  const root = folder();
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(compiled.root, root, { recursive: true, preserveTimestamps: true });
  return lightsAt(root);
}

const folder = (): string => mkdtempSync(join(tmpdir(), "kb-lights-"));

function filled(root: string, sources: Readonly<Record<string, string>>, settings: object): Lights {
  mkdirSync(join(root, "raw"));
  writeFileSync(join(root, "vault.config.json"), JSON.stringify({ version: 1, ...settings }));
  const v = lightsAt(root);
  for (const [of, text] of Object.entries(sources)) v.put(of, text);
  return v;
}

function lightsAt(root: string): Lights {
  const path = (of: string): string => join(root, of);
  const put = (of: string, text: string): void => {
    mkdirSync(dirname(path(of)), { recursive: true });
    writeFileSync(path(of), text);
  };
  const files = (): string[] =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((of) => !/^(?:\.kb|raw)\//u.test(of))
      .sort();
  const within = async <T>(use: (workspace: Workspace) => Promise<T>, wishes: Wishes = {}): Promise<T> => {
    const { engine = "extractive", env = {}, notices = [] } = wishes;
    const workspace = await openWorkspace({
      cwd: root,
      engine,
      env: { SOURCE_DATE_EPOCH: EPOCH, ...env },
      progress: { start: () => {}, step: () => {}, done: () => {}, notice: (sentence) => notices.push(sentence) },
    });
    try {
      return await use(workspace);
    } finally {
      closeWorkspace(workspace);
    }
  };
  return {
    root,
    path,
    put,
    read: (of) => readFileSync(path(of), "utf8"),
    wiki: () => Object.fromEntries(files().map((of) => [of, readFileSync(path(of), "utf8")])),
    times: () => Object.fromEntries(files().map((of) => [of, String(statSync(path(of), { bigint: true }).mtimeNs)])),
    run: (options = {}, wishes = {}) => within((workspace) => compile(workspace, options), wishes),
    with: within,
  };
}
