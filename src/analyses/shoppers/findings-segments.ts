import { format } from "../../charts/format";
import { ballots } from "../../segmentation/ballots";
import { isTiny } from "../../segmentation/cautions";
import { wordsForSilhouette } from "../../segmentation/judge";
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
  const votes = howMany === null ? [] : ballots(howMany);
  const same = votes.filter(({ k }) => k === made.k).length;
  return [
    `By ${features.length} features of behaviour alone, without rules, ${several(total, result)} fall into ${names.length} segments: ${named.join(", ")}${more}. They are ${wordsForSilhouette(indices.silhouette)} (silhouette ${format(indices.silhouette, "score")}).`,
    ...(howMany === null
      ? []
      : [
          `${same} of ${votes.length} indices prefer ${made.k} segments; the others ${otherVotes(votes, made.k)}. In bootstrap samples the same segments come again with an adjusted Rand index of ${format(howMany.stability.mean, "score")} (${format(howMany.stability.low95, "score")} to ${format(howMany.stability.high95, "score")}).`,
        ]),
  ];
}

function otherVotes(votes: ReturnType<typeof ballots>, own: number): string {
  const rest = votes.filter(({ k }) => k !== own).map(({ label, k }) => `${label} ${k ?? "has no answer"}`);
  return rest.length === 0 ? "are none" : `prefer: ${rest.join(", ")}`;
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
    ...(indices.silhouette < 0.25
      ? ["The segments overlap so much that each is rather a slice of one crowd than a group of its own."]
      : []),
    ...(howMany !== null && howMany.stability.mean < 0.6
      ? [`Another sample of the same ${result.one}s would give other segments.`]
      : []),
    ...(tiny > 0
      ? [`${tiny === 1 ? "One segment is" : `${tiny} segments are`} so small that chance may have made it.`]
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
