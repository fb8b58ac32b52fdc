import type { Figure } from "../charts/figure";
import { texts } from "../data/engine";
import type { Desk } from "./desk";
import { segmentsOfQuery } from "./queries";
import type { Ranking } from "./ranking";

/** What the segment is called that a customer, by its key, is in. */
export type SegmentOf = ReadonlyMap<string, string>;

/** The segments that are lent to all pages, of the customers in these lists; null where none are lent. Waits for them. */
export async function lentSegments(
  desk: Pick<Desk, "derived" | "query">,
  lists: readonly Ranking[],
): Promise<SegmentOf | null> {
  const customers = [...new Set(lists.flatMap((list) => list.customers))];
  if (!(await desk.derived("segments")) || customers.length === 0) return null;
  const answer = await desk.query(segmentsOfQuery(customers));
  const names = texts(answer, "segment_name");
  const known = texts(answer, "customer").map((key, at) => [key ?? "", names[at] ?? ""] as const);
  return new Map(known.filter(([, name]) => name !== ""));
}

/** The figure with the segment of each customer beside it, where its table lists customers. Pure. */
export function withSegments(figure: Figure, segmentOf: SegmentOf | null): Figure {
  const { columns, values } = figure.table;
  const at = columns.findIndex(({ label }) => label === "Customer");
  const customers = values[at];
  if (segmentOf === null || customers === undefined) return figure;
  const segments = Array.from(customers, (customer) => segmentOf.get(String(customer)) ?? null);
  return {
    ...figure,
    table: {
      columns: columns.toSpliced(at + 1, 0, { label: "Segment", format: "text" }),
      values: values.toSpliced(at + 1, 0, segments),
    },
  };
}
