import { signal } from "@preact/signals";
import { keepSegments, type KeptSegments } from "../data/customers/kept-segments";
import { derive } from "../data/derive";
import type { Engine } from "../data/engine";
import type { Desk } from "../segmentation/desk";

/** Writes what analyses derive, one table at a time. */
export class DerivedTables {
  /** Who is in which segment, as it was last written with names; null where nobody is known to be in one. */
  readonly kept = signal<KeptSegments | null>(null);
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly engine: Engine) {}

  /** Resolves once the table stands; leaves it out, and rejects, when `stop` has fired before its turn. */
  async write(stop: AbortSignal, ...[name, customerNo, columns, names]: Parameters<Desk["derive"]>): Promise<void> {
    // Replacing a table takes two statements, and a newer run must not come between them.
    const written = this.writing.then(async () => {
      if (stop.aborted) return;
      await derive(this.engine, name, customerNo, columns);
      if (names !== undefined) this.kept.value = await keepSegments(this.engine, names);
    });
    this.writing = written.catch(() => undefined);
    await written;
    stop.throwIfAborted();
  }

  /** Resolves when nothing is written any more. */
  idle(): Promise<void> {
    return this.writing;
  }
}
