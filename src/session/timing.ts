/** How the names of measures and marks begin. */
export const TIMELINE_PREFIX = "clientele:";

/** Measures a piece of work as `clientele:<name>` on the browser's performance timeline, where the benchmark reads it. */
export async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(`${TIMELINE_PREFIX}${name}`, { start, end: performance.now() });
  }
}
