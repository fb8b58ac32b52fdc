import type { Candidate, HowManyIndex, Preference } from "../../workers/lab/judging";
import { kneeOf } from "../knee";

/**
 * The k each index prefers: the knee of inertia, the most silhouette and Calinski-Harabasz, the least Davies-Bouldin; of
 * equals the smallest k. They may well disagree. Candidates come in ascending k, so those of several workers are sorted first.
 */
export function preferences(candidates: readonly Candidate[]): Preference[] {
  const ks = candidates.map(({ k }) => k);
  const inertias = candidates.map(({ inertia }) => inertia);
  return [
    { index: "inertia", k: kneeOf(ks, inertias) },
    { index: "silhouette", k: best(candidates, "silhouette", 1) },
    { index: "calinskiHarabasz", k: best(candidates, "calinskiHarabasz", 1) },
    { index: "daviesBouldin", k: best(candidates, "daviesBouldin", -1) },
  ];
}

function best(candidates: readonly Candidate[], index: HowManyIndex, sign: 1 | -1): number | null {
  let most = -Infinity;
  let preferred: number | null = null;
  for (const candidate of candidates) {
    const value = sign * candidate[index];
    if (value > most) {
      most = value;
      preferred = candidate.k;
    }
  }
  return preferred;
}
