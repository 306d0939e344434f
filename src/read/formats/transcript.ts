// .vtt .srt, .txt with times: what was said, in paragraphs by speaker and pause, with times kept for citations.
import { decodeEntities } from "../../markdown/html-text.ts";
import { escapedParagraph } from "../as-markdown.ts";
import { decodeText } from "../charset.ts";
import { documentOf, type Mark } from "../document.ts";
import { type ReadResult, read } from "../result.ts";
import { looksLikeTurns, NAMED, speechesIn, turnsIn } from "../timed-turns.ts";

interface Cue {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly text: string;
}

const TIMES = /(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/u;
/** A silence this long, or this many words, starts a paragraph. */
const PAUSE = 2.5;
const LONGEST = 120;

export async function readTranscript(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const text = await decodeText(bytes);
  const plain = /\.txt$/iu.test(path) && !text.includes("-->");
  const timed = !plain || looksLikeTurns(text);
  const cues = !plain ? cuesIn(text) : timed ? spokenIn(text) : speechCues(text);
  if (cues.length === 0) return { kind: "failed", reason: "no line with times in it" };
  let markdown = "";
  const marks: Mark[] = [];
  for (const paragraph of paragraphsOf(cues)) {
    if (markdown !== "") markdown += "\n\n";
    marks.push({
      start: markdown.length,
      ...(timed ? { time: clock(paragraph.start) } : {}),
      ...(paragraph.speaker ? { speaker: paragraph.speaker } : {}),
    });
    markdown += escapedParagraph(paragraph.text);
  }
  const speakers = [...new Set(cues.map((cue) => cue.speaker).filter((name) => name !== ""))];
  return read(
    documentOf({
      path,
      format: "transcript",
      markdown,
      opens: false,
      marks,
      meta: { authors: speakers.length <= 4 ? speakers : [] },
    }),
  );
}

function cuesIn(text: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of text.replace(/\r\n?/gu, "\n").split(/\n{2,}/u)) {
    if (/^(?:NOTE|STYLE|REGION)\b/u.test(block)) continue;
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIMES.test(line));
    const times = TIMES.exec(lines[at] ?? "");
    if (!times) continue;
    const voice = /<v(?:\.[^\s>]*)? ([^>]+)>/u.exec(block)?.[1] ?? "";
    const said = decodeEntities(
      lines
        .slice(at + 1)
        .join(" ")
        .replace(/<[^>]*>|\{\\[^}]*\}/gu, ""),
    )
      .replace(/\s+/gu, " ")
      .trim();
    const named = NAMED.exec(said);
    const words = named ? said.slice(named[0].length) : said;
    if (words === "" || cues.at(-1)?.text === words) continue;
    cues.push({ start: seconds(times, 1), end: seconds(times, 5), speaker: voice || (named?.[1] ?? ""), text: words });
  }
  return unrolled(cues);
}

/** A turn lasts until the next one begins. */
function spokenIn(text: string): Cue[] {
  const turns = turnsIn(text);
  return turns.map(({ start, said }, i) => {
    const named = NAMED.exec(said);
    const words = named ? said.slice(named[0].length) : said;
    return { start, end: turns[i + 1]?.start ?? start, speaker: named?.[1] ?? "", text: words };
  });
}

/** Without times: turns follow each other in the order of the file. */
function speechCues(text: string): Cue[] {
  return speechesIn(text).map(({ speaker, said }, i) => ({ start: i, end: i, speaker, text: said }));
}

/** Captions that roll repeat the line before: only what is new counts. */
function unrolled(cues: readonly Cue[]): Cue[] {
  let before = "";
  return cues.flatMap((cue) => {
    const fresh = before !== "" && cue.text.startsWith(`${before} `) ? cue.text.slice(before.length + 1) : cue.text;
    before = cue.text;
    return fresh === "" ? [] : [{ ...cue, text: fresh }];
  });
}

function seconds(times: RegExpExecArray, from: number): number {
  return (
    Number(times[from] ?? 0) * 3600 +
    Number(times[from + 1]) * 60 +
    Number(times[from + 2]) +
    Number(times[from + 3]) / 1000
  );
}

function paragraphsOf(cues: readonly Cue[]): Cue[] {
  const paragraphs: Cue[] = [];
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    const full = last && last.text.split(" ").length > LONGEST && /[.!?]["”’]?$/u.test(last.text);
    const same = last && (cue.speaker === "" || cue.speaker === last.speaker);
    if (last && same && !full && cue.start - last.end < PAUSE)
      paragraphs[paragraphs.length - 1] = { ...last, end: cue.end, text: `${last.text} ${cue.text}` };
    else paragraphs.push({ ...cue, speaker: cue.speaker || (last?.speaker ?? "") });
  }
  return paragraphs;
}

/** "00:01:02" */
function clock(time: number): string {
  const part = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${part(time / 3600)}:${part((time / 60) % 60)}:${part(time % 60)}`;
}
