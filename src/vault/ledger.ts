// The ledger: each file, section and claim that was skipped, dropped or failed, with its reason, until the stage says otherwise.
import type { LedgerLine } from "../core/report.ts";
import type { Store } from "./store.ts";

/** The lines of these stages are now `lines`, and no others. Nothing is written when nothing changed. */
export function writeLedger(store: Store, stages: readonly string[], lines: readonly LedgerLine[]): void {
  const before = readLedger(store).filter((line) => stages.includes(line.stage));
  const after = stages.flatMap((stage) => lines.filter((line) => line.stage === stage));
  if (JSON.stringify(inOrder(before, stages)) === JSON.stringify(after.map(plain))) return;
  const remove = store.db.prepare("DELETE FROM ledger WHERE stage = ?");
  const write = store.db.prepare("INSERT INTO ledger (stage, n, path, status, reason) VALUES (?, ?, ?, ?, ?)");
  store.transaction(() => {
    for (const stage of stages) remove.run([stage]);
    after.forEach((line, n) => void write.run([line.stage, n, line.path, line.status, line.reason]));
  });
}

/** All lines, by stage, in the order they were written. */
export function readLedger(store: Store): LedgerLine[] {
  const rows = store.db
    .prepare("SELECT path, stage, status, reason FROM ledger ORDER BY stage, n")
    .all() as LedgerLine[];
  return rows.map(plain);
}

function inOrder(lines: readonly LedgerLine[], stages: readonly string[]): LedgerLine[] {
  return stages.flatMap((stage) => lines.filter((line) => line.stage === stage));
}

function plain({ path, stage, status, reason }: LedgerLine): LedgerLine {
  return { path, stage, status, reason };
}
