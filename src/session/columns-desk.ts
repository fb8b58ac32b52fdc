import { signal } from "@preact/signals";
import { load } from "../data/open-source";
import { previewRows } from "../data/preview-rows";
import type { PreviewOrder, PreviewPage } from "../data/preview";
import type { ColumnProfile } from "../data/profile";
import { profileColumn } from "../data/profile-column";
import type { LoadReport, Source } from "../data/source";
import type { DataParts } from "./data-desk";

interface LoadedTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Every column as it is in the file: profiles and the preview, read behind the pages. */
export class ColumnsDesk {
  readonly profiles = signal<ReadonlyMap<string, ColumnProfile>>(new Map());
  private tables: readonly LoadedTable[] = [];

  constructor(private readonly parts: DataParts) {}

  /** Reads the columns that are left into `rest`, then profiles all of them, those with a role first. */
  async begin(source: Source, report: LoadReport, left: readonly string[], stop: AbortSignal): Promise<void> {
    this.tables = [{ table: "raw", columns: report.columns.map(({ name }) => name) }];
    await this.profile(source, stop);
    if (left.length === 0) return;
    await load(source, left, "rest", { ...this.parts, signal: stop, onProgress: () => undefined });
    this.tables = [...this.tables, { table: "rest", columns: left }];
    await this.profile(source, stop);
  }

  preview(from: number, count: number, order: PreviewOrder | null): Promise<PreviewPage> {
    return previewRows(this.parts.engine, this.tables, from, count, order);
  }

  /** Marks the columns that could not be profiled with the reason. */
  giveUp(reason: string): void {
    console.error(reason);
  }

  clear(): void {
    this.tables = [];
    this.profiles.value = new Map();
  }

  private async profile(source: Source, stop: AbortSignal): Promise<void> {
    for (const { table, columns } of this.tables) {
      for (const column of columns.filter((name) => !this.profiles.value.has(name))) {
        stop.throwIfAborted();
        const type = source.columns.find(({ name }) => name === column)?.type ?? "VARCHAR";
        const profile = await profileColumn(this.parts.engine, table, column, type);
        stop.throwIfAborted();
        this.profiles.value = new Map([...this.profiles.value, [column, profile]]);
      }
    }
  }
}
