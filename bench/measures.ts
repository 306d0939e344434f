// How rankings and answers are scored.

/** Gain of the best ten against the best order there could be. */
export function ndcgAt10(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const gain = (i: number): number => 1 / Math.log2(i + 2);
  const got = ranked.slice(0, 10).reduce((sum, id, i) => sum + (relevant.has(id) ? gain(i) : 0), 0);
  let best = 0;
  for (let i = 0; i < Math.min(10, relevant.size); i++) best += gain(i);
  return best === 0 ? 0 : got / best;
}

export function recallAt(k: number, ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const found = new Set(ranked.slice(0, k));
  return [...relevant].filter((id) => found.has(id)).length / Math.max(1, relevant.size);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Letters and digits, as SQuAD compares answers, without articles. */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:a|an|the)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export const holds = (text: string, answers: readonly string[]): boolean =>
  answers.some((answer) => normalised(text).includes(normalised(answer)));

export const three = (value: number): string => value.toFixed(3).replace(/^0/, "");
