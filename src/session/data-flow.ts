import { signal } from "@preact/signals";
import { RoleError, StoppedError } from "../data/user-error";
import { sameCleaning, sameRows } from "../view/same-recipe";
import { onFile, reset } from "../view/view-changes";
import type { View } from "../view/view";
import { ColumnsDesk } from "./columns-desk";
import { DataDesk } from "./data-desk";
import type { Told } from "./data-parts";
import { EarlierDesk } from "./earlier-desk";
import { failedStage } from "./failed-stage";
import { isAbort } from "./failure";
import { PATIENCE_MS, REHEARSAL_PATIENCE_MS, type Deliver, type FlowParts, type Taking } from "./flow-parts";
import { linkOffer } from "./link-offer";
import { Mending } from "./mending";
import { describeOpened } from "./opened";
import { PageFlow } from "./page-flow";
import { readRest } from "./read-rest";
import { Runner } from "./runner";
import { TableDesk } from "./table-desk";
import type { Opened, Stage } from "./session";
import type { ViewKeeper } from "./view-keeper";

/** From files to finished pages: every stage the screen shows, one piece of work after another. */
export class DataFlow {
  readonly stage = signal<Stage>({ name: "empty", wanted: null, notice: null });
  readonly opened = signal<Opened | null>(null);
  readonly desk: DataDesk;
  readonly columns: ColumnsDesk;
  readonly runner: Runner;
  readonly pages: PageFlow;
  readonly mending: Mending;
  readonly table: TableDesk;
  readonly earlier: EarlierDesk;
  private reading = new AbortController();
  private work: Promise<void> = Promise.resolve();
  private done: View | null = null;
  /** The table is another than the filters' choices were read from. */
  private choicesDue = false;

  constructor(
    private readonly parts: FlowParts,
    private readonly keeper: ViewKeeper,
  ) {
    this.desk = new DataDesk(parts);
    this.columns = new ColumnsDesk(parts);
    this.table = new TableDesk(parts.engine);
    this.earlier = new EarlierDesk(parts);
    this.runner = new Runner(parts.engine, parts.compute, parts.analyses, (stop) =>
      this.table.columns(this.desk.roles.value, this.desk.repeated, this.earlier.value.value, stop),
    );
    this.pages = new PageFlow(this.desk, this.runner, parts.analyses, (view, work) =>
      this.next(async (stop) => (this.done === view && !stop.aborted ? work() : undefined)),
    );
    this.mending = new Mending(parts.engine);
    parts.engine.onDeath(() => this.engineStopped());
  }

  /** Reads what `deliver` brings, in place of what was open; leaves a sentence on the stage where that fails. */
  async open(label: string, deliver: Deliver): Promise<void> {
    performance.mark("clientele:drop");
    this.abandon();
    // A person who opens one file after another means their own settings, not those of a link.
    const fromLink = this.opened.value === null;
    await Promise.all([this.work, this.parts.makeWay?.()]);
    const stop = (this.reading = new AbortController()).signal;
    this.forget();
    this.parts.engine.forgive();
    const tell: Told = (doing, progress) => {
      if (!stop.aborted) this.stage.value = { name: "loading", label, doing, progress };
    };
    tell("Opening", null);
    this.work = this.take({ label, fromLink, deliver }, stop, tell).catch((error: unknown) => this.failed(error, stop));
    await this.work;
  }

  /** Stops reading; does nothing once the data stands. */
  cancel(): void {
    if (this.stage.value.name === "loading") this.abandon();
  }

  /** Forgets the data and waits for another file. */
  async close(notice: string): Promise<void> {
    this.abandon();
    await this.work;
    this.forget();
    this.stage.value = { name: "empty", wanted: null, notice };
  }

  /** The recipe of a link that was made on another file, now accepted; null when none is offered. */
  acceptOffer(): View | null {
    const opened = this.opened.value;
    if (!opened?.offer?.recipe) return null;
    this.opened.value = { ...opened, offer: { ...opened.offer, recipe: null } };
    return onFile(opened.offer.recipe, opened.fingerprint);
  }

  /** The file that a view asks for is not here yet. */
  waitForFile(): void {
    this.stage.value = { name: "empty", wanted: this.keeper.view.value.fingerprint, notice: null };
  }

  /** Brings tables and pages up to the view as it is when the work before has ended. */
  follow(): void {
    if (this.desk.source === null) return this.waitForFile();
    void this.next(async (stop) => {
      const view = this.keeper.view.value;
      if (!stop.aborted && view !== this.done) await this.prepare(view, stop, () => undefined);
    });
  }

  /** Computes a page once more that was stopped or has failed. */
  runAgain(page: string): void {
    if (this.stage.value.name !== "ready") return;
    this.runner.leave(page);
    const view = this.keeper.view.value;
    void this.next(async (stop) => (this.done === view ? this.pages.settle(view, stop) : undefined));
  }

