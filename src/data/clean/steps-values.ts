import type { LedgerSample, LedgerStep } from "../ledger";
import { isOn, type CleanFindings } from "./findings";
import { shownMarker } from "./markers";
import { parsedOf } from "./parsed";
import { STYLE_WORDS } from "./steps-readings";
import { counted, listed, quantity } from "./wording";
import type { MissingCount } from "./words";

/** Rows that the reader refused: reported only. */
export function rejectedStep({ load }: CleanFindings): LedgerStep {
  const samples = load.rejectSamples
    .slice(0, 5)
    .map((one) => ({ row: one.line, column: one.file, before: one.text, after: one.reason }));
  const text =
    load.rejected === 0
      ? "Every row of the file could be read."
      : `${quantity(load.rejected, "row")} could not be read and ${load.rejected === 1 ? "is" : "are"} not in the table.`;
  return {
    id: "rejected-rows",
    title: "Rows that cannot be read",
    text,
    affected: load.rejected,
    of: "rows",
    samples,
    enabled: true,
    switchable: false,
  };
}

interface Spelled extends MissingCount {
  readonly column: string;
}

function spelledMissing(found: CleanFindings): readonly Spelled[] {
  const words = found.words.flatMap((word) => word.missing.map((one) => ({ ...one, column: word.column.name })));
  const ids = found.identity.missing.map((one) => ({ ...one, column: found.identity.column?.name ?? "" }));
  const amounts = found.failed.flatMap(({ column, markers }) =>
    markers.map((one) => ({ ...one, column: column.name })),
  );
  const nulls = found.parsed.columns.map((column) => ({
    column: column.name,
    marker: null,
    count: found.parsed.raw.rows - (found.survey.columns.get(column.name)?.present ?? 0),
    firstRow: NaN,
  }));
  return [...ids, ...words, ...amounts, ...nulls].filter(({ count }) => count > 0);
}

/** Cells that say "no value" in words, and cells that are empty. */
export function markersStep(found: CleanFindings): LedgerStep {
  const spelled = spelledMissing(found);
  const bySpelling = new Map<string, number>();
  for (const { marker, count } of spelled)
    bySpelling.set(shownMarker(marker), (bySpelling.get(shownMarker(marker)) ?? 0) + count);
  const affected = spelled.reduce((sum, { count }) => sum + count, 0);
  const parts = [...bySpelling]
    .sort((a, b) => b[1] - a[1])
    .map(([marker, count]) => `${counted(count)} ${marker === "(null)" ? "empty" : `“${marker}”`}`);
  const text =
    affected === 0
      ? "No cell is empty or says that it has no value."
      : `${quantity(affected, "value")} missing: ${listed(parts, 8)}. ${isOn(found, "null-markers") ? "They stay missing; none becomes zero, and none a name." : "Words such as “undefined” are kept as names; numbers, times and customers stay missing."}`;
  const samples = spelled
    .filter(({ marker }) => marker !== null)
    .map(({ column, marker, firstRow }): LedgerSample => ({
      row: firstRow,
      column,
      before: marker ?? "",
      after: "(missing)",
    }));
  return {
    id: "null-markers",
    title: "Missing values",
    text,
    affected,
    of: "values",
    samples: samples.slice(0, 5),
    enabled: isOn(found, "null-markers"),
    switchable: true,
  };
}

/** Cells that do not read as a number or a time. */
export function typesStep(found: CleanFindings): LedgerStep {
  const failing = found.failed.filter(({ failed }) => failed > 0);
  const enabled = isOn(found, "types");
  const affected = failing.reduce((sum, { failed }) => sum + failed, 0);
  const moments = found.parsed.columns
    .filter(({ moment }) => moment !== null && moment.kind !== "timestamp")
    .map((column) => `“${column.name}” ${column.moment?.says ?? ""}`);
  const styles = found.parsed.columns
    .filter(({ style }) => style !== "plain")
    .map(({ name, style }) => `“${name}” read with ${STYLE_WORDS[style]}`);
  const formats = [...moments, ...styles].map((one) => ` ${one}.`).join("");
  const columns = listed(failing.map(({ column, failed }) => `“${column.name}” (${counted(failed)})`));
  const text =
    affected === 0
      ? `Every value reads as its column's kind.${formats}`
      : `${quantity(affected, "value")} could not be read as a number or a time and ${consequence(affected, enabled)}: ${columns}.${formats}`;
  return {
    id: "types",
    title: "Values that do not read",
    text,
    affected,
    of: "values",
    samples: failing.flatMap(({ samples }) => samples).slice(0, 5),
    enabled,
    switchable: true,
  };
}

const consequence = (affected: number, enabled: boolean): string => {
  if (enabled) return `${affected === 1 ? "is" : "are"} missing`;
  return `${affected === 1 ? "its column is" : "their columns are"} left out`;
};

/** Values that cannot be: below zero. Odd ones that can be are counted and kept. */
export function impossibleStep(found: CleanFindings): LedgerStep {
  const affected = found.negatives.reduce((sum, { count }) => sum + count, 0);
  const enabled = isOn(found, "impossible");
  const columns = listed(found.negatives.map(({ column, count }) => `“${column.name}” (${counted(count)})`));
  const parts = [
    affected === 0
      ? "No amount is below zero."
      : `${quantity(affected, "value")} below zero ${enabled ? "set to missing" : "kept"}: ${columns}.`,
  ];
  const { zeroDurationWithTraffic: zero, endBeforeStart: reversed } = found.survey;
  if (zero > 0) parts.push(`${quantity(zero, "row")} ${zero === 1 ? "has" : "have"} traffic but no duration; kept.`);
  if (reversed > 0)
    parts.push(
      `${quantity(reversed, "row")} ${reversed === 1 ? "ends before it starts" : "end before they start"}; kept${parsedOf(found.parsed, "duration") === null ? " without a duration" : ""}.`,
    );
  return {
    id: "impossible",
    title: "Impossible values",
    text: parts.join(" "),
    affected,
    of: "values",
    samples: found.negatives.flatMap(({ samples }) => samples).slice(0, 5),
    enabled,
    switchable: true,
  };
}
