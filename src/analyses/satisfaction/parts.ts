import { numbers, type Answer } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import { partsQuery } from "./queries";
import type { SatisfactionGroup } from "./result";

/** Customers of one engagement group and one experience group; -1 is no group. */
export interface Pair {
  readonly engagement: number;
  readonly experience: number;
  readonly customers: number;
  /** Their mean score. */
  readonly satisfaction: number;
}

/** How satisfaction is put together from its parts, over all customers that have it. */
export interface Parts {
  /** By satisfaction group, 0 … k - 1. */
  readonly groups: readonly SatisfactionGroup[];
  readonly pairs: readonly Pair[];
  readonly mean: number;
  /** Share of the variance of satisfaction that comes with each score; NaN where it does not vary. */
  readonly engagementShare: number;
  readonly experienceShare: number;
  readonly sql: string;
}

/** What `level` says of a row of `partsQuery`: which of the three groups it is not told apart by. */
const [BY_SATISFACTION, BY_PAIR, ALL] = [3, 4, 7];

/** Reads the derived tables of all three scores, in one pass. */
export async function readParts(context: Pick<Context, "query">, k: number): Promise<Parts> {
  const statement = partsQuery();
  const answer = await context.query(statement);
  const levels = numbers(answer, "level");
  const rows = (level: number): readonly number[] => [...levels.keys()].filter((row) => levels[row] === level);
  const [all = -1] = rows(ALL);
  const cell = cellOf(answer);
  const variance = cell("variance", all);
  return {
    groups: groupsOf(cell, rows(BY_SATISFACTION), k),
    pairs: rows(BY_PAIR).map((row) => ({
      engagement: cell("engagement_cluster", row),
      experience: cell("experience_cluster", row),
      customers: cell("customers", row),
      satisfaction: cell("satisfaction", row),
    })),
    mean: cell("satisfaction", all),
    engagementShare: variance > 0 ? cell("half_engagement", all) / variance : NaN,
    experienceShare: variance > 0 ? cell("half_experience", all) / variance : NaN,
    sql: readable(statement),
  };
}

type Cell = (column: string, row: number) => number;

const cellOf =
  (answer: Answer): Cell =>
  (column, row) =>
    numbers(answer, column)[row] ?? NaN;

function groupsOf(cell: Cell, rows: readonly number[], k: number): readonly SatisfactionGroup[] {
  return Array.from({ length: k }, (_, cluster) => {
    const row = rows.find((one) => cell("satisfaction_cluster", one) === cluster) ?? -1;
    return {
      customers: row < 0 ? 0 : cell("customers", row),
      engagement: cell("engagement", row),
      experience: cell("experience", row),
      satisfaction: cell("satisfaction", row),
      lowest: cell("lowest", row),
      highest: cell("highest", row),
    };
  });
}
