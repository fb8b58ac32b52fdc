import type { Figure } from "../../charts/figure";
import { flowGraph } from "../../charts/flow-graph";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { sankey } from "../../charts/sankey";
import { counted } from "../../behaviour/words";
import { groupFlows } from "./flows";
import type { JourneysResult, Paths } from "./result";
import { PATHS_SECTION } from "./sections";
import { ENDS, OTHERS, STARTS } from "./shown-events";
import { transitionShares } from "./transitions";
import { waysFigures } from "./figures-ways";

/** Names on the graph; the matrix has more. */
const ON_GRAPH = 10;

const SAME_TABLE =
  "Counted from the same path table as the funnel; the card on ways to count says why numbers can differ all the same.";

/** Flows, matrices and graph. */
export function pathFigures({ log }: JourneysResult, paths: Paths): readonly Figure[] {
  return [
    sankeyFigure(paths),
    stepsFigure(paths),
    matrixFigure(paths, log.account.events),
    graphFigure(paths),
    ...waysFigures(paths),
  ];
}

function sankeyFigure({ flows, anchored, least, rest }: Paths): Figure {
  const grouped = groupFlows(flows.flows, least);
  const first = flows.places[0] ?? 0;
  const [most] = grouped.toSorted((a, b) => b.n - a.n);
  return {
    id: "journeys-sankey",
    section: PATHS_SECTION,
    title:
      most === undefined
        ? "No visit goes on"
        : `The widest stream: “${most.from}” to ${most.to === ENDS ? "the end of the visit" : `“${most.to}”`}, ${format(most.n, "count", "full")}`,
    subtitle: `Streams ${anchored}, ${flows.places.length} steps; events below ${format(least, "share")} of their step${rest > 0 ? ` and ${rest} rare events` : ""} are “${OTHERS}”, none is left out`,
    chart: sankey({
      columns: flows.places.map((place) => (place === 0 && first < 0 ? "end point" : `step ${place - first + 1}`)),
      links: grouped.map(({ place, from, to, n }) => ({ column: place - first, from, to, value: n })),
      muted: [OTHERS, ENDS],
      description: `Streams between events over ${flows.places.length} steps.`,
    }),
    table: {
      columns: [
        { label: "Step", format: "count" },
        { label: "From", format: "text" },
        { label: "To", format: "text" },
        { label: "Visits", format: "count" },
      ],
      values: [
        Float64Array.from(flows.flows, ({ place }) => place - first + 1),
        flows.flows.map(({ from }) => from),
        flows.flows.map(({ to }) => to),
        Float64Array.from(flows.flows, ({ n }) => n),
      ],
    },
    explain: { text: `Each visit is one stream. ${SAME_TABLE}`, sql: flows.sql },
    span: 12,
  };
}

function stepsFigure({ steps, anchored }: Paths): Figure {
  const first = steps.places[0] ?? 0;
  const columns = steps.places.map((place) => (first < 0 ? String(place) : `step ${place + 1}`));
  return {
    id: "journeys-step-matrix",
    section: PATHS_SECTION,
    title: "Where visits are, step by step",
    subtitle: `Share of visits at each event, ${anchored}; n = ${format(steps.visits, "count", "full")}; every step sums to 100 %`,
    chart: heatmap({
      ...{ rows: steps.labels, columns, values: steps.shares, scale: "intensity" as const },
      print: (value) => (value === 0 ? "" : format(value, "share")),
      hover: (row, column) =>
        `${steps.labels[row] ?? ""}, ${columns[column] ?? ""}: ${format(steps.shares[row]?.[column], "share", "full")}`,
      description: `Shares of ${steps.labels.length} events over ${columns.length} steps.`,
    }),
    table: {
      columns: [{ label: "Event", format: "text" }, ...columns.map((label) => ({ label, format: "share" as const }))],
      values: [
        steps.labels,
        ...columns.map((_, column) => Float64Array.from(steps.shares, (row) => row[column] ?? NaN)),
      ],
    },
    explain: { text: `A visit that is over stays in “${ENDS}”. ${SAME_TABLE}`, sql: steps.sql },
    span: 12,
  };
}

