import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Analysis } from "../analyses/analysis";
import type { CatalogueEntry } from "../analyses/catalogue";
import type { Dataset } from "../data/dataset";
import { derive } from "../data/derive";
import type { Engine } from "../data/engine";
import type { Desk } from "../segmentation/desk";
import type { Settings, Values } from "../view/settings";
import type { View } from "../view/view";
import { valuesOf } from "../view/values-of";
import type { Compute } from "../workers/contract";

import { breathe } from "./breathe";
import { failure, isAbort } from "./failure";
import { dependenciesFirst, type LoadedAnalysis } from "./loaded-analysis";
import { rememberedCompute, rememberedQueries } from "./memo";
import type { PageContent, Run } from "./session";
import type { TableAccess } from "../data/table/table-access";
import { timed } from "./timing";

interface Current {
  readonly key: string;
  readonly stop: AbortController;
  /** Its derived columns are written, or it has ended without them: those that build on it may go on. */
  readonly derived: PromiseWithResolvers<undefined>;
  readonly finished: Promise<void>;
}

/** What one run stands on. */
interface Ground {
  readonly dataset: Dataset;
  readonly view: View;
  readonly stop: AbortSignal;
  /** Of each analysis it may read from: when its derived columns are there. */
  readonly before: ReadonlyMap<string, Promise<undefined> | undefined>;
}

/** Runs every analysis on the current data and view; a changed view stops and repeats only what depends on the change. */
export class Runner {
  private readonly runs = new Map<string, Signal<Run>>();
  private readonly current = new Map<string, Current>();
  /** Analyses whose derived columns belong to the current view. */
  private readonly derived = new Set<string>();
  private writing: Promise<void> = Promise.resolve();
  private readonly queries: ReturnType<typeof rememberedQueries>;
  private readonly compute: Compute;

  /** `table` gives the columns of the file once all of them are read. */
  constructor(
    private readonly engine: Engine,
    compute: Compute,
    private readonly analyses: readonly LoadedAnalysis[],
    private readonly table: (stop: AbortSignal) => Promise<TableAccess>,
  ) {
    this.queries = rememberedQueries(engine);
    this.compute = rememberedCompute(compute);
    for (const { entry } of analyses) this.runs.set(entry.id, signal<Run>({ state: "waiting" }));
  }

  /** The run of one analysis, for the screen. Throws for an id that is not in the catalogue. */
  run(id: string): ReadonlySignal<Run> {
    return this.slot(id);
  }

  /**
   * Brings every analysis up to date; one that runs on a visit only when its page is the view's. Resolves when all others
   * have ended, one way or another.
   */
  async update(dataset: Dataset, view: View): Promise<void> {
    const keys = new Map<string, string>();
    for (const loaded of dependenciesFirst(this.analyses)) {
      const { entry, analysis } = loaded;
      const values = valuesOf(analysis.settings, view, entry.id);
      const before = entry.after.map((id) => keys.get(id) ?? "");
      const key = JSON.stringify([dataset.version, view.treatment, values, before]);
      keys.set(entry.id, key);
      if (this.current.get(entry.id)?.key === key) continue;
      if (entry.onVisit === true && view.page !== entry.id) this.leave(entry.id);
      else this.start(loaded, key, dataset, view, values);
    }
    const awaited = this.analyses.filter(({ entry }) => entry.onVisit !== true);
    await Promise.all(awaited.map(({ entry }) => this.current.get(entry.id)?.finished));
  }

  /** Ends the run of one analysis because a person said so; it begins again when asked, or when the view changes. */
  stop(id: string): void {
    const slot = this.slot(id);
    if (slot.value.state !== "running") return;
    this.current.get(id)?.stop.abort();
    slot.value = { state: "stopped", last: lastPage(slot.value) };
  }

  /** Lets a stopped or failed analysis begin again at the next update. */
  forgive(id: string): void {
    this.leave(id);
  }

  /** Stops everything before the tables change under it; what was shown stays until the next update. */
  interrupt(): void {
    for (const [id, run] of this.current) {
      run.stop.abort();
      this.progress(id, 0, "Waiting for the data");
    }
    this.current.clear();
  }

  /** Stops everything and forgets the results. */
  clear(): void {
    this.interrupt();
    for (const run of this.runs.values()) run.value = { state: "waiting" };
  }

  /** What was shown stays; the next update on its page begins anew. */
  private leave(id: string): void {
    this.current.get(id)?.stop.abort();
    this.current.delete(id);
  }

