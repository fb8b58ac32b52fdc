import type { ElbowOutput } from "../workers/contract";

/** What the two curves say of the number of clusters. */
export interface KAdvice {
  readonly text: string;
  /** The same in a few words. */
  readonly headline: string;
  readonly agree: boolean;
  /** Both agree, and on the k in use: nothing to be careful about. */
  readonly settled: boolean;
  /** Every k whose silhouette cannot be told from the best one by its sampling margin. */
  readonly jointlyBest: readonly number[];
}

/** Compares the elbow's knee with the best silhouette, and both with the k in use. Never picks a winner where they disagree. */
export function kAdvice(elbow: ElbowOutput, k: number): KAdvice {
  const jointlyBest = joint(elbow);
  const best = elbow.bestSilhouette;
  const { knee } = elbow;
  if (knee === null && best === null) {
    const text = `The curve has no bend and no silhouette could be measured, so k = ${k} is your choice.`;
    return { text, headline: "Neither curve suggests a number of segments", agree: false, settled: false, jointlyBest };
  }
  const agree = knee !== null && jointlyBest.includes(knee);
  const bend = knee === null ? "The curve has no clear bend" : `The elbow bends at k = ${knee}`;
  const silhouette =
    best === null ? "no silhouette could be measured" : `the silhouette is best at ${listed(jointlyBest, best)}`;
  const verdict = agree ? "they agree" : "they disagree, so the data does not settle the number of segments";
  const used = agree && k === knee ? "" : ` You are looking at k = ${k}.`;
  const headline = agree
    ? `Elbow and silhouette agree on ${knee} segments`
    : `Elbow says ${knee ?? "nothing"}, silhouette says ${best ?? "nothing"}: the data does not settle the number of segments`;
  return {
    headline,
    text: `${bend} and ${silhouette}: ${verdict}.${used}`,
    agree,
    settled: agree && k === knee,
    jointlyBest,
  };
}

function joint(elbow: ElbowOutput): readonly number[] {
  const at = elbow.bestSilhouette === null ? -1 : elbow.k.indexOf(elbow.bestSilhouette);
  if (at < 0) return [];
  const floor = (elbow.silhouette[at] ?? NaN) - (elbow.silhouetteMargin[at] ?? 0);
  return elbow.k.filter((k, index) => {
    const value = elbow.silhouette[index] ?? NaN;
    return k === elbow.bestSilhouette || value + (elbow.silhouetteMargin[index] ?? 0) >= floor;
  });
}

function listed(joint: readonly number[], best: number): string {
  const others = joint.filter((k) => k !== best);
  if (others.length === 0) return `k = ${best}`;
  return `k = ${best} (within sampling error also ${others.join(", ")})`;
}
