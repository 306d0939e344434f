// A chart's specification to SVG, and SVG to PNG; heavy libraries, loaded only here.
import type { TopLevelSpec } from "vega-lite";

/** SVG without script or remote parts. */
export async function drawnSvg(spec: Record<string, unknown>): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import("vega-lite"), import("vega")]);
  const view = new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Twice the size of the SVG, with the fonts of this machine. */
export async function drawnPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, background: "#ffffff", font: { loadSystemFonts: true } })
    .render()
    .asPng();
}

/** Scripts of the picture's words that no font of this machine has. */
export async function undrawn(svg: string): Promise<string[]> {
  const { missingOf } = await import("./fonts.ts");
  const drawnAs = async (sign: string): Promise<string> => {
    const { Resvg } = await import("@resvg/resvg-js");
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="30" font-size="24">${sign}</text></svg>`;
    const pixels = new Resvg(text, { font: { loadSystemFonts: true } }).render().pixels;
    return Buffer.from(pixels).toString("base64");
  };
  const nothing = await drawnAs("\u{10FFFD}");
  return missingOf(svg, async (sign) => (await drawnAs(sign)) !== nothing);
}
