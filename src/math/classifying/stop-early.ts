import { allRows } from "../complete-rows";
import { seededRandom } from "../random";

/** Share of the rows kept aside. */
const ASIDE = 0.1;

/** Rows that trees are grown on, and rows that tell when to stop. */
export interface KeptAside {
  readonly grown: Int32Array;
  readonly aside: Int32Array;
}

/** Keeps a seeded tenth of each kind of outcome aside, at least one row of each; both parts ascend. */
export function keepAside(outcome: Uint8Array, seed: number): KeptAside {
  const random = seededRandom(seed);
  const chosen = new Uint8Array(outcome.length);
  for (const kind of [0, 1]) {
    const rows = allRows(outcome.length).filter((row) => outcome[row] === kind);
    const wanted = Math.max(1, Math.round(ASIDE * rows.length));
    for (let drawn = 0; drawn < wanted; drawn++) {
      const at = drawn + Math.floor(random() * (rows.length - drawn));
      const row = rows[at] as number;
      rows[at] = rows[drawn] as number;
      chosen[row] = 1;
    }
  }
  const rows = allRows(outcome.length);
  return { grown: rows.filter((row) => chosen[row] === 0), aside: rows.filter((row) => chosen[row] === 1) };
}
