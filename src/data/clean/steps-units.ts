import { secondsUnit, bytesUnit, kbpsUnit } from "../roles/unit";
import type { LedgerStep } from "../ledger";
import type { DurationUnit } from "./duration-unit";
import { isOn, type CleanFindings } from "./findings";
import { parsedOf } from "./parsed";
import type { CheckedBalance } from "./balances";
import { counted } from "./wording";

/** Seconds that one unit of the duration column counts for, with the units step on or off. */
export const secondsPerUnit = (unit: DurationUnit | null, on: boolean): number => {
  if (unit === null) return 1;
  return on ? unit.seconds : (secondsUnit(unit.column)?.factor ?? 1);
};

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["ms", "milliseconds"],
  ["s", "seconds"],
  ["min", "minutes"],
  ["h", "hours"],
  ["µs", "microseconds"],
]);

const headerWord = (unit: DurationUnit): string | null =>
  unit.header === null ? null : (SYMBOLS.get(unit.header) ?? unit.header);

/** The unit of the duration, and units that headers name and that were converted. */
export function unitsStep(found: CleanFindings): LedgerStep {
  const enabled = isOn(found, "units");
  const { duration } = found.survey;
  const wrong = duration !== null && headerWord(duration) !== null && headerWord(duration) !== duration.word;
  const parts = [durationText(found, duration), ...convertedTexts(found)];
  if (wrong && !enabled) parts.push("This step is off: the header's unit is used.");
  const values = duration === null ? 0 : (found.survey.columns.get(duration.column)?.parsed ?? 0);
  return {
    id: "units",
    title: "Units",
    text: parts.join(" "),
    affected: wrong ? values : 0,
    of: "values",
    samples: [],
    enabled,
    switchable: true,
  };
}

function durationText(found: CleanFindings, unit: DurationUnit | null): string {
  if (unit === null)
    return parsedOf(found.parsed, "end") === null
      ? "The file has no duration."
      : "Duration is the end minus the start.";
  const header = headerWord(unit);
  const share = `${counted(unit.agree)} of ${counted(unit.compared)} rows`;
  const said =
    header === null ? `The header of “${unit.column}” names no unit` : `The header of “${unit.column}” says ${header}`;
  const but = header === null || header === unit.word ? "; its values are" : ", but its values are";
  switch (unit.basis) {
    case "times":
      return `${said}${but} ${unit.word}: they equal the end minus the start on ${share}.`;
    case "ratio":
      return `${said}${but} ${unit.word}: “${unit.beside ?? ""}” is ${unit.word === "seconds" ? "1,000 times" : "a thousandth of"} it on ${share}.`;
    case "header":
      return `${said}; taken from the name, because nothing in the file can confirm it.${dayHint(unit)}`;
    case "assumed":
      return `${said}; seconds are assumed, because nothing in the file can confirm it.`;
  }
}

const dayHint = (unit: DurationUnit): string =>
  unit.dayShare > 0.01 && unit.word !== "seconds"
    ? ` But ${(unit.dayShare * 100).toFixed(0)} % of its values are 86,399 or 86,400, the seconds of a day: it may hold seconds.`
    : "";

function convertedTexts(found: CleanFindings): readonly string[] {
  return found.parsed.columns.flatMap(({ name, role }) => {
    if (role.startsWith("rtt")) {
      const unit = secondsUnit(name);
      return unit === null || unit.symbol === "ms" ? [] : [`“${name}” converted from ${unit.symbol} to ms.`];
    }
    const unit = role.startsWith("throughput")
      ? kbpsUnit(name)
      : /^(?:download|upload|traffic|tcp|app)/u.test(role)
        ? bytesUnit(name)
        : null;
    return unit === null || unit.factor === 1
      ? []
      : [
          `“${name}” converted from ${unit.symbol} (1 ${unit.symbol} = ${counted(unit.factor)} ${role.startsWith("throughput") ? "kbps" : "bytes"}).`,
        ];
  });
}

/** Whether totals add up: report only. */
export function totalsStep(found: CleanFindings): LedgerStep {
  const { balances } = found.survey;
  const told = balances.filter(({ compared, plain, rows }) => compared > 0 && (plain || rows > 0.5 * compared));
  const affected = balances
    .filter((one) => one.plain && one.compared > 0)
    .reduce((sum, { compared, rows }) => sum + compared - rows, 0);
  const scaled = found.survey.roundTraffic
    ? " Every amount of traffic is a multiple of 1,000,000 bytes: the file may have been scaled on the way here."
    : "";
  const text =
    told.length === 0
      ? "The file has no two ways of counting the same traffic that could be compared."
      : told.map(balanceText).join(" ");
  return {
    id: "totals",
    title: "Totals that should add up",
    text: text + scaled,
    affected,
    of: "rows",
    samples: [],
    enabled: true,
    switchable: false,
  };
}

function balanceText({ says, rows, compared }: CheckedBalance): string {
  if (rows === compared) return `${says} on all ${counted(compared)} rows.`;
  return rows === 0
    ? `Not one of ${counted(compared)} rows has ${says}.`
    : `${says} on ${counted(rows)} of ${counted(compared)} rows.`;
}
