/** Rows that belong to no cluster. */
export function countNoise(labels: Int32Array): number {
  let noise = 0;
  for (let i = 0; i < labels.length; i++) if ((labels[i] as number) < 0) noise++;
  return noise;
}
