import { bars } from "../../charts/bars";
import type { Chart, Figure, Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import { MOST_DRAWN, pointMap, type MapArrow } from "../../charts/point-map";
import type { SegmentsResult } from "./result";
import { SEGMENTS_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { howGrouped, NOISE, segmentColour, segmentName } from "./words";

/** A segment this small is easily an accident. */
const TINY = 0.01;

/** How many customers each segment has; a press on a bar picks them out. */
export function sizesFigure(result: SegmentsResult, picked?: Picked): Figure {
  const { grouping, names, prepared } = result;
  const { labels } = grouping;
  const shown = [...names.keys(), ...(grouping.noise > 0 ? [-1] : [])];
  const sizes = shown.map((segment) => countOf(labels, segment));
  const inPick = picked === undefined ? null : shown.map((segment) => countOf(labels, segment, picked));
  const total = prepared.rows.length;
  const share = (sizes[0] ?? 0) / total;
  const tiny = names.filter((_, segment) => (sizes[segment] ?? 0) < TINY * total);
  return {
    id: "segments-sizes",
    section: SEGMENTS_SECTION,
    title: `“${segmentName(result, 0)}” is the largest segment: ${format(share, "share")} of ${unitsOf(result)}`,
    subtitle: `${counted(total, result)} in ${grouping.k} segments${inPick === null ? "" : "; dark: those picked out"}`,
    chart: {
      ...beside(
        bars({
          labels: shown.map((segment) => segmentName(result, segment)),
          values: inPick ?? sizes,
          format: "count",
          axis: unitsOf(result),
          colours: shown.map(segmentColour),
          notes: (inPick ?? sizes).map((size, at) =>
            format(size / (inPick === null ? total : (sizes[at] ?? 1)), "share"),
          ),
          hover: shown.map((segment, at) => `${segmentName(result, segment)}: ${counted(sizes[at] ?? 0, result)}`),
          description: `Sizes of ${grouping.k} segments, from ${format(sizes[0], "count")} down to ${format(sizes[names.length - 1], "count")}.`,
        }),
      ),
      pick: { by: "group", groups: labels, marks: shown },
    },
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "What earns the name", format: "text" },
        { label: "Size", format: "count" },
        { label: "Share", format: "share" },
        ...(inPick === null ? [] : [{ label: "Picked out", format: "count" } as const]),
      ],
      values: [
        shown.map((segment) => segmentName(result, segment)),
        shown.map((segment) => names[segment]?.rule ?? "In no dense place, so in no segment."),
        Float64Array.from(sizes),
        Float64Array.from(sizes, (size) => size / total),
        ...(inPick === null ? [] : [Float64Array.from(inPick)]),
      ],
    },
    explain: howGrouped(result),
    span: 4,
    ...(tiny.length === 0
      ? {}
      : {
          caution: `${tiny.length === 1 ? "One segment has" : `${tiny.length} segments have`} fewer than 1 % of ${unitsOf(result)}: easily an accident.`,
        }),
    follow: (chosen) => sizesFigure(result, chosen),
  };
}

/** As tall as the map that it stands beside. */
const beside = (chart: Chart): Chart => ({ ...chart, height: Math.max(chart.height, 420) });

function countOf(labels: Int32Array, segment: number, picked?: Picked): number {
  let count = 0;
  for (let i = 0; i < labels.length; i++)
    if (labels[i] === segment && (picked === undefined || picked[i] === 1)) count++;
  return count;
}

/** Where each customer lies; drawing around some picks them out. */
export function mapFigure(result: SegmentsResult, picked?: Picked): Figure {
  const { map, grouping, prepared } = result;
  const segments = [...result.names.keys(), ...(grouping.noise > 0 ? [-1] : [])];
  const total = prepared.rows.length;
  return {
    id: "segments-map",
    section: SEGMENTS_SECTION,
    title: mapTitle(result),
    subtitle: `${total > MOST_DRAWN ? `About ${format(MOST_DRAWN, "count")} of ` : ""}${counted(total, result)}${
      map.axes.length === 2 ? "; draw around some to pick them out" : "; drag to turn"
    }`,
    chart: pointMap({
      axes: map.axes.map(({ label, explained, values }) => ({
        label: explained === null ? label : `${label} (${format(explained, "share")} of the spread)`,
        values,
      })),
      groups: segments.map((segment) => ({
        label: segmentName(result, segment),
        colour: segmentColour(segment),
        group: segment,
      })),
      groupOf: grouping.labels,
      hover: (place) => pointSentence(result, place),
      arrows: arrowsOf(result),
      ...(picked === undefined ? {} : { picked }),
      description: `${counted(total, result)} on ${map.axes.map(({ label }) => label).join(" and ")}, coloured by segment.`,
    }),
    table: mapTable(result),
    explain: { text: mapExplained(result), parameters: map.parameters },
    span: 8,
    ...(mapCaution(result) === null ? {} : { caution: mapCaution(result) ?? "" }),
    follow: (chosen) => mapFigure(result, chosen),
  };
}

