import { texts } from "../../data/engine";
import type { TableAccess } from "../../data/table/table-access";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import type { Context } from "../analysis";
import { levelsQuery, MOST_LEVELS } from "./queries-leads";

/** What is to be told, and how it was chosen. */
export interface Outcome {
  /** Null for coming again after the cut-off. */
  readonly column: TableColumn | null;
  /** The value that is looked for, as it is written in the column. */
  readonly wanted: string;
  /** By its name or its kind, not by the person. */
  readonly guessed: boolean;
}

const NAMED =
  /(?:^|[^\p{L}])(?:revenue|churn(?:ed)?|purchased?|bought|buy|buyer|convert(?:ed)?|conversion|subscribed|responded|response|target|outcome|label|default(?:ed)?|clicked|exited|attrition|cancell?ed|left|won|sold)(?:$|[^\p{L}])/iu;

const POSITIVE =
  /^(?:true|t|yes|y|1|churned|converted|purchased|bought|buyer|subscribed|responded|clicked|exited|left|won|sold|cancell?ed|defaulted)$/iu;

/**
 * Finds the outcome that is chosen, or the one that the names suggest, else coming again where customers have several rows with
 * times. UserError that asks for it where nothing does.
 */
export async function findOutcome(
  context: Context,
  { columns, repeated }: TableAccess,
  chosen: { readonly target: string; readonly outcome: string; readonly wanted: string },
): Promise<Outcome> {
  const again = repeated && columns.some(({ kind }) => kind === "moment");
  if (chosen.target === "again") {
    if (again) return { column: null, wanted: "", guessed: false };
    throw new UserError(
      repeated
        ? "No column of this file holds times, so who came again after a date is not known."
        : "Each customer has one row, so nobody comes again.",
      "Choose a column's value as what is told.",
    );
  }
  const column = chosen.outcome === "" ? guess(columns) : named(columns, chosen.outcome);
  if (column !== null) return ofColumn(context, column, chosen);
  if (again) return { column: null, wanted: "", guessed: true };
  throw unnamed(columns);
}

async function ofColumn(
  context: Context,
  column: TableColumn,
  chosen: { readonly outcome: string; readonly wanted: string },
): Promise<Outcome> {
  const levels = texts(await context.query(levelsQuery(column)), "level").map(String);
  if (levels.length === 0) throw new UserError(`“${column.label}” holds no values.`, "Choose another outcome.");
  if (levels.length === 1)
    throw new UserError(
      `“${column.label}” is “${levels[0] ?? ""}” wherever it is known, so there is nothing to tell apart.`,
      "Choose another outcome, or take a filter away.",
    );
  if (levels.length > MOST_LEVELS)
    throw new UserError(
      `“${column.label}” has more than ${MOST_LEVELS} different values, so none of them is an outcome.`,
      "Choose a column with a few values, such as yes and no.",
    );
  return { column, wanted: wantedOf(column, levels, chosen.wanted), guessed: chosen.outcome === "" };
}

const isTwo = ({ kind, distinct }: TableColumn): boolean =>
  kind === "truth" || ((kind === "category" || kind === "integer" || kind === "number") && distinct === 2);

/** Whether a column may be an outcome at all. */
const isKnown = ({ kind }: TableColumn): boolean => ["truth", "category", "integer", "number"].includes(kind);

const twos = (columns: readonly TableColumn[]): readonly TableColumn[] =>
  columns.filter((column) => isTwo(column) && column.distinct > 1);

function guess(columns: readonly TableColumn[]): TableColumn | null {
  const two = twos(columns);
  const truths = two.filter(({ kind }) => kind === "truth");
  return two.find(({ label }) => NAMED.test(spaced(label))) ?? (truths.length === 1 ? (truths[0] ?? null) : null);
}

function unnamed(columns: readonly TableColumn[]): UserError {
  const offered = twos(columns)
    .slice(0, 3)
    .map(({ label }) => `“${label}”`);
  return new UserError(
    "No column's name says which outcome you look for.",
    offered.length === 0
      ? "Choose an outcome above: a column with a few values, such as yes and no."
      : `Choose an outcome above, such as ${offered.join(" or ")}.`,
  );
}

/** “isChurned” and “churn_value” in words. */
const spaced = (label: string): string => label.replaceAll("_", " ").replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2");

function named(columns: readonly TableColumn[], label: string): TableColumn {
  const column = columns.find((one) => one.label === label);
  if (column === undefined) throw new UserError(`This file has no column “${label}”.`, "Choose another outcome.");
  if (!isKnown(column))
    throw new UserError(
      `“${label}” holds ${column.kind === "moment" ? "times" : column.kind === "id" ? "ids" : "no values"}, no outcome.`,
      "Choose a column with a few values, such as yes and no.",
    );
  return column;
}

function wantedOf({ label }: TableColumn, levels: readonly string[], chosen: string): string {
  if (chosen !== "") {
    const found = levels.find((level) => level.toLowerCase() === chosen.toLowerCase());
    if (found !== undefined) return found;
    throw new UserError(`“${label}” is never “${chosen}”.`, `Choose one of ${listed(levels)}.`);
  }
  const positive = levels.filter((level) => POSITIVE.test(level));
  const [only] = positive;
  if (only !== undefined && positive.length === 1) return only;
  if (levels.length === 2) return levels[1] ?? "";
  throw new UserError(
    `“${label}” has ${levels.length} values, and none of them is plainly the wanted one.`,
    `Say which one you look for: ${listed(levels)}.`,
  );
}

const listed = (levels: readonly string[]): string =>
  levels
    .slice(0, 6)
    .map((level) => `“${level}”`)
    .join(", ") + (levels.length > 6 ? " …" : "");
