// Transcripts kept as plain text: lines that begin with a time, "[00:12:01] ADA ROE: …", or with a speaker alone.

export interface Turn {
  /** Seconds. */
  readonly start: number;
  /** The rest of the line and what follows it without a time. */
  readonly said: string;
}

const TIMED = /^[[(]?(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)(?:[.,]\d{1,3})?[\])]?\s+(?=\S)/u;
/** "ADA ROE: ", "Jürgen Ö.: ", "王小明：", with the name as the first group. */
export const NAMED =
  /^(?:- ?)?(?:\*\*)?(\p{Upper}[\p{Alpha}\p{M}.'’-]*(?: \p{Upper}[\p{Alpha}\p{M}.'’-]*){0,3}|\p{Lo}{1,6})(?:\*\*)?(?:: |：)\s*(?=\S)/u;

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
  const spoken = turns.filter((turn) => NAMED.test(turn.said)).length;
  return spoken >= 3 && spoken * 2 > turns.length && turns.every((turn, i) => turn.start >= (turns[i - 1]?.start ?? 0));
}

/** Turns of a text without times: a line that begins with a name, and what follows it up to the next. */
export function speechesIn(text: string): { readonly speaker: string; readonly said: string }[] {
  const speeches: { speaker: string; said: string }[] = [];
  for (const line of text.replace(/\r\n?/gu, "\n").split("\n")) {
    const named = NAMED.exec(line.trim());
    const last = speeches.at(-1);
    if (named?.[1]) speeches.push({ speaker: named[1], said: line.trim().slice(named[0].length) });
    else if (last && line.trim() !== "")
      speeches[speeches.length - 1] = { ...last, said: `${last.said} ${line.trim()}` };
    // What stands before the first speaker is nobody's.
    else if (line.trim() !== "") speeches.push({ speaker: "", said: line.trim() });
  }
  return speeches;
}

/** Two people or more who speak in turn, most lines theirs: "Note: …" and "Date: …" come once each, or alone. */
export function looksLikeSpeeches(head: string): boolean {
  const lines = head.split(/\r?\n/u).filter((line) => line.trim() !== "");
  const names = lines.flatMap((line) => NAMED.exec(line.trim())?.[1] ?? []);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts.values()].filter((count) => count >= 2).length;
  const changes = names.filter((name, i) => i > 0 && name !== names[i - 1]).length;
  return (
    often >= 2 &&
    counts.size <= 8 &&
    names.length >= 5 &&
    names.length * 2 >= lines.length &&
    changes * 2 >= names.length
  );
}
