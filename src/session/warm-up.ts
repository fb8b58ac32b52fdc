import { abortable } from "../data/abortable";
import type { ReadableFile } from "../data/open-source";
import { FIRST_VIEW } from "../view/view";
import type { FlowParts } from "./flow-parts";
import { DataDesk } from "./data-desk";
import { Runner } from "./runner";
import { TIMELINE_PREFIX } from "./timing";

/** Who drops a file at once is not made to share the machine with a rehearsal. */
const HASTE_MS = 800;

/** A rehearsal under way. */
export interface WarmUp {
  /** Ends it; resolves when the engine is free for a person's file. */
  stop(): Promise<void>;
}

/**
 * Goes the whole way from file to pages once with a small made-up file, while the person still looks for theirs: a
 * browser compiles what runs often only after it has run, so the first file would otherwise wait for that. Nothing of it
 * is shown, the tables are replaced by the first real ones, and failing is harmless, so it is not told. Begins `after`
 * milliseconds.
 */
export function warmUp(
  parts: FlowParts,
  sample: (stop: AbortSignal) => Promise<ReadableFile>,
  after = HASTE_MS,
): WarmUp {
  const stop = new AbortController();
  const ended = abortable(pause(after), stop.signal)
    .then(() => rehearse(parts, sample, stop.signal))
    .then(forgetTimes, forgetTimes);
  return {
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function rehearse(
  parts: FlowParts,
  sample: (stop: AbortSignal) => Promise<ReadableFile>,
  stop: AbortSignal,
): Promise<void> {
  const desk = new DataDesk(parts);
  const runner = new Runner(parts.engine, parts.compute, parts.analyses, () => Promise.reject(notRehearsed()));
  stop.addEventListener("abort", () => runner.clear());
  await desk.open([await sample(stop)], FIRST_VIEW, null, stop, () => undefined);
  await desk.cleanUp(FIRST_VIEW, stop, () => undefined);
  await desk.filter(FIRST_VIEW.filters, stop);
  const dataset = desk.dataset.value;
  if (dataset !== null) await runner.update({ dataset, base: dataset }, FIRST_VIEW);
}

/** Only pages that run with every file are rehearsed, and those do not ask for the columns. */
function notRehearsed(): Error {
  return new Error("The rehearsal has no table of columns.");
}

/** What the rehearsal measured is nobody's measurement. */
function forgetTimes(): void {
  for (const { name } of performance.getEntriesByType("measure"))
    if (name.startsWith(TIMELINE_PREFIX)) performance.clearMeasures(name);
}
