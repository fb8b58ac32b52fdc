/** Segments as they were made from one file, to be found again in another: everything but the customers. */
export interface SavedModel {
  /** In the order of the axes' `feature`. */
  readonly features: readonly SavedFeature[];
  readonly axes: readonly SavedAxis[];
  readonly metric: "euclidean" | "manhattan";
  /** What stands for each segment, in the space of the axes. */
  readonly places: readonly (readonly number[])[];
  readonly names: readonly string[];
}

export interface SavedFeature {
  /** As a link writes features. */
  readonly text: string;
  /** Words in the order of the axes; null for a number. */
  readonly levels: readonly string[] | null;
  /** What missing values were filled with, and where values were capped, after the transformation; null for neither. */
  readonly filledWith: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** axis = (value - centre) / scale × weight. */
export interface SavedAxis {
  readonly feature: number;
  /** Which of the feature's levels; null for a number. */
  readonly level: number | null;
  readonly centre: number;
  readonly scale: number;
  readonly weight: number;
}

/** Longest text that still leaves room for the rest of a link. */
export const LONGEST_MODEL = 5_000;

const [FIELD, ITEM, PART] = ["!", "*", "'"] as const;
const VERSION = "1";

/** Six digits: a place is not known better than that, and a link has to stay short. */
const digits = (value: number | null): string => (value === null ? "" : String(Number(value.toPrecision(6))));

/** Letters that part the text are written as percent codes inside names. */
const guarded = (name: string): string =>
  name.replaceAll(/[%!*'()]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
const unguarded = (text: string): string =>
  text.replaceAll(/%(25|21|2A|27|28|29)/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The model as one line of text, for a link. */
export function writeModel({ features, axes, metric, places, names }: SavedModel): string {
  const feature = ({ text, levels, filledWith, lower, upper }: SavedFeature): string =>
    [
      guarded(text),
      digits(filledWith),
      digits(lower),
      digits(upper),
      levels === null ? "" : "(",
      ...(levels ?? []).map(guarded),
    ].join(PART);
  const axis = ({ feature: at, level, centre, scale, weight }: SavedAxis): string =>
    [at, level ?? "", digits(centre), digits(scale), digits(weight)].join(PART);
  return [
    VERSION,
    metric === "manhattan" ? "m" : "e",
    features.map(feature).join(ITEM),
    axes.map(axis).join(ITEM),
    places.map((place) => place.map(digits).join(PART)).join(ITEM),
    names.map(guarded).join(ITEM),
  ].join(FIELD);
}

/** The model that a text means; null where it is damaged or does not fit together. */
export function readModel(text: string): SavedModel | null {
  const [version, metric, features, axes, places, names, ...more] = text.split(FIELD);
  if (version !== VERSION || names === undefined || more.length > 0) return null;
  const model: SavedModel = {
    features: (features ?? "").split(ITEM).map(readSavedFeature),
    axes: (axes ?? "").split(ITEM).map(readAxis),
    metric: metric === "m" ? "manhattan" : "euclidean",
    places: (places ?? "").split(ITEM).map((place) => place.split(PART).map(number)),
    names: names.split(ITEM).map(unguarded),
  };
  return fits(model) ? model : null;
}

const number = (text: string): number => (text === "" ? Number.NaN : Number(text));
const optional = (text: string | undefined): number | null => (text === undefined || text === "" ? null : Number(text));

function readSavedFeature(item: string): SavedFeature {
  const [text = "", filledWith, lower, upper, mark, ...levels] = item.split(PART);
  return {
    text: unguarded(text),
    levels: mark === "(" ? levels.map(unguarded) : null,
    filledWith: optional(filledWith),
    lower: optional(lower),
    upper: optional(upper),
  };
}

function readAxis(item: string): SavedAxis {
  const [feature = "", level, centre = "", scale = "", weight = ""] = item.split(PART);
  return {
    feature: number(feature),
    level: optional(level),
    centre: number(centre),
    scale: number(scale),
    weight: number(weight),
  };
}

/** Every number is one, every axis has its feature and level, every place its axes, every segment its name. */
function fits({ features, axes, places, names }: SavedModel): boolean {
  const finite = (value: number | null): boolean => value === null || Number.isFinite(value);
  const own = ({ feature, level }: SavedAxis): boolean => {
    const levels = features[feature]?.levels;
    if (levels === undefined) return false;
    return level === null
      ? levels === null
      : levels !== null && Number.isInteger(level) && level >= 0 && level < levels.length;
  };
  return (
    features.every(({ text, filledWith, lower, upper }) => text !== "" && [filledWith, lower, upper].every(finite)) &&
    axes.every(
      (axis) =>
        own(axis) &&
        finite(axis.centre) &&
        axis.scale > 0 &&
        axis.weight > 0 &&
        finite(axis.scale) &&
        finite(axis.weight),
    ) &&
    places.every((place) => place.length === axes.length && place.every(finite)) &&
    names.length === places.length &&
    names.every((name) => name !== "")
  );
}
