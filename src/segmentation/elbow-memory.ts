import type { Dataset } from "../data/dataset";
import type { ElbowInput, ElbowOutput } from "../workers/contract";
import type { Desk } from "./desk";

const remembered = new WeakMap<Dataset, Map<string, ElbowOutput>>();

/**
 * The curves over k = 1 … maxK. They do not depend on the k that is looked at, so they are computed once per data set,
 * features and treatment. `key` names the features; a run that was aborted or failed leaves nothing behind.
 */
export async function elbowOf(desk: Desk, key: string, input: ElbowInput): Promise<ElbowOutput> {
  const known = remembered.get(desk.dataset) ?? new Map<string, ElbowOutput>();
  remembered.set(desk.dataset, known);
  const settings = { key, ...input, features: undefined };
  const id = JSON.stringify(settings);
  const found = known.get(id);
  if (found !== undefined) return found;
  const output = await desk.compute("elbow", input, { signal: desk.signal });
  known.set(id, output);
  return output;
}
