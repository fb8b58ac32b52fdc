/** Puts those of `rows[from … to - 1]` that go left first, both sides in their order; answers where the right ones begin. */
export function leftFirst(
  column: Uint8Array,
  goesLeft: Uint8Array,
  rows: Int32Array,
  from: number,
  to: number,
): number {
  const others = new Int32Array(to - from);
  let border = from;
  let count = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at] as number;
    if (goesLeft[column[row] as number] === 1) rows[border++] = row;
    else others[count++] = row;
  }
  rows.set(others.subarray(0, count), border);
  return border;
}
