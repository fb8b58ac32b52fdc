import type { LedgerStep } from "../ledger";
import { isOn, type CleanFindings } from "./findings";
import type { NumberStyle } from "./number-value";
import type { ParsedColumn } from "./parsed";
import { listed } from "./wording";

/** How a style reads, as an example. */
export const STYLE_WORDS: Readonly<Record<NumberStyle, string>> = {
  plain: "decimal points",
  "decimal-comma": "decimal commas",
  "thousands-comma": "commas between thousands",
  "thousands-point": "points between thousands",
  "thousands-gap": "gaps between thousands",
};

/** Columns in which commas or points may part decimals or thousands: what was chosen, to be exchanged; null without any. */
export function numberStyleStep(found: CleanFindings): LedgerStep | null {
  const open = found.parsed.columns.filter(({ otherStyle }) => otherStyle !== null);
  if (open.length === 0) return null;
  const enabled = isOn(found, "number-style");
  const said = open.map(({ name, style }) => `“${name}” with ${STYLE_WORDS[style]}`);
  const how = enabled ? "Read, by assumption," : "Read the other way:";
  return {
    id: "number-style",
    title: "Commas and points in numbers",
    text: `Every value of ${open.length === 1 ? "a column" : `${open.length} columns`} can be read in two ways, as in 1,234 or 1.234. ${how} ${listed(said)}. Switch this step ${enabled ? "off" : "on"} to read them the other way.`,
    affected: values(found, open),
    of: "values",
    samples: [],
    enabled,
    switchable: true,
  };
}

/** Dates in which day and month could be exchanged in every value: the order chosen, to be exchanged; null without any. */
export function dateOrderStep(found: CleanFindings): LedgerStep | null {
  const open = found.parsed.columns.filter(({ moment }) => moment?.other !== undefined);
  if (open.length === 0) return null;
  const enabled = isOn(found, "date-order");
  const said = open.map(({ name, moment }) => `“${name}” ${moment?.says ?? ""}`);
  return {
    id: "date-order",
    title: "Day and month",
    text: `${listed(said)}. Switch this step ${enabled ? "off" : "on"} to exchange day and month.`,
    affected: values(found, open),
    of: "values",
    samples: [],
    enabled,
    switchable: true,
  };
}

const values = (found: CleanFindings, columns: readonly ParsedColumn[]): number =>
  columns.reduce((sum, { name }) => sum + (found.survey.columns.get(name)?.parsed ?? 0), 0);
