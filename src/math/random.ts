/**
 * A reproducible source of numbers in [0, 1): sfc32 (C. Doty-Humphrey, PractRand), its state filled from `seed` by
 * splitmix32. The same seed gives the same sequence on every machine.
 */
export function seededRandom(seed: number): () => number {
  let mix = seed | 0;
  const next = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let t = mix ^ (mix >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) | 0;
  };
  let a = next();
  let b = next();
  let c = next();
  let counter = 1;
  const draw = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) draw();
  return draw;
}

/**
 * `size` different indices out of 0 … `n` - 1, every subset equally likely, in ascending order (Floyd's algorithm; Bentley
 * & Floyd 1987), so that a few of many cost a few draws. All of them when `size` >= `n`.
 */
export function sampleIndices(n: number, size: number, random: () => number): Int32Array {
  const chosen = new Set<number>();
  for (let last = n - Math.min(n, size); last < n; last++) {
    const drawn = Math.floor(random() * (last + 1));
    chosen.add(chosen.has(drawn) ? last : drawn);
  }
  return Int32Array.from(chosen).sort();
}
