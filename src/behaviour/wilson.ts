/** A share with its 95 % interval. */
export interface Rate {
  readonly n: number;
  readonly of: number;
  /** NaN of nothing. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

/** n of `of` with Wilson's (1927) 95 % interval, which stays within 0 … 1 and holds for few. */
export function rate(n: number, of: number): Rate {
  if (!(of > 0)) return { n, of, share: NaN, low: NaN, high: NaN };
  const share = n / of;
  const shrink = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { n, of, share, low: n === 0 ? 0 : centre - half, high: n === of ? 1 : centre + half };
}
