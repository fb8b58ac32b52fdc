/** Waits of so many days that ended, or that had not ended when watching did. */
export interface Waits {
  readonly days: number;
  readonly ended: number;
  readonly watched: number;
}

export interface HappenedBy {
  readonly days: readonly number[];
  readonly share: readonly number[];
}

/**
 * The share of waits that end within so many days, those still waiting counted as long as they were watched: 1 minus Kaplan
 * and Meier's (1958) survival. Waits in ascending order of days, each number of days once.
 */
export function happenedBy(waits: readonly Waits[]): HappenedBy {
  let left = waits.reduce((sum, { ended, watched }) => sum + ended + watched, 0);
  let survival = 1;
  const steps = waits.map(({ days, ended, watched }) => {
    if (left > 0) survival *= 1 - ended / left;
    left -= ended + watched;
    return { days, share: 1 - survival };
  });
  return { days: steps.map(({ days }) => days), share: steps.map(({ share }) => share) };
}

/** The share by that day; 0 before the first, NaN for a day that nobody was watched for. */
export function shareBy({ days, share }: HappenedBy, day: number): number {
  if ((days.at(-1) ?? -1) < day) return NaN;
  return share[days.findLastIndex((one) => one <= day)] ?? 0;
}
