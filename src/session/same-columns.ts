import type { DerivedColumn, LabelColumn } from "../data/derive";

/** Columns by name. */
export type NamedColumns = Readonly<Record<string, DerivedColumn>>;

/** True where two tables have the same columns with the same values in the same order; NaN equals NaN. */
export function sameColumns(one: NamedColumns, other: NamedColumns): boolean {
  const names = Object.keys(one);
  if (names.join("\0") !== Object.keys(other).join("\0")) return false;
  return names.every((name) => sameValues(one[name], other[name]));
}

function sameValues(one: DerivedColumn | undefined, other: DerivedColumn | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  if ("codes" in one || "codes" in other) return "codes" in one && "codes" in other && sameLabels(one, other);
  if (one.constructor !== other.constructor || one.length !== other.length) return false;
  return one.every((value, at) => Object.is(value, other[at]));
}

const sameLabels = (one: LabelColumn, other: LabelColumn): boolean =>
  one.labels.join("\0") === other.labels.join("\0") && sameValues(one.codes, other.codes);
