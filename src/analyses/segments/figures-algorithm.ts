import type { Figure } from "../../charts/figure";
import { dendrogramChart } from "../../charts/dendrogram";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import type { SegmentsResult } from "./result";
import { HOW_MANY_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { segmentColour } from "./words";

/** What only the algorithm in use can show: its tree, or its neighbour distances. */
export function algorithmFigures(result: SegmentsResult): readonly Figure[] {
  const { dendrogram, kDistances } = result.grouping.facts;
  return [
    ...(dendrogram === undefined ? [] : [treeFigure(result, dendrogram)]),
    ...(kDistances === undefined ? [] : [distancesFigure(result, kDistances)]),
  ];
}

function treeFigure(
  result: SegmentsResult,
  dendrogram: NonNullable<SegmentsResult["grouping"]["facts"]["dendrogram"]>,
): Figure {
  const { grouping } = result;
  const { cophenetic } = grouping.facts;
  const { leafSizes, leafClusters, cut } = dendrogram;
  return {
    id: "segments-dendrogram",
    section: HOW_MANY_SECTION,
    title: `Cut at a height of ${format(cut, "score")}, the tree falls into ${grouping.k} segments`,
    subtitle: `The top of the tree over ${counted(grouping.fittedOn, result)}; under each branch how many it holds`,
    chart: dendrogramChart({
      ...dendrogram,
      colourOf: segmentColour,
      description: `A dendrogram with ${leafSizes.length} branches, cut into ${grouping.k} segments.`,
    }),
    table: {
      columns: [
        { label: "Branch, left to right", format: "count" },
        { label: "Holds", format: "count" },
        { label: "Segment", format: "text" },
      ],
      values: [
        Float64Array.from(leafSizes, (_, leaf) => leaf + 1),
        Float64Array.from(leafSizes),
        Array.from(leafClusters, (segment) => result.names[segment]?.name ?? ""),
      ],
    },
    explain: {
      text: `Agglomerative clustering joins the two nearest groups again and again; the height says how far apart they were. A long way without a join is a natural place to cut.${
        cophenetic === null || cophenetic === undefined
          ? ""
          : ` Cophenetic correlation ${format(cophenetic, "score")}: how truly the tree keeps the distances.`
      }`,
      parameters: grouping.parameters,
    },
    span: 12,
  };
}

/** Points of the curve; more cannot be told apart. */
const POINTS = 400;

function distancesFigure(result: SegmentsResult, distances: Float64Array): Figure {
  const { eps, suggestedEps, core } = result.grouping.facts;
  const every = Math.max(1, Math.floor(distances.length / POINTS));
  const places = Array.from({ length: Math.ceil(distances.length / every) }, (_, at) => at * every);
  const values = places.map((place) => distances[place] ?? NaN);
  const k = Number(result.grouping.parameters["minSamples"] ?? 5) - 1;
  return {
    id: "segments-distances",
    section: HOW_MANY_SECTION,
    title:
      suggestedEps === null || suggestedEps === undefined
        ? "The neighbour distances have no bend"
        : `The neighbour distances bend at ${format(suggestedEps, "score")}`,
    subtitle: `Distance to the ${k}th neighbour, largest first; reach in use: ${format(eps, "score")}, ${format(core, "count")} of ${unitsOf(result)} in dense places`,
    chart: lines({
      x: places,
      series: [
        { label: `Distance to neighbour ${k}`, values },
        { label: "Reach in use", values: places.map(() => eps ?? NaN), dashed: true, colour: "var(--accent)" },
      ],
      xAxis: unitsOf(result),
      xFormat: "count",
      yAxis: "Distance",
      yFormat: "score",
      description: "Sorted neighbour distances with the reach in use.",
    }),
    table: {
      columns: [
        { label: "Rank", format: "count" },
        { label: "Distance", format: "score" },
      ],
      values: [Float64Array.from(places, (place) => place + 1), Float64Array.from(values)],
    },
    explain: {
      text: "Each one's distance to a near neighbour in the scaled features, sorted. Left of the bend lie those without company. Everybody within the reach of a dense place belongs to it; the rest is noise (Ester and others 1996).",
      parameters: result.grouping.parameters,
    },
    span: 6,
  };
}
