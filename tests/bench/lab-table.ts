/** Most that is allowed: times the peer's time, or milliseconds. */
export type Target = { readonly timesPeer: number } | { readonly milliseconds: number };

/** One line of the lab's table. Times in milliseconds, the fastest of their runs unless `what` says otherwise. */
export interface LabRow {
  readonly what: string;
  readonly ours: number;
  /** Null where there is no peer. */
  readonly peer: number | null;
  /** Ours times the peer's processor time, all threads together: what a busy machine changes least. Null without a peer. */
  readonly cpuRatio: number | null;
  readonly target: Target;
  /** What was found, ours and then the peer's: quick and wrong would be no feat. */
  readonly answer: string;
}

const WIDTHS = [50, 10, 10, 6, 6, 11, 8] as const;

/** Prints the head of the table. */
export function printLabHead(): void {
  printLine(["what", "ours", "peer", "ratio", "cpu", "target", "", "answer, ours / peer"]);
}

/** Prints what took how long beside the peer, what was to be met, and whether it was. */
export function printLabRow(row: LabRow): void {
  const { what, ours, peer, cpuRatio, target, answer } = row;
  const ratios = [peer === null ? null : ours / peer, cpuRatio].map((ratio) => ratio?.toFixed(2) ?? "–");
  printLine([what, time(ours), peer === null ? "–" : time(peer), ...ratios, targetWords(target), verdict(row), answer]);
}

function printLine(cells: readonly string[]): void {
  const padded = cells.map((cell, i) => {
    const width = WIDTHS[i] ?? 0;
    return i === 0 ? cell.padEnd(width) : cell.padStart(width);
  });
  console.log(`  ${padded.join("  ")}`.trimEnd());
}

function verdict({ ours, peer, target }: LabRow): string {
  if ("milliseconds" in target) return ours <= target.milliseconds ? "met" : "MISSED";
  if (peer === null) return "no peer";
  return ours <= target.timesPeer * peer ? "met" : "MISSED";
}

function targetWords(target: Target): string {
  return "milliseconds" in target ? `<= ${time(target.milliseconds)}` : `<= ${target.timesPeer}x`;
}

function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
