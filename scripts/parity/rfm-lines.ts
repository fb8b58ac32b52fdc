import { readFileSync } from "node:fs";
import type { ParityLine } from "../../src/components/docs/parity-line";
import { RFM_BINS, rfmCuts, rfmScores, type RfmMeasures } from "../../src/data/table/rfm-scores";
import { RFM_OTHERS, RFM_SEGMENTS, rfmSegments } from "../../src/data/table/rfm-segments";
import { comparedNumber, type Claim } from "./compared";

/** Cut points by measure, and segments with customers, orders and revenue, as the R package gives them. */
interface RfmReference {
  readonly bins: Readonly<Record<"rec" | "n" | "amt", readonly number[]>>;
  readonly segments: readonly (readonly [string, number, number, number])[];
}

/** Counts and sums of whole numbers. */
const ALLOWED = { tolerance: 1e-6 };

/** The ten segments of the customers in `shared`/reference/rfm_customers.csv beside those of the R package rfm. */
export function rfmLines(shared: string): ParityLine[] {
  const { bins, segments } = JSON.parse(readFileSync(`${shared}/reference/rfm.json`, "utf8")) as RfmReference;
  const measures = customers(`${shared}/reference/rfm_customers.csv`);
  const cuts = rfmCuts(measures, RFM_BINS);
  const places = rfmSegments(rfmScores(measures, cuts), RFM_SEGMENTS);
  const claim = (parameters: string, measure: string): Claim => ({
    ...{ method: "RFM", set: "customers of the R package rfm" },
    ...{ parameters, measure },
  });
  const points = (["rec", "n", "amt"] as const).flatMap((key, at) => {
    const measure = (["recency", "frequency", "money"] as const)[at] ?? "recency";
    return bins[key].map((theirs, cut) =>
      comparedNumber(claim(measure, `cut point ${cut + 1}`), theirs, cuts[measure][cut] ?? NaN, ALLOWED),
    );
  });
  const sums = segments.flatMap(([name, ...theirs]) => {
    const place = name === RFM_OTHERS ? RFM_SEGMENTS.length : RFM_SEGMENTS.findIndex((one) => one.name === name);
    const sumOf = (valueAt: (row: number) => number): number =>
      places.reduce((sum, own, row) => sum + (own === place ? valueAt(row) : 0), 0);
    const ours = [
      sumOf(() => 1),
      sumOf((row) => measures.frequency[row] ?? NaN),
      sumOf((row) => measures.money[row] ?? NaN),
    ];
    return ["customers", "orders", "revenue"].map((measure, at) =>
      comparedNumber(claim(name, measure), theirs[at] ?? NaN, ours[at] ?? NaN, ALLOWED),
    );
  });
  return [...points, ...sums];
}

/** The last four cells of each line: last order, orders, amount, days since. */
function customers(file: string): RfmMeasures {
  const lines = readFileSync(file, "utf8").split(/\r?\n/u).slice(1).filter(Boolean);
  const column = (fromEnd: number): Float64Array =>
    Float64Array.from(lines, (line) => Number(line.split(",").at(fromEnd)));
  return { recency: column(-1), frequency: column(-3), money: column(-2) };
}
