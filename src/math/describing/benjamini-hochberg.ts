/**
 * p-values adjusted so that those below a level have at most that share of false discoveries (Benjamini & Hochberg 1995).
 * NaN stays NaN and does not count.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const falling = p.flatMap((value, i) => (Number.isNaN(value) ? [] : [i])).sort((a, b) => at(p, b) - at(p, a));
  const adjusted = p.map(() => Number.NaN);
  let least = 1;
  falling.forEach((i, place) => {
    least = Math.min(least, (at(p, i) * falling.length) / (falling.length - place));
    adjusted[i] = least;
  });
  return adjusted;
}

const at = (values: readonly number[], i: number): number => values[i] as number;
