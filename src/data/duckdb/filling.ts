import { cleaned } from "../cleaned";
import type { Filling } from "../engine";
import type { Connection } from "./engine-over";
import { TABLES } from "./small-tables";

/** Rows are committed once this many bytes of Arrow were inserted. */
const COMMIT_BYTES = 128e6;

/**
 * Fills `table` through a connection of its own, in transactions of many batches: a batch that is committed alone is written
 * twice by the engine and compressed before it is full, which takes several times as long. `explained` puts a failure in
 * words; after one, nothing more can be inserted.
 */
export function filling(
  connection: Connection,
  table: string,
  explained: (error: unknown) => Error,
  commitBytes = COMMIT_BYTES,
): Filling {
  /** Bytes since the last commit; null outside of a transaction. */
  let pending: number | null = null;
  const commit = async (): Promise<void> => {
    pending = null;
    await connection.query("COMMIT");
  };
  const insert = async (ipc: Uint8Array): Promise<void> => {
    if (pending === null) await connection.query("BEGIN TRANSACTION");
    pending = (pending ?? 0) + ipc.byteLength;
    await connection.insertArrowFromIPCStream(ipc, { name: table, schema: TABLES, create: false });
    if (pending >= commitBytes) await commit();
  };
  const inWords = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      pending = null;
      throw explained(error);
    }
  };
  return {
    insert: (ipc) => inWords(() => insert(ipc)),
    end: () =>
      cleaned(
        () => inWords(async () => (pending === null ? undefined : commit())),
        async () => connection.close(),
      ),
  };
}
