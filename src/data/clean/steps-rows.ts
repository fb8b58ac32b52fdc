import type { LedgerStep } from "../ledger";
import { isOn, type CleanFindings } from "./findings";
import { shownMarker } from "./markers";
import { counted, listed, quantity } from "./wording";

/** Identifiers: kept exact, mended where a spreadsheet only added decimals, flagged where it destroyed digits. */
export function idsStep(found: CleanFindings): LedgerStep {
  const { identity, sessionIds } = found;
  const enabled = isOn(found, "ids");
  const who = found.unit === "session" ? "session" : "customer";
  const parts = [
    identity.column === null
      ? "No identifiers: a row's number in the file tells it from the others."
      : `${quantity(customersIn(found), who)} by “${identity.column.name}”, kept exact as ${identity.whole ? "whole numbers" : "text"}.`,
  ];
  if (identity.trailingZero > 0)
    parts.push(
      `${quantity(identity.trailingZero, "identifier")} written with decimals (“.0”) ${enabled ? "made whole" : "left as they are"}.`,
    );
  const blanks = Math.max(0, identity.rewritten - (enabled ? identity.trailingZero : 0));
  if (blanks > 0)
    parts.push(`${quantity(blanks, "identifier")} had blanks around ${blanks === 1 ? "it" : "them"}, taken away.`);
  if (identity.beyond > 0)
    parts.push(
      `${quantity(identity.beyond, `${who} identifier`)} beyond 2^53 ${identity.whole ? "kept to the last digit" : "in the file"}.`,
    );
  if (identity.scientific > 0)
    parts.push(
      `${quantity(identity.scientific, `${who} identifier`)} written like 1.31E+19: their last digits were lost before the file came here, so different ${who}s may share one.`,
    );
  if (identity.fractional > 0)
    parts.push(`${quantity(identity.fractional, "identifier")} with a fraction kept as text.`);
  if (found.grain === "customer" && identity.rows > identity.customers)
    parts.push(
      `${quantity(identity.rows - identity.customers, "row")} repeat a customer: amounts are added, rates averaged.`,
    );
  if (sessionIds !== null && sessionIds.scientific > 0)
    parts.push(
      `“${sessionIds.column}”: ${quantity(sessionIds.scientific, "value")} written like 1.31E+19, already damaged.`,
    );
  if (sessionIds !== null && sessionIds.beyond > 0)
    parts.push(
      `“${sessionIds.column}”: ${quantity(sessionIds.beyond, "value")} beyond 2^53, ${sessionIds.floating ? "stored as decimals, so their last digits are not certain" : "never turned into decimals"}.`,
    );
  const affected = identity.trailingZero + blanks + identity.scientific + (sessionIds?.scientific ?? 0);
  return {
    id: "ids",
    title: "Identifiers",
    text: parts.join(" "),
    affected,
    of: "values",
    samples: identity.samples,
    enabled,
    switchable: true,
  };
}

/** Without the word “Total” that stands where a customer would. */
export const customersIn = (found: CleanFindings): number =>
  found.identity.customers - Number(found.meansRow?.named === true && isOn(found, "means-row"));

/** A summary row at the end of the file. */
export function meansRowStep(found: CleanFindings): LedgerStep {
  const enabled = isOn(found, "means-row");
  const { meansRow } = found;
  const text =
    meansRow === null
      ? "The last row is a record like the others."
      : `The last row (${counted(meansRow.rowId + 1)}) ${meansRow.named ? "names a summary, no customer" : "names no customer and no time"}, and its ${quantity(meansRow.values, "amount")} equal the column ${meansRow.holds}: ${enabled ? "set aside" : "not treated here"}.`;
  return {
    id: "means-row",
    title: "Row of column means",
    text,
    affected: meansRow === null ? 0 : 1,
    of: "rows",
    samples: meansRow?.samples ?? [],
    enabled,
    switchable: true,
  };
}

/** Rows that belong to nobody. Always on: they would otherwise become one giant customer. */
export function missingCustomerStep(found: CleanFindings): LedgerStep {
  const affected = found.setAside.get("missing-customer") ?? 0;
  const { column, missing } = found.identity;
  const who = found.unit === "session" ? "session" : "customer";
  const spellings = listed(
    missing.map(({ marker, count }) => `${marker === null ? "empty" : `“${shownMarker(marker)}”`} (${counted(count)})`),
    6,
  );
  const before = missing.reduce((sum, { count }) => sum + count, 0) - affected;
  const earlier = before > 0 ? `, ${counted(before)} of them set aside by an earlier step` : "";
  const text =
    affected === 0
      ? column === null
        ? "Every row counts."
        : `Every row names its ${who}.`
      : `${quantity(affected, "row")} without a ${who} set aside, so that they never count as one: ${spellings}${earlier}.`;
  const samples = missing.map(({ marker, firstRow }) => ({
    row: firstRow,
    column: column?.name ?? "",
    before: shownMarker(marker),
    after: "(row set aside)",
  }));
  return {
    id: "missing-customer",
    title: `Rows without a ${who}`,
    text,
    affected,
    of: "rows",
    samples: samples.slice(0, 5),
    enabled: true,
    switchable: false,
  };
}

/** Rows that repeat another in every column read. */
export function duplicatesStep(found: CleanFindings): LedgerStep {
  const { compared, copies, originals, pairs } = found.duplicates;
  const enabled = isOn(found, "duplicates");
  const text = !compared
    ? "Rows are not compared: two that are equal may both be true."
    : copies === 0
      ? "No row repeats another in every column read."
      : `${quantity(copies, "row")} equal ${originals === 1 ? "an earlier row" : `one of ${counted(originals)} earlier rows`} in every column read: ${enabled ? "the extra copies are set aside" : "kept, so they count twice"}.`;
  const samples = pairs.map(({ copy, original }) => ({
    row: copy + 1,
    column: "all columns read",
    before: `same as row ${counted(original + 1)}`,
    after: enabled ? "(row set aside)" : "(kept)",
  }));
  return {
    id: "duplicates",
    title: "Repeated rows",
    text,
    affected: copies,
    of: "rows",
    samples,
    enabled,
    switchable: true,
  };
}
