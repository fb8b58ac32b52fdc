import type { Data } from "apache-arrow";
import { ascii, doubles, integers, putWhole, Validity } from "./arrow-column";
import { ageOf, countryOf, customerWords } from "./shop-people";
import type { ShopRow } from "./shop-visit";

/** Rows of a piece of the file, with the number of the first event in it. */
export interface ShopChunk {
  readonly seed: number;
  readonly rows: readonly ShopRow[];
  /** Number of each row's event; a copy has its original's. */
  readonly eventNo: Float64Array;
}

/** How the values of a column are made. */
export type ShopColumn =
  | { readonly name: string; readonly type: "VARCHAR"; readonly of: (row: ShopRow, seed: number) => string | null }
  | { readonly name: string; readonly type: "DOUBLE"; readonly of: (row: ShopRow) => number | null }
  | {
      readonly name: string;
      readonly type: "BIGINT" | "TIMESTAMP";
      /** Fills the words of row `at` (low, high); false where there is no value. */
      readonly put: (chunk: ShopChunk, row: ShopRow, at: number, words: Uint32Array) => boolean;
    };

const FIRST_EVENT = 700_000_001;
const FIRST_SESSION = 40_000_001;

export const SHOP_COLUMN_RULES: readonly ShopColumn[] = [
  whole("event_id", "BIGINT", (chunk, _, at) => FIRST_EVENT + (chunk.eventNo[at] ?? 0)),
  {
    name: "customer_id",
    type: "BIGINT",
    put: (_, { visit }, at, words) => {
      words.set(customerWords(visit.customer), 2 * at);
      return true;
    },
  },
  whole("session_id", "BIGINT", (_, { visit }) => FIRST_SESSION + visit.session),
  whole("timestamp", "TIMESTAMP", (_, { at }) => (Number.isNaN(at) ? null : 1000 * at)),
  { name: "event", type: "VARCHAR", of: ({ event }) => event },
  { name: "product", type: "VARCHAR", of: ({ product }) => product?.name ?? null },
  { name: "category", type: "VARCHAR", of: ({ category }) => category },
  { name: "price", type: "DOUBLE", of: ({ product }) => product?.price ?? null },
  whole("quantity", "BIGINT", (_, { quantity }) => quantity),
  { name: "platform", type: "VARCHAR", of: ({ visit }) => visit.platform },
  { name: "channel", type: "VARCHAR", of: ({ visit }) => visit.channel },
  { name: "country", type: "VARCHAR", of: ({ visit }, seed) => countryOf(seed, visit.customer) },
  { name: "age_group", type: "VARCHAR", of: ({ visit }, seed) => ageOf(seed, visit.customer) },
];

/** One column of a chunk. */
export function shopColumn(column: ShopColumn, chunk: ShopChunk): Data {
  const validity = new Validity(chunk.rows.length);
  if (column.type === "VARCHAR") return ascii(textsOf(column.of, chunk, validity), validity);
  if (column.type === "DOUBLE") return doubles(numbersOf(column.of, chunk, validity), validity);
  const words = new Uint32Array(2 * chunk.rows.length);
  chunk.rows.forEach((row, at) => {
    if (!column.put(chunk, row, at, words)) validity.clear(at);
  });
  return integers(column.type, words, validity);
}

function textsOf(of: (row: ShopRow, seed: number) => string | null, chunk: ShopChunk, validity: Validity): string[] {
  return chunk.rows.map((row, at) => {
    const value = of(row, chunk.seed);
    if (value === null) validity.clear(at);
    return value ?? "";
  });
}

function numbersOf(of: (row: ShopRow) => number | null, chunk: ShopChunk, validity: Validity): Float64Array {
  return Float64Array.from(chunk.rows, (row, at) => {
    const value = of(row);
    if (value === null) validity.clear(at);
    return value ?? 0;
  });
}

function whole(
  name: string,
  type: "BIGINT" | "TIMESTAMP",
  of: (chunk: ShopChunk, row: ShopRow, at: number) => number | null,
): ShopColumn {
  return {
    name,
    type,
    put: (chunk, row, at, words) => {
      const value = of(chunk, row, at);
      if (value !== null) putWhole(words, at, value);
      return value !== null;
    },
  };
}
