import type { ByNumber, FunnelPart } from "../../workers/journeys/funnel";
import type { Attempt, Walk } from "./attempt";

/** Counts attempts as they come. */
export class Tally {
  private readonly reached: Float64Array;
  private readonly groupReached: Float64Array;
  private readonly next: Float64Array;
  private readonly exit: Float64Array;
  private readonly times: number[] = [];
  private readonly waiting: number[] = [];
  private readonly between: number[][];
  private readonly begun: Float64Array;
  private readonly converted: Float64Array;
  private readonly open: Float64Array;
  private readonly unit: number[] = [];
  private readonly depth: number[] = [];

  constructor(private readonly walk: Walk) {
    const { steps, input } = walk;
    this.reached = new Float64Array(steps);
    this.groupReached = new Float64Array(steps * input.groups);
    this.next = new Float64Array(steps * (input.events + 1));
    this.exit = new Float64Array(steps * input.events);
    this.between = Array.from({ length: steps }, () => []);
    const periods = input.periods.length;
    this.begun = new Float64Array(periods);
    this.converted = new Float64Array(periods);
    this.open = new Float64Array(periods);
  }

  /** Adds an attempt of the unit whose rows begin at `first`. */
  add(attempt: Attempt, first: number): void {
    const { input, steps, whole } = this.walk;
    const unit = input.unit[first] as number;
    const group = input.group === null ? Number.NaN : valueOf(input.group, unit);
    // In any order, the n-th step is the n-th that was done, whichever it was.
    const done = input.order === "any" ? (1 << attempt.required) - 1 : attempt.steps;
    for (let step = 0; step < steps; step++) {
      if ((done & (1 << step)) === 0) continue;
      this.reached[step] = (this.reached[step] as number) + 1;
      if (group >= 0) this.groupReached[group * steps + step] = (this.groupReached[group * steps + step] as number) + 1;
    }
    const deepest = 31 - Math.clz32(done);
    this.unit.push(unit);
    this.depth.push(deepest);
    this.time(attempt);
    if (attempt.required < whole) this.leave(attempt.last, deepest);
  }

  private time(attempt: Attempt): void {
    const { input, needed, whole } = this.walk;
    const rows = attempt.rows.filter((row) => row >= 0).sort();
    const start = input.at[rows[0] as number] as number;
    this.place(start, attempt.required === whole);
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

  private place(start: number, converted: boolean): void {
    const { periods, window, until } = this.walk.input;
    const period = lastAtMost(periods, start);
    if (period < 0) return;
    this.begun[period] = (this.begun[period] as number) + 1;
    if (converted) this.converted[period] = (this.converted[period] as number) + 1;
    else if (window !== null && until - start < window) this.open[period] = (this.open[period] as number) + 1;
  }

  private lastRequired({ rows }: Attempt): number {
    return this.walk.needed.reduce((last, step) => Math.max(last, rows[step] as number), 0);
  }

  private leave(row: number, step: number): void {
    const { events, next, visit, exits } = this.walk.input;
    const [following, last] = [next[row] as number, valueOf(exits, visit[row] as number)];
    const at = step * (events + 1) + (Number.isNaN(following) ? events : following);
    this.next[at] = (this.next[at] as number) + 1;
    this.exit[step * events + last] = (this.exit[step * events + last] as number) + 1;
  }

  output(): FunnelPart {
    const { reached, groupReached, next, exit, begun, converted, open } = this;
    return {
      ...{ reached, groupReached, next, exit, begun, converted, open },
      times: Float64Array.from(this.times),
      waiting: Float64Array.from(this.waiting),
      between: Object.fromEntries(this.between.map((times, step) => [step, Float64Array.from(times)])),
      unit: Float64Array.from(this.unit),
      depth: Int32Array.from(this.depth),
    };
  }
}

const valueOf = ({ first, values }: ByNumber, number: number): number => values[number - first] ?? Number.NaN;

/** The place of the last of ascending numbers that is not above `value`; -1 where none is, or the value is NaN. */
function lastAtMost(numbers: Float64Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return Number.isNaN(value) ? -1 : low - 1;
}
