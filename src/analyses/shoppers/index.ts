import type { Dataset } from "../../data/dataset";
import { journeyRoles } from "../../behaviour/guess-reasons";
import type { Analysis } from "../analysis";
import { shoppersFigures } from "./figures";
import { shoppersAnswer, shoppersCards, shoppersFindings } from "./findings";
import { kindsOffer } from "./kinds-offer";
import type { ShoppersResult } from "./result";
import { runShoppers } from "./run";
import { SHOPPERS_SETTINGS } from "./settings";

/** Kinds of shoppers by rules that a person can change. */
export const shoppers: Analysis<typeof SHOPPERS_SETTINGS, ShoppersResult> = {
  id: "shoppers",
  title: "Shoppers",
  question: "What kinds of shoppers are there?",
  settings: SHOPPERS_SETTINGS,
  missing,
  run: runShoppers,
  answer: shoppersAnswer,
  cards: shoppersCards,
  figures: shoppersFigures,
  findings: shoppersFindings,
  kinds: kindsOffer,
  columnRoles: journeyRoles,
};

function missing({ counts }: Dataset): string | null {
  if (counts.customers === 0) return "No customer is left, so there are no kinds. Take a filter away.";
  if (counts.rowsKept - counts.rowsFiltered > counts.customers) return null;
  return "Every customer has a single row here, and kinds of shoppers are told by several events of each. Open a log with a row per event, click or invoice line, or say on the Data page which column names the customer; the Segments page finds kinds in a table like this one.";
}
