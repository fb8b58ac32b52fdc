import { signal } from "@preact/signals";
import { buildClean, type Clean } from "../data/clean/build-clean";
import { applyFilters } from "../data/customers/apply-filters";
import { filterChoices } from "../data/customers/filter-choices";
import { narrowCustomers, type Among } from "../data/customers/narrow-customers";
import { findValues, type ListedColumn } from "../data/customers/find-values";
import type { Dataset } from "../data/dataset";
import { fingerprint } from "../data/fingerprint";
import { goneFile, readingFiles } from "../data/gone-file";
import type { LedgerStep } from "../data/ledger";
import { deviceMemory, memoryBudget, memoryUse, refuseTooLarge, tooLarge, type MemoryUse } from "../data/memory-budget";
import { head, inspect, load, tableHead, type ReadableFile } from "../data/open-source";
import { MENDED } from "../data/mended-lines";
import { REJECTED } from "../data/rejected-rows";
import type { RoleAssignment } from "../data/role";
import { applyCorrections } from "../data/roles/apply-corrections";
import { guessRoles } from "../data/roles/guess-roles";
import type { LoadProgress, LoadReport, Source } from "../data/source";
import type { Sql } from "../data/sql";
import { MemoryError, StoppedError } from "../data/user-error";
import type { Filters, View } from "../view/view";
import type { DataParts, Told } from "./data-parts";
import type { ReadFile } from "./opened";
import type { FilterChoice, FilterChoices } from "./session";
import { TableVersions } from "./table-versions";
import { timed } from "./timing";
import { leftToRead, wantedFirst, withRole } from "./wanted-columns";

const HEAD_ROWS = 500;

/** After a file of this many bytes the reader's memory is worth more than its being ready. */
const LARGE_BYTES = 100e6;

/** Where records of text that were refused or mended are kept. */
const KEPT = { rejects: REJECTED, mended: MENDED };

/** What is known of the file once its first rows were seen. */
interface OpenFile {
  readonly source: Source;
  readonly guessed: readonly RoleAssignment[];
  readonly report: LoadReport;
}

/** From a file to the tables: holds what was read, and makes clean and filtered tables from it as the view asks. */
export class DataDesk {
  readonly roles = signal<readonly RoleAssignment[]>([]);
  readonly ledger = signal<readonly LedgerStep[]>([]);
  readonly dataset = signal<Dataset | null>(null);
  /** The same without the filter on segments. */
  readonly base = signal<Dataset | null>(null);
  readonly choices = signal<FilterChoices | null>(null);
  /** All values that cleaning changed, as a statement; null where none was. */
  readonly changes = signal<Sql | null>(null);
  readonly memory = signal<MemoryUse | null>(null);
  private file: OpenFile | null = null;
  private clean: Clean | null = null;
  private readonly versions = new TableVersions();

  constructor(private readonly parts: DataParts) {}

  /** Reads the columns that matter. Rejects with UserError or AbortError. */
  open(
    files: readonly ReadableFile[],
    view: View,
    sample: string | null,
    stop: AbortSignal,
    tell: Told,
  ): Promise<ReadFile> {
    const given = files.map((file) => ("blob" in file ? file : { name: file.name, blob: file }));
    return readingFiles(given, () => this.firstLook(files, view, sample, stop, tell));
  }

  /** Reads into an engine that has lost its tables what was read before; null where no file is open. */
  async readAgain(stop: AbortSignal): Promise<{ source: Source; report: LoadReport } | null> {
    if (this.file === null) return null;
    const { source, report } = this.file;
    const columns = report.columns.map(({ name }) => name);
    this.file = { ...this.file, report: await timed("read", () => this.read(source, columns, stop, () => undefined)) };
    return this.file;
  }

  private async firstLook(
    files: readonly ReadableFile[],
    view: View,
    sample: string | null,
    stop: AbortSignal,
    tell: Told,
  ): Promise<ReadFile> {
    tell("Looking at the columns", null);
    const source = await timed("inspect", () => this.inspect(files, stop, tell));
    const byName = guessRoles(source.columns, []);
    const telling = byName.some(({ role }) => role === "customer") && source.format === "parquet";
    const guessed = telling ? byName : guessRoles(source.columns, await head(source, HEAD_ROWS, this.parts));
    stop.throwIfAborted();
    const wanted = wantedFirst(source, applyCorrections(guessed, view.roles));
    await refuseTooLarge(source, wanted, this.budget);
    const [report, hash] = await Promise.all([
      timed("read", () => this.read(source, wanted, stop, tell)),
      timed("fingerprint", () => fingerprint(source.given)),
    ]);
    this.file = { source, guessed: telling ? await this.reconsidered(source, report) : guessed, report };
    return { source, report, fingerprint: { hash, rows: report.rows, columns: source.columns.length, sample } };
  }

  private inspect(files: readonly ReadableFile[], stop: AbortSignal, tell: Told): Promise<Source> {
    const bytesTotal = files.reduce((sum, file) => sum + ("blob" in file ? file.blob : file).size, 0);
    return inspect(files, {
      reader: this.parts.reader,
      signal: stop,
      onUnpack: (name, share) =>
        tell(`Reading ${name}`, { rows: 0, rowsTotal: null, bytes: Math.round(share * bytesTotal), bytesTotal }),
    });
  }

  private get budget(): number {
    return this.parts.memoryBudget ?? memoryBudget(deviceMemory());
  }

