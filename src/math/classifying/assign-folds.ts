import type { ValidationInput } from "../../workers/lab/validating";
import { InputError } from "../input-error";
import { allRows } from "../complete-rows";
import { seededRandom } from "../random";
import { foldsByTime } from "./folds-by-time";

/** Fold each row is tested in, 0 … folds - 1; -1 is never tested. */
export interface Folds {
  readonly assignment: Int32Array;
  readonly folds: number;
}

/**
 * Deals rows to folds so that each holds its share of both outcomes: by time where rows have one, whole groups where rows
 * have those, else row by row. InputError when there are fewer groups, times or rows than folds, or a given assignment makes
 * no sense.
 */
export function* assignFolds(input: Omit<ValidationInput, "model" | "columns">): Generator<number, Folds, void> {
  const { outcome, folds = 5, seed, groups, time, assignment } = input;
  const n = outcome.length;
  for (const given of [groups, time, assignment])
    if (given && given.length !== n) throw new InputError("Every row must have one customer, time and fold.");
  if (assignment) return checked(assignment);
  if (!Number.isInteger(folds) || folds < 2 || folds > 50)
    throw new InputError("The number of folds must be a whole number from 2 to 50.");
  if (time) return { assignment: foldsByTime(time, folds), folds };
  const random = seededRandom(seed);
  const dealt = groups ? byGroup(groups, outcome, folds, random) : yield* byRow(outcome, folds, random);
  return { assignment: dealt, folds };
}

function checked(assignment: Int32Array): Folds {
  const folds = assignment.reduce((most, fold) => Math.max(most, fold), -1) + 1;
  const used = new Set(assignment);
  const whole = Array.from({ length: folds }, (_, fold) => used.has(fold)).every(Boolean);
  if (folds < 1 || !whole || assignment.some((fold) => fold < -1))
    throw new InputError("The folds must be numbered from 0 without a gap.");
  return { assignment: assignment.slice(), folds };
}

/** Shuffles the rows of each kind and deals them out in turn. */
function* byRow(outcome: Uint8Array, folds: number, random: () => number): Generator<number, Int32Array, void> {
  const assignment = new Int32Array(outcome.length);
  let dealt = 0;
  for (const kind of [1, 0]) {
    const rows = allRows(outcome.length).filter((row) => outcome[row] === kind);
    yield 0;
    shuffled(rows, random);
    yield 0;
    for (let at = 0; at < rows.length; at++) assignment[rows[at] as number] = dealt++ % folds;
  }
  return assignment;
}

/** Those with most outcomes first, each to the fold that has fewest of them so far, then fewest rows. */
function byGroup(groups: Int32Array, outcome: Uint8Array, folds: number, random: () => number): Int32Array {
  const sizes = new Map<number, { positives: number; rows: number }>();
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number;
    const size = sizes.get(group) ?? { positives: 0, rows: 0 };
    sizes.set(group, { positives: size.positives + (outcome[row] as number), rows: size.rows + 1 });
  }
  if (sizes.size < folds)
    throw new InputError(`There are only ${sizes.size} customers for ${folds} folds. Take fewer folds.`);
  const keys = Array.from(shuffled(Int32Array.from(sizes.keys()), random));
  const sizeOf = (key: number): { positives: number; rows: number } => sizes.get(key) ?? { positives: 0, rows: 0 };
  keys.sort((a, b) => sizeOf(b).positives - sizeOf(a).positives || sizeOf(b).rows - sizeOf(a).rows);
  const filled = Array.from({ length: folds }, () => ({ positives: 0, rows: 0 }));
  const foldOf = new Map<number, number>();
  for (const key of keys) {
    const { positives, rows } = sizeOf(key);
    const emptier = (a: number, b: number): number => {
      const [x, y] = [filled[a], filled[b]];
      if (!x || !y) return a;
      const first = positives > 0 ? x.positives - y.positives : 0;
      return (first || x.rows - y.rows) <= 0 ? a : b;
    };
    const fold = Array.from(filled.keys()).reduce(emptier);
    const before = filled[fold] ?? { positives: 0, rows: 0 };
    filled[fold] = { positives: before.positives + positives, rows: before.rows + rows };
    foldOf.set(key, fold);
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}

/** Fisher & Yates, in place. */
export function shuffled(values: Int32Array, random: () => number): Int32Array {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = values[i] as number;
    values[i] = values[j] as number;
    values[j] = held;
  }
  return values;
}
