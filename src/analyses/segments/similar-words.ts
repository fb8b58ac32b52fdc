import { format } from "../../charts/format";
import type { LabFeature } from "../../segmentation/lab-feature";
import type { SimilarRow } from "../../workers/lab/similar";
import type { SegmentsResult } from "./result";

/** What others are compared with: what a feature is there as a person reads it, and how two values are put side by side. */
export interface Compared {
  value(feature: number): string;
  near(own: string, other: string): string;
  far(own: string, other: string): string;
}

/** Features named at most: those in which a row is near, and those in which it is far. */
const [NAMED_NEAR, NAMED_FAR] = [3, 2];

/** As near as no more than this share of the others is something particular. */
const PARTICULAR = 0.5;

/** A second feature that makes less of the distance is not worth a word. */
const MUCH = 0.25;

/** A customer's value as it is in the file. */
export function ownValue({ features, prepared }: SegmentsResult, row: number, feature: number): string {
  const { column, levels, format: as } = features[feature] ?? NOTHING;
  const value = column[prepared.rows[row] ?? -1];
  if (value === undefined || Number.isNaN(value)) return "not known";
  return levels === null ? format(value, as) : (levels[value] ?? "–");
}

const NOTHING: Pick<LabFeature, "column" | "levels" | "format"> = {
  column: new Float64Array(),
  levels: null,
  format: "number",
};

/** What makes most of its distance: one feature, and others that make much of it. */
function farthest({ contributions }: SimilarRow): readonly number[] {
  const share = (feature: number): number => contributions[feature] ?? 0;
  return [...contributions.keys()]
    .filter((feature) => share(feature) > 0)
    .toSorted((a, b) => share(b) - share(a))
    .filter((feature, at) => at === 0 || share(feature) >= MUCH)
    .slice(0, NAMED_FAR);
}

/** Where it is nearest: features in which few others are as near, the fewest first; of those that part it only if no other is. */
function nearest(one: SimilarRow): readonly number[] {
  const share = (feature: number): number => one.asNear[feature] ?? 1;
  const particular = [...one.asNear.keys()]
    .filter((feature) => share(feature) <= PARTICULAR)
    .toSorted((a, b) => share(a) - share(b));
  const far = farthest(one);
  const others = particular.filter((feature) => !far.includes(feature));
  return (others.length > 0 ? others : particular).slice(0, NAMED_NEAR);
}

/** “visits 12 and 13 (2 %); …”, with the share of the others that are as near in it. */
export function nearWords(result: SegmentsResult, one: SimilarRow, compared: Compared): string {
  if (one.distance === 0) return "everything";
  const words = nearest(one).map((feature) => {
    const said = compared.near(compared.value(feature), ownValue(result, one.row, feature));
    return `${labelOf(result, feature)} ${said} (${shareWords(one.asNear[feature] ?? NaN)})`;
  });
  return words.join("; ") || "nothing in particular";
}

/** “spending 20, not 80 (70 %); …”, with the share of the squared distance that it makes. */
export function farWords(result: SegmentsResult, one: SimilarRow, compared: Compared): string {
  const words = farthest(one).map((feature) => {
    const said = compared.far(compared.value(feature), ownValue(result, one.row, feature));
    return `${labelOf(result, feature)} ${said} (${shareWords(one.contributions[feature] ?? NaN)})`;
  });
  return words.join("; ") || "nothing";
}

const labelOf = ({ features }: SegmentsResult, feature: number): string => features[feature]?.label ?? "";

/** A share that is not 0 is never said to be. */
export const shareWords = (share: number): string =>
  share > 0 && share < 0.001 ? "under 0.1 %" : format(share, "share");

/** “3”, or “3 =” where several are at the same distance, listed or not. */
export function placesOf(rows: readonly SimilarRow[], tied: number): readonly string[] {
  const last = rows.at(-1)?.place;
  return rows.map(({ place }) => {
    const shared = rows.filter((other) => other.place === place).length > 1 || (tied > 0 && place === last);
    return shared ? `${place} =` : String(place);
  });
}
