/** Runs a part of a job, its 0 … 1 mapped to `from` … `to` of the whole. */
export function* within<T>(part: Generator<number, T, void>, from: number, to: number): Generator<number, T, void> {
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Runs a job to its end in one go and returns what it made. */
export function finish<T>(job: Generator<number, T, void>): T {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}
