import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { twoDecimals } from "../../charts/significant";
import type { Comparison } from "./compare";
import type { SegmentsResult } from "./result";
import { COMPARED_SECTION } from "./sections";
import { counted } from "../units";

/** Algorithms side by side, and how far they agree. */
export function compareFigures(result: SegmentsResult): readonly Figure[] {
  const { comparison } = result;
  if (comparison === null) return [];
  return [leaderboard(result, comparison), ...agreementFigure(result, comparison)];
}

function leaderboard(result: SegmentsResult, { contenders, rowsUsed, rows }: Comparison): Figure {
  const [best] = contenders;
  const able = contenders.filter(({ problem }) => problem === null);
  const column = (read: (one: (typeof contenders)[number]) => number): Float64Array =>
    Float64Array.from(contenders, (one) => (one.problem === null ? read(one) : NaN));
  return {
    id: "segments-leaderboard",
    section: COMPARED_SECTION,
    title:
      best === undefined || able.length === 0
        ? "No algorithm found segments"
        : `${best.entry.label} separates best by silhouette (${format(best.silhouette, "score")})`,
    subtitle: `The same ${counted(rowsUsed, result)}${rowsUsed < rows ? ` of ${format(rows, "count")}, drawn at random` : ""}; best silhouette first`,
    table: {
      columns: [
        { label: "Algorithm", format: "text" },
        { label: "Segments", format: "count" },
        { label: "Noise", format: "count" },
        { label: "Silhouette", format: "score" },
        { label: "± (95 %)", format: "score" },
        { label: "Calinski-Harabasz", format: "number" },
        { label: "Davies-Bouldin", format: "score" },
        { label: "Largest segment", format: "share" },
        { label: "Time here", format: "milliseconds" },
        { label: "What it looks for, or why it could not", format: "text" },
      ],
      values: [
        contenders.map(({ entry }) => entry.label),
        column(({ k }) => k),
        column(({ noise }) => noise),
        column(({ silhouette }) => silhouette),
        column(({ silhouetteMargin }) => silhouetteMargin),
        column(({ calinskiHarabasz }) => calinskiHarabasz),
        column(({ daviesBouldin }) => daviesBouldin),
        column(({ largest }) => largest),
        column(({ milliseconds }) => Math.round(milliseconds)),
        contenders.map(({ problem, entry }) => problem ?? entry.seeks),
      ],
    },
    explain: {
      text: "Each algorithm ran with the settings of this page on the same rows, one after the other; the time is that of this device. Indices leave noise out. All three indices favour round groups, so an algorithm that looks for other shapes may rank low and still be right.",
      parameters: { rowsUsed, seed: result.plan.seed, k: result.plan.k },
    },
    span: 12,
  };
}

function agreementFigure(result: SegmentsResult, { agreement, rowsUsed }: Comparison): readonly Figure[] {
  if (agreement === null) return [];
  const { labels, values } = agreement;
  const size = labels.length;
  const cell = (a: number, b: number): number => values[a * size + b] ?? NaN;
  const pairs = labels.flatMap((_, a) => labels.slice(0, a).map((__, b) => ({ a, b })));
  const [most] = pairs.toSorted((p, q) => cell(q.a, q.b) - cell(p.a, p.b));
  return [
    {
      id: "segments-agreement",
      section: COMPARED_SECTION,
      title:
        most === undefined
          ? "Agreement of the algorithms"
          : `${labels[most.b] ?? ""} and ${labels[most.a] ?? ""} agree most (${twoDecimals(cell(most.a, most.b))})`,
      subtitle: `Adjusted Rand index of every pair, ${counted(rowsUsed, result)}: 1 is the same segments, 0 is chance`,
      chart: heatmap({
        rows: labels,
        columns: labels,
        values: labels.map((_, a) => labels.map((__, b) => cell(a, b))),
        scale: "intensity",
        print: twoDecimals,
        description: `Agreement of ${size} algorithms.`,
      }),
      table: {
        columns: [
          { label: "Algorithm", format: "text" },
          { label: "And", format: "text" },
          { label: "Adjusted Rand index", format: "score" },
        ],
        values: [
          pairs.map(({ b }) => labels[b] ?? ""),
          pairs.map(({ a }) => labels[a] ?? ""),
          Float64Array.from(pairs, ({ a, b }) => cell(a, b)),
        ],
      },
      explain: {
        text: "The adjusted Rand index (Hubert and Arabie 1985) counts the pairs of customers that two groupings treat alike, corrected for chance; noise counts as a group of its own. Segments that several algorithms find are less likely an accident of one of them.",
      },
      span: 6,
    },
  ];
}
