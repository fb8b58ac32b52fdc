/** The eight categorical colours in order; beyond eight everything is the grey of "others". */
export function categorical(index: number): string {
  return index < 8 ? `var(--data-${index + 1})` : "var(--muted)";
}

/** The colour of ordered group i of k (0 = lowest, worst): the same group has the same colour on every page. */
export function ordered(index: number, count: number): string {
  return index < 0 ? "var(--muted)" : `ramp(${count <= 1 ? 0.5 : index / (count - 1)})`;
}

/** How much there is, t in 0 … 1: one hue from faint to full, in both themes. Not for Low … High, which is `ordered`. */
export function intensity(share: number): string {
  const strength = 8 + 92 * Math.min(1, Math.max(0, share));
  return `color-mix(in oklab, var(--data-1) ${strength.toFixed(1)}%, var(--surface))`;
}
