import type { MigrationInput, MigrationOutput } from "../../workers/lab/moving";
import { checkLabels } from "./checked-labels";

/**
 * How the same customers, matched row by row, went from the segments of one labelling to those of another. Who is in
 * neither is not counted. InputError for labellings that differ in length or do not fit.
 */
export function migration({ before, after, kBefore, kAfter }: MigrationInput): MigrationOutput {
  checkLabels(before, kBefore, after.length);
  checkLabels(after, kAfter, before.length);
  const width = kAfter + 1;
  const counts = new Int32Array((kBefore + 1) * width);
  for (let i = 0; i < before.length; i++) {
    const [a, b] = [before[i] as number, after[i] as number];
    if (a < 0 && b < 0) continue;
    const at = (a < 0 ? kBefore : a) * width + (b < 0 ? kAfter : b);
    counts[at] = (counts[at] as number) + 1;
  }
  const flows = Array.from(counts, (n, at) => ({
    before: segmentOf(Math.floor(at / width), kBefore),
    after: segmentOf(at % width, kAfter),
    n,
  })).filter(({ n }) => n > 0);
  const total = (belongs: (flow: (typeof flows)[number]) => boolean): number =>
    flows.filter(belongs).reduce((sum, { n }) => sum + n, 0);
  return {
    counts,
    flows: flows.sort((a, b) => b.n - a.n),
    joined: total((flow) => flow.before < 0),
    left: total((flow) => flow.after < 0),
    stayed: total((flow) => flow.before === flow.after),
    moved: total((flow) => flow.before >= 0 && flow.after >= 0 && flow.before !== flow.after),
  };
}

const segmentOf = (place: number, k: number): number => (place === k ? -1 : place);
