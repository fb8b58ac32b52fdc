import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { countOf } from "./phrases";
import type { SegmentMeans } from "./result";

/** Customers by the segments of the Segments page. */
export function segmentFigure({ names, customers, means, without, sql }: SegmentMeans): Figure {
  const all = customers.reduce((sum, count) => sum + count, 0);
  const shares = customers.map((count) => count / all);
  const most = customers.indexOf(Math.max(...customers));
  const described = (at: number): string =>
    means.map(({ metric, values }) => `${metric.label.toLowerCase()} ${format(values[at], metric.unit)}`).join(", ");
  return {
    id: "segments",
    title: `${format(shares[most], "share")} of customers are in the segment “${names[most] ?? ""}”`,
    subtitle: `${countOf(all, "customer")} by the segments of the Segments page`,
    chart: bars({
      labels: names,
      values: customers,
      format: "count",
      axis: "Customers",
      notes: shares.map((share) => format(share, "share")),
      hover: names.map(
        (name, at) =>
          `${name}: ${countOf(customers[at] ?? 0, "customer")}${means.length > 0 ? `, on average ${described(at)}` : ""}`,
      ),
      description: `Customers per segment: ${names.map((name, at) => `${name} ${format(customers[at], "count")}`).join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "Customers", format: "count" },
        { label: "Share", format: "share" },
        ...means.map(({ metric }) => ({ label: `${metric.label}, mean`, format: metric.unit })),
      ],
      values: [names, customers, shares, ...means.map(({ values }) => values)],
    },
    explain: {
      text: "Customers by the segments that the Segments page makes with its settings, on the same data without a filter on segments. Shares are of the customers in a segment; means are of the customers that have a value.",
      sql,
    },
    span: 12,
    ...(without > 0 ? { caution: `${countOf(without, "customer")} are in no segment and are left out.` } : {}),
  };
}
