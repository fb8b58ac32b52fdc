import { readable } from "../../data/sql";
import { readRfmCuts } from "../../data/table/rfm-cuts-text";
import { guessRfm } from "../../data/table/rfm-guess";
import { readRfm, type RfmCustomers } from "../../data/table/rfm-read";
import type { RfmMoney, RfmRecency, RfmRoles } from "../../data/table/rfm-roles";
import { RFM_BINS, rfmCuts, rfmScores, type RfmCuts, type RfmScores } from "../../data/table/rfm-scores";
import { readRfmSegment } from "../../data/table/rfm-segment-text";
import { RFM_SEGMENTS, rfmSegments, type RfmSegment } from "../../data/table/rfm-segments";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import { readDay, readFrequency, type RFM_SETTINGS } from "./rfm-settings";

export type RfmChosen = Values<typeof RFM_SETTINGS>;

/** Customers with their recency, frequency and money, scored and put into named segments. Arrays by place in `customers`. */
export interface RfmStudy {
  readonly roles: RfmRoles;
  readonly customers: RfmCustomers;
  readonly cuts: RfmCuts;
  /** Measures whose cut points the person gave; the others are cut into fifths. */
  readonly given: readonly (keyof RfmCuts)[];
  readonly scores: RfmScores;
  /** In their order: the first that matches wins. */
  readonly segments: readonly RfmSegment[];
  /** Each customer's place in `segments`; `segments.length` is Others. */
  readonly places: Int32Array;
  readonly sql: string;
}

/** Reads and scores the customers. UserError where the file does not say when, or how much, or a column does not suit. */
export async function studyRfm(
  { query, table }: Pick<Context, "query" | "table">,
  chosen: RfmChosen,
): Promise<RfmStudy> {
  const { columns } = await table();
  const roles = rolesOf(chosen, columns);
  const customers = await readRfm(query, roles, columns);
  const own = readRfmCuts(chosen.rfmCuts) ?? {};
  const cuts = { ...rfmCuts(customers, RFM_BINS), ...own };
  const scores = rfmScores(customers, cuts);
  const asked = chosen.rfmSegments.map(readRfmSegment).filter((segment) => segment !== null);
  const segments = asked.length === 0 ? RFM_SEGMENTS : asked;
  return {
    ...{ roles, customers, cuts, scores, segments },
    given: (["recency", "frequency", "money"] as const).filter((measure) => own[measure] !== undefined),
    places: rfmSegments(scores, segments),
    sql: readable(customers.statement),
  };
}

/** What was chosen, the rest as names suggest it. */
function rolesOf(chosen: RfmChosen, columns: readonly TableColumn[]): RfmRoles {
  const guess = guessRfm(columns);
  const recency = chosen.rfmRecency === "" ? guess?.recency : recencyOf(chosen.rfmRecency, columns);
  const money = chosen.rfmMoney.length === 0 ? guess?.money : moneyOf(chosen.rfmMoney);
  if (recency === undefined || money === undefined)
    throw new UserError(
      "No column's name says when customers bought and for how much.",
      "Choose the columns of recency and money in the settings.",
    );
  return {
    recency,
    frequency: readFrequency(chosen.rfmFrequency) ?? guess?.frequency ?? { from: "rows" },
    money,
    returns: chosen.rfmReturns === "taken-off" ? "taken-off" : "left-out",
    analysisDate: readDay(chosen.rfmDate),
  };
}

function recencyOf(label: string, columns: readonly TableColumn[]): RfmRecency {
  const kind = columns.find((column) => column.label === label)?.kind;
  return { from: kind === "number" || kind === "integer" ? "days" : "moment", label };
}

function moneyOf([first = "", second]: readonly string[]): RfmMoney {
  return second === undefined ? { from: "sum", label: first } : { from: "product", quantity: first, price: second };
}
