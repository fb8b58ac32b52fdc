import { format } from "../../charts/format";
import type { Finding, KeyFigure } from "../analysis";
import { algorithmOf } from "./algorithms";
import { separationCautions, votesSentence, wordsForSilhouette } from "../../segmentation/separation-words";
import { ruleWords } from "../../segmentation/tree-words";
import type { SegmentsResult } from "./result";
import { counted, unitsOf } from "../units";
import { howGrouped, segmentName } from "./words";

/** One sentence that answers which kinds there are. */
export function segmentAnswer(result: SegmentsResult): string {
  const { names, grouping } = result;
  if (grouping.k === 0) return `No dense place was found: all ${unitsOf(result)} are noise with these settings.`;
  if (grouping.k === 1) return `All ${unitsOf(result)} form one group with these settings.`;
  const named = names
    .slice(0, 3)
    .map(({ name }, segment) => `“${name}” (${format(shareOf(result, segment), "share")})`);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return `${counted(result.prepared.rows.length, result)} fall into ${grouping.k} segments: ${named.join(", ")}${more}.`;
}

const shareOf = ({ indices, prepared }: SegmentsResult, segment: number): number =>
  (indices.clusters[segment]?.size ?? 0) / prepared.rows.length;

/** Four to six numbers at a glance. */
export function segmentCards(result: SegmentsResult): readonly KeyFigure[] {
  const { grouping, indices, howMany } = result;
  const explain = howGrouped(result);
  const separation = wordsForSilhouette(indices.silhouette);
  return [
    { label: "Segments", value: format(grouping.k, "count"), note: algorithmOf(grouping.algorithm).label, explain },
    {
      label: "Grouped",
      value: format(result.prepared.rows.length - grouping.noise, "count"),
      unit: unitsOf(result),
      note: grouping.noise > 0 ? `${format(grouping.noise, "count")} noise` : "all of them",
      explain,
    },
    {
      label: "Silhouette",
      value: format(indices.silhouette, "score"),
      note: separation,
      explain: { text: "From -1 to 1: how much nearer one is to the own segment than to the next (Rousseeuw 1987)." },
    },
    {
      label: "Stability",
      value: howMany === null ? "…" : format(howMany.stability.mean, "score"),
      note:
        howMany === null
          ? "being computed"
          : `${format(howMany.stability.low95, "score")} to ${format(howMany.stability.high95, "score")}`,
      explain: {
        text: "Mean adjusted Rand index between k-means on all and on bootstrap resamples: 1 is the same segments every time.",
      },
    },
    {
      label: "Features",
      value: format(result.features.length, "count"),
      note: `${result.prepared.matrix.d} axes`,
      explain: { text: result.features.map(({ label }) => label).join(", ") },
    },
  ];
}

/** Plain sentences with their numbers, cautions last. */
export function segmentFindings(result: SegmentsResult): readonly Finding[] {
  const explain = howGrouped(result);
  const info = (text: string): Finding => ({ text, level: "info", explain });
  const caution = (text: string): Finding => ({ text, level: "caution", explain });
  const { howMany, grouping } = result;
  const votes = howMany === null ? [] : [votesSentence(howMany, grouping.k)];
  return [...[...describedBy(result), ...votes].map(info), ...cautionsOf(result).map(caution)];
}

/** Segments described in findings; the rules card has all. */
const DESCRIBED = 3;

function describedBy(result: SegmentsResult): readonly string[] {
  const { description, names } = result;
  return names.slice(0, DESCRIBED).flatMap((_, segment) => {
    const rule = description.rules[segment]?.rules[0];
    if (rule === undefined || rule.conditions.length === 0) return [];
    return [
      `${format(rule.precision, "share")} of those with ${ruleWords(rule, description.asked)} are in “${segmentName(result, segment)}”, and they are ${format(rule.coverage, "share")} of it.`,
    ];
  });
}

function cautionsOf(result: SegmentsResult): readonly string[] {
  const { grouping, features, prepared, customers, indices, howMany, leftOut } = result;
  const constant = features.filter((_, at) => prepared.features[at]?.constant === true).map(({ label }) => label);
  const left = customers - prepared.rows.length;
  return [
    ...grouping.notes,
    ...leftOut.map((why) => `A feature was left out. ${why}`),
    ...separationCautions(indices.silhouette, howMany, "customers"),
    ...(grouping.noise > prepared.rows.length / 2
      ? [`More than half are noise: raise the reach, or lower the smallest segment.`]
      : []),
    ...(constant.length > 0 ? [`${constant.join(", ")}: the same for everybody, so it tells nobody apart.`] : []),
    ...(left > 0 ? [`${counted(left, result)} are in no segment because the treatment left them out.`] : []),
  ];
}
