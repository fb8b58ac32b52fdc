/**
 * How many of `n` rows are measured against all `n`, when that many distances may be measured as there are among `limit`
 * rows: all up to `limit`, beyond that fewer and fewer, but not fewer than `least`.
 */
export function rowsToAsk(n: number, limit: number, least: number): number {
  return n <= limit ? n : Math.min(n, Math.max(least, Math.floor((limit * limit) / n)));
}
