/** The share for which it has happened by each moment. */
export interface HappenedBy {
  readonly at: Float64Array;
  readonly share: Float64Array;
}

/**
 * 1 minus Kaplan and Meier's (1958) survival at each moment at which something happened. `happened` and `waiting` are times
 * in ascending order: to the event, and to the end of watching without it (of equal times, events come first).
 */
export function kaplanMeier(happened: Float64Array, waiting: Float64Array): HappenedBy {
  const at: number[] = [];
  const share: number[] = [];
  let left = happened.length + waiting.length;
  let survival = 1;
  for (let i = 0, w = 0; i < happened.length;) {
    const time = happened[i] as number;
    while (w < waiting.length && (waiting[w] as number) < time) {
      w++;
      left--;
    }
    let events = 0;
    while (i < happened.length && happened[i] === time) {
      i++;
      events++;
    }
    survival *= 1 - events / left;
    left -= events;
    at.push(time);
    share.push(1 - survival);
  }
  return { at: Float64Array.from(at), share: Float64Array.from(share) };
}
