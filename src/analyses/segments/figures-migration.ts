import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { flows as flowChart } from "../../charts/flows";
import type { Migration } from "./migrate";
import type { SegmentsResult } from "./result";
import { USE_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { NOISE, segmentColour, segmentName } from "./words";

const [JOINED, LEFT] = ["Joined", "Left"];

/** How customers moved between the segments of an earlier file and these. */
export function migrationFigure(result: SegmentsResult, migration: Migration): Figure {
  const { before, flows, matched, joined, left, label } = migration;
  const k = result.grouping.k;
  const from = (segment: number): string => (segment < 0 ? JOINED : (before[segment] ?? ""));
  const to = (segment: number): string => (segment < 0 ? LEFT : segment === k ? NOISE : segmentName(result, segment));
  const stayed = flows.filter((flow) => from(flow.before) === to(flow.after)).reduce((sum, { n }) => sum + n, 0);
  return {
    id: "segments-migration",
    section: USE_SECTION,
    title: `${format(stayed / matched, "share")} of the ${unitsOf(result)} in both files stayed in a segment of the same name`,
    subtitle: `${counted(matched, result)} in both; ${format(joined, "count")} joined, ${format(left, "count")} left since ${label}`,
    chart: flowChart({
      flows: flows.map((flow) => ({ from: from(flow.before), to: to(flow.after), value: flow.n })),
      colour: (name) => segmentColour(result.names.findIndex((one) => one.name === name)),
      unit: unitsOf(result),
      description: `${flows.length} flows between ${before.length} earlier and ${k} present segments.`,
    }),
    table: {
      columns: [
        { label: "Earlier", format: "text" },
        { label: "Now", format: "text" },
        { label: "Count", format: "count" },
        { label: "Share of the earlier segment", format: "share" },
      ],
      values: [
        flows.map((flow) => from(flow.before)),
        flows.map((flow) => to(flow.after)),
        Float64Array.from(flows, ({ n }) => n),
        Float64Array.from(flows, (flow) => (flow.before < 0 ? NaN : flow.n / sizeOf(flows, flow.before))),
      ],
    },
    explain: {
      text: "Matched by the customer's key. Those only in this file joined, those only in the earlier one left. Unless both come from the same model, a customer may change segment because the segments were cut anew, not because the customer changed.",
    },
    span: 12,
  };
}

const sizeOf = (flows: Migration["flows"], segment: number): number =>
  flows.filter(({ before }) => before === segment).reduce((sum, { n }) => sum + n, 0);
