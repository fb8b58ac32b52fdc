import type { FunnelInput, FunnelPart } from "../../workers/journeys/funnel";
import { attemptAt, beginsAt, walkOf, type Attempt, type Walk } from "./attempt";
import { Tally } from "./funnel-tally";
import { InputError } from "../input-error";

/** Bits of a mask that whole numbers can be tested for. */
const MOST_BITS = 30;

/** Rows walked between two looks at the clock. */
const STEP = 200_000;

/**
 * How far units come along the steps of a funnel. Without `every` a unit counts once, with the deepest of its attempts, the
 * earliest of equals; with it, attempts that do not overlap count each, of overlapping ones the deepest. InputError where
 * steps and exclusions are more than 30, or none is required.
 */
export function* funnel(input: FunnelInput): Generator<number, FunnelPart, void> {
  const walk = walkOf(input);
  if (walk.whole === 0) throw new InputError("Every step of the funnel is optional. Make one of them required.");
  if (walk.steps + input.exclusions.length > MOST_BITS)
    throw new InputError(`A funnel can have ${MOST_BITS} steps and exclusions together. Take some away.`);
  const tally = new Tally(walk);
  const { unit } = input;
  let walked = 0;
  for (let from = 0, to = 0; from < unit.length; from = to) {
    to = from + 1;
    while (to < unit.length && unit[to] === unit[from]) to++;
    for (let start = from; start < to;) {
      const found = yield* deepest(
        walk,
        start,
        to,
        (rows) => (walked += rows) > STEP && (walked = 0) === 0,
        from / unit.length,
      );
      if (found === null) break;
      tally.add(found.attempt, from);
      if (!input.every) break;
      start = found.next;
    }
    if ((walked += to - from) > STEP) {
      walked = 0;
      yield from / unit.length;
    }
  }
  return tally.output();
}

/**
 * The deepest of overlapping attempts that begin at `start` or later, and the row from which the next may begin; of all
 * attempts where every unit counts once.
 */
function* deepest(
  walk: Walk,
  start: number,
  to: number,
  long: (rows: number) => boolean,
  done: number,
): Generator<number, { attempt: Attempt; next: number } | null, void> {
  const { input, whole } = walk;
  // Without a window or exclusions, what a later start can reach the first can too.
  const first = input.order === "ordered" && input.window === null && input.exclusions.length === 0;
  let best: Attempt | null = null;
  for (let row = start; row < to; row++) {
    if (best !== null && input.every && row >= best.limit) break;
    if (!beginsAt(walk, row)) continue;
    const attempt = attemptAt(walk, row, to);
    if (best === null || attempt.required > best.required) best = attempt;
    if (best.required === whole || first) break;
    if (long(attempt.limit - row)) yield done;
  }
  if (best === null) return null;
  return { attempt: best, next: best.required === whole ? best.last + 1 : best.limit };
}
