import { signal, type ReadonlySignal } from "@preact/signals";
import type { ReadableFile } from "../data/open-source";
import type { PreviewOrder, PreviewPage } from "../data/preview";
import type { Role } from "../data/role";
import { UserError } from "../data/user-error";
import { readSampleName, writeSampleName } from "../view/sample-name";
import type { AnyValue } from "../view/settings";
import * as change from "../view/view-changes";
import { sameFilters } from "../view/same-recipe";
import type { Filters, Fingerprint, View } from "../view/view";
import type { Compute, Treatment } from "../workers/contract";
import type { Address } from "./address";
import { DataDesk, type DataParts } from "./data-desk";
import { exportRows } from "./exports";
import { failure, isAbort } from "./failure";
import { describeOpened } from "./opened";
import { ColumnsDesk } from "./columns-desk";
import { analysisRecord } from "./record";
import { Runner, type LoadedAnalysis } from "./runner";
import { ViewKeeper } from "./view-keeper";
import type { ExportFormat, Opened, PageEntry, Run, Session, Stage } from "./session";

/** Makes a sample file as Parquet. */
export type MakeSample = (
  rows: number,
  seed: number,
  told: (share: number) => void,
  stop: AbortSignal,
) => Promise<ReadableFile>;

export interface SessionParts extends DataParts {
  readonly compute: Compute;
  readonly analyses: readonly LoadedAnalysis[];
  readonly address: Address;
  readonly makeSample: MakeSample;
}

const SAMPLE_ROWS = 150_001;
const SAMPLE_SEED = 1;

/** The workbench's one session: data at one end, the address bar at the other, runs in between. */
export class WorkbenchSession implements Session {
  readonly stage = signal<Stage>({ name: "empty", wanted: null, notice: null });
  readonly view;
  readonly opened = signal<Opened | null>(null);
  readonly linkProblems;
  readonly pages: readonly PageEntry[];
  readonly roles;
  readonly ledger;
  readonly dataset;
  readonly choices;
  readonly profiles;

  private readonly desk: DataDesk;
  private readonly columns: ColumnsDesk;
  private readonly runner: Runner;
  private readonly keeper: ViewKeeper;
  private reading = new AbortController();
  private work: Promise<void> = Promise.resolve();
  private done: View | null = null;

  constructor(private readonly parts: SessionParts) {
    this.desk = new DataDesk(parts);
    this.columns = new ColumnsDesk(parts);
    this.runner = new Runner(parts.engine, parts.compute, parts.analyses);
    this.pages = parts.analyses.map(({ entry, analysis }) => ({
      id: entry.id,
      title: entry.title,
      question: entry.question,
      settings: analysis.settings,
    }));
    this.keeper = new ViewKeeper(parts.address, this.pages);
    ({ view: this.view, problems: this.linkProblems } = this.keeper);
    ({ roles: this.roles, ledger: this.ledger, dataset: this.dataset, choices: this.choices } = this.desk);
    this.profiles = this.columns.profiles;
    this.waitForFile();
    this.keeper.follow(
      () => this.opened.value?.fingerprint ?? null,
      () => (this.desk.source === null ? this.waitForFile() : this.follow()),
    );
  }

  run(page: string): ReadonlySignal<Run> {
    return this.runner.run(page);
  }

  async open(files: readonly File[]): Promise<void> {
    performance.mark("clientele:drop");
    const readable = files.map((file) => ({ name: file.name, blob: file }));
    await this.opening(readable.length === 1 ? (readable[0]?.name ?? "") : `${readable.length} files`, async (stop) => {
      await this.take(readable, null, stop);
      if (this.view.value.page === "home") this.go("data");
    });
  }

  async openSample(rows = SAMPLE_ROWS): Promise<void> {
    performance.mark("clientele:drop");
    const wanted = readSampleName(this.view.value.fingerprint?.sample ?? "");
    const sample = wanted ?? { kind: "telecom", rows, seed: SAMPLE_SEED };
    await this.opening("Synthetic telecom sample", async (stop) => {
      const tell = (share: number): void => this.tell("Synthetic telecom sample", "Generating sessions", share);
      const file = await this.parts.makeSample(sample.rows, sample.seed, tell, stop);
      await this.take([file], writeSampleName(sample), stop);
      if (this.view.value.page === "home") this.go("overview");
    });
  }

  cancel(): void {
    if (this.stage.value.name === "loading") this.reading.abort();
  }

  async close(): Promise<void> {
    this.reading.abort();
    await this.work;
    this.forget();
    this.keeper.write(change.onFile(change.reset(this.view.value), null), "push");
    this.stage.value = { name: "empty", wanted: null, notice: "The data is forgotten. Nothing of it was stored." };
  }

  go(page: string): void {
    this.keeper.write(change.goTo(this.view.value, page), "push");
  }

  setRole(column: string, role: Role): void {
    this.change(change.setRole(this.view.value, column, role));
  }

  setStep(step: string, enabled: boolean): void {
    this.change(change.setStep(this.view.value, step, enabled));
  }

  setTreatment(treatment: Treatment): void {
    this.change(change.setTreatment(this.view.value, treatment));
  }

  setFilters(filters: Filters): void {
    this.change(change.setFilters(this.view.value, filters));
  }

