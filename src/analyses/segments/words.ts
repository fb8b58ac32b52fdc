import { categorical } from "../../charts/colours";
import { format } from "../../charts/format";
import { algorithmOf } from "./algorithms";
import type { SegmentsResult } from "./result";

/** The same segment has the same colour on every chart; noise is grey. */
export const segmentColour = (segment: number): string => (segment < 0 ? "var(--muted)" : categorical(segment));

export const NOISE = "Noise";

/** Name of a segment, or of what is in none. */
export const segmentName = ({ names }: Pick<SegmentsResult, "names">, segment: number): string =>
  segment < 0 ? NOISE : (names[segment]?.name ?? `Segment ${segment + 1}`);

/** How the groups were made, for an explanation. */
export function howGrouped({ grouping, features, prepared, treatment }: SegmentsResult): {
  readonly text: string;
  readonly parameters: Readonly<Record<string, string | number>>;
} {
  return {
    text: `${format(prepared.rows.length, "count", "full")} were grouped by ${algorithmOf(grouping.algorithm).label}, which looks for ${algorithmOf(grouping.algorithm).seeks}, from the prepared features.`,
    parameters: {
      algorithm: grouping.algorithm,
      ...grouping.parameters,
      features: features.map(({ label }) => label).join(", "),
      scaling: treatment.scaling,
      outliers: treatment.outliers.method,
      missing: treatment.missing,
    },
  };
}
