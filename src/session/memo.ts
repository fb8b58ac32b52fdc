import type { Answer, Engine } from "../data/engine";
import type { Sql } from "../data/sql";
import { isAbort } from "./failure";
import { sameColumns, type NamedColumns } from "./same-columns";
import { timed } from "./timing";
import type { Compute, JobName, Jobs } from "../workers/contract";

/** About twice what the pages ask together, so that going back and forth between two settings repeats nothing. */
const KEPT_ANSWERS = { count: 120, bytes: 160e6, each: 60e6 };
const KEPT_JOBS = { count: 80, bytes: 256e6, each: 60e6 };

/** What a string of an answer takes, roughly; most are names. */
const BYTES_PER_TEXT = 48;

/**
 * Remembers recent answers of one data version, so that moving a setting repeats only the work that depends on it.
 * A statement that reads a derived table is remembered until that table is written with other values.
 */
export function rememberedQueries(engine: Engine): {
  query(version: string, statement: Sql, signal: AbortSignal): Promise<Answer>;
  /** A derived table was written, with these columns. */
  derived(table: string, columns: NamedColumns): void;
} {
  const answers: Memory<Answer> = new Map();
  const written = new Map<string, { readonly columns: NamedColumns; readonly version: number }>();
  let versions = 0;
  const derivedIn = (text: string): readonly number[] =>
    [...written].flatMap(([table, one]) => (text.includes(`derived_${table}`) ? [one.version] : []));
  let current = "";
  return {
    derived: (table, columns) => {
      const before = written.get(table);
      const same = before !== undefined && sameColumns(before.columns, columns);
      written.set(table, { columns, version: same ? before.version : (versions += 1) });
    },
    query: (version, statement, signal) => {
      if (version !== current) answers.clear();
      current = version;
      const key = JSON.stringify([version, derivedIn(statement.text), statement.text, statement.values]);
      const make = (): Promise<Answer> => engine.query(statement, signal);
      return recall({ memory: answers, most: KEPT_ANSWERS, weigh: answerBytes }, key, make, signal);
    },
  };
}

/**
 * Remembers recent job results by the identity of their columns and the value of everything else, so that the same
 * question about the same answer (see `rememberedQueries`) is computed once.
 */
export function rememberedCompute(compute: Compute): Compute {
  const results: Memory<unknown> = new Map();
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
  return <Name extends JobName>(job: Name, input: Jobs[Name]["input"], options?: Parameters<Compute>[2]) =>
    recall(
      { memory: results, most: KEPT_JOBS, weigh: arrayBytes },
      keyOf(job, input),
      () => timed(job, () => compute(job, input, options)),
      options?.signal,
    ) as Promise<Jobs[Name]["output"]>;
}

type Memory<T> = Map<string, { readonly value: Promise<T>; bytes: number }>;

/** How many are kept, of how many bytes together, and of how many each at most: one that is larger would drive out the rest. */
interface Most {
  readonly count: number;
  readonly bytes: number;
  readonly each: number;
}

/** What is kept, how much of it, and what one of it takes. */
interface Shelf<T> {
  readonly memory: Memory<T>;
  readonly most: Most;
  readonly weigh: (value: T) => number;
}

/** What is remembered, or is made now. Who joins work that another began does not share its stop: it is done anew. */
async function recall<T>(shelf: Shelf<T>, key: string, make: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const joined = shelf.memory.has(key);
  try {
    return await used(shelf, key, make);
  } catch (error) {
    if (!joined || signal?.aborted === true || !isAbort(error)) throw error;
    return recall(shelf, key, make, signal);
  }
}

/** Least recently used first out, by number and by weight; a rejected promise is forgotten at once. */
function used<T>({ memory, most, weigh }: Shelf<T>, key: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  const entry = known ?? { value: make(), bytes: 0 };
  memory.delete(key);
  memory.set(key, entry);
  if (known === undefined)
    entry.value.then(
      (value) => {
        entry.bytes = weigh(value);
        if (entry.bytes > most.each && memory.get(key) === entry) memory.delete(key);
        forgetOldest(memory, most);
      },
      () => memory.delete(key),
    );
  forgetOldest(memory, most);
  return entry.value;
}

function forgetOldest<T>(memory: Memory<T>, most: Most): void {
  let bytes = [...memory.values()].reduce((sum, entry) => sum + entry.bytes, 0);
  for (const [key, entry] of memory) {
    if (memory.size <= most.count && bytes <= most.bytes) break;
    memory.delete(key);
    bytes -= entry.bytes;
  }
}

const answerBytes = ({ columns }: Answer): number =>
  columns.reduce(
    (sum, values) => sum + (values instanceof Float64Array ? values.byteLength : BYTES_PER_TEXT * values.length),
    0,
  );

/** The arrays among a result's own fields, and those one field deeper, as in a matrix; the rest is small. */
const arrayBytes = (result: unknown, depth = 2): number =>
  Object.values(result ?? {}).reduce<number>((sum, value: unknown) => {
    if (ArrayBuffer.isView(value)) return sum + value.byteLength;
    const plain = typeof value === "object" && value !== null && !Array.isArray(value);
    return plain && depth > 1 ? sum + arrayBytes(value, depth - 1) : sum;
  }, 0);
