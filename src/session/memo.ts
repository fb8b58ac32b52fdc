import type { Answer, Engine } from "../data/engine";
import type { Sql } from "../data/sql";
import { timed } from "./timing";
import type { Compute, JobName, Jobs } from "../workers/contract";

/** About twice what the four pages ask together, so that going back and forth between two settings repeats nothing. */
const KEPT_ANSWERS = 100;
const KEPT_JOBS = 24;

/**
 * Remembers recent answers of one data version, so that moving a setting repeats only the work that depends on it.
 * A statement that reads a derived table is remembered until that table is written again.
 */
export function rememberedQueries(engine: Engine): {
  query(version: string, statement: Sql, signal: AbortSignal): Promise<Answer>;
  derivedChanged(): void;
} {
  const answers = new Map<string, Promise<Answer>>();
  let derivedVersion = 0;
  let current = "";
  return {
    derivedChanged: () => {
      derivedVersion += 1;
    },
    query: (version, statement, signal) => {
      if (version !== current) answers.clear();
      current = version;
      const derived = statement.text.includes("derived_") ? derivedVersion : 0;
      const key = JSON.stringify([version, derived, statement.text, statement.values]);
      return recall(answers, key, KEPT_ANSWERS, () => engine.query(statement, signal));
    },
  };
}

/**
 * Remembers recent job results by the identity of their columns and the value of everything else, so that the same
 * question about the same answer (see `rememberedQueries`) is computed once.
 */
export function rememberedCompute(compute: Compute): Compute {
  const results = new Map<string, Promise<unknown>>();
  const names = new WeakMap<object, number>();
  let next = 0;
  const nameOf = (array: object): number => {
    const known = names.get(array);
    if (known !== undefined) return known;
    names.set(array, ++next);
    return next;
  };
  const keyOf = (job: JobName, input: unknown): string =>
    job + JSON.stringify(input, (_key, value: unknown) => (ArrayBuffer.isView(value) ? `#${nameOf(value)}` : value));
  return <Name extends JobName>(job: Name, input: Jobs[Name]["input"], options = {}) =>
    recall(results, keyOf(job, input), KEPT_JOBS, () => timed(job, () => compute(job, input, options))) as Promise<
      Jobs[Name]["output"]
    >;
}

/** Least recently used first out; a rejected promise is forgotten at once. */
function recall<T>(memory: Map<string, Promise<T>>, key: string, size: number, make: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  const value = known ?? make();
  memory.delete(key);
  memory.set(key, value);
  if (known === undefined) value.catch(() => memory.delete(key));
  for (const oldest of memory.keys()) {
    if (memory.size <= size) break;
    memory.delete(oldest);
  }
  return value;
}
