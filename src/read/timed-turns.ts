// Transcripts kept as plain text: lines that begin with a time, "[00:12:01] ADA ROE: …".

export interface Turn {
  /** Seconds. */
  readonly start: number;
  /** The rest of the line and what follows it without a time. */
  readonly said: string;
}

const TIMED = /^[[(]?(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)(?:[.,]\d{1,3})?[\])]?\s+(?=\S)/u;
const SPOKEN = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}: \S/u;

export function turnsIn(text: string): Turn[] {
  const turns: Turn[] = [];
  for (const line of text.replace(/\r\n?/gu, "\n").split("\n")) {
    const time = TIMED.exec(line);
    const last = turns.at(-1);
    if (time) {
      const start = Number(time[1] ?? 0) * 3600 + Number(time[2]) * 60 + Number(time[3]);
      turns.push({ start, said: line.slice(time[0].length).trim() });
    } else if (last && line.trim() !== "") turns[turns.length - 1] = { ...last, said: `${last.said} ${line.trim()}` };
  }
  return turns;
}

/** Three timed lines, most of them with a speaker: a log has times too, and nobody who speaks. */
export function looksLikeTurns(head: string): boolean {
  const turns = turnsIn(head);
  const spoken = turns.filter((turn) => SPOKEN.test(turn.said)).length;
  return spoken >= 3 && spoken * 2 > turns.length && turns.every((turn, i) => turn.start >= (turns[i - 1]?.start ?? 0));
}
