/** Samples that can be made. */
export const SAMPLE_KINDS = ["telecom", "shop"] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

/** A generated sample, completely: the same name brings back the same data on every machine. */
export interface SampleName {
  readonly kind: SampleKind;
  /** Rows of the file, 2 … 10,000,000. */
  readonly rows: number;
  /** 0 … 2^32 - 1. */
  readonly seed: number;
}

const MOST_ROWS = 10_000_000;
const LARGEST_SEED = 2 ** 32 - 1;
const FORM = /^sample:([a-z][a-z-]{0,30}):(\d{1,8}):(\d{1,10})$/;

/** `sample:telecom:150001:1`, `sample:shop:120000:1`. */
export function writeSampleName(sample: SampleName): string {
  return `sample:${sample.kind}:${sample.rows}:${sample.seed}`;
}

/** The sample of that name; null if there is none of it, or it is larger than a link may ask a visitor's machine to make. */
export function readSampleName(text: string): SampleName | null {
  const [, name, rows, seed] = FORM.exec(text) ?? [];
  const kind = SAMPLE_KINDS.find((one) => one === name);
  if (kind === undefined) return null;
  const sample = { kind, rows: Number(rows), seed: Number(seed) };
  const possible = sample.rows >= 2 && sample.rows <= MOST_ROWS && sample.seed <= LARGEST_SEED;
  return possible && writeSampleName(sample) === text ? sample : null;
}
