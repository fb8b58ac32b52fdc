import type { Table } from "apache-arrow";
import { abortable } from "../abortable";
import { cleaned } from "../cleaned";
import type { Answer, Engine } from "../engine";
import { name, sql, type Sql } from "../sql";
import { MemoryError } from "../user-error";
import { toAnswer } from "./answer";
import { filling } from "./filling";
import { slicedAnswer } from "./sliced";

type Later<T> = T | Promise<T>;

interface Statement {
  query(...values: unknown[]): Later<Table>;
  close(): Later<void>;
}

/** The part of a DuckDB connection that Clientele uses; the browser's is asynchronous, Node's is not. */
export interface Connection {
  query(text: string): Later<Table>;
  prepare(text: string): Later<Statement>;
  insertArrowFromIPCStream(ipc: Uint8Array, options: { name: string; schema?: string; create: boolean }): Later<void>;
  /** The driver below, which hands out an answer's Arrow IPC bytes as the engine wrote them. */
  useUnsafe<R>(callback: (driver: Driver, connection: number) => R): R;
  close(): Later<void>;
}

interface Driver {
  runQuery(connection: number, text: string): Later<Uint8Array>;
}

/** What the database does beside one connection: further ones, and files by path. */
export interface Beside {
  connect(): Later<Connection>;
  register(path: string, file: Blob): Later<void>;
  drop(path: string): Later<unknown>;
}

/** An `Engine` over a DuckDB connection. Errors carry the statement that failed. */
export function engineOver(connection: Connection, beside: Beside): Engine {
  return {
    query(statement, signal): Promise<Answer> {
      const ask = async (one: Sql): Promise<Answer> => toAnswer(await abortable(run(connection, one), signal));
      return statement.slicedBy === undefined ? ask(statement) : slicedAnswer(statement, statement.slicedBy, ask);
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
      } catch (error) {
        throw explained(error, sql`INSERT INTO ${name(table)}`);
      }
    },
    async fill(table) {
      const into = sql`INSERT INTO ${name(table)}`;
      return filling(await beside.connect(), table, (error) => explained(error, into));
    },
    async registerFile(path, file) {
      await beside.register(path, file);
    },
    async dropFile(path) {
      await beside.drop(path);
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

function explained(error: unknown, statement: Sql): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (OUT_OF_MEMORY.test(message))
    return new MemoryError(
      "This browser tab has no memory left for that step.",
      "Use fewer columns or a smaller file, or close other tabs, and try again.",
    );
  return new Error(`${message}\nin: ${statement.text}`, { cause: error });
}