  private start(loaded: LoadedAnalysis, key: string, dataset: Dataset, view: View, values: Values<Settings>): void {
    const { entry } = loaded;
    this.current.get(entry.id)?.stop.abort();
    const stop = new AbortController();
    const derived = Promise.withResolvers<undefined>();
    const before = new Map(entry.after.map((id) => [id, this.current.get(id)?.derived.promise]));
    this.derived.delete(entry.id);
    const finished = Promise.all(entry.needs.map((id) => before.get(id)))
      .then(() => this.execute(loaded, { dataset, view, stop: stop.signal, before }, values))
      .finally(() => derived.resolve(undefined));
    this.current.set(entry.id, { key, stop, derived, finished });
    this.progress(entry.id, 0, "Waiting for the scores it builds on");
  }

  private async execute(loaded: LoadedAnalysis, ground: Ground, values: Values<Settings>): Promise<void> {
    const { entry, analysis } = loaded;
    const { dataset, stop } = ground;
    const slot = this.slot(entry.id);
    try {
      stop.throwIfAborted();
      const why = analysis.missing(dataset) ?? this.lacking(entry);
      if (why !== null) {
        slot.value = { state: "impossible", why };
        return;
      }
      const began = performance.now();
      const show = (partial: unknown): void => void this.showPart(loaded, partial, performance.now() - began, stop);
      const result = await timed(entry.id, () => analysis.run({ ...this.context(entry.id, ground), show }, values));
      stop.throwIfAborted();
      const page = await toPage(analysis, result, performance.now() - began, false);
      stop.throwIfAborted();
      slot.value = { state: "done", page };
    } catch (error) {
      if (stop.aborted || isAbort(error)) return;
      slot.value = { state: "failed", ...failure(error, `the page ${entry.id}`) };
    }
  }

  /** A part of a result takes the place of the last page while the run goes on. */
  private async showPart(
    { entry, analysis }: LoadedAnalysis,
    partial: unknown,
    milliseconds: number,
    stop: AbortSignal,
  ): Promise<void> {
    const page = await toPage(analysis, partial, milliseconds, true);
    const slot = this.slot(entry.id);
    if (stop.aborted || slot.value.state !== "running") return;
    slot.value = { ...slot.value, last: page };
  }

  private context(id: string, { dataset, view, stop, before }: Ground): Desk {
    return {
      dataset,
      treatment: view.treatment,
      signal: stop,
      table: () => this.table(stop),
      query: (statement) => this.queries.query(dataset.version, statement, stop),
      compute: (job, input, options) => this.compute(job, input, { ...options, signal: stop }),
      derive: async (name, customerNo, columns) => {
        // One at a time: replacing a table takes two statements, and a newer run must not come between them.
        const written = this.writing.then(() =>
          stop.aborted ? undefined : derive(this.engine, name, customerNo, columns),
        );
        this.writing = written.catch(() => undefined);
        await written;
        stop.throwIfAborted();
        this.queries.derivedChanged();
        this.derived.add(id);
        this.current.get(id)?.derived.resolve(undefined);
      },
      derived: async (other) => {
        await before.get(other);
        stop.throwIfAborted();
        return this.derived.has(other);
      },
      onProgress: (share, doing) => {
        if (!stop.aborted) this.progress(id, share, doing);
      },
    };
  }

  /** Why an analysis must wait for another that did not succeed, or null. */
  private lacking(entry: CatalogueEntry): string | null {
    const missing = entry.needs.filter((id) => !this.derived.has(id));
    if (missing.length === 0) return null;
    return `This page builds on ${missing.join(" and ")}, which could not be computed on this data. Open ${missing.length === 1 ? "that page" : "those pages"} to see why.`;
  }

  private progress(id: string, share: number, doing: string): void {
    const slot = this.slot(id);
    slot.value = { state: "running", share, doing, last: lastPage(slot.value) };
  }

  private slot(id: string): Signal<Run> {
    const found = this.runs.get(id);
    if (found === undefined) throw new RangeError(`There is no analysis “${id}”.`);
    return found;
  }
}

function lastPage(run: Run): PageContent | null {
  if (run.state === "done") return run.page;
  return run.state === "running" || run.state === "stopped" ? run.last : null;
}

/** In pieces: all of a page's figures at once would keep the screen waiting. */
async function toPage(
  analysis: Analysis<Settings, unknown>,
  result: unknown,
  milliseconds: number,
  partial: boolean,
): Promise<PageContent> {
  const [answer, cards] = [analysis.answer(result), analysis.cards(result)];
  await breathe();
  const figures = analysis.figures(result);
  await breathe();
  const customers = analysis.customers?.(result) ?? null;
  const picked: PageContent["picked"] = (places) => analysis.picked?.(result, places) ?? [];
  const takeaways = analysis.takeaways?.(result) ?? [];
  const findings = analysis.findings(result);
  return { answer, cards, figures, findings, customers, picked, takeaways, partial, milliseconds };
}
