import { abortable } from "../data/abortable";
import type { Engine } from "../data/engine";
import type { RoleAssignment } from "../data/role";
import type { Source } from "../data/source";
import { writeRowsView } from "../data/table/rows-view";
import type { TableAccess } from "../data/table/table-access";
import { tableColumns, type TableColumn } from "../data/table/table-column";
import type { ColumnsDesk } from "./columns-desk";

/** Gives analyses of any table its typed columns, once every column is read and profiled. */
export class TableDesk {
  private whole = awaited();

  constructor(private readonly engine: Engine) {}

  /** Makes the view `rows` over what was read; whoever waits for the columns goes on. */
  async offer(source: Source, read: ColumnsDesk): Promise<void> {
    const profiles = read.profiles.value;
    const described = (roles: readonly RoleAssignment[]): readonly TableColumn[] =>
      tableColumns(profiles, source.columns, roles);
    await writeRowsView(this.engine, read.readTables, described([]));
    this.whole.resolve(described);
  }

  /** Whoever waits is told why there will be no columns. */
  giveUp(reason: unknown): void {
    this.whole.reject(reason);
  }

  /** Resolves once the columns can be asked for by SQL; rejects with an AbortError when `stop` fires. */
  async columns(roles: readonly RoleAssignment[], repeated: boolean, stop: AbortSignal): Promise<TableAccess> {
    const described = await abortable(this.whole.promise, stop);
    return { columns: described(roles), repeated };
  }

  /** The next file's columns are others. */
  clear(): void {
    this.whole = awaited();
  }
}

type Described = (roles: readonly RoleAssignment[]) => readonly TableColumn[];

function awaited(): PromiseWithResolvers<Described> {
  const whole = Promise.withResolvers<Described>();
  // A file that fails tells so itself, whether or not anybody waits for its columns.
  whole.promise.catch(() => undefined);
  return whole;
}
