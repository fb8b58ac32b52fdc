import type { FunnelOutput } from "../../workers/journeys/funnel";
import type { Attempt, Walk } from "./attempt";
import { kaplanMeier } from "./kaplan-meier";

/** Counts attempts as they come. */
export class Tally {
  private readonly reached: Float64Array;
  private readonly groupReached: Float64Array;
  private readonly next: Float64Array;
  private readonly exit: Float64Array;
  private readonly times: number[] = [];
  private readonly waiting: number[] = [];
  private readonly between: number[][];
  private readonly unit: number[] = [];
  private readonly depth: number[] = [];

  constructor(private readonly walk: Walk) {
    const { steps, input } = walk;
    this.reached = new Float64Array(steps);
    this.groupReached = new Float64Array(steps * input.groups);
    this.next = new Float64Array(steps * (input.events + 1));
    this.exit = new Float64Array(steps * input.events);
    this.between = Array.from({ length: steps }, () => []);
  }

  /** Adds an attempt of the unit whose rows begin at `first`. */
  add(attempt: Attempt, first: number): void {
    const { input, steps, whole } = this.walk;
    const group = input.group[first] as number;
    // In any order, the n-th step is the n-th that was done, whichever it was.
    const done = input.order === "any" ? (1 << attempt.required) - 1 : attempt.steps;
    for (let step = 0; step < steps; step++) {
      if ((done & (1 << step)) === 0) continue;
      this.reached[step] = (this.reached[step] as number) + 1;
      if (group >= 0) this.groupReached[group * steps + step] = (this.groupReached[group * steps + step] as number) + 1;
    }
    const deepest = 31 - Math.clz32(done);
    this.unit.push(input.unit[first] as number);
    this.depth.push(deepest);
    this.time(attempt);
    if (attempt.required < whole) this.leave(attempt.last, deepest);
  }

  private time(attempt: Attempt): void {
    const { input, needed, whole } = this.walk;
    const rows = attempt.rows.filter((row) => row >= 0).sort();
    const start = input.at[rows[0] as number] as number;
    if (attempt.required < whole) {
      const watched = Math.min(input.until - start, input.window ?? Infinity);
      if (Number.isFinite(watched)) this.waiting.push(watched);
    } else {
      const time = (input.at[this.lastRequired(attempt)] as number) - start;
      if (Number.isFinite(time)) this.times.push(time);
    }
    if (input.order === "any") return;
    for (let j = 1; j < attempt.required; j++) {
      const [before, after] = [attempt.rows[needed[j - 1] as number], attempt.rows[needed[j] as number]];
      const apart = (input.at[after as number] as number) - (input.at[before as number] as number);
      if (Number.isFinite(apart)) this.between[needed[j] as number]?.push(apart);
    }
  }

  private lastRequired({ rows }: Attempt): number {
    return this.walk.needed.reduce((last, step) => Math.max(last, rows[step] as number), 0);
  }

  private leave(row: number, step: number): void {
    const { events, next, exit } = this.walk.input;
    const [following, last] = [next[row] as number, exit[row] as number];
    const at = step * (events + 1) + (Number.isNaN(following) ? events : following);
    this.next[at] = (this.next[at] as number) + 1;
    this.exit[step * events + last] = (this.exit[step * events + last] as number) + 1;
  }

  output(): FunnelOutput {
    const times = Float64Array.from(this.times).sort();
    return {
      ...{ reached: this.reached, groupReached: this.groupReached, next: this.next, exit: this.exit, times },
      stepMedians: Float64Array.from(this.between, median),
      curve: kaplanMeier(times, Float64Array.from(this.waiting).sort()),
      unit: Float64Array.from(this.unit),
      depth: Int32Array.from(this.depth),
    };
  }
}

/** The middle value, of two the mean; NaN of none. */
function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half] as number;
  return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}
