// A chart of an answer's figures as a Vega-Lite specification, and the page that shows it with the evidence of every point.
import type { Answer, AnsweredSentence, Point } from "../../core/answer.ts";
import type { Page } from "../../core/page.ts";
import { escapeInline } from "../../markdown/harmless.ts";
import { quantitiesOf } from "../../text/quantities.ts";
import { sourceListing } from "../cite.ts";
import { citationMark } from "../mark.ts";
import { sourceLinks } from "./document.ts";

export type Mark = "bar" | "line" | "scatter" | "timeline";

interface Pointed extends AnsweredSentence {
  readonly point: Point;
}

const pointed = (answer: Answer): Pointed[] =>
  answer.sentences.filter((one): one is Pointed => one.point !== undefined);

/** What suits the figures: years in a row make a line, two figures a point a scatter, all else bars. */
export function markOf(answer: Answer): Mark {
  const points = pointed(answer).map(({ point }) => point);
  if (points.some(({ other }) => other)) return "scatter";
  if (points.every(({ unit }) => unit === "year")) return "timeline";
  const years = new Set(points.flatMap(({ year }) => year ?? []));
  const things = new Set(points.map(({ label, year }) => (label === String(year) ? "" : label)));
  return points.length >= 3 && years.size === points.length && things.size === 1 ? "line" : "bar";
}

const WIDTH = 640;
const ROW = 26;
const FONT = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const COLOUR = "#4c6ef5";
const LONGEST_LABEL = 48;

/** A Vega-Lite 6 specification with its data inline: nothing is fetched. */
export function chartSpec(answer: Answer): Record<string, unknown> {
  const mark = markOf(answer);
  const ordered = pointed(answer);
  const labels = labelsOf(ordered, mark);
  const values = ordered.map(({ point }, i) => ({
    label: labels[i],
    value: point.value,
    shown: shownOf(point),
    year: point.year ?? null,
    other: point.other?.value ?? null,
    order: i,
    side: sideOf(point.value, ordered),
  }));
  const points = pointed(answer).map(({ point }) => point);
  const unit = points[0]?.unit ?? "";
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: short(answer.question, 90), anchor: "start", font: FONT, fontSize: 15, offset: 14 },
    width: WIDTH,
    background: "#ffffff",
    padding: 16,
    data: { values },
    config: {
      font: FONT,
      axis: {
        labelFontSize: 12,
        titleFontSize: 12,
        labelLimit: 420,
        grid: true,
        gridColor: "#e9ecef",
        domainColor: "#adb5bd",
      },
      view: { stroke: null },
    },
    ...drawn(mark, unit, points[0]?.other?.unit ?? "", values.length),
  };
}

function drawn(mark: Mark, unit: string, otherUnit: string, count: number): Record<string, unknown> {
  const years = {
    field: "year",
    type: "quantitative",
    title: null,
    axis: { format: "d", tickMinStep: 1 },
    scale: { zero: false, nice: true },
  };
  switch (mark) {
    case "line":
      return {
        height: 320,
        mark: { type: "line", point: { size: 70, filled: true }, color: COLOUR, strokeWidth: 2.5 },
        encoding: { x: years, y: { field: "value", type: "quantitative", title: unit } },
      };
    case "scatter":
      return {
        height: 360,
        layer: [
          { mark: { type: "point", filled: true, size: 90, color: COLOUR } },
          { mark: { type: "text", align: "left", dx: 9, fontSize: 12 }, encoding: { text: { field: "label" } } },
        ],
        encoding: {
          x: { field: "value", type: "quantitative", title: unit, scale: { zero: false } },
          y: { field: "other", type: "quantitative", title: otherUnit, scale: { zero: false } },
        },
      };
    case "timeline": {
      const label = (align: "left" | "right", dx: number, side: string) => ({
        transform: [{ filter: `datum.side === "${side}"` }],
        mark: { type: "text", align, dx, fontSize: 12 },
        encoding: { text: { field: "label" } },
      });
      return {
        height: Math.max(80, count * ROW),
        layer: [
          { mark: { type: "point", filled: true, size: 80, color: COLOUR, opacity: 1 } },
          label("left", 10, "after"),
          label("right", -10, "before"),
        ],
        encoding: {
          x: { ...years, field: "value", axis: { format: "d", tickMinStep: 1, orient: "top" } },
          y: { field: "order", type: "ordinal", axis: null },
        },
      };
    }
    case "bar":
      return {
        height: { step: ROW },
        layer: [
          { mark: { type: "bar", color: COLOUR, cornerRadiusEnd: 3 } },
          {
            mark: { type: "text", align: "left", dx: 5, fontSize: 12 },
            encoding: { text: { field: "shown" } },
          },
        ],
        encoding: {
          x: { field: "value", type: "quantitative", title: unit },
          y: { field: "label", type: "nominal", sort: { field: "value", order: "descending", op: "max" }, title: null },
        },
      };
  }
}

