import type { ReadableFile } from "../data/open-source";
import { readSampleName, writeSampleName } from "../view/sample-name";
import type { View } from "../view/view";
import type { Deliver } from "./flow-parts";

/** Makes a sample file as Parquet; `told` hears the share that is made. */
export type MakeSample = (
  rows: number,
  seed: number,
  told: (share: number) => void,
  stop: AbortSignal,
) => Promise<ReadableFile>;

const [SAMPLE_ROWS, SAMPLE_SEED] = [150_001, 1];

/** Makes the sample that the view asks for, else the usual one, with as many rows as are wanted. */
export function sampleDelivery(make: MakeSample, view: View, wantedRows = SAMPLE_ROWS): Deliver {
  const asked = readSampleName(view.fingerprint?.sample ?? "");
  const { rows, seed } = asked ?? { rows: wantedRows, seed: SAMPLE_SEED };
  return async (stop, tell) => {
    const told = (share: number): void =>
      tell("Generating sessions", { rows: Math.round(share * rows), rowsTotal: rows, bytes: 0, bytesTotal: 0 });
    const file = await make(rows, seed, told, stop);
    return { files: [file], sample: writeSampleName({ kind: "telecom", rows, seed }) };
  };
}
