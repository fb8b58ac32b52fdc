import { randomStream, type RandomStream } from "./random";
import { HOUR_MS, hourlyVisits, ROBOT_HOUR, SHOP_START } from "./shop-calendar";
import { Crowd } from "./shop-crowd";
import { robotRows, robotRowsOf } from "./shop-robot";
import { visitRows, type ShopRow } from "./shop-visit";

/** Mean events of a visit, measured; so many visits fill the planned weeks. */
const EVENTS_PER_VISIT = 5.08;
const SALT = 51;

/**
 * A shop's events in the order in which its file has them, hour after hour, until there are `rows`. Holds the events of
 * about an hour and a number per customer, whatever the file's size.
 */
export function* shopLog(rows: number, seed: number): Generator<ShopRow, void, undefined> {
  const robots = robotRowsOf(rows);
  const visits = (rows - robots) / EVENTS_PER_VISIT;
  const crowd = new Crowd(seed, visits);
  const draw = randomStream(seed, 0, SALT);
  let session = 0;
  let hour = 0;
  let left = rows;
  let waiting: ShopRow[] = [];
  for (const beginning of hourlyVisits(visits, seed)) {
    for (const at of moments(beginning, SHOP_START + hour * HOUR_MS, draw)) {
      const customer = crowd.comes(at, draw);
      const made = visitRows(seed, session++, customer, at);
      crowd.leaves(customer, made.at(-1)?.written ?? at);
      for (const row of made) waiting.push(row);
    }
    if (hour === ROBOT_HOUR) for (const row of robotRows(seed, session++, crowd.stranger(), robots)) waiting.push(row);
    const until = SHOP_START + ++hour * HOUR_MS;
    waiting.sort((a, b) => a.written - b.written);
    const ready = waiting.findIndex(({ written }) => written >= until);
    const due = ready < 0 ? waiting : waiting.slice(0, ready);
    waiting = ready < 0 ? [] : waiting.slice(ready);
    yield* due.slice(0, left);
    left -= due.length;
    if (left <= 0) return;
  }
}

/** When the visits of an hour begin, in order (whole ms). */
function moments(count: number, from: number, draw: RandomStream): Float64Array {
  return new Float64Array(count).map(() => from + Math.floor(draw() * HOUR_MS)).sort();
}
