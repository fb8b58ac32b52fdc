import type { Metric } from "../../workers/lab/partition";
import type { Points } from "../points";

/** Distances of row `from` to every row, into `distances` (n). */
export function measureFrom(
  { values, d }: Pick<Points, "values" | "d">,
  from: number,
  metric: Metric,
  distances: Float64Array,
): void {
  if (metric === "euclidean") euclideanFrom(values, d, from * d, distances);
  else manhattanFrom(values, d, from * d, distances);
}

function euclideanFrom(values: Float64Array, d: number, from: number, distances: Float64Array): void {
  for (let i = 0, at = 0; i < distances.length; i++) {
    let square = 0;
    for (let f = 0; f < d; f++, at++) {
      const difference = (values[from + f] as number) - (values[at] as number);
      square += difference * difference;
    }
    distances[i] = Math.sqrt(square);
  }
}

function manhattanFrom(values: Float64Array, d: number, from: number, distances: Float64Array): void {
  for (let i = 0, at = 0; i < distances.length; i++) {
    let sum = 0;
    for (let f = 0; f < d; f++, at++) sum += Math.abs((values[from + f] as number) - (values[at] as number));
    distances[i] = sum;
  }
}
