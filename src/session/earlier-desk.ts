import { signal } from "@preact/signals";
import { readEarlier } from "../data/earlier-segments";
import type { DataParts } from "./data-parts";

/** Segments of an earlier file that this one's are compared with. */
export interface Earlier {
  readonly label: string;
  readonly customers: number;
  /** Named anew for each file, so that no remembered answer speaks of another. */
  readonly table: string;
}

/** Holds the earlier segments for as long as the data is open; nothing of them is in a link. */
export class EarlierDesk {
  readonly value = signal<Earlier | null>(null);
  private file: File | null = null;
  private opened = 0;

  constructor(private readonly parts: DataParts) {}

  /** Rejects with a UserError; what was compared with before then stays. */
  async open(file: File): Promise<void> {
    const table = `earlier_segments_${++this.opened}`;
    const { customers } = await readEarlier(file, table, this.parts);
    this.file = file;
    this.value.value = { label: file.name, customers, table };
  }

  /** Once more, into an engine that has lost its tables. */
  async readAgain(): Promise<void> {
    if (this.file !== null) await this.open(this.file);
  }

  forget(): void {
    this.file = null;
    this.value.value = null;
  }
}
