import type { Clean, CleanInput } from "../data/clean/build-clean";
import type { Dataset } from "../data/dataset";
import type { Filters } from "../view/view";

/**
 * The same file, read, cleaned and filtered the same way, makes the same tables: they then keep their version, and with it
 * every answer that is remembered of them, also where an engine had to be started anew in between.
 */
export class TableVersions {
  private readonly versions = new Map<string, string>();

  /** The cleaned table by the version that its like had before. */
  clean(clean: Clean, { roles, stepsOff, load }: CleanInput): Clean {
    const { rowsRead, rowsSetAside, customers } = clean;
    const meanings = roles.map(({ column, role }) => [column, role]);
    const read = load.columns.map(({ name }) => name);
    return { ...clean, version: this.known([meanings, stepsOff, read, rowsRead, rowsSetAside, customers], clean) };
  }

  /** The tables that analyses read by the version that their like had before; `clean` is what they were made from. */
  dataset(dataset: Dataset, clean: Clean, filters: Filters): Dataset {
    return { ...dataset, version: this.known([clean.version, filters, dataset.counts], dataset) };
  }

  /** The next file's tables are others. */
  clear(): void {
    this.versions.clear();
  }

  private known(inputs: unknown, { version }: { readonly version: string }): string {
    const key = JSON.stringify(inputs);
    const known = this.versions.get(key) ?? version;
    this.versions.set(key, known);
    return known;
  }
}
