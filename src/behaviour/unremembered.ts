import type { Sql } from "../data/sql";

let asked = 0;

/**
 * A statement that writes, or asks about what was written: it must run each time, though the session remembers the answers
 * of equal statements.
 */
export function unremembered(statement: Sql): Sql {
  asked += 1;
  return { text: `${statement.text} /* ${asked} */`, values: statement.values };
}
