import type { ReadableFile } from "../data/open-source";
import { readSampleName, writeSampleName, type SampleKind, type SampleName } from "../view/sample-name";
import type { View } from "../view/view";
import type { Deliver, Taking } from "./flow-parts";

/** Makes a sample file as Parquet; `told` hears the share that is made. */
export type MakeSample = (
  sample: SampleName,
  told: (share: number) => void,
  stop: AbortSignal,
) => Promise<ReadableFile>;

const SAMPLE_SEED = 1;
const SAMPLES = {
  telecom: { label: "Synthetic telecom sample", doing: "Generating sessions", rows: 150_001 },
  shop: { label: "Synthetic shop sample", doing: "Generating events", rows: 120_000 },
} as const;

/**
 * Makes the sample that the view asks for if it is of that kind, else the usual one with as many rows as are wanted. Where
 * no kind is wanted, the view's, else telecom.
 */
export function sampleDelivery(
  make: MakeSample,
  view: View,
  wanted?: SampleKind,
  wantedRows?: number,
): Pick<Taking, "label" | "deliver"> {
  const asked = readSampleName(view.fingerprint?.sample ?? "");
  const kind = wanted ?? asked?.kind ?? "telecom";
  const { label, doing, rows: usual } = SAMPLES[kind];
  const sample = asked?.kind === kind ? asked : { kind, rows: wantedRows ?? usual, seed: SAMPLE_SEED };
  const deliver: Deliver = async (stop, tell) => {
    const { rows } = sample;
    const told = (share: number): void =>
      tell(doing, { rows: Math.round(share * rows), rowsTotal: rows, bytes: 0, bytesTotal: 0 });
    return { files: [await make(sample, told, stop)], sample: writeSampleName(sample) };
  };
  return { label, deliver };
}
