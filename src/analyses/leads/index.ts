import type { Dataset } from "../../data/dataset";
import type { Analysis } from "../analysis";
import { moreWanted } from "../more-wanted";
import { FEWEST_OF_EACH } from "./enough-of-each";
import { leadFigures } from "./figures";
import { pickedFigures } from "./figures-picked";
import { leadAnswer, leadCards, leadFindings } from "./findings";
import type { LeadsResult } from "./result";
import { runLeads } from "./run";
import { LEAD_SETTINGS } from "./settings";
import { counted } from "../units";

/** A score for every customer: how likely an outcome is, honestly validated, with reasons. */
export const leads: Analysis<typeof LEAD_SETTINGS, LeadsResult> = {
  id: "leads",
  title: "Leads",
  question: "Who is likely to …, and whom to contact first?",
  settings: LEAD_SETTINGS,
  missing,
  run: runLeads,
  answer: leadAnswer,
  cards: leadCards,
  figures: leadFigures,
  findings: leadFindings,
  customers: ({ customerNo }) => customerNo,
  features: ({ features }) => features.map(({ text }) => text),
  picked: pickedFigures,
};

/** Of both kinds of outcome together. */
const FEWEST = 2 * FEWEST_OF_EACH;

function missing(dataset: Dataset): string | null {
  const { customers } = dataset.counts;
  if (customers >= FEWEST) return null;
  return `Only ${counted(customers, dataset)} ${customers === 1 ? "is" : "are"} there, too few to learn from and to test on; at least ${FEWEST} are needed. ${moreWanted(dataset)}`;
}
