// Word's own equations (OMML), which mammoth drops, as TeX in the text before mammoth reads it.
import { elementsIn, parseXml, type XmlElement, xmlText } from "./xml.ts";
import { unzipped } from "./zip.ts";

const START = "\u{F0001}";
const END = "\u{F0002}";

/** The same file, each equation replaced by a run that holds its TeX between two private characters; itself where it has none. */
export async function withEquations(bytes: Uint8Array): Promise<Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const xml = (await unzipped(bytes, (name) => name === "word/document.xml")).get("word/document.xml");
  const text = xml && new TextDecoder("utf-8").decode(xml);
  if (!text?.includes("<m:oMath")) return buffer;
  const shown = text
    .replace(/<m:oMathPara\b[^>]*>([\s\S]*?)<\/m:oMathPara>/gu, (_, inner: string) =>
      run([...inner.matchAll(/<m:oMath>([\s\S]*?)<\/m:oMath>/gu)].map((one) => `$$${texOf(one[1] ?? "")}$$`).join(" ")),
    )
    .replace(/<m:oMath>([\s\S]*?)<\/m:oMath>/gu, (_, inner: string) => run(`$${texOf(inner)}$`));
  const { default: JSZip } = await import("jszip");
  const zip = await JSZip.loadAsync(buffer);
  zip.file("word/document.xml", shown);
  return await zip.generateAsync({ type: "nodebuffer" });
}

function run(tex: string): string {
  return `<w:r><w:t xml:space="preserve">${START}${tex.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;")}${END}</w:t></w:r>`;
}

function texOf(omml: string): string {
  return (
    inside(parseXml(omml))
      // Word marks the application of a function by a character that nobody sees.
      .replace(/(?<![\\\p{Alpha}])(\p{Alpha}+)((?:\^\{[^{}]*\})?)\s*\u2061/gu, (_, name: string, power: string) =>
        FUNCTIONS.has(name) ? `\\${name}${power} ` : `\\operatorname{${name}}${power} `,
      )
      .replace(/\u2061/gu, "")
      .replace(/\s+/gu, " ")
      .trim()
  );
}

function inside(element: XmlElement): string {
  return elementsIn(element).map(one).join("");
}

function part(element: XmlElement, name: string): string {
  const found = elementsIn(element).find((child) => child.name === name);
  return found ? inside(found) : "";
}

function value(element: XmlElement, properties: string, name: string): string | undefined {
  const found = elementsIn(element).find((child) => child.name === properties);
  return found && elementsIn(found).find((child) => child.name === name)?.attributes["m:val"];
}

const FUNCTIONS: ReadonlySet<string> = new Set(
  "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp lim max min sup inf det gcd dim ker arg".split(
    " ",
  ),
);
const OPERATORS: Readonly<Record<string, string>> = {
  "∑": "\\sum",
  "∏": "\\prod",
  "∫": "\\int",
  "∬": "\\iint",
  "∮": "\\oint",
  "⋃": "\\bigcup",
  "⋂": "\\bigcap",
};
const ACCENTS: Readonly<Record<string, string>> = { "̂": "\\hat", "̃": "\\tilde", "̅": "\\bar", "⃗": "\\vec", "̇": "\\dot" };
const SYMBOLS: Readonly<Record<string, string>> = {
  "∘": "\\circ",
  α: "\\alpha",
  β: "\\beta",
  γ: "\\gamma",
  δ: "\\delta",
  ε: "\\epsilon",
  θ: "\\theta",
  λ: "\\lambda",
  μ: "\\mu",
  π: "\\pi",
  ρ: "\\rho",
  σ: "\\sigma",
  τ: "\\tau",
  φ: "\\phi",
  ω: "\\omega",
  Δ: "\\Delta",
  Σ: "\\Sigma",
  Ω: "\\Omega",
  "±": "\\pm",
  "×": "\\times",
  "÷": "\\div",
  "≤": "\\leq",
  "≥": "\\geq",
  "≠": "\\neq",
  "≈": "\\approx",
  "∞": "\\infty",
  "→": "\\rightarrow",
  "∈": "\\in",
  "∂": "\\partial",
  "∇": "\\nabla",
  "⋅": "\\cdot",
  "…": "\\ldots",
  "∀": "\\forall",
  "∃": "\\exists",
};

function one(element: XmlElement): string {
  switch (element.name) {
    case "m:r":
      return [...xmlText(elementsIn(element).find((child) => child.name === "m:t"))]
        .map((char) => (SYMBOLS[char] ? `${SYMBOLS[char]} ` : char))
        .join("");
    case "m:f":
      return `\\frac{${part(element, "m:num")}}{${part(element, "m:den")}}`;
    case "m:sSup":
      return `${part(element, "m:e")}^{${part(element, "m:sup")}}`;
    case "m:sSub":
      return `${part(element, "m:e")}_{${part(element, "m:sub")}}`;
    case "m:sSubSup":
      return `${part(element, "m:e")}_{${part(element, "m:sub")}}^{${part(element, "m:sup")}}`;
    case "m:rad": {
      const degree = part(element, "m:deg");
      return `\\sqrt${degree === "" ? "" : `[${degree}]`}{${part(element, "m:e")}}`;
    }
    case "m:nary": {
      const sign = value(element, "m:naryPr", "m:chr") ?? "∫";
      const [sub, sup] = [part(element, "m:sub"), part(element, "m:sup")];
      return `${OPERATORS[sign] ?? sign}${sub === "" ? "" : `_{${sub}}`}${sup === "" ? "" : `^{${sup}}`} ${part(element, "m:e")}`;
    }
    case "m:d": {
      const inner = elementsIn(element)
        .filter((child) => child.name === "m:e")
        .map(inside)
        .join(value(element, "m:dPr", "m:sepChr") ?? "|");
      return `\\left${value(element, "m:dPr", "m:begChr") || "("}${inner}\\right${value(element, "m:dPr", "m:endChr") || ")"}`;
    }
    case "m:func":
      return `\\${part(element, "m:fName").trim()} ${part(element, "m:e")}`;
    case "m:acc":
      return `${ACCENTS[value(element, "m:accPr", "m:chr") ?? "̂"] ?? "\\hat"}{${part(element, "m:e")}}`;
    case "m:limLow":
      return `${part(element, "m:e")}_{${part(element, "m:lim")}}`;
    case "m:m":
      return `\\begin{matrix}${elementsIn(element)
        .filter((child) => child.name === "m:mr")
        .map((row) => elementsIn(row).map(inside).join(" & "))
        .join(" \\\\ ")}\\end{matrix}`;
    default:
      return /Pr$/u.test(element.name) ? "" : inside(element);
  }
}
