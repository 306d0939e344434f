// The number by which a series calls its documents, where the file is named by it: "raw/eip-1559.md" is EIP-1559.

/** Undefined for other names, and for dates and versions. */
export function identifierOf(path: string): string | undefined {
  const stem =
    path
      .split("::")[0]
      ?.split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? "";
  const match = /^(\p{Alpha}{2,4})[-_ ](\d{1,6})(?=$|[-_ ]\p{Alpha})/u.exec(stem);
  const [, series, number] = match ?? [];
  if (!series || !number || SERIAL.has(series.toLowerCase())) return undefined;
  // "The-2019-events": a year in a sentence.
  if (/^(?:19|20)\d\d$/.test(number) && match?.[0] !== stem) return undefined;
  return `${series.toUpperCase()}-${Number(number)}`;
}

/** "page-3", "img_0042": numbers that count, and name nothing. */
const SERIAL = new Set([
  "img",
  "page",
  "pic",
  "photo",
  "note",
  "part",
  "ch",
  "vol",
  "draft",
  "doc",
  "file",
  "scan",
  "day",
  "week",
  "post",
  "copy",
  "v",
  "ver",
]);
