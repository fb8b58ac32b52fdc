import { startEngine } from "../data/duckdb/browser";
import { LastingEngine } from "../data/duckdb/lasting-engine";
import { startCompute, type Pause } from "../workers/compute-client";
import ComputeWorker from "../workers/compute.worker?worker&inline";
import type { Compute } from "../workers/contract";
import { LIFELINE } from "../workers/lifeline";
import { startReader, type ReaderClient } from "../workers/reader-client";
import ReaderWorker from "../workers/reader.worker?worker&inline";
import { watchedWorker, type MakeWorker } from "../workers/watched-worker";
import type { BootAssets } from "./boot";

/**
 * Three, so that short jobs need not wait behind two long curves. Two where there are but two cores: a third would take its
 * turn from the page itself, whose tasks then last twice as long, and get nothing done sooner.
 */
const COMPUTE_THREADS = navigator.hardwareConcurrency <= 2 ? 2 : 3;

/** All that works beside the page. */
export interface Threads {
  readonly engine: LastingEngine;
  readonly reader: ReaderClient;
  readonly compute: Compute;
  readonly pause: Pause;
}

/**
 * Starts the threads from what is in memory: each is watched over and started again from the same bytes when it ends, so
 * nothing is asked of the network then either. Resolves when the engine answers; the others start when first needed.
 * Calls `running` once the engine's thread gets on without the page's.
 */
export async function startThreads(
  { duckdbWorker, duckdb, parquetWasm }: BootAssets,
  running: () => void,
): Promise<Threads> {
  const source = LIFELINE + duckdbWorker;
  const watched = (url: string) => watchedWorker((name) => new Worker(url, { name }), "engine");
  const engine = new LastingEngine(() => startEngine(watched, source, duckdb, running));
  await engine.revive();
  const reader = startReader(named(ReaderWorker), parquetWasm);
  const { compute, pause } = startCompute(named(ComputeWorker), COMPUTE_THREADS);
  return { engine, reader, compute, pause };
}

/** The bundler's worker classes take a name; the types of the page's framework do not know. */
function named(Class: new (options: { name: string }) => Worker): MakeWorker {
  return (name) => new Class({ name });
}
