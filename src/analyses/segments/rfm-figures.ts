import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { groupedBars } from "../../charts/grouped-bars";
import type { SegmentsResult } from "./result";
import type { RfmStudy } from "./rfm";
import { rfmGridFigure } from "./rfm-grid";
import { rfmHistogramFigures } from "./rfm-histograms";
import { RFM_SECTION } from "./rfm-section";
import { rangeWords, rfmName, rfmParameters } from "./rfm-words";
import { counted, unitsOf } from "../units";

/** What a card needs to know beside the study. */
type Unit = Pick<SegmentsResult, "unit">;

/** The grid of scores, the named segments, and what the scores are cut from. */
export function rfmFigures(study: RfmStudy, unit: Unit): readonly Figure[] {
  return [rfmGridFigure(study, unit), segmentsFigure(study, unit), ...rfmHistogramFigures(study, unit)];
}

/** Others above this share leave too many without a name. */
const MANY = 0.2;

function segmentsFigure(study: RfmStudy, unit: Unit): Figure {
  const named = namedSegments(study);
  const labels = named.map(({ name }) => name);
  const others = named.at(-1)?.share ?? 0;
  const richest = named.reduce((best, one) => (one.ofMoney > best.ofMoney ? one : best));
  return {
    id: "segments-rfm-named",
    section: RFM_SECTION,
    title: `“${richest.name}” are ${format(richest.share, "share")} of ${unitsOf(unit)} and bring ${format(richest.ofMoney, "share")} of the money`,
    subtitle: `${counted(study.places.length, unit)} by the first segment whose scores they have; ${format(others, "share")} have none`,
    chart: groupedBars({
      labels,
      series: [
        { label: `Share of ${unitsOf(unit)}`, values: named.map(({ share }) => share) },
        { label: "Share of money", values: named.map(({ ofMoney }) => (ofMoney < 0 ? NaN : ofMoney)) },
      ],
      mode: "group",
      format: "share",
      axis: "Share",
      description: `Shares of ${unitsOf(unit)} and of money of ${labels.length} segments.`,
    }),
    table: namedTable(study, named),
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

function namedTable({ segments }: RfmStudy, named: readonly Named[]): Figure["table"] {
  const ranges = (measure: "recency" | "frequency" | "money"): readonly string[] =>
    named.map((_, place) => (segments[place] === undefined ? "the rest" : rangeWords(segments[place][measure])));
  const column = (value: (one: Named) => number): Float64Array => Float64Array.from(named, value);
  return {
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
      named.map(({ name }) => name),
      ...[ranges("recency"), ranges("frequency"), ranges("money")],
      column(({ customers }) => customers),
      column(({ share }) => share),
      column(({ orders }) => orders),
      column(({ money }) => money),
      column(({ ofMoney }) => ofMoney),
      column(({ customers, money }) => money / customers),
      column(({ customers, days }) => days / customers),
    ],
  };
}

interface Named extends Readonly<Sums> {
  readonly name: string;
  readonly share: number;
  /** NaN where all money together is not above zero. */
  readonly ofMoney: number;
}

/** Every segment in its order, also those of nobody, and Others last. */
function namedSegments(study: RfmStudy): readonly Named[] {
  const all = study.customers.money.reduce((sum, value) => sum + value, 0);
  return Array.from({ length: study.segments.length + 1 }, (_, place) => {
    const sums = sumsOf(study, place);
    const ofMoney = all > 0 ? sums.money / all : NaN;
    return { ...sums, name: rfmName(study, place), share: sums.customers / study.places.length, ofMoney };
  });
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
