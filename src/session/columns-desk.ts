import { signal } from "@preact/signals";
import { readingFiles } from "../data/gone-file";
import { load } from "../data/open-source";
import type { PreviewOrder, PreviewPage } from "../data/preview";
import { previewRows, type PreviewTable } from "../data/preview-rows";
import type { ColumnProfile } from "../data/profile";
import { profileColumn } from "../data/profile-column";
import type { LoadReport, Source } from "../data/source";
import type { DataParts } from "./data-parts";

/** Profiles are shown together after this long, so that a file of thousands of columns does not redraw for each. */
const SHOW_EVERY_MS = 200;

/** Every column as it is in the file: the preview, and profiles that are made behind the pages. */
export class ColumnsDesk {
  readonly profiles = signal<ReadonlyMap<string, ColumnProfile>>(new Map());
  private tables: readonly PreviewTable[] = [];
  private order: readonly string[] = [];

  constructor(private readonly parts: DataParts) {}

  /** The columns that are read can be looked at from now on. */
  attach(source: Source, report: LoadReport): void {
    this.order = source.columns.map(({ name }) => name);
    this.tables = [{ table: "raw", columns: report.columns.map(({ name }) => name) }];
  }

  /** Profiles what is read, then reads the columns that are left into `rest` and profiles them too. */
  async begin(source: Source, left: readonly string[], stop: AbortSignal): Promise<void> {
    await this.profile(source, stop);
    if (left.length > 0) {
      await readingFiles(source.given, () => load(source, left, "rest", { ...this.parts, signal: stop }));
      this.tables = [...this.tables, { table: "rest", columns: left }];
      await this.profile(source, stop);
    }
    this.explainUnread(source);
  }

  /** A window on the rows, columns in the order of the file. */
  async preview(from: number, count: number, order: PreviewOrder | null): Promise<PreviewPage> {
    const page = await previewRows(this.parts.engine, this.tables, from, count, order);
    const places = this.order.map((column) => page.columns.indexOf(column)).filter((place) => place >= 0);
    return {
      ...page,
      columns: places.map((place) => page.columns[place] ?? ""),
      rows: page.rows.map((row) => places.map((place) => row[place] ?? null)),
    };
  }

  /** The tables that hold the file's columns, and which. */
  get readTables(): readonly PreviewTable[] {
    return this.tables;
  }

  /** Says of every column without a profile why there is none. */
  giveUp(source: Source, reason: string): void {
    const missing = source.columns.filter(({ name }) => !this.profiles.value.has(name));
    const entries = missing.map(({ name, type }) => [name, unread(name, type, reason)] as const);
    this.profiles.value = new Map([...this.profiles.value, ...entries]);
  }

  clear(): void {
    this.tables = [];
    this.order = [];
    this.profiles.value = new Map();
  }

  private explainUnread(source: Source): void {
    this.giveUp(source, "Not read: the file is large and this column has no meaning yet. Choose one and it is read.");
  }

  private async profile(source: Source, stop: AbortSignal): Promise<void> {
    const made = new Map(this.profiles.value);
    const types = new Map(source.columns.map(({ name, type }) => [name, type]));
    let shown = performance.now();
    for (const { table, columns } of this.tables) {
      for (const column of columns.filter((name) => !made.has(name))) {
        made.set(column, await profileColumn(this.parts.engine, table, column, types.get(column) ?? "VARCHAR"));
        stop.throwIfAborted();
        if (performance.now() - shown < SHOW_EVERY_MS) continue;
        this.profiles.value = new Map(made);
        shown = performance.now();
      }
    }
    this.profiles.value = made;
  }
}

function unread(column: string, fileType: string, problem: string): ColumnProfile {
  const nothing = {
    rows: 0,
    missing: [],
    missingTotal: 0,
    distinct: 0,
    distinctApproximate: false,
    numbers: null,
    top: [],
  };
  return { column, fileType, kind: "empty", ...nothing, problem };
}
