import { format } from "../../charts/format";
import { isTiny } from "../../segmentation/cautions";
import { separationCautions, votesSentence, wordsForSilhouette } from "../../segmentation/separation-words";
import type { BehaviourSegments } from "./behaviour-segments";
import type { ShoppersResult } from "./result";
import { several } from "./words";

/** Segments named in one sentence. */
const NAMED = 3;

/** What the segments are, and what speaks for their number. */
export function segmentSentences(result: ShoppersResult): readonly string[] {
  const { segments } = result;
  if (segments === null || "problem" in segments) return [];
  const { names, indices, made, prepared, features, howMany } = segments;
  const total = prepared.rows.length;
  const size = (at: number): string => format((indices.clusters[at]?.size ?? 0) / total, "share");
  const named = names.slice(0, NAMED).map(({ name }, at) => `“${name}” (${size(at)})`);
  const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : "";
  return [
    `By ${features.length} features of behaviour alone, without rules, ${several(total, result)} fall into ${names.length} segments: ${named.join(", ")}${more}. They are ${wordsForSilhouette(indices.silhouette)} (silhouette ${format(indices.silhouette, "score")}).`,
    ...(howMany === null
      ? []
      : [
          `${votesSentence(howMany, made.k)} In bootstrap samples the same segments come again with an adjusted Rand index of ${format(howMany.stability.mean, "score")} (${format(howMany.stability.low95, "score")} to ${format(howMany.stability.high95, "score")}).`,
        ]),
  ];
}

/** What a reader must know before trusting the segments. */
export function segmentCautions(result: ShoppersResult): readonly string[] {
  const { segments } = result;
  if (segments === null) return [];
  if ("problem" in segments) return [`There are no segments by behaviour. ${segments.problem}`];
  const { names, indices, made, howMany, prepared } = segments;
  const total = prepared.rows.length;
  const tiny = names.filter((_, at) => isTiny(indices.clusters[at]?.size ?? 0, total)).length;
  return [
    ...made.notes,
    ...separationCautions(indices.silhouette, howMany, `${result.one}s`),
    ...(tiny > 0
      ? [
          tiny === 1
            ? "One segment is so small that chance may have made it."
            : `${tiny} segments are so small that chance may have made them.`,
        ]
      : []),
    ...featureCautions(result, segments),
  ];
}

/** Features that were filled in, are the same for all, or were not used, and who was left out. */
function featureCautions(
  result: ShoppersResult,
  { features, leftOut, prepared }: BehaviourSegments,
): readonly string[] {
  const { missing } = result.treatment;
  const treated = features.map(({ label }, at) => ({ label, own: prepared.features[at] }));
  const filled = treated.flatMap(({ label, own }) =>
    own !== undefined && own.missing > 0 ? [`${label} ${format(own.missing, "count", "full")}`] : [],
  );
  const constant = treated.flatMap(({ label, own }) => (own?.constant === true ? [label] : []));
  const gone = result.total - prepared.rows.length;
  return [
    ...(filled.length > 0 && missing !== "drop"
      ? [
          `For the segments, what is not known was taken to be ${missing === "zero" ? "zero" : `the ${missing} of the others`}: ${filled.join(", ")} of ${several(result.total, result)}.`,
        ]
      : []),
    ...(gone > 0 ? [`${several(gone, result)} are in no segment because the treatment left them out.`] : []),
    ...(leftOut.length > 0
      ? [`Known of less than half, so not used for the segments: ${leftOut.map(({ label }) => label).join(", ")}.`]
      : []),
    ...(constant.length > 0 ? [`The same for everybody, so it makes no segment: ${constant.join(", ")}.`] : []),
  ];
}
