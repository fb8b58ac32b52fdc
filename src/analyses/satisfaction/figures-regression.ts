import type { Explain, Figure } from "../../charts/figure";
import { forest } from "../../charts/forest";
import { format } from "../../charts/format";
import { namedNote } from "../../segmentation/named-note";
import type { RegressionOutput } from "../../workers/contract";
import type { SatisfactionResult } from "./result";

/** What in the raw metrics goes with satisfaction; nothing when too few customers have all of them. */
export function regressionFigure({ regression, kpis }: SatisfactionResult): readonly Figure[] {
  if (regression === null) return [];
  const order = regression.coefficients
    .map((coefficient, index) => ({ coefficient, label: kpis[index]?.label ?? "" }))
    .toSorted((a, b) => size(b.coefficient.value) - size(a.coefficient.value));
  const column = (pick: (one: (typeof order)[number]["coefficient"]) => number): Float64Array =>
    Float64Array.from(order, ({ coefficient }) => pick(coefficient));
  const [strongest] = order;
  const labels = order.map(({ label }) => label);
  return [
    {
      id: "satisfaction-regression",
      title: `${strongest?.label ?? ""} goes most with satisfaction; the raw metrics explain ${format(regression.crossValidatedR2, "share")} of its variance`,
      subtitle: `${format(regression.rowsUsed, "count")} customers; change of satisfaction per standard deviation of each untreated metric, with 95 % intervals; tested on customers left out of the fit`,
      chart: forest({
        labels,
        values: column((one) => one.value),
        low: column((one) => one.low95),
        high: column((one) => one.high95),
        format: "score",
        axis: "Change per standard deviation",
        description: order
          .map(({ label, coefficient }) => `${label}: ${format(coefficient.value, "score")}`)
          .join("; "),
      }),
      table: {
        columns: [
          { label: "Metric", format: "text" },
          { label: "Coefficient per standard deviation", format: "score" },
          { label: "Standard error", format: "score" },
          { label: "95 % interval, from", format: "score" },
          { label: "95 % interval, to", format: "score" },
          { label: "Per unit of the metric", format: "number" },
        ],
        values: [
          labels,
          column((one) => one.value),
          column((one) => one.standardError),
          column((one) => one.low95),
          column((one) => one.high95),
          column((one) => one.perUnit),
        ],
      },
      explain: explained(regression),
      span: 6,
      ...(regression.notes.length > 0
        ? { caution: regression.notes.map((note) => namedNote(note, kpis)).join(" ") }
        : {}),
    },
  ];
}

/** A metric that got no coefficient comes last. */
function size(value: number): number {
  return Number.isNaN(value) ? -1 : Math.abs(value);
}

function foldRange(foldR2: readonly number[]): Readonly<Record<string, number>> {
  return foldR2.length === 0 ? {} : { "lowest fold": Math.min(...foldR2), "highest fold": Math.max(...foldR2) };
}

function explained(regression: RegressionOutput): Explain {
  return {
    text:
      "Ordinary least squares of satisfaction on the standardised raw metrics, customers with any missing value left out. Each coefficient holds the other metrics fixed. " +
      "It explains a score that was computed from these metrics; it is not a forecast of what customers would say in a survey.",
    parameters: {
      R2: regression.r2,
      "cross-validated R2": regression.crossValidatedR2,
      folds: regression.foldR2.length,
      ...foldRange(regression.foldR2),
      intercept: regression.intercept,
    },
  };
}