  /** Some customer of the view, in whatever segment, has more than one row. */
  get repeated(): boolean {
    const counts = this.base.value?.counts;
    return counts !== undefined && counts.rowsKept - counts.rowsFiltered > counts.customers;
  }

  /** The source of the open file, or null. */
  get source(): Source | null {
    return this.file?.source ?? null;
  }

  /** Makes roles, ledger and the clean table as the view asks; reads a column first if it was not read yet. */
  async cleanUp(view: View, stop: AbortSignal, tell: Told): Promise<void> {
    if (this.file === null) return;
    const roles = applyCorrections(this.file.guessed, view.roles);
    this.roles.value = roles;
    await this.readMissing(withRole(roles), stop, tell);
    tell("Cleaning", null);
    const input = { table: "raw", roles, stepsOff: view.stepsOff, load: this.file.report };
    const clean = await this.fitting(timed("clean", () => buildClean(this.parts.engine, input)));
    this.clean = this.versions.clean(clean, input);
    stop.throwIfAborted();
    this.ledger.value = this.clean.ledger;
    this.changes.value = this.clean.changes;
  }

  /** What the filters can be set to; not needed before the pages stand. */
  async offerChoices(stop: AbortSignal): Promise<void> {
    if (this.clean === null) return;
    const choices = await filterChoices(this.parts.engine, this.clean);
    if (!stop.aborted) this.choices.value = choices;
  }

  /** Values of a column that hold this text, also such as the choices do not list. */
  async findValues(column: ListedColumn, text: string): Promise<readonly FilterChoice[]> {
    return this.clean === null ? [] : findValues(this.parts.engine, this.clean, column, text);
  }

  /** Makes the tables that analyses read. */
  async filter(filters: Filters, stop: AbortSignal): Promise<void> {
    if (this.clean === null) return;
    const { clean } = this;
    const dataset = await this.fitting(timed("customers", () => applyFilters(this.parts.engine, clean, filters)));
    stop.throwIfAborted();
    this.dataset.value = this.base.value = this.versions.dataset(dataset, clean, filters);
    this.memory.value = await memoryUse(this.parts.engine, this.budget);
  }

  /** Leaves only customers of these segments in the tables that `filter` made; everybody where null. */
  async narrow(filters: Filters, among: Among | null, stop: AbortSignal): Promise<void> {
    const [clean, base] = [this.clean, this.base.value];
    if (clean === null || base === null) return;
    const dataset = await narrowCustomers(this.parts.engine, clean, filters, base, among);
    stop.throwIfAborted();
    this.dataset.value = dataset;
  }

  /** Columns not in `raw`, if the file is small enough to read them without being asked. */
  columnsLeft(): readonly string[] {
    return this.file === null ? [] : leftToRead(this.file.source, this.file.report);
  }

  /** Forgets the file's state; the tables are replaced by the next file's. */
  clear(): void {
    this.file = null;
    this.clean = null;
    this.versions.clear();
    this.roles.value = [];
    this.ledger.value = [];
    this.changes.value = null;
    this.dataset.value = this.base.value = null;
    this.choices.value = null;
    this.memory.value = null;
  }

  /**
   * The roles once more, now with values of the columns that were read. Looking into every column of a Parquet file first
   * would read all of its first part; where the names tell the customer, only what they name is read.
   */
  private async reconsidered(source: Source, report: LoadReport): Promise<readonly RoleAssignment[]> {
    const read = report.columns.map(({ name }) => name);
    const values = await tableHead(this.parts.engine, "raw", read, HEAD_ROWS);
    return guessRoles(
      source.columns,
      source.columns.map(({ name }) => values[read.indexOf(name)] ?? []),
    );
  }

  private async read(source: Source, columns: readonly string[], stop: AbortSignal, tell: Told): Promise<LoadReport> {
    let taken = 0;
    const onProgress = (progress: LoadProgress): void => {
      taken = progress.bytes / progress.bytesTotal;
      tell("Reading", progress);
    };
    const once = () => load(source, columns, "raw", { ...this.parts, ...KEPT, signal: stop, onProgress });
    const report = await readingFiles(source.given, () =>
      once().catch(async (error: unknown) => {
        // A reader's thread that ended in the middle has left no table, so reading can begin anew.
        if (error instanceof StoppedError) return once();
        // Cleaned, it would stand there once more.
        if (error instanceof MemoryError) throw await tooLarge(source, columns, this.budget, (taken || 1) / 2);
        throw error;
      }),
    );
    if (source.bytes > LARGE_BYTES) this.parts.reader.rest?.();
    return report;
  }

  /** The tables made of the file as it was read; where they do not fit beside it, says how much of it would. */
  private fitting<T>(tables: Promise<T>): Promise<T> {
    return tables.catch(async (error: unknown) => {
      if (!(error instanceof MemoryError) || this.file === null) throw error;
      const { source, report } = this.file;
      const read = report.columns.map(({ name }) => name);
      throw await tooLarge(source, read, this.budget, 1 / 2);
    });
  }

  private async readMissing(wanted: readonly string[], stop: AbortSignal, tell: Told): Promise<void> {
    if (this.file === null) return;
    const read = new Set(this.file.report.columns.map(({ name }) => name));
    if (wanted.every((column) => read.has(column))) return;
    // Before the table that stands is given up for another one.
    const gone = await goneFile(this.file.source.given);
    if (gone !== null) throw gone;
    const all = [...read, ...wanted.filter((column) => !read.has(column))];
    await refuseTooLarge(this.file.source, all, this.budget);
    const report = await this.read(this.file.source, all, stop, tell);
    this.file = { ...this.file, report };
  }
}