function mapTitle({ map }: SegmentsResult): string {
  if (map.kind === "features") return `${map.axes.map(({ label }) => label).join(", ")}, by segment`;
  if (map.kind === "pca") {
    const share = map.axes.reduce((sum, { explained }) => sum + (explained ?? 0), 0);
    return `${map.axes.length} components show ${format(share, "share")} of the spread`;
  }
  return "Near on the map is near in the features";
}

function mapExplained({ map, features }: SegmentsResult): string {
  const from = `the scaled features (${features.map(({ label }) => label).join(", ")})`;
  const trust =
    map.trust === null
      ? ""
      : ` Trustworthiness ${format(map.trust.value, "score")}${map.trust.margin > 0 ? ` ± ${format(map.trust.margin, "score")}` : ""} for ${map.trustNeighbours} neighbours: 1 means whoever is near on the map is near in truth.`;
  switch (map.kind) {
    case "pca":
      return `Principal components of ${from}: the directions of most spread. Arrows show what pulls to which side.${trust}`;
    case "umap":
      return `UMAP of ${from}: it keeps neighbours together; distances between far groups and their sizes mean little.${trust}`;
    case "tsne":
      return `t-SNE of ${from}: it keeps neighbours together; distances between groups and their sizes mean nothing.${trust}`;
    case "features":
      return "The features themselves, in their own units.";
  }
}

function mapCaution({ map, prepared }: SegmentsResult): string | null {
  const placed =
    map.fittedOn < prepared.rows.length
      ? `The map was made from ${format(map.fittedOn, "count")} of ${format(prepared.rows.length, "count")}; the others were placed among their nearest.`
      : null;
  const poor =
    map.trust !== null && map.trust.value < 0.85
      ? `Trustworthiness is only ${format(map.trust.value, "score")}: some who look near are not.`
      : null;
  const said = [placed, poor, ...map.notes].filter((text) => text !== null);
  return said.length === 0 ? null : said.join(" ");
}

/** The features that pull most, as arrows scaled to the drawing. */
function arrowsOf({ map, prepared, features }: SegmentsResult): readonly MapArrow[] {
  const [first, second] = map.loadings ?? [];
  const [x, y] = map.axes;
  if (first === undefined || second === undefined || x === undefined || y === undefined || map.axes.length > 2)
    return [];
  const reach = 0.8 * Math.min(reachOf(x.values), reachOf(y.values));
  const longest = Math.max(...first.map((value, at) => Math.hypot(value, second[at] ?? 0)), 1e-9);
  return prepared.axes
    .map(({ feature, level }, at) => ({
      label: level === null ? (features[feature]?.label ?? "") : `${features[feature]?.levels?.[level] ?? ""}`,
      x: ((first[at] ?? 0) / longest) * reach,
      y: ((second[at] ?? 0) / longest) * reach,
    }))
    .toSorted((a, b) => Math.hypot(b.x, b.y) - Math.hypot(a.x, a.y))
    .slice(0, 5);
}

function reachOf(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] as number));
  return most;
}

/** Features named when a point is pointed at. */
const SAID = 5;

function pointSentence(result: SegmentsResult, place: number): string {
  const row = result.prepared.rows[place] ?? -1;
  const values = result.features.slice(0, SAID).map(({ label, column, levels, format: as }) => {
    const value = column[row] ?? NaN;
    return `${label}: ${levels === null ? format(value, as) : (levels[value] ?? "–")}`;
  });
  return [segmentName(result, result.grouping.labels[place] ?? -1), ...values].join("\n");
}

/** Rows of the map's table: the table is for reading, all rows are in the export of the segments. */
const TABLE_ROWS = 5_000;

function mapTable(result: SegmentsResult): Figure["table"] {
  const { map, grouping } = result;
  const count = Math.min(TABLE_ROWS, grouping.labels.length);
  return {
    columns: [
      { label: "Segment", format: "text" },
      ...map.axes.map(({ label }) => ({ label, format: "number" as const })),
    ],
    values: [
      Array.from(grouping.labels.subarray(0, count), (segment) => (segment < 0 ? NOISE : segmentName(result, segment))),
      ...map.axes.map(({ values }) => values.slice(0, count)),
    ],
  };
}
