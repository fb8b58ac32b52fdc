import type { Algorithm } from "./algorithms";
import type { Grouping } from "./grouping";

interface Made {
  readonly labels: Int32Array;
  readonly k: number;
  readonly notes: readonly string[];
}

/** A grouping in which whoever is nearest to a place belongs to it. */
export function nearest(
  algorithm: Algorithm,
  { labels, k, notes }: Made,
  places: Grouping["places"],
  fittedOn: number,
  { parameters, facts }: Pick<Grouping, "parameters" | "facts">,
): Grouping {
  const model = { kind: "nearest", metric: "euclidean", places } as const;
  const noise = labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);
  return {
    algorithm,
    labels,
    k,
    noise,
    places,
    model,
    modelExact: true,
    fittedOn,
    confidence: null,
    parameters,
    facts,
    notes,
  };
}
