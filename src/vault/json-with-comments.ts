// Settings are JSON that people edit by hand: comments and trailing commas are blanked out, so that places in errors still hold.

/** The same text, as long and with the same lines, as strict JSON. */
export function strictJson(text: string): string {
  const out = [...(text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text)];
  const blank = (from: number, to: number): void => {
    for (let i = from; i < to && i < out.length; i++) if (out[i] !== "\n") out[i] = " ";
  };
  let comma = -1;
  for (let i = 0; i < out.length; i++) {
    const sign = out[i];
    if (sign === '"') {
      comma = -1;
      for (i++; i < out.length && out[i] !== '"' && out[i] !== "\n"; i++) if (out[i] === "\\") i++;
    } else if (sign === "/" && out[i + 1] === "/") {
      const start = i;
      while (i + 1 < out.length && out[i + 1] !== "\n") i++;
      blank(start, i + 1);
    } else if (sign === "/" && out[i + 1] === "*") {
      const start = i;
      for (i += 2; i < out.length && !(out[i] === "*" && out[i + 1] === "/"); ) i++;
      i++;
      blank(start, i + 1);
    } else if (sign === ",") {
      comma = i;
    } else if (sign === "}" || sign === "]") {
      if (comma >= 0) out[comma] = " ";
      comma = -1;
    } else if (sign !== undefined && sign.trim() !== "") {
      comma = -1;
    }
  }
  return out.join("");
}
