import { signal } from "@preact/signals";
import { abortable } from "../data/abortable";
import type { Engine } from "../data/engine";
import { STEP_IDS, type StepId } from "../data/ledger";
import type { RoleAssignment } from "../data/role";
import type { Source } from "../data/source";
import type { ColumnsTable } from "../data/table/column-readings";
import { writeRowsView } from "../data/table/rows-view";
import type { TableAccess } from "../data/table/table-access";
import { tableColumns, type TableColumn } from "../data/table/table-column";
import type { ColumnsDesk } from "./columns-desk";

/** The columns as they are with these roles. */
type Described = (roles: readonly RoleAssignment[]) => readonly TableColumn[];

/** Gives analyses of any table its typed columns, once every column is read and profiled. */
export class TableDesk {
  /** Null until the columns can be asked for by SQL. */
  readonly described = signal<Described | null>(null);
  private tables: readonly ColumnsTable[] = [];
  private whole = awaited();

  constructor(private readonly engine: Engine) {}

  /** Makes the view `rows` over what was read; whoever waits for the columns goes on. */
  async offer(source: Source, read: ColumnsDesk, stepsOff: readonly string[]): Promise<void> {
    const profiles = read.profiles.value;
    const described: Described = (roles) => tableColumns(profiles, source.columns, roles);
    this.tables = read.readTables;
    await writeRowsView(this.engine, this.tables, described([]), stepsOf(stepsOff));
    this.described.value = described;
    this.whole.resolve(described);
  }

  /** The view once more, where cleaning reads numbers or dates another way now. */
  async reread(stepsOff: readonly string[]): Promise<void> {
    const described = this.described.value;
    if (described !== null) await writeRowsView(this.engine, this.tables, described([]), stepsOf(stepsOff));
  }

  /** Whoever waits is told why there will be no columns. */
  giveUp(reason: unknown): void {
    this.whole.reject(reason);
  }

  /** Resolves once the columns can be asked for; rejects with an AbortError when `stop` fires. */
  async columns(
    roles: readonly RoleAssignment[],
    repeated: boolean,
    earlier: TableAccess["earlier"] | undefined,
    stop: AbortSignal,
  ): Promise<TableAccess> {
    const described = await abortable(this.whole.promise, stop);
    return { columns: described(roles), repeated, earlier: earlier ?? null };
  }

  /** The next file's columns are others. */
  clear(): void {
    this.whole = awaited();
    this.described.value = null;
  }
}

const stepsOf = (ids: readonly string[]): ReadonlySet<StepId> => new Set(STEP_IDS.filter((id) => ids.includes(id)));

function awaited(): PromiseWithResolvers<Described> {
  const whole = Promise.withResolvers<Described>();
  // A file that fails tells so itself, whether or not anybody waits for its columns.
  whole.promise.catch(() => undefined);
  return whole;
}
