import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BoostingSettings, OutcomeTable } from "../../src/workers/lab/classifying";
import type { Scores } from "../../src/workers/lab/validating";

const SHARED = resolve(import.meta.dirname, "../../../shared/data");
const FILES = {
  shoppers: `${SHARED}/shoppers-intention/online_shoppers_intention.csv`,
  churn: `${SHARED}/churn/Telco-Customer-Churn.csv`,
  eshop: `${SHARED}/eshop-clickstream/e-shop clothing 2008.csv`,
};

/** False where the shops' files are not beside the project; tests that need them are then skipped. */
export const shopsThere = Object.values(FILES).every((path) => existsSync(path));

type Cells = readonly (number | null)[];

interface GoldenHeldOut {
  readonly foldAucs: readonly number[];
  readonly scores: Scores;
  /** Probabilities of the first rows. */
  readonly first: readonly number[];
}

interface GoldenShop {
  readonly logistic: GoldenHeldOut;
  readonly boosting: GoldenHeldOut;
}

interface Golden {
  readonly small: {
    readonly columns: readonly (readonly number[])[];
    readonly outcome: readonly number[];
    readonly fits: readonly {
      readonly ridge: number;
      readonly intercept: number;
      readonly coefficients: readonly number[];
      readonly errors: readonly number[];
      readonly logLikelihood: number;
    }[];
  };
  readonly judged: {
    readonly probabilities: readonly number[];
    readonly outcome: readonly number[];
    readonly scores: Scores;
    readonly delongError: number;
    readonly isotonic: { readonly asked: readonly number[]; readonly heights: readonly number[] };
    readonly slope: number;
    readonly intercept: number;
  };
  readonly grown: {
    readonly columns: readonly Cells[];
    readonly categorical: readonly boolean[];
    readonly outcome: readonly number[];
    readonly asked: readonly Cells[];
    readonly fits: readonly {
      readonly settings: Omit<BoostingSettings, "kind">;
      readonly probabilities: readonly number[];
    }[];
    readonly dependence: readonly {
      readonly feature: number;
      readonly values: readonly number[];
      readonly probabilities: readonly number[];
    }[];
  };
  /** Fold of each row, a digit each. */
  readonly shoppers: GoldenShop & { readonly folds: string };
  readonly churn: GoldenShop & { readonly folds: string };
  readonly eshop: GoldenShop & { readonly rows: number };
}

/** What numpy and scikit-learn say; classifying.py made it. */
export const golden = JSON.parse(readFileSync(join(import.meta.dirname, "classifying.json"), "utf8")) as Golden;

/** A column with NaN for what is missing. */
export const columnOf = (cells: Cells): Float64Array => Float64Array.from(cells, (cell) => cell ?? Number.NaN);

/** The made-up table that trees are grown on. */
export function grownTable(): OutcomeTable {
  const { columns, categorical, outcome } = golden.grown;
  return { columns: columns.map(columnOf), categorical, outcome: Uint8Array.from(outcome) };
}

/** Rows of a file by column name. */
function cellsOf(path: string, separator: string): Map<string, string[]> {
  const [head = [], ...rows] = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(separator));
  return new Map(head.map((name, at) => [name, rows.map((row) => row[at] ?? "")]));
}

/** Numbers as they are; texts by their place among the sorted different ones. */
function tableOf(
  cells: Map<string, string[]>,
  texts: ReadonlySet<string>,
  outcome: string[],
  yes: string,
): OutcomeTable {
  const names = Array.from(cells.keys());
  const columns = Array.from(cells, ([name, column]) => {
    if (!texts.has(name)) return Float64Array.from(column, (cell) => (cell.trim() === "" ? Number.NaN : Number(cell)));
    const codes = new Map([...new Set(column)].sort().map((text, code) => [text, code]));
    return Float64Array.from(column, (cell) => codes.get(cell) ?? Number.NaN);
  });
  return {
    columns,
    names,
    categorical: names.map((name) => texts.has(name)),
    outcome: Uint8Array.from(outcome, (cell) => (cell === yes ? 1 : 0)),
  };
}

/** 12,330 visits to a shop; the outcome is a purchase. */
export function shoppers(): OutcomeTable {
  const cells = cellsOf(FILES.shoppers, ";");
  const outcome = cells.get("Revenue") ?? [];
  cells.delete("Revenue");
  const texts = ["Month", "OperatingSystems", "Browser", "Region", "TrafficType", "VisitorType", "Weekend"];
  return tableOf(cells, new Set(texts), outcome, "TRUE");
}

/** 7,043 customers of a telecom company; the outcome is leaving it. */
export function churn(): OutcomeTable {
  const cells = cellsOf(FILES.churn, ",");
  const outcome = cells.get("Churn") ?? [];
  cells.delete("Churn");
  cells.delete("customerID");
  const numbers = ["SeniorCitizen", "tenure", "MonthlyCharges", "TotalCharges"];
  return tableOf(cells, new Set(Array.from(cells.keys()).filter((name) => !numbers.includes(name))), outcome, "Yes");
}

/** Clicks of the first 2,000 sessions of an e-shop with the given columns; the outcome is a price above the average. */
export function eshop(names: readonly string[]): OutcomeTable & { readonly sessions: Int32Array } {
  const all = cellsOf(FILES.eshop, ";");
  const rows = (all.get("session ID") ?? []).filter((session) => Number(session) <= 2000).length;
  const column = (name: string): string[] => (all.get(name) ?? []).slice(0, rows);
  const cells = new Map(names.map((name) => [name, column(name)]));
  const numbers = ["month", "order", "page", "price"];
  const table = tableOf(cells, new Set(["page 2 (clothing model)"]), column("price 2"), "1");
  const categorical = names.map((name) => !numbers.includes(name));
  return { ...table, categorical, sessions: Int32Array.from(column("session ID"), Number) };
}

/** A string of digits as fold numbers. */
export const foldsOf = (digits: string): Int32Array => Int32Array.from(digits, Number);
