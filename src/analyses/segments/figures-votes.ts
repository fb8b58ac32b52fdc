import { elbow } from "../../charts/elbow";
import type { Figure } from "../../charts/figure";
import { votes } from "../../charts/votes";
import { ballots, type Ballot } from "../../segmentation/ballots";
import { RESTARTS, type HowMany } from "../../segmentation/how-many";
import type { SegmentsResult } from "./result";
import { HOW_MANY_SECTION } from "./sections";
import { counted } from "../units";

/** Which k each index prefers, on one scale. */
export function votesFigure(result: SegmentsResult, howMany: HowMany): Figure {
  const cast = ballots(howMany);
  const named = cast.filter((ballot): ballot is Ballot & { k: number } => ballot.k !== null);
  const wanted = [...new Set(named.map(({ k }) => k))].toSorted((a, b) => a - b);
  const agreed = wanted.length === 1;
  return {
    id: "segments-votes",
    section: HOW_MANY_SECTION,
    title: agreed
      ? `Every index that says something prefers ${wanted[0] ?? ""} segments`
      : `The indices do not agree: ${listed(wanted)}`,
    subtitle: `What each index prefers for k-means on these features; ${result.grouping.k} in use`,
    chart: votes({
      rows: cast.map(({ label }) => label),
      chosen: cast.map(({ k }) => k),
      most: howMany.curve.candidates.at(-1)?.k ?? 10,
      inUse: result.grouping.k,
      description: cast.map(({ label, k }) => `${label}: ${k ?? "no answer"}`).join(", "),
    }),
    table: {
      columns: [
        { label: "Index", format: "text" },
        { label: "Prefers", format: "count" },
        { label: "How it decides", format: "text" },
        { label: "When it misleads", format: "text" },
      ],
      values: [
        cast.map(({ label }) => label),
        Float64Array.from(cast, ({ k }) => k ?? NaN),
        cast.map(({ decides }) => decides),
        cast.map(({ misleads }) => misleads),
      ],
    },
    explain: {
      text: `Each index looks for something else, so none is right by itself: a knee, separation, or less spread than in data without groups. All were measured for k-means with k = 1 to ${howMany.curve.candidates.at(-1)?.k ?? 10} on ${counted(howMany.curve.rowsUsed, result)}.`,
      parameters: { restarts: RESTARTS, seed: result.plan.seed, rowsUsed: howMany.curve.rowsUsed },
    },
    span: 6,
    ...(agreed
      ? {}
      : { caution: "Where indices disagree, the purpose decides: choose the k whose segments you can act on." }),
  };
}

const listed = (ks: readonly number[]): string =>
  ks.length < 2 ? `${ks[0] ?? "none"} segments` : `${ks.slice(0, -1).join(", ")} or ${ks.at(-1) ?? ""} segments`;

/** Inertia and silhouette for each k. */
export function elbowFigure(result: SegmentsResult, { curve }: HowMany): Figure {
  const { candidates } = curve;
  const prefers = (index: string): number | null => curve.preferred.find((one) => one.index === index)?.k ?? null;
  const knee = prefers("inertia");
  const best = prefers("silhouette");
  const of = (read: (one: (typeof candidates)[number]) => number): number[] => candidates.map(read);
  return {
    id: "segments-elbow",
    section: HOW_MANY_SECTION,
    title: `${knee === null ? "The inertia has no knee" : `The knee of the inertia is at ${knee}`}, the best silhouette at ${best ?? "none"}`,
    subtitle: `k-means for each k, ${counted(curve.rowsUsed, result)}${curve.rowsUsed < curve.rows ? " drawn at random" : ""}`,
    chart: elbow({
      k: of(({ k }) => k),
      inertia: of(({ inertia }) => inertia),
      silhouette: of(({ silhouette }) => silhouette),
      silhouetteMargin: of(({ silhouetteMargin }) => silhouetteMargin),
      knee,
      bestSilhouette: best,
      chosen: result.grouping.k,
      description: "Inertia and silhouette for each number of segments.",
    }),
    table: {
      columns: [
        { label: "Segments", format: "count" },
        { label: "Inertia", format: "number" },
        { label: "Silhouette", format: "score" },
        { label: "± (95 %)", format: "score" },
        { label: "Calinski-Harabasz", format: "number" },
        { label: "Davies-Bouldin", format: "score" },
        { label: "Smallest segment in the sample", format: "count" },
      ],
      values: [
        Float64Array.from(of(({ k }) => k)),
        Float64Array.from(of(({ inertia }) => inertia)),
        Float64Array.from(of(({ silhouette }) => silhouette)),
        Float64Array.from(of(({ silhouetteMargin }) => silhouetteMargin)),
        Float64Array.from(of(({ calinskiHarabasz }) => calinskiHarabasz)),
        Float64Array.from(of(({ daviesBouldin }) => daviesBouldin)),
        Float64Array.from(of(({ sizes }) => sizes.at(-1) ?? NaN)),
      ],
    },
    explain: {
      text: `Inertia is the sum of squared distances to the own centre; it always falls, so its bend is looked for (kneedle). The silhouette compares the mean distance to the own segment with that to the next one, from -1 to 1, on ${counted(curve.silhouetteRows, result)}.`,
      parameters: {
        seed: result.plan.seed,
        restarts: 3,
        rowsUsed: curve.rowsUsed,
        silhouetteRows: curve.silhouetteRows,
      },
    },
    span: 6,
  };
}
