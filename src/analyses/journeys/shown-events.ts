import { eventLabel, type Log } from "../../behaviour/log";

/** Rare events together, in matrices and flows. */
export const OTHERS = "other events";
export const STARTS = "(the visit begins)";
export const ENDS = "(the visit ends)";

/** Events shown one by one. */
export interface ShownEvents {
  readonly numbers: readonly number[];
  readonly labels: readonly string[];
  /** Events that are shown together as the last label. */
  readonly rest: number;
}

/** The most frequent events, and those that must be there; the rest are one, counted. */
export function shownEvents({ names }: Pick<Log, "names">, most: number, wanted: readonly number[] = []): ShownEvents {
  const byCount = [...names.numbers.keys()].toSorted((a, b) => (names.counts[b] ?? 0) - (names.counts[a] ?? 0));
  const frequent = byCount.map((place) => names.numbers[place] as number).filter((code) => !wanted.includes(code));
  const shown = [...wanted, ...frequent.slice(0, Math.max(0, most - wanted.length))];
  const rest = names.numbers.length - shown.length;
  return {
    numbers: shown,
    labels: [...shown.map((code) => eventLabel(names, code)), ...(rest > 0 ? [OTHERS] : [])],
    rest,
  };
}

/** The place of a number among those shown; of the rest, the place after them. */
export const shownPlace = ({ numbers }: ShownEvents, code: number): number => {
  const place = numbers.indexOf(code);
  return place < 0 ? numbers.length : place;
};
