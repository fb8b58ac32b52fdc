import { numbers, texts, type Answer } from "../data/engine";
import { readable, type Sql } from "../data/sql";

/** A top list with ties as ties: equal values share the rank of standard competition ranking (1, 2, 2, 4). */
export interface Ranking {
  readonly customers: readonly string[];
  readonly values: readonly number[];
  readonly ranks: readonly number[];
  /** How many places were asked for. */
  readonly places: number;
  /** Customers whose rank is within the places; more than `customers` holds when a tie was cut at the cap. */
  readonly qualified: number;
  readonly sql: string;
}

/** Reads the answer of `rankingQuery`. */
export function ranking(answer: Answer, places: number, statement: Sql): Ranking {
  return {
    customers: texts(answer, "customer").map((customer) => customer ?? ""),
    values: [...numbers(answer, "value")],
    ranks: [...numbers(answer, "rank")],
    places,
    qualified: numbers(answer, "qualified")[0] ?? 0,
    sql: readable(statement),
  };
}

/** What a reader must know of ties in this list; undefined when there are none. */
export function tieNote(list: Ranking): string | undefined {
  const last = list.ranks.at(-1);
  if (list.qualified > list.customers.length && last !== undefined) {
    const tied = list.qualified - list.ranks.filter((rank) => rank < last).length;
    const shown = list.ranks.filter((rank) => rank === last).length;
    return `${tied.toLocaleString("en-US")} customers share place ${last}; ${shown} of them are shown.`;
  }
  if (list.customers.length > list.places && last !== undefined) {
    const tied = list.ranks.filter((rank) => rank === last).length;
    return `${tied} customers share place ${last}, so the list has ${list.customers.length} customers.`;
  }
  return new Set(list.ranks).size < list.ranks.length ? "Customers with equal values share a place." : undefined;
}
