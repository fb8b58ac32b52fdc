import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { tieNote } from "../../segmentation/ranking";
import type { TopByMetric } from "./result";

/** The customers with most of one metric. */
export function topFigure({ metric, list }: TopByMetric): Figure {
  const places = list.ranks.map((rank) => `${rank}.`);
  const leaders = list.ranks.filter((rank) => rank === 1).length;
  const caution = tieNote(list);
  const what = metric.label.toLowerCase();
  return {
    id: `engagement-top-${metric.column}`,
    title:
      list.values.length === 0
        ? `No customer has a value of ${what}`
        : leaders > 1
          ? `${leaders} customers share the most ${what}: ${format(list.values[0], metric.unit)}`
          : `The first customer by ${what} has ${format(list.values[0], metric.unit)}`,
    subtitle: `Top ${list.places} customers by ${what}, untreated values`,
    chart: bars({
      labels: list.customers,
      values: list.values,
      format: metric.unit,
      axis: metric.label,
      hover: list.customers.map(
        (customer, index) => `${places[index] ?? ""} ${customer}: ${format(list.values[index], metric.unit, "full")}`,
      ),
      description: `The top ${list.places} customers by ${what}, from ${format(list.values[0], metric.unit)} down to ${format(list.values.at(-1), metric.unit)}.`,
    }),
    table: {
      columns: [
        { label: "Place", format: "count" },
        { label: "Customer", format: "text" },
        { label: metric.label, format: metric.unit },
      ],
      values: [Float64Array.from(list.ranks), list.customers, Float64Array.from(list.values)],
    },
    explain: {
      text: `Customers in the order of their untreated ${what}. Equal values share a place (1, 2, 2, 4); everybody tied at the last place is listed, up to ${list.places + 15} customers.`,
      sql: list.sql,
    },
    span: 4,
    ...(caution === undefined ? {} : { caution }),
  };
}
