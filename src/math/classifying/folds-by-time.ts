import { ascendingOrder } from "../ascending-order";
import { allRows, valuesAt } from "../complete-rows";
import { InputError } from "../input-error";

/**
 * Cuts rows into `folds` + 1 blocks of about equal size by time, rows of one time staying together. The first block is only
 * learned from (-1), as is no row without a time; fold f is the (f + 2)nd block. InputError when there are fewer times than
 * blocks.
 */
export function foldsByTime(time: Float64Array, folds: number): Int32Array {
  const known = allRows(time.length).filter((row) => Number.isFinite(time[row]));
  const order = ascendingOrder(valuesAt(time, known)).map((at) => known[at] as number);
  const assignment = new Int32Array(time.length).fill(-1);
  const n = order.length;
  let from = 0;
  for (let block = 0; block <= folds; block++) {
    let to = block === folds ? n : Math.max(from, Math.round((n * (block + 1)) / (folds + 1)));
    while (to > from && to < n && time[order[to] as number] === time[order[to - 1] as number]) to++;
    if (to === from) throw new InputError(`There are too few different times for ${folds} tests. Take fewer folds.`);
    for (let at = from; at < to; at++) assignment[order[at] as number] = block - 1;
    from = to;
  }
  return assignment;
}
