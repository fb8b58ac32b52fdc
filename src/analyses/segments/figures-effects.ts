import type { Figure } from "../../charts/figure";
import type { SegmentsResult } from "./result";
import { TELLING_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { segmentName } from "./words";

/** How segments differ in every feature: the whole of the profile as a table. */
export function effectsFigure(result: SegmentsResult): Figure {
  const { description, names } = result;
  const lines = description.profile.ranking.flatMap((at) => names.map((_, segment) => ({ at, segment })));
  const told = ({ at, segment }: { at: number; segment: number }) =>
    description.profile.features[at]?.segments[segment];
  const column = (read: (one: NonNullable<ReturnType<typeof told>>) => number | null): Float64Array =>
    Float64Array.from(lines, (line) => {
      const one = told(line);
      return one === undefined ? NaN : (read(one) ?? NaN);
    });
  return {
    id: "segments-effects",
    section: TELLING_SECTION,
    title: "The whole profile: means, medians, lift and effect sizes",
    subtitle: `Untreated values of ${counted(result.prepared.rows.length, result)}; features that made the segments and those beside them`,
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Segment", format: "text" },
        ...(["n", "Missing"] as const).map((label) => ({ label, format: "count" as const })),
        ...(["Mean", "Median", "Standard deviation", "Lowest", "Highest"] as const).map((label) => ({
          label,
          format: "number" as const,
        })),
        { label: "Standard deviations from all", format: "score" },
        { label: "Lift (mean / mean of all)", format: "score" },
        { label: "Cohen's d against the rest", format: "score" },
        { label: "Chance to be higher than the rest", format: "share" },
      ],
      values: [
        lines.map(({ at }) => description.columns[at]?.label ?? ""),
        lines.map(({ segment }) => segmentName(result, segment)),
        column(({ n }) => n),
        column(({ missing }) => missing),
        column(({ mean }) => mean),
        column(({ median }) => median),
        column(({ sd }) => sd),
        column(({ min }) => min),
        column(({ max }) => max),
        column(({ z }) => z),
        column(({ lift }) => lift),
        column(({ cohensD }) => cohensD),
        column(({ superiority }) => superiority),
      ],
    },
    explain: {
      text: `Lift is the segment's mean over the mean of all ${unitsOf(result)}; empty where that is 0 or of another sign. Cohen's d is the difference to the rest in pooled standard deviations. The last column is the probability that one of the segment has the higher value than one of the rest, ties half.`,
    },
    span: 12,
  };
}
