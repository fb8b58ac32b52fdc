import { RFM_BINS, type RfmCuts } from "./rfm-scores";

/** The measures as a link names them. */
const KEYS = [
  ["rec", "recency"],
  ["n", "frequency"],
  ["amt", "money"],
] as const;

/** Cut points of one's own as a link carries them: `rec:115,181,297.4,482;n:4,5,6,8;amt:255.8,382,506.4,666`. */
export function rfmCutsText(cuts: Partial<RfmCuts>): string {
  return KEYS.flatMap(([key, measure]) => {
    const points = cuts[measure];
    return points === undefined ? [] : [`${key}:${points.join(",")}`];
  }).join(";");
}

/**
 * The cut points that a text means; a measure that it does not name keeps its quantiles, so an empty text means none. Null
 * where a measure is unknown or there twice, or has not exactly one number between each two scores, ascending.
 */
export function readRfmCuts(text: string): Partial<RfmCuts> | null {
  const found: { -readonly [Measure in keyof RfmCuts]?: RfmCuts[Measure] } = {};
  if (text === "") return found;
  for (const part of text.split(";")) {
    const [key, list, more] = part.split(":");
    const measure = KEYS.find(([known]) => known === key)?.[1];
    const points = readPoints(list ?? "");
    if (measure === undefined || points === null || more !== undefined || found[measure] !== undefined) return null;
    found[measure] = points;
  }
  return found;
}

const NUMBER = /^-?\d{1,21}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?$/u;

function readPoints(list: string): readonly number[] | null {
  const words = list.split(",");
  if (words.length !== RFM_BINS - 1 || !words.every((word) => NUMBER.test(word))) return null;
  const points = words.map(Number);
  return points.every((point, at) => Number.isFinite(point) && (at === 0 || point >= (points[at - 1] ?? NaN)))
    ? points
    : null;
}
