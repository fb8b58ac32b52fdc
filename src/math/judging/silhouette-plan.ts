/** A stretch of work: distances among the rows of one cluster, or from them to the rows of all later clusters. */
export interface Task {
  readonly group: number;
  readonly among: boolean;
  /** Among its own, every `every`-th row from `first` on is measured against those behind it. */
  readonly first: number;
  readonly every: number;
  /** Distances to measure. */
  readonly work: number;
}

/**
 * The tasks of part `part` of `parts`: every pair of clustered rows is measured in exactly one part. The longest task goes
 * first, each to the part with the least to do. What lies among a cluster's own rows can be cut into pieces, the sums
 * of which add up; what lies between clusters is left whole, and is at most half of all, so two parts come out even.
 */
export function silhouettePlan(starts: Int32Array, part: number, parts: number): Task[] {
  const loads = new Float64Array(parts);
  const mine: Task[] = [];
  for (const task of tasksOf(starts, parts === 1 ? 1 : 2 * parts)) {
    let least = 0;
    for (let p = 1; p < parts; p++) if ((loads[p] as number) < (loads[least] as number)) least = p;
    loads[least] = (loads[least] as number) + task.work;
    if (least === part) mine.push(task);
  }
  return mine;
}

function tasksOf(starts: Int32Array, pieces: number): Task[] {
  const end = starts.at(-1) ?? 0;
  const tasks: Task[] = [];
  for (let group = 0; group + 1 < starts.length; group++) {
    const stop = starts[group + 1] as number;
    const size = stop - (starts[group] as number);
    tasks.push({ group, among: false, first: 0, every: 1, work: size * (end - stop) });
    for (let first = 0; first < Math.min(pieces, size); first++)
      tasks.push({ group, among: true, first, every: pieces, work: (size * size) / (2 * pieces) });
  }
  return tasks.sort((a, b) => b.work - a.work);
}
