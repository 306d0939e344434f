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
