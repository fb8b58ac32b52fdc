import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { groupedBars } from "../../charts/grouped-bars";
import type { SegmentsResult } from "./result";
import type { RfmStudy } from "./rfm";
import { rfmGridFigure } from "./rfm-grid";
import { rfmHistogramFigures } from "./rfm-histograms";
import { RFM_SECTION } from "./rfm-section";
import { rangeWords, rfmName, rfmParameters } from "./rfm-words";
import { counted, unitsOf } from "./words";

/** What a card needs to know beside the study. */
type Unit = Pick<SegmentsResult, "unit">;

/** The grid of scores, the named segments, and what the scores are cut from. */
export function rfmFigures(study: RfmStudy, unit: Unit): readonly Figure[] {
  return [rfmGridFigure(study, unit), segmentsFigure(study, unit), ...rfmHistogramFigures(study, unit)];
}

/** Others above this share leave too many without a name. */
const MANY = 0.2;

function segmentsFigure(study: RfmStudy, unit: Unit): Figure {
  const { customers, segments, places } = study;
  const shown = Array.from({ length: segments.length + 1 }, (_, place) => place);
  const sums = shown.map((place) => sumsOf(study, place));
  const all = { customers: places.length, money: customers.money.reduce((sum, value) => sum + value, 0) };
  const share = sums.map(({ customers: count }) => count / all.customers);
  const ofMoney = sums.map(({ money }) => (all.money > 0 ? money / all.money : NaN));
  const others = share.at(-1) ?? 0;
  const richest = shown.reduce((best, place) => ((ofMoney[place] ?? 0) > (ofMoney[best] ?? 0) ? place : best), 0);
  const ranges = (measure: "recency" | "frequency" | "money"): readonly string[] =>
    shown.map((place) => (segments[place] === undefined ? "any" : rangeWords(segments[place][measure])));
  const labels = shown.map((place) => rfmName(study, place));
  return {
    id: "segments-rfm-named",
    section: RFM_SECTION,
    title: `“${labels[richest] ?? ""}” are ${format(share[richest], "share")} of ${unitsOf(unit)} and bring ${format(ofMoney[richest], "share")} of the money`,
    subtitle: `${counted(all.customers, unit)} by the first segment whose scores they have; ${format(others, "share")} have none`,
    chart: groupedBars({
      labels,
      series: [
        { label: `Share of ${unitsOf(unit)}`, values: share },
        { label: "Share of money", values: ofMoney.map((value) => (value < 0 ? NaN : value)) },
      ],
      mode: "group",
      format: "share",
      axis: "Share",
      description: `Shares of ${unitsOf(unit)} and of money of ${labels.length} segments.`,
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "Recency score", format: "text" },
        { label: "Frequency score", format: "text" },
        { label: "Money score", format: "text" },
        { label: "Size", format: "count" },
        { label: "Share", format: "share" },
        { label: "Orders", format: "count" },
        { label: "Money", format: "number" },
        { label: "Share of money", format: "share" },
        { label: "Money each", format: "number" },
        { label: "Mean days since the last order", format: "number" },
      ],
      values: [
        labels,
        ...[ranges("recency"), ranges("frequency"), ranges("money")],
        Float64Array.from(sums, ({ customers: count }) => count),
        Float64Array.from(share),
        Float64Array.from(sums, ({ orders }) => orders),
        Float64Array.from(sums, ({ money }) => money),
        Float64Array.from(ofMoney),
        Float64Array.from(sums, ({ customers: count, money }) => money / count),
        Float64Array.from(sums, ({ customers: count, days }) => days / count),
      ],
    },
    explain: {
      text: "Who has scores within all three ranges of a segment and is in none above it belongs to it; whoever is left is in Others. Scores go from 1 to 5, 5 being the most recent, the most orders, the most money.",
      sql: study.sql,
      parameters: rfmParameters(study),
    },
    span: 12,
    ...(others > MANY
      ? { caution: `${format(others, "share")} are in none of the named segments: widen the ranges of some.` }
      : {}),
  };
}

interface Sums {
  customers: number;
  orders: number;
  money: number;
  days: number;
}

function sumsOf({ customers, places }: RfmStudy, place: number): Readonly<Sums> {
  const sums: Sums = { customers: 0, orders: 0, money: 0, days: 0 };
  for (let i = 0; i < places.length; i++) {
    if (places[i] !== place) continue;
    sums.customers++;
    sums.orders += customers.frequency[i] as number;
    sums.money += customers.money[i] as number;
    sums.days += customers.recency[i] as number;
  }
  return sums;
}
