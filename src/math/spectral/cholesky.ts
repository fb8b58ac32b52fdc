/** Entries computed between two looks at the clock, weighted by their length. */
const WORK_PER_STEP = 1 << 23;

/** Rows of the factor computed together, so that each row above is read once for all of them. */
const BAND = 4;

/** A symmetric matrix with room for its factor: the lower triangle, row i from `i * size` on. */
export interface Square {
  /** A multiple of 4; rows beyond the data are those of the identity. */
  readonly size: number;
  readonly values: Float64Array;
}

/** Room for `n` rows, with ones on the diagonal. */
export function identity(n: number): Square {
  const size = BAND * Math.ceil(n / BAND);
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i++) values[i * size + i] = 1;
  return { size, values };
}

/** Replaces the lower triangle of a positive definite matrix by its Cholesky factor, row after row; time in size³ / 6. */
export function* factorise({ values, size }: Square): Generator<number, void, void> {
  const sums = new Float64Array(2 * BAND);
  let work = 0;
  for (let band = 0; band < size; band += BAND) {
    for (let j = 0; j < band; j += 2) {
      bandDots(values, size, band, j, sums);
      for (let r = 0; r < BAND; r++) finishPair(values, size, band + r, j, sums, r);
      work += 2 * BAND * j;
      if (work > WORK_PER_STEP) {
        work = 0;
        yield (band / size) ** 3;
      }
    }
    for (let i = band; i < band + BAND; i++) {
      for (let j = band; j <= i; j++) finishOne(values, size, i, j);
    }
  }
}

/** Solves L Lᵀ x = b, in place. */
export function solve({ values, size }: Square, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    x[i] = ((x[i] as number) - dot(values, i * size, x, 0, i)) / (values[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = (x[i] as number) / (values[i * size + i] as number);
    x[i] = value;
    for (let j = 0, at = i * size; j < i; j++, at++) x[j] = (x[j] as number) - value * (values[at] as number);
  }
}

/** Products of the band's rows with rows j and j + 1, over the first j columns. Eight sums at once keep the processor busy. */
function bandDots(values: Float64Array, size: number, band: number, j: number, sums: Float64Array): void {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let p = 0, a = j * size, r = band * size; p < j; p++, a++, r++) {
    const one = values[a] as number;
    const other = values[a + size] as number;
    const r0 = values[r] as number;
    const r1 = values[r + size] as number;
    const r2 = values[r + 2 * size] as number;
    const r3 = values[r + 3 * size] as number;
    a0 += one * r0;
    a1 += one * r1;
    a2 += one * r2;
    a3 += one * r3;
    b0 += other * r0;
    b1 += other * r1;
    b2 += other * r2;
    b3 += other * r3;
  }
  sums.set([a0, a1, a2, a3, b0, b1, b2, b3]);
}

function finishPair(values: Float64Array, size: number, i: number, j: number, sums: Float64Array, r: number): void {
  const at = i * size + j;
  const below = (j + 1) * size + j;
  const first = ((values[at] as number) - (sums[r] as number)) / (values[j * size + j] as number);
  values[at] = first;
  const rest = (values[at + 1] as number) - (sums[BAND + r] as number) - first * (values[below] as number);
  values[at + 1] = rest / (values[below + 1] as number);
}

function finishOne(values: Float64Array, size: number, i: number, j: number): void {
  const rest = (values[i * size + j] as number) - dot(values, i * size, values, j * size, j);
  values[i * size + j] = i === j ? Math.sqrt(rest) : rest / (values[j * size + j] as number);
}

function dot(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let even = 0;
  let odd = 0;
  let p = 0;
  for (; p + 1 < length; p += 2) {
    even += (a[i + p] as number) * (b[j + p] as number);
    odd += (a[i + p + 1] as number) * (b[j + p + 1] as number);
  }
  return p < length ? even + odd + (a[i + p] as number) * (b[j + p] as number) : even + odd;
}
