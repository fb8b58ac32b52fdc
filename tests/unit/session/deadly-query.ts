import { sql, type Sql } from "../../../src/data/sql";

/** Ends the engine for good: the list is larger than its memory, and it does not look before it writes. Each by its number. */
export const deadlyQuery = (number: number): Sql => sql`SELECT len(range(${500_000_000 + number}::BIGINT)) AS n`;