/** Words of what is late stand before its point, so that the picture grows no wider than its axis. */
function sideOf(value: number, all: readonly Pointed[]): "before" | "after" {
  const values = all.map(({ point }) => point.value);
  const [first, last] = [Math.min(...values), Math.max(...values)];
  return last > first && (value - first) / (last - first) > 0.5 ? "before" : "after";
}

/** What happened, on a timeline; else the thing, told apart by year, source and letter where it has several figures. */
function labelsOf(all: readonly Pointed[], mark: Mark): string[] {
  if (mark === "timeline") return all.map(({ point }) => `${short(point.label, 72)} · ${point.surface}`);
  const dated = all.map(({ point }) =>
    mark === "bar" && point.year !== undefined ? `${point.label} (${point.year})` : point.label,
  );
  const sourced = told(dated, (label, i) => `${label} [${all[i]?.citations[0]?.n ?? 1}]`);
  return told(
    sourced,
    (label, i) => `${label} ${String.fromCodePoint(97 + sourced.slice(0, i).filter((one) => one === label).length)}`,
  ).map((label) => short(label));
}

function told(labels: readonly string[], apart: (label: string, i: number) => string): string[] {
  return labels.map((label, i) => (labels.filter((other) => other === label).length > 1 ? apart(label, i) : label));
}

/** Cut between words. */
function short(text: string, longest = LONGEST_LABEL): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** `picture` is the path of the SVG from the vault's root. */
export function chartPage(answer: Answer, path: string, picture: string): Page {
  const dates = markOf(answer) === "timeline";
  const heads = dates ? ["when", "what", "evidence"] : ["of", "figure", "year", "evidence"];
  const rows = pointed(answer).map(({ point, text, citations }) => {
    const own = dates ? [point.surface, point.label] : [point.label, figureText(point), String(point.year ?? "")];
    const said =
      dates && text.includes(point.label) && point.label.length > text.length / 2 ? "" : `${cellText(text)} `;
    const evidence = `${said}${citationMark(citations).replace(/\|/g, "\\|")}`;
    return `| ${[...own.map(cellText), evidence].join(" | ")} |`;
  });
  const left = answer.dropped.map(({ what, reason }) => `- ${escapeInline(what)}: ${escapeInline(reason)}`);
  const parts = [
    `![[${picture}]]`,
    "## Data",
    [`| ${heads.join(" | ")} |`, `|${"---|".repeat(heads.length)}`, ...rows].join("\n"),
    ...(left.length > 0 ? ["## Left out", left.join("\n")] : []),
    "## Sources",
    sourceListing(answer).join("\n"),
  ];
  return {
    path,
    type: "answer",
    title: answer.question,
    front: {
      aliases: [answer.question],
      tags: ["answer", "chart"],
      sources: sourceLinks(answer),
      confidence: answer.confidence,
    },
    body: parts.join("\n\n"),
    engine: answer.engine,
  };
}

const isConverted = ({ surface, value }: Point): boolean => {
  const reading = quantitiesOf(surface)[0]?.readings[0]?.value;
  const digits = Number(/\d[\d,]*(?:\.\d+)?/u.exec(surface)?.[0].replaceAll(",", "") ?? Number.NaN);
  return value !== reading && value !== digits;
};
const rounded = (value: number): string => String(Number(value.toPrecision(4)));

/** Beside its bar: as the evidence writes it, or as it was converted. */
const shownOf = (point: Point): string =>
  isConverted(point) ? `${rounded(point.value)} ${point.unit}` : point.surface;

/** As the evidence writes it, and what is drawn where that was converted. */
function figureText(point: Point): string {
  const drawn = isConverted(point) ? ` (drawn as ${rounded(point.value)} ${point.unit})` : "";
  return `${point.surface}${drawn}${point.other ? ` / ${point.other.surface}` : ""}`;
}

function cellText(text: string): string {
  return escapeInline(text)
    .replace(/(?<!\\)\|/g, "\\|")
    .replace(/\s+/g, " ");
}