  /** A question of the screen to the tables; where they are gone meanwhile, it is asked once they are back. */
  asked<T>(question: () => Promise<T>): Promise<T> {
    return this.mending.asked(question, () => this.work);
  }

  /** Work on the tables, when the work before it has ended. */
  private next(work: (stop: AbortSignal) => Promise<void>): Promise<void> {
    const stop = this.reading.signal;
    this.work = this.work.then(() => work(stop)).catch((error: unknown) => this.failed(error, stop));
    return this.work;
  }

  private async take({ label, fromLink, deliver }: Taking, stop: AbortSignal, tell: Told): Promise<void> {
    const { files, sample } = await deliver(stop, tell);
    const { source, report, fingerprint } = await this.mending.lasting(
      () => this.desk.open(files, this.keeper.view.value, sample, stop, tell),
      stop,
    );
    this.columns.attach(source, report);
    const asked = this.keeper.view.value;
    const offer = fromLink ? linkOffer(asked, fingerprint) : null;
    this.opened.value = describeOpened({ source, report, fingerprint }, label, offer);
    this.keeper.write(onFile(offer === null ? asked : reset(asked), fingerprint), "replace");
    try {
      await this.prepare(this.keeper.view.value, stop, tell);
    } finally {
      // Also where the customer is not known yet: it is chosen by looking at the columns.
      void readRest(this, () => this.keeper.view.value, stop);
    }
  }

  /** Clean, filter, run: as much of it as the view asks anew. Resolves once the tables stand; runs go on behind. */
  private async prepare(view: View, stop: AbortSignal, tell: Told): Promise<void> {
    const before = this.done;
    this.done = view;
    const dirty = before === null || !sameCleaning(before, view);
    if (dirty || !sameRows(before.filters, view.filters)) {
      await this.runner.interrupt();
      if (dirty) await this.desk.cleanUp(view, stop, tell);
      await this.desk.filter({ ...view.filters, segments: [] }, stop);
      if (dirty) await this.table.reread(view.stepsOff);
    }
    if (this.desk.base.value === null) return;
    await this.pages.settle(view, stop);
    this.stage.value = { name: "ready" };
    performance.mark("clientele:ready");
    this.choicesDue ||= dirty;
    void this.pages.running.then(() => this.offerChoices(stop));
  }

  /** What filters can be set to, once the pages stand, and not while the tables change. */
  private offerChoices(stop: AbortSignal): void {
    if (!this.choicesDue || stop.aborted) return;
    this.choicesDue = false;
    void this.next(() => this.desk.offerChoices(stop));
  }

  /** Stops what is under way for a file that nobody wants any more, however busy the engine is with it. */
  private abandon(): void {
    this.reading.abort();
    const late = setTimeout(() => this.parts.reader.stop?.(), PATIENCE_MS);
    void this.work.finally(() => clearTimeout(late));
    void this.parts.engine.stopWork(this.stage.value.name === "empty" ? REHEARSAL_PATIENCE_MS : PATIENCE_MS);
  }

  /** The engine has gone, and every table with it. What is shown stays; the file is read again. */
  private engineStopped(): void {
    const stop = this.reading.signal;
    this.table.clear();
    void this.runner.interrupt();
    if (this.opened.value === null || stop.aborted) return this.mending.prepare();
    if (this.mending.under) return;
    this.mending.begin();
    void this.next(() => this.bringBack(stop));
  }

  /** The same tables and pages from the same file; rejects, with nothing left open, when that cannot be. */
  private async bringBack(stop: AbortSignal): Promise<void> {
    try {
      await this.mending.lasting(async () => {
        const again = await this.desk.readAgain(stop);
        if (again === null) return;
        this.columns.attach(again.source, again.report);
        await this.earlier.readAgain();
        this.done = null;
        await this.prepare(this.keeper.view.value, stop, () => undefined);
      }, stop);
    } catch (error) {
      if (!(error instanceof RoleError)) this.forget();
      throw error;
    } finally {
      this.mending.rebuilt();
      void readRest(this, () => this.keeper.view.value, stop);
      void this.pages.running.then(() => this.mending.done());
    }
  }

  private failed(error: unknown, stop: AbortSignal): void {
    if (error instanceof StoppedError && this.mending.under) return;
    if (!stop.aborted && !isAbort(error)) {
      this.stage.value = failedStage(error, this.stage.value);
      return;
    }
    this.forget();
    this.waitForFile();
  }

  private forget(): void {
    this.runner.clear();
    this.columns.clear();
    this.table.clear();
    this.earlier.forget();
    this.desk.clear();
    this.opened.value = null;
    this.done = null;
  }
}
