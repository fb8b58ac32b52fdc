/** Rows in an order in which those that every labelling keeps together stand side by side. */
export interface LabelGroups {
  readonly rows: Int32Array;
  /** Where each group begins in `rows`, and, last, where the last one ends. */
  readonly starts: Int32Array;
}

/**
 * Groups the given rows by their labels under all labellings at once: two rows are in one group when no labelling parts
 * them. Labels are whole numbers from 0. Within a group rows keep the order in which they were given.
 */
export function labelGroups(labellings: readonly Int32Array[], rows: Int32Array): LabelGroups {
  let groups = new Int32Array(rows.length);
  let count = Math.min(1, rows.length);
  for (const labels of labellings) {
    const known = new Map<number, number>();
    const labelCount = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
    groups = groups.map((group, place) => {
      const pair = group * labelCount + (labels[rows[place] as number] as number);
      const found = known.get(pair) ?? known.size;
      known.set(pair, found);
      return found;
    });
    count = known.size;
  }
  return inOrder(rows, groups, count);
}

function inOrder(rows: Int32Array, groups: Int32Array, count: number): LabelGroups {
  const starts = new Int32Array(count + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < count; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const next = starts.slice(0, count);
  const ordered = new Int32Array(rows.length);
  groups.forEach((group, place) => {
    const at = next[group] as number;
    ordered[at] = rows[place] as number;
    next[group] = at + 1;
  });
  return { rows: ordered, starts };
}
