import { format } from "../../charts/format";
import type { KeyFigure } from "../analysis";
import { countOf } from "./phrases";
import type { OverviewResult } from "./result";

const DAY_MS = 86_400_000;

/** Customers, sessions, traffic, concentration, time span, data quality: those that the data has. */
export function overviewCards(result: OverviewResult): readonly KeyFigure[] {
  return [
    customers(result),
    sessions(result),
    traffic(result),
    concentration(result),
    timeSpan(result),
    quality(result),
  ].filter((card) => card !== null);
}

function customers({ dataset, base }: OverviewResult): KeyFigure {
  const { counts } = dataset;
  return {
    label: "Customers",
    value: format(counts.customers, "count", "full"),
    note: dataset.grain === "session" ? "with at least one session" : "one line each in the file",
    explain: {
      text: "Distinct customer ids with at least one session that passed cleaning and the filters. Sessions without an id are set aside and are nobody's.",
      sql: base.totals.sql,
    },
  };
}

function sessions({ dataset, base }: OverviewResult): KeyFigure | null {
  if (!Number.isFinite(base.totals.sessions)) return null;
  return {
    label: "Sessions",
    value:
      base.totals.sessions < 1e6
        ? format(base.totals.sessions, "count", "full")
        : format(base.totals.sessions, "count"),
    note: `${format(base.totals.sessions / dataset.counts.customers, "number")} per customer`,
    explain: {
      text: `The sum of sessions over ${countOf(dataset.counts.customers, "customer")}: ${format(base.totals.sessions, "count", "full")}.`,
      sql: base.totals.sql,
    },
  };
}

function traffic({ dataset, base }: OverviewResult): KeyFigure | null {
  if (!Number.isFinite(base.totals.traffic)) return null;
  return {
    label: "Traffic",
    value: format(base.totals.traffic, "bytes"),
    note: `${format(base.totals.traffic / dataset.counts.customers, "bytes")} per customer`,
    explain: {
      text: `${dataset.trafficDefinition} In full: ${format(base.totals.traffic, "bytes", "full")}.`,
      sql: base.totals.sql,
    },
  };
}

function concentration({ base }: OverviewResult): KeyFigure | null {
  const shared = base.concentration;
  if (shared === null) return null;
  return {
    label: `Top 10 % share of ${shared.what}`,
    value: format(shared.topDecileShare, "share"),
    note: `Gini ${format(shared.gini, "score")}`,
    explain: {
      text: `The share of ${shared.what} carried by the ${countOf(Math.ceil(shared.n / 10), "customer")} with the most of it. A tenth each would be 10 %.`,
      sql: shared.sql,
    },
  };
}

function timeSpan({ dataset }: OverviewResult): KeyFigure | null {
  const { from, to } = dataset.counts;
  if (!dataset.hasTime || from === undefined || to === undefined) return null;
  return {
    label: "Time span",
    value: format((to - from) / DAY_MS, "number"),
    unit: "days",
    note: `${format(from, "date")} to ${format(to, "date")}`,
    explain: {
      text: `From the first start (${format(from, "date", "full")}) to the last end (${format(to, "date", "full")}) of the sessions kept.`,
    },
  };
}

function quality({ dataset }: OverviewResult): KeyFigure | null {
  const { rowsRead, rowsKept, rowsSetAside } = dataset.counts;
  if (rowsRead === 0) return null;
  const one = dataset.grain === "session" ? "session" : "customer";
  return {
    label: "Data quality",
    value: format(rowsKept / rowsRead, "share"),
    note: rowsSetAside === 0 ? `all ${countOf(rowsRead, one)} usable` : `${countOf(rowsSetAside, one)} set aside`,
    explain: {
      text: `${countOf(rowsKept, one)} of ${format(rowsRead, "count", "full")} read passed every cleaning step. The data page lists each step, with what it set aside and why.`,
    },
  };
}
