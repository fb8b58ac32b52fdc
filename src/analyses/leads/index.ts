import type { Dataset } from "../../data/dataset";
import type { Analysis } from "../analysis";
import { leadFigures } from "./figures";
import { pickedFigures } from "./figures-picked";
import { leadAnswer, leadCards, leadFindings } from "./findings";
import type { LeadsResult } from "./result";
import { runLeads } from "./run";
import { LEAD_SETTINGS } from "./settings";

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

/** Ten of each outcome are the least to test on. */
const FEWEST = 20;

function missing({ counts }: Dataset): string | null {
  if (counts.customers >= FEWEST) return null;
  return `Only ${counts.customers} are left, too few to learn from and to test on. Take a filter away.`;
}