function matrixFigure({ transitions, rest }: Paths, events: number): Figure {
  const { from, to, counts, sql } = transitions;
  const shares = transitionShares(transitions);
  const cells = from.flatMap((_, row) => to.map((__, column) => ({ row, column })));
  const ahead = cells.filter(({ row, column }) => row !== column && from[row] !== STARTS);
  const [most] = ahead.toSorted((a, b) => (counts[b.row]?.[b.column] ?? 0) - (counts[a.row]?.[a.column] ?? 0));
  return {
    id: "journeys-transitions",
    section: PATHS_SECTION,
    title:
      most === undefined
        ? "No moves"
        : `The most frequent move: ${from[most.row] ?? ""} to ${to[most.column] ?? ""}, ${format(shares[most.row]?.[most.column], "share")} of all from there`,
    subtitle: `What comes next, as a share of each row; ${counted(events, "event")}${rest > 0 ? `, ${rest} rare ones as “${OTHERS}”` : ""}`,
    chart: heatmap({
      ...{ rows: from, columns: to, values: shares, scale: "intensity" as const },
      print: (value) => (value === 0 ? "" : format(value, "share")),
      hover: (row, column) =>
        `${from[row] ?? ""} to ${to[column] ?? ""}: ${format(counts[row]?.[column], "count", "full")} (${format(shares[row]?.[column], "share")})`,
      description: `Moves between ${from.length} events.`,
    }),
    table: {
      columns: [
        { label: "From", format: "text" },
        { label: "To", format: "text" },
        { label: "Moves", format: "count" },
        { label: "Of all from there", format: "share" },
      ],
      values: [
        cells.map(({ row }) => from[row] ?? ""),
        cells.map(({ column }) => to[column] ?? ""),
        Float64Array.from(cells, ({ row, column }) => counts[row]?.[column] ?? 0),
        Float64Array.from(cells, ({ row, column }) => shares[row]?.[column] ?? NaN),
      ],
    },
    explain: {
      text: `Each row sums to 100 %: every event is followed by another of its visit, or ends it. ${SAME_TABLE}`,
      sql,
    },
    span: 12,
  };
}

function graphFigure({ transitions: { from, counts } }: Paths): Figure {
  const size = from.length - 1;
  const sums = from.map((_, row) => (counts[row] ?? []).reduce((sum, n) => sum + n, 0));
  const nodes = Array.from({ length: size }, (_, place) => place)
    .toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
    .slice(0, ON_GRAPH);
  const links = nodes
    .flatMap((row, a) => nodes.map((column, b) => ({ from: a, to: b, value: counts[row]?.[column] ?? 0 })))
    .filter(({ value }) => value > 0);
  const name = (place: number): string => from[nodes[place] ?? 0] ?? "";
  return {
    id: "journeys-graph",
    section: PATHS_SECTION,
    title: "Moves as a graph",
    subtitle: `The ${nodes.length} most frequent events; dots by how often they happened, arrows by how often one followed the other`,
    chart: flowGraph({
      nodes: nodes.map((place) => ({ label: from[place] ?? "", value: sums[place] ?? 0 })),
      links,
      description: `A graph of ${nodes.length} events and ${links.length} moves.`,
    }),
    table: {
      columns: [
        { label: "From", format: "text" },
        { label: "To", format: "text" },
        { label: "Moves", format: "count" },
      ],
      values: [
        links.map((one) => name(one.from)),
        links.map((one) => name(one.to)),
        Float64Array.from(links, ({ value }) => value),
      ],
    },
    explain: {
      text: `The numbers of the matrix; events that follow themselves are in the table and not drawn. ${SAME_TABLE}`,
    },
    span: 6,
  };
}
