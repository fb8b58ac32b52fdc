import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { CatalogueEntry } from "../analyses/catalogue";
import type { Dataset } from "../data/dataset";
import type { Engine } from "../data/engine";
import type { Desk } from "../segmentation/desk";
import type { Settings, Values } from "../view/settings";
import type { View } from "../view/view";
import type { Compute } from "../workers/contract";
import { failure, isAbort } from "./failure";
import { DerivedTables } from "./derived-tables";
import type { LoadedAnalysis } from "./loaded-analysis";
import { rememberedCompute, rememberedQueries } from "./memo";
import { lastPage, toPage } from "./page-content";
import { pickDesks, type MakePickDesk } from "./pick-desk";
import type { Run } from "./session";
import type { TableAccess } from "../data/table/table-access";
import { timed } from "./timing";
import { lendsIn, wantedRuns, type Tables, type WantedRun } from "./wanted-runs";

interface Current {
  readonly key: string;
  readonly stop: AbortController;
  /** Its derived columns are written, or it has ended without them: those that build on it may go on. */
  readonly derived: PromiseWithResolvers<undefined>;
  readonly finished: Promise<void>;
  over: boolean;
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
  readonly tables: DerivedTables;
  private readonly runs = new Map<string, Signal<Run>>();
  private readonly current = new Map<string, Current>();
  /** Analyses whose derived columns belong to the current view. */
  private readonly derived = new Set<string>();
  /** The version of the tables that can be asked now. */
  private standing = "";
  private readonly queries: ReturnType<typeof rememberedQueries>;
  private readonly compute: Compute;
  private readonly pickDesk: MakePickDesk;

  /** `table` gives the columns of the file once all of them are read. */
  constructor(
    engine: Engine,
    compute: Compute,
    private readonly analyses: readonly LoadedAnalysis[],
    private readonly table: (stop: AbortSignal) => Promise<TableAccess>,
  ) {
    this.tables = new DerivedTables(engine);
    this.queries = rememberedQueries(engine);
    this.compute = rememberedCompute(compute);
    this.pickDesk = pickDesks(engine, this.compute);
    for (const { entry } of analyses) this.runs.set(entry.id, signal<Run>({ state: "waiting" }));
  }

  /** The run of one analysis, for the screen. Throws for an id that is not in the catalogue. */
  run(id: string): ReadonlySignal<Run> {
    return this.slot(id);
  }

  /**
   * Brings every analysis up to date; one that runs on a visit only when its page is the view's, unless its labels are lent.
   * Resolves when all that do not wait for a visit have ended, one way or another.
   */
  async update(tables: Tables, view: View): Promise<void> {
    this.standing = tables.dataset.version;
    for (const wanted of wantedRuns(this.analyses, tables, view)) {
      if (this.current.get(wanted.id)?.key === wanted.key) continue;
      if (wanted.due) this.start(wanted);
      else this.leave(wanted.id);
    }
    const awaited = this.analyses.filter(({ entry }) => entry.onVisit !== true || lendsIn(entry, view));
    await Promise.all(awaited.map(({ entry }) => this.current.get(entry.id)?.finished));
  }

  /**
   * Whether the labels that are lent to all pages are written for this view; null while that is not known. Stops a run
   * that makes them for another view.
   */
  labelled(base: Dataset, view: View): boolean | null {
    const wanted = this.lender(base, view);
    if (wanted === undefined) return false;
    const { id } = wanted;
    if (this.current.get(id)?.key !== wanted.key) this.leave(id);
    if (this.derived.has(id)) return true;
    return this.current.get(id)?.over === true ? false : null;
  }

  /** Brings up to date, on tables without a filter on segments, the page whose labels are lent; resolves when they are known. */
  async label(base: Dataset, view: View): Promise<void> {
    const wanted = this.lender(base, view);
    if (wanted === undefined) return;
    this.standing = base.version;
    if (this.current.get(wanted.id)?.key !== wanted.key) this.start(wanted);
    await this.current.get(wanted.id)?.derived.promise;
  }

