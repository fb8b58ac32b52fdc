import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import type { BehaviourSegments } from "./behaviour-segments";
import type { ShoppersResult } from "./result";
import { SEGMENTS_SECTION } from "./sections";
import { groupNames, several } from "./words";

/** From here on two groupings say much the same (Steinley 2004 calls less than this poor). */
const ALIKE = 0.65;

/** Which kinds are in each segment, and whether both part people alike. */
export function segmentKindsFigure(result: ShoppersResult, segments: BehaviourSegments): Figure {
  const { names, makeUp, agreement } = segments;
  const groups = groupNames(result)
    .map((name, at) => ({ name, at }))
    .filter(({ at }) => (makeUp.categoryTotals[at] ?? 0) > 0);
  const cell = (values: ArrayLike<number>, segment: number, kind: number): number =>
    values[segment * makeUp.categories + kind] ?? NaN;
  const pairs = names.flatMap((_, segment) => groups.map(({ at }) => ({ segment, at })));
  const index = format(agreement, "score");
  return {
    id: "shoppers-segments-kinds",
    section: SEGMENTS_SECTION,
    title:
      agreement >= ALIKE
        ? "The segments find much the same groups as the rules"
        : "The segments are not the kinds: they part people in another way",
    subtitle: `Share of each segment that is of a kind; adjusted Rand index ${index}, Cramér’s V ${format(makeUp.cramersVCorrected, "score")}`,
    chart: heatmap({
      rows: names.map(({ name }) => name),
      columns: groups.map(({ name }) => name),
      values: names.map((_, segment) => groups.map(({ at }) => cell(makeUp.share, segment, at))),
      scale: "intensity",
      print: (value) => `${Math.round(100 * value)} %`,
      hover: (segment, g) =>
        `${names[segment]?.name ?? ""}: ${several(cell(makeUp.counts, segment, groups[g]?.at ?? -1), result)} of the kind “${groups[g]?.name ?? ""}”`,
      description: `Kinds in each of ${names.length} segments; adjusted Rand index ${index}.`,
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "Kind", format: "text" },
        { label: "Both", format: "count" },
        { label: "Of the segment", format: "share" },
        { label: "Lift (× share of all)", format: "score" },
        { label: "Standardised residual", format: "score" },
      ],
      values: [
        pairs.map(({ segment }) => names[segment]?.name ?? ""),
        pairs.map(({ at }) => groupNames(result)[at] ?? ""),
        Float64Array.from(pairs, ({ segment, at }) => cell(makeUp.counts, segment, at)),
        Float64Array.from(pairs, ({ segment, at }) => cell(makeUp.share, segment, at)),
        Float64Array.from(pairs, ({ segment, at }) => cell(makeUp.lift, segment, at)),
        Float64Array.from(pairs, ({ segment, at }) => cell(makeUp.residuals, segment, at)),
      ],
    },
    explain: {
      text: "The adjusted Rand index compares two groupings pair by pair: 1 is the same groups, 0 no more alike than chance (Hubert and Arabie 1985); less than 0.65 is called poor agreement (Steinley 2004). Rules that ask for the same features as the segments agree by that alone.",
      parameters: { "chi-squared": makeUp.chiSquared, degrees: makeUp.degrees, n: makeUp.n },
    },
    ...(makeUp.caution ? { caution: "Many cells expect fewer than 5, so residuals are rough." } : {}),
    span: 6,
  };
}
