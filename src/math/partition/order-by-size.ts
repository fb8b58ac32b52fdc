/** Labels put in order, and where each cluster was before. */
export interface OrderedBySize {
  /** 0 is the largest cluster, ties by the first row; -1 (noise) stays. */
  readonly labels: Int32Array;
  /** How many clusters have rows. */
  readonly k: number;
  /** `order[now]` is the label the cluster had before, so that what belongs to it can follow. */
  readonly order: Int32Array;
}

/**
 * Numbers clusters by size, largest first, so that equal clusterings have equal labels whatever the search called them.
 * The labels given need not be dense: numbers without a row are left out. Anything below 0 is noise and becomes -1.
 */
export function orderBySize(labels: Int32Array): OrderedBySize {
  const counts = countsOf(labels);
  const order = seenInOrder(labels, counts.length).sort((a, b) => (counts[b] as number) - (counts[a] as number));
  const place = new Int32Array(counts.length).fill(-1);
  order.forEach((before, now) => (place[before] = now));
  return {
    labels: labels.map((label) => (label < 0 ? -1 : (place[label] as number))),
    k: order.length,
    order: Int32Array.from(order),
  };
}

function countsOf(labels: Int32Array): Float64Array {
  let most = -1;
  for (const label of labels) if (label > most) most = label;
  const counts = new Float64Array(most + 1);
  for (const label of labels) if (label >= 0) counts[label] = (counts[label] as number) + 1;
  return counts;
}

/** The labels in the order of their first rows; sorting keeps that order among equals. */
function seenInOrder(labels: Int32Array, limit: number): number[] {
  const seen = new Uint8Array(limit);
  const order: number[] = [];
  for (const label of labels) {
    if (label < 0 || seen[label] === 1) continue;
    seen[label] = 1;
    order.push(label);
  }
  return order;
}