  /** Ends the run of one analysis because a person said so; it begins again when asked, or when the view changes. */
  stop(id: string): void {
    const slot = this.slot(id);
    if (slot.value.state !== "running") return;
    this.current.get(id)?.stop.abort();
    slot.value = { state: "stopped", last: lastPage(slot.value) };
  }

  /**
   * Stops everything before the tables change under it, or all that is not among `but`; what was shown stays until the
   * next update. Resolves when nothing is written any more.
   */
  async interrupt(but: readonly string[] = [], doing = "Waiting for the data"): Promise<void> {
    for (const id of [...this.current.keys()].filter((one) => !but.includes(one))) {
      this.leave(id);
      this.progress(id, 0, doing);
    }
    await this.tables.idle();
  }

  /** Stops everything and forgets the results. */
  clear(): void {
    void this.interrupt();
    this.tables.kept.value = null;
    for (const run of this.runs.values()) run.value = { state: "waiting" };
  }

  /** Lets an analysis begin anew at the next update; what was shown stays. */
  leave(id: string): void {
    this.current.get(id)?.stop.abort();
    this.current.delete(id);
    this.derived.delete(id);
  }

  private lender(base: Dataset, view: View): WantedRun | undefined {
    return wantedRuns(this.analyses, { dataset: base, base }, view).find(({ lends }) => lends);
  }

  private start({ loaded, key, dataset, view, values, after }: WantedRun): void {
    const { entry } = loaded;
    this.leave(entry.id);
    const stop = new AbortController();
    const derived = Promise.withResolvers<undefined>();
    const before = new Map(after.map((id) => [id, this.current.get(id)?.derived.promise]));
    const finished = Promise.all(entry.needs.map((id) => before.get(id)))
      .then(() => this.execute(loaded, { dataset, view, stop: stop.signal, before }, values))
      .finally(() => this.ended(entry, run));
    const run: Current = { key, stop, derived, finished, over: false };
    this.current.set(entry.id, run);
    this.progress(entry.id, 0, "Waiting for the scores it builds on");
  }

  private ended({ id, lends }: CatalogueEntry, run: Current): void {
    run.over = true;
    run.derived.resolve(undefined);
    const failed = this.current.get(id) === run && !this.derived.has(id);
    if (failed && lends !== undefined) this.tables.kept.value = null;
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
      const page = await toPage(analysis, result, performance.now() - began, false, this.pickDesk);
      stop.throwIfAborted();
      slot.value = { state: "done", page };
    } catch (error) {
      if (stop.aborted || isAbort(error)) return;
      slot.value = { state: "failed", ...failure(error, `the page ${entry.id}`) };
    }
  }

  /** A part of a result takes the place of the last page while the run goes on. */
  private async showPart(loaded: LoadedAnalysis, partial: unknown, took: number, stop: AbortSignal): Promise<void> {
    const page = await toPage(loaded.analysis, partial, took, true, this.pickDesk);
    const slot = this.slot(loaded.entry.id);
    if (stop.aborted || slot.value.state !== "running") return;
    slot.value = { ...slot.value, last: page };
  }

  private context(id: string, { dataset, view, stop, before }: Ground): Desk {
    return {
      dataset,
      treatment: view.treatment,
      signal: stop,
      table: () => this.table(stop),
      query: async (statement) => {
        stop.throwIfAborted();
        if (dataset.version !== this.standing) throw new Error(`“${id}” asks tables that have become others.`);
        return this.queries.query(dataset.version, statement, stop);
      },
      compute: (job, input, options) => this.compute(job, input, { ...options, signal: stop }),
      derive: async (...table) => {
        await this.tables.write(stop, ...table);
        this.queries.derived(table[0], { customer_no: table[1], ...table[2] });
        this.derived.add(id);
        this.current.get(id)?.derived.resolve(undefined);
      },
      derived: async (other) => {
        await before.get(other);
        stop.throwIfAborted();
        return before.has(other) && this.derived.has(other);
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
