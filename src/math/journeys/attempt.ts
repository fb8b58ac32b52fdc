import type { FunnelInput } from "../../workers/journeys/funnel";

/** One way into a funnel: what it reached, and where it could go no further. */
export interface Attempt {
  /** Steps reached, as bits. */
  steps: number;
  /** How many required steps were reached. */
  required: number;
  /** Row at which each step was reached; -1 where it was not. */
  readonly rows: Int32Array;
  /** Last row that belongs to a step. */
  last: number;
  /** First row that the attempt cannot use. */
  limit: number;
}

/** How a funnel is walked, ready for many attempts. */
export interface Walk {
  readonly input: FunnelInput;
  readonly steps: number;
  /** Numbers of the required steps. */
  readonly needed: readonly number[];
  readonly whole: number;
  /** Optional steps follow the last required one. */
  readonly trailing: boolean;
  /** Per exclusion: the place among `needed` of the step whose way on it breaks; -1 where it ends the attempt. */
  readonly breaks: readonly number[];
}

export function walkOf(input: FunnelInput): Walk {
  const steps = input.optional.length;
  const needed = input.optional.flatMap((optional, step) => (optional ? [] : [step]));
  const breaks = input.exclusions.map((after) => needed.findLastIndex((step) => step <= after));
  return { input, steps, needed, whole: needed.length, trailing: (needed.at(-1) ?? 0) < steps - 1, breaks };
}

/** An attempt can begin at this row. */
export const beginsAt = ({ input, needed }: Walk, row: number): boolean => {
  const mask = input.mask[row] as number;
  if (input.order !== "any") return (mask & (1 << (needed[0] as number))) !== 0;
  return needed.some((step) => (mask & (1 << step)) !== 0);
};

/** The attempt that begins at row `from` of a unit whose rows end before `to`. */
export function attemptAt(walk: Walk, from: number, to: number): Attempt {
  const attempt: Attempt = { steps: 0, required: 0, rows: new Int32Array(walk.steps).fill(-1), last: from, limit: to };
  const { order } = walk.input;
  attempt.limit = (order === "any" ? walkAny : order === "strict" ? walkStrict : walkOrdered)(walk, attempt, from, to);
  return attempt;
}

function reach(attempt: Attempt, step: number, row: number): void {
  attempt.steps |= 1 << step;
  attempt.rows[step] = row;
  attempt.last = row;
}

const late = ({ input }: Walk, from: number, row: number): boolean =>
  input.window !== null && !((input.at[row] as number) - (input.at[from] as number) <= input.window);

/**
 * Each required step is taken at the first event after the one before it. An exclusion breaks the way from its step on; a
 * later event of that step, reached by a way that is not broken, mends it. An optional step counts where it lies between its
 * required neighbours. Returns the first row that the attempt cannot use.
 */
function walkOrdered(walk: Walk, attempt: Attempt, from: number, to: number): number {
  const open = new Uint8Array(walk.whole);
  open[0] = 1;
  reach(attempt, walk.needed[0] as number, from);
  attempt.required = 1;
  for (let row = from + 1; row < to; row++) {
    if (attempt.required === walk.whole && !walk.trailing) return row;
    if (late(walk, from, row)) return row;
    const mask = walk.input.mask[row] as number;
    if (attempt.required < walk.whole && breakWays(walk, mask, open)) return row;
    if (!advance(walk, attempt, open, mask, row) && open[attempt.required - 1] === 1)
      optionalAt(walk, attempt, mask, row);
  }
  return to;
}

/** True where no way is left open. */
function breakWays({ breaks, steps }: Walk, mask: number, open: Uint8Array): boolean {
  for (let x = 0; x < breaks.length; x++) {
    if ((mask & (1 << (steps + x))) === 0) continue;
    if ((breaks[x] as number) < 0) return true;
    open[breaks[x] as number] = 0;
  }
  return !open.includes(1);
}

/** The furthest step that the event can be; true where it is one. */
function advance({ needed, whole }: Walk, attempt: Attempt, open: Uint8Array, mask: number, row: number): boolean {
  for (let j = Math.min(attempt.required, whole - 1); j > 0; j--) {
    const step = needed[j] as number;
    if (!(mask & (1 << step)) || open[j - 1] === 0 || open[j] === 1) continue;
    reach(attempt, step, row);
    open[j] = 1;
    if (j === attempt.required) attempt.required++;
    return true;
  }
  return false;
}

/** The first optional step between the last required step reached and the next that this event is, and that is not yet taken. */
function optionalAt({ input, needed }: Walk, attempt: Attempt, mask: number, row: number): void {
  const low = needed[attempt.required - 1] as number;
  const high = needed[attempt.required] ?? input.optional.length;
  for (let step = low + 1; step < high; step++)
    if (mask & (1 << step) && !(attempt.steps & (1 << step))) {
      reach(attempt, step, row);
      return;
    }
}

/** Every event after the first must be the next step; an optional one may be passed over. */
function walkStrict(walk: Walk, attempt: Attempt, from: number, to: number): number {
  const { input, needed, steps } = walk;
  reach(attempt, needed[0] as number, from);
  attempt.required = 1;
  let step = (needed[0] as number) + 1;
  for (let row = from + 1; row < to && step < steps; row++) {
    const mask = input.mask[row] as number;
    if (input.place[row] !== (input.place[row - 1] as number) + 1 || late(walk, from, row)) break;
    while (step < steps && !(mask & (1 << step)) && input.optional[step] === true) step++;
    if (step >= steps || !(mask & (1 << step))) break;
    reach(attempt, step, row);
    if (input.optional[step] !== true) attempt.required++;
    step++;
  }
  return attempt.last + 1;
}

/** As many steps as different events can fill, whatever their order (a largest matching, grown event by event). */
function walkAny(walk: Walk, attempt: Attempt, from: number, to: number): number {
  const { input, steps, needed, whole } = walk;
  for (let row = from; row < to; row++) {
    if (late(walk, from, row) || (attempt.required === whole && steps === whole)) return row;
    const mask = input.mask[row] as number;
    if (row > from && attempt.required < whole && mask >> steps !== 0) return row;
    if (!fill(walk, attempt, row, mask, { seen: 0 })) continue;
    attempt.last = row;
    attempt.required = needed.reduce((sum, step) => sum + ((attempt.steps >> step) & 1), 0);
  }
  return to;
}

/** Kuhn's augmenting path: the event takes a free step, or one whose event can take another. */
function fill(walk: Walk, attempt: Attempt, row: number, mask: number, visited: { seen: number }): boolean {
  for (let step = 0; step < walk.steps; step++) {
    const bit = 1 << step;
    if (!(mask & bit) || visited.seen & bit) continue;
    visited.seen |= bit;
    const holder = attempt.rows[step] as number;
    if (holder >= 0 && !fill(walk, attempt, holder, walk.input.mask[holder] as number, visited)) continue;
    attempt.steps |= bit;
    attempt.rows[step] = row;
    return true;
  }
  return false;
}
