/** Uniform numbers in [0, 1) with 32 bits each, one after another. */
export type RandomStream = () => number;

const SCALE = 2 ** -32;

/** Mixes 32 bits thoroughly: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
function mixed(bits: number): number {
  let h = bits >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One uniform number in [0, 1) that belongs to (seed, index, salt), without drawing those before it. */
export function uniformAt(seed: number, index: number, salt: number): number {
  return mixed(mixed(mixed(seed + 0x9e3779b9) ^ salt) ^ index) * SCALE;
}

/** A reproducible stream for (seed, index, salt): xoshiro128** (Blackman and Vigna, 2018). */
export function randomStream(seed: number, index: number, salt: number): RandomStream {
  let a = mixed(mixed(seed ^ 0x243f6a88) ^ salt);
  let b = mixed(a ^ index);
  let c = mixed(b + 0x13198a2e);
  let d = mixed(c ^ 0x3707344) | 1;
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result * SCALE;
  };
}

/**
 * Two independent uniform numbers as one uniform number that follows the first more closely: weight w in [0.5, 1) of it.
 * Their weighted sum has a trapezoid density; its distribution function makes it uniform again.
 */
export function blend(first: number, second: number, w: number): number {
  const v = 1 - w;
  const x = w * first + v * second;
  if (x < v) return (x * x) / (2 * w * v);
  if (x <= w) return (x - v / 2) / w;
  return 1 - ((1 - x) * (1 - x)) / (2 * w * v);
}
