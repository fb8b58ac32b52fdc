import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { significant } from "../../charts/significant";
import { meanFormat } from "../../segmentation/readings";
import type { FeatureProfile, ProfileOutput, SegmentSpread } from "../../workers/lab/describing";
import type { ShoppersResult } from "./result";
import { PROFILE_SECTION } from "./sections";
import { groupNames, several } from "./words";

/** Colours reach to eight times as much, or an eighth. */
const MOST_DOUBLED = 3;

/** Stands for a mean of zero, whose logarithm is no number. */
const ZERO = -1e3;

/** What each kind does more, or less, than all. */
export function profileFigure(result: ShoppersResult, profile: ProfileOutput): Figure {
  const { features } = result.behaviour;
  const groups = groupNames(result)
    .map((name, at) => ({ name, at }))
    .filter(({ at }) => (profile.features[0]?.segments[at]?.n ?? 0) > 0);
  const spread = (feature: number, group: number): SegmentSpread | undefined =>
    profile.features[feature]?.segments[group];
  const doubled = (lift: number | null | undefined): number =>
    lift === null || lift === undefined ? NaN : lift === 0 ? ZERO : Math.log2(lift);
  return {
    id: "shoppers-profile",
    section: PROFILE_SECTION,
    title: titleOf(result, profile, groups),
    subtitle: `Mean of each kind over the mean of all ${several(result.total, result)}`,
    chart: heatmap({
      rows: features.map(({ label }) => label),
      columns: groups.map(({ name }) => name),
      values: features.map((_, f) => groups.map(({ at }) => doubled(spread(f, at)?.lift))),
      scale: "diverging",
      limit: MOST_DOUBLED,
      print: (value) => `${value === ZERO ? "0" : significant(2 ** value, 2)} ×`,
      hover: (f, g) => {
        const [feature, group] = [features[f], groups[g]];
        const own = spread(f, group?.at ?? -1);
        const as = meanFormat(feature?.format ?? "number");
        const all = profile.features[f]?.all;
        return `${group?.name ?? ""}: ${feature?.label ?? ""} ${format(own?.mean, as)} on average, median ${format(own?.median, as)}; all: ${format(all?.mean, as)} and ${format(all?.median, as)}`;
      },
      description: `Means of ${features.length} features in ${groups.length} kinds, against those of all.`,
    }),
    table: tableOf(result, profile, groups),
    explain: {
      text: "Of those whose value is known. Lift is the mean of the kind over the mean of all, those of no kind among them: 2 × is twice as much. Features that the kind’s own rule asks for stand out by the rule.",
      sql: result.behaviour.sql,
    },
    span: 12,
  };
}

type Groups = readonly { readonly name: string; readonly at: number }[];

function titleOf({ behaviour }: ShoppersResult, { ranking, features }: ProfileOutput, groups: Groups): string {
  const [first] = ranking;
  const eta = first === undefined ? NaN : (features[first]?.etaSquared ?? NaN);
  if (first === undefined || !Number.isFinite(eta)) return "No number tells the kinds apart";
  return `${behaviour.features[first]?.label ?? ""} tells the ${groups.length} kinds apart most: they explain ${format(eta, "share")} of its variance`;
}

/** A row per kind and feature, with the median of the kind and of all. */
function tableOf({ behaviour }: ShoppersResult, profile: ProfileOutput, groups: Groups): Figure["table"] {
  const rows = groups.flatMap((group) => behaviour.features.map((feature, f) => ({ group, feature, f })));
  const column = (read: (own: SegmentSpread | undefined, all: FeatureProfile | undefined) => number): Float64Array =>
    Float64Array.from(rows, ({ group, f }) => read(profile.features[f]?.segments[group.at], profile.features[f]));
  return {
    columns: [
      { label: "Kind", format: "text" },
      { label: "Feature", format: "text" },
      { label: "Known", format: "count" },
      { label: "Median", format: "number" },
      { label: "Median of all", format: "number" },
      { label: "Mean", format: "number" },
      { label: "Lift (× mean of all)", format: "score" },
    ],
    values: [
      rows.map(({ group }) => group.name),
      rows.map(({ feature }) => feature.label),
      column((own) => own?.n ?? NaN),
      column((own) => own?.median ?? NaN),
      column((_, feature) => feature?.all.median ?? NaN),
      column((own) => own?.mean ?? NaN),
      column((own) => own?.lift ?? NaN),
    ],
  };
}