  setSetting(page: string, name: string, value: AnyValue): void {
    const setting = this.pages.find(({ id }) => id === page)?.settings[name];
    if (setting === undefined) throw new RangeError(`There is no setting “${page}.${name}”.`);
    this.change(change.setSetting(this.view.value, page, name, setting, value));
  }

  reset(): void {
    this.change(change.reset(this.view.value));
  }

  link(): string {
    return this.keeper.link();
  }

  preview(from: number, count: number, order: PreviewOrder | null): Promise<PreviewPage> {
    return this.columns.preview(from, count, order);
  }

  exportCustomers(format: ExportFormat): Promise<Blob> {
    return exportRows(this.parts, "customers", format, this.dataset.value);
  }

  exportSetAside(format: ExportFormat): Promise<Blob> {
    return exportRows(this.parts, "set-aside", format, this.dataset.value);
  }

  exportRecord(): Blob {
    return analysisRecord({
      opened: this.opened.value,
      view: this.view.value,
      link: this.link(),
      pages: this.pages,
      roles: this.roles.value,
      ledger: this.ledger.value,
      dataset: this.dataset.value,
      run: (page) => this.runner.run(page).value,
    });
  }

  /** Reads files to the end, through every stage the screen shows; leaves a sentence where that fails. */
  private async opening(label: string, read: (stop: AbortSignal) => Promise<void>): Promise<void> {
    this.reading.abort();
    await this.work;
    const stop = (this.reading = new AbortController());
    this.forget();
    this.stage.value = { name: "loading", label, doing: "Opening", progress: null };
    this.work = read(stop.signal).catch((error: unknown) => this.failed(error, stop.signal));
    await this.work;
  }

  private async take(files: readonly ReadableFile[], sample: string | null, stop: AbortSignal): Promise<void> {
    const label = sample === null ? (files.length === 1 ? (files[0]?.name ?? "") : `${files.length} files`) : "Synthetic telecom sample";
    const wanted = this.view.value.fingerprint;
    const tell: Parameters<DataDesk["open"]>[4] = (doing, progress) => {
      if (!stop.aborted) this.stage.value = { name: "loading", label, doing, progress };
    };
    const fingerprint = await this.desk.open(files, this.view.value, sample, stop, tell);
    this.opened.value = describeOpened(this.desk, label, fingerprint, mismatch(wanted, fingerprint));
    this.keeper.write(change.onFile(this.view.value, fingerprint), "replace");
    await this.prepare(this.view.value, stop, tell);
    void this.readRest(stop);
  }

  /** Clean, filter, run: as much of it as the view asks anew. Resolves once the tables stand; runs go on behind. */
  private async prepare(view: View, stop: AbortSignal, tell: Parameters<DataDesk["open"]>[4]): Promise<void> {
    const before = this.done;
    this.done = view;
    if (before === null || !sameList(before.roles, view.roles) || !sameList(before.stepsOff, view.stepsOff)) {
      await this.desk.cleanUp(view, stop, tell);
      await this.desk.filter(view.filters, stop);
    } else if (!sameFilters(before.filters, view.filters)) await this.desk.filter(view.filters, stop);
    const dataset = this.dataset.value;
    if (dataset === null) return;
    this.stage.value = { name: "ready" };
    performance.mark("clientele:ready");
    this.running = this.runner.update(dataset, view).then(() => void performance.mark("clientele:pages"));
  }

  private running: Promise<void> = Promise.resolve();

  /** Once the pages stand: the columns without a role, and every column's profile. */
  private async readRest(stop: AbortSignal): Promise<void> {
    try {
      await this.running;
      const { source, report } = this.desk;
      if (source === null || report === null || stop.aborted) return;
      await this.columns.begin(source, report, this.desk.columnsLeft(), stop);
    } catch (error) {
      if (!isAbort(error) && !stop.aborted) this.columns.giveUp(failure(error).message);
    }
  }

  /** A person changed the view: a new history entry, then whatever follows from it, one after another. */
  private change(view: View): void {
    if (view === this.view.value) return;
    this.keeper.write(view, "push");
    this.follow();
  }

  private follow(): void {
    if (this.desk.source === null) return;
    const stop = this.reading.signal;
    this.work = this.work
      .then(async () => {
        const view = this.view.value;
        if (!stop.aborted && view !== this.done) await this.prepare(view, stop, () => undefined);
      })
      .catch((error: unknown) => this.failed(error, stop));
  }

  private waitForFile(): void {
    this.stage.value = { name: "empty", wanted: this.view.value.fingerprint, notice: null };
  }

  private tell(label: string, doing: string, share: number): void {
    const progress = { rows: Math.round(share * SAMPLE_ROWS), rowsTotal: SAMPLE_ROWS, bytes: share, bytesTotal: 1 };
    this.stage.value = { name: "loading", label, doing, progress };
  }

  private failed(error: unknown, stop: AbortSignal): void {
    if (stop.aborted || isAbort(error)) {
      this.forget();
      this.waitForFile();
      return;
    }
    if (error instanceof UserError && this.opened.value !== null) this.stage.value = { name: "mapping", why: `${error.message} ${error.next}` };
    else this.stage.value = { name: "failed", ...failure(error) };
  }

  private forget(): void {
    this.runner.clear();
    this.columns.clear();
    this.desk.clear();
    this.opened.value = null;
    this.done = null;
  }
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function mismatch(wanted: Fingerprint | null, found: Fingerprint): Fingerprint | null {
  return wanted === null || wanted.hash === found.hash ? null : wanted;
}
