import type { Treatment } from "../workers/contract";
import { sameValue } from "./setting-value";
import type { AnyValue } from "./settings";
import { writeOutliers } from "./treatment-text";
import type { Filters, View } from "./view";

/**
 * Whether two views ask the same of a file: roles, steps, treatment, filters and settings agree. The page and the file
 * do not matter, nor the order in which a person made the choices.
 */
export function sameRecipe(a: View, b: View): boolean {
  return (
    sameSet(a.roles.map(String), b.roles.map(String)) &&
    sameSet(a.stepsOff, b.stepsOff) &&
    sameTreatment(a, b) &&
    sameFilters(a.filters, b.filters) &&
    sameMap(a.settings, b.settings, (x, y) => sameMap(x, y, (u: AnyValue, v: AnyValue) => sameValue(u, v)))
  );
}

/** Whether two filters keep the same sessions. */
export function sameFilters(a: Filters, b: Filters): boolean {
  return sameRows(a, b) && sameSet(a.segments, b.segments);
}

/** Whether two filters keep the same sessions, that on segments left aside. */
export function sameRows(a: Filters, b: Filters): boolean {
  const lists = ["makers", "handsets", "locations", "apps"] as const;
  return a.from === b.from && a.to === b.to && lists.every((list) => sameSet(a[list], b[list]));
}

function sameTreatment(a: View, b: View): boolean {
  return (
    a.treatment.missing === b.treatment.missing &&
    a.treatment.scaling === b.treatment.scaling &&
    writeOutliers(a.treatment.outliers) === writeOutliers(b.treatment.outliers)
  );
}

function sameSet<T>(a: readonly T[], b: readonly T[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((item) => right.has(item));
}

function sameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, same: (x: T, y: T) => boolean): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, value]) => {
      const other = b.get(key);
      return other !== undefined && same(value, other);
    })
  );
}

/** Whether two views clean the file alike: the same meanings of columns, the same steps. */
export function sameCleaning(a: View, b: View): boolean {
  return sameList(a.roles, b.roles) && sameList(a.stepsOff, b.stepsOff);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Names of the parts in which two treatments differ. */
export function treatmentParts(before: Treatment, after: Treatment): string {
  const names = Object.keys(after) as (keyof Treatment)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).join(" ");
}
