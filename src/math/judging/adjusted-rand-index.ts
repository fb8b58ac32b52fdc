import { InputError } from "../input-error";

/**
 * The adjusted Rand index (Hubert & Arabie 1985) of two labellings of the same rows, as scikit-learn's
 * `adjusted_rand_score`: 1 when both group alike, about 0 when they agree no more than by chance, never below -0.5.
 * Labels are whole numbers from -1 up; -1 (noise) is a label like any other. Pairs are counted exactly up to 9e7 rows.
 * InputError when the lengths differ. No rows, or one, count as agreement.
 */
export function adjustedRandIndex(a: Int32Array, b: Int32Array): number {
  const n = a.length;
  if (n !== b.length) throw new InputError("Two labellings can only be compared when both label the same rows.");
  const inA = squares(counts(a));
  const inB = squares(counts(b));
  const both = togetherInBoth(a, b);
  const onlyA = inA - both;
  const onlyB = inB - both;
  if (onlyA === 0 && onlyB === 0) return 1;
  const together = both - n;
  const apart = n * n - inA - inB + both;
  return (
    (2 * (together * apart - onlyA * onlyB)) /
    ((together + onlyA) * (onlyA + apart) + (together + onlyB) * (onlyB + apart))
  );
}

/** How many rows have each label; label l is at l + 1. */
function counts(labels: Int32Array): Float64Array {
  let most = -1;
  for (let i = 0; i < labels.length; i++) most = Math.max(most, labels[i] as number);
  const rows = new Float64Array(most + 2);
  for (let i = 0; i < labels.length; i++) {
    const at = (labels[i] as number) + 1;
    rows[at] = (rows[at] as number) + 1;
  }
  return rows;
}

function squares(rows: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < rows.length; j++) sum += (rows[j] as number) * (rows[j] as number);
  return sum;
}

/**
 * Ordered pairs of rows, a row with itself included, that both labellings keep together: the sum of squares of the
 * contingency table, one of its rows at a time, so that many labels need no table of all their combinations.
 */
function togetherInBoth(a: Int32Array, b: Int32Array): number {
  const { order, ends } = sorted(a);
  const rows = new Float64Array(counts(b).length);
  let sum = 0;
  let from = 0;
  for (let group = 0; group < ends.length; group++) {
    const end = ends[group] as number;
    for (let at = from; at < end; at++) {
      const label = (b[order[at] as number] as number) + 1;
      const before = rows[label] as number;
      sum += 2 * before + 1;
      rows[label] = before + 1;
    }
    for (let at = from; at < end; at++) rows[(b[order[at] as number] as number) + 1] = 0;
    from = end;
  }
  return sum;
}

/** Row numbers sorted by label, and where each label's stretch ends. */
function sorted(labels: Int32Array): { readonly order: Int32Array; readonly ends: Int32Array } {
  const sizes = counts(labels);
  const ends = new Int32Array(sizes.length);
  for (let j = 1; j < sizes.length; j++) ends[j] = (ends[j - 1] as number) + (sizes[j - 1] as number);
  const order = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const group = (labels[i] as number) + 1;
    const place = ends[group] as number;
    order[place] = i;
    ends[group] = place + 1;
  }
  return { order, ends };
}
