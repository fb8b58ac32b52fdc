import type { Table } from "apache-arrow";
import { abortable } from "../abortable";
import type { Answer, Engine } from "../engine";
import { name, sql, type Sql } from "../sql";
import { MemoryError } from "../user-error";
import { toAnswer } from "./answer";

type Later<T> = T | Promise<T>;

interface Statement {
  query(...values: unknown[]): Later<Table>;
  close(): Later<void>;
}

/** The part of a DuckDB connection that Clientele uses; the browser's is asynchronous, Node's is not. */
export interface Connection {
  query(text: string): Later<Table>;
  prepare(text: string): Later<Statement>;
  insertArrowFromIPCStream(ipc: Uint8Array, options: { name: string; create: boolean }): Later<void>;
  /** The driver below, which hands out an answer's Arrow IPC bytes as the engine wrote them. */
  useUnsafe<R>(callback: (driver: Driver, connection: number) => R): R;
}

interface Driver {
  runQuery(connection: number, text: string): Later<Uint8Array>;
}

/** Registers and forgets files by path. */
export interface Vault {
  register(path: string, file: Blob): Later<void>;
  drop(path: string): Later<unknown>;
}

/** Bytes of rows that arrived in pieces, after which they are made as small as those of tables that are written at once. */
const PLAIN_BYTES = 64e6;

/** An `Engine` over a DuckDB connection. Errors carry the statement that failed. */
export function engineOver(connection: Connection, vault: Vault): Engine {
  let plain = 0;
  return {
    async query(statement, signal): Promise<Answer> {
      return toAnswer(await abortable(run(connection, statement), signal));
    },
    async queryArrow(statement) {
      const table = name(`arrow ${crypto.randomUUID()}`);
      await run(connection, sql`CREATE TEMP TABLE ${table} AS ${statement}`);
      const all = sql`SELECT * FROM ${table} ORDER BY rowid`;
      return cleaned(
        async () => connection.useUnsafe((driver, id) => driver.runQuery(id, all.text)),
        async () => run(connection, sql`DROP TABLE ${table}`),
      );
    },
    async insertArrow(ipc, table, create) {
      try {
        await connection.insertArrowFromIPCStream(ipc, { name: table, create });
        plain += ipc.byteLength;
        if (plain < PLAIN_BYTES) return;
        await connection.query("CHECKPOINT");
        plain = 0;
      } catch (error) {
        throw explained(error, sql`INSERT INTO ${name(table)}`);
      }
    },
    async registerFile(path, file) {
      await vault.register(path, file);
    },
    async dropFile(path) {
      await vault.drop(path);
    },
  };
}

/** How the engine and the browser begin to say it; further on, a message may quote the data. */
const OUT_OF_MEMORY =
  /^(?:Out of Memory|std::bad_alloc|(?:Array )?buffer allocation failed|Invalid array buffer length)/iu;

async function run(connection: Connection, statement: Sql): Promise<Table> {
  try {
    if (statement.values.length === 0) return await connection.query(statement.text);
    const prepared = await connection.prepare(statement.text);
    return await cleaned(
      async () => prepared.query(...statement.values),
      async () => prepared.close(),
    );
  } catch (error) {
    throw explained(error, statement);
  }
}

/** Work and its clean-up. Where both fail the work's error counts: a poisoned engine fails at both, and says why at the first. */
async function cleaned<T>(work: () => Promise<T>, cleanUp: () => Promise<unknown>): Promise<T> {
  const value = await work().catch(async (error: unknown) => {
    await cleanUp().catch(() => undefined);
    throw error;
  });
  await cleanUp();
  return value;
}

function explained(error: unknown, statement: Sql): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (OUT_OF_MEMORY.test(message))
    return new MemoryError(
      "This browser tab has no memory left for that step.",
      "Use fewer columns or a smaller file, or close other tabs, and try again.",
    );
  return new Error(`${message}\nin: ${statement.text}`, { cause: error });
}
