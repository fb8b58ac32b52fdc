import type { Figure, Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import { histogram } from "../../charts/histogram";
import { MOST_DRAWN, pointMap } from "../../charts/point-map";
import type { LeadsResult } from "./result";
import { CONTACT_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { howTested, outcomeWords, valueWords } from "./words";

const BINS = 20;

/** Kinds of customers by what is known of their outcome. */
const KINDS = [
  { label: "Came about", colour: "var(--data-1)" },
  { label: "Did not", colour: "var(--data-2)" },
  { label: "Not known", colour: "var(--muted)" },
] as const;

/** The kind of each customer. */
function kindsOf({ known, scores }: LeadsResult): Uint8Array {
  const kinds = new Uint8Array(scores.length).fill(2);
  known.rows.forEach((row, at) => (kinds[row] = known.outcome[at] === 1 ? 0 : 1));
  return kinds;
}

/** How scores are spread, by what came about. */
export function spreadFigure(result: LeadsResult): Figure {
  const { scores } = result;
  const kinds = kindsOf(result);
  const counts = KINDS.map(() => new Float64Array(BINS));
  scores.forEach((score, place) => {
    const bin = Math.min(BINS - 1, Math.floor(score * BINS));
    const own = counts[kinds[place] ?? 2];
    if (own !== undefined) own[bin] = (own[bin] ?? 0) + 1;
  });
  const shown = KINDS.map((kind, at) => ({ ...kind, counts: counts[at] ?? new Float64Array(BINS) })).filter((kind) =>
    kind.counts.some((count) => count > 0),
  );
  const high = scores.reduce((sum, score) => sum + (score >= 0.5 ? 1 : 0), 0);
  const edges = Float64Array.from({ length: BINS + 1 }, (_, at) => at / BINS);
  return {
    id: "leads-scores",
    section: CONTACT_SECTION,
    title: `${counted(high, result)} (${format(high / scores.length, "share")}) score 50 % or more`,
    subtitle: `${counted(scores.length, result)} by their score`,
    chart: histogram({
      edges,
      groups: shown,
      format: "share",
      axis: `Probability of ${outcomeWords(result)}`,
      counted: unitsOf(result),
      description: `How the scores of ${counted(scores.length, result)} are spread; ${counted(high, result)} score 50 % or more.`,
    }),
    table: {
      columns: [
        { label: "Score from", format: "share" },
        ...shown.map(({ label }) => ({ label, format: "count" as const })),
      ],
      values: [edges.slice(0, BINS), ...shown.map((kind) => kind.counts)],
    },
    explain: howTested(result),
    span: 6,
  };
}

/** Every customer by score and by the number that tells most; drawing around some picks them out. */
export function mapFigure(result: LeadsResult, picked?: Picked): Figure | null {
  const feature = mapped(result);
  const column = result.features[feature];
  if (column === undefined) return null;
  const { scores } = result;
  const kinds = kindsOf(result);
  const drawn = Int32Array.from(scores.keys()).filter((place) => Number.isFinite(column.column[place]));
  const first = drawn.subarray(0, TABLE_ROWS);
  const groupOf = Int32Array.from(kinds, (kind, place) => (Number.isFinite(column.column[place]) ? kind : -1));
  return {
    id: "leads-map",
    section: CONTACT_SECTION,
    title: `Score and ${column.label}`,
    subtitle: `${drawn.length > MOST_DRAWN ? `About ${format(MOST_DRAWN, "count")} of ` : ""}${counted(drawn.length, result)}; draw around some to pick them out`,
    chart: pointMap({
      axes: [
        { label: column.label, values: column.column },
        { label: "Score", values: scores },
      ],
      groups: KINDS.map((kind, group) => ({ ...kind, group })).filter(({ group }) => groupOf.includes(group)),
      groupOf,
      hover: (place) =>
        `Score ${format(scores[place], "share")}\n${column.label}: ${valueWords(result, feature, column.column[place] ?? NaN)}`,
      ...(picked === undefined ? {} : { picked }),
      description: `${counted(drawn.length, result)} by ${column.label} and score.`,
    }),
    table: {
      columns: [
        { label: column.label, format: column.format },
        { label: "Score", format: "share" },
      ],
      values: [
        Float64Array.from(first, (place) => column.column[place] ?? NaN),
        Float64Array.from(first, (place) => scores[place] ?? NaN),
      ],
    },
    explain: howTested(result),
    span: 6,
    follow: (chosen) => mapFigure(result, chosen) ?? spreadFigure(result),
  };
}

/** Rows of the map's table: it is for reading, all are in the export. */
const TABLE_ROWS = 5_000;

/** The number that alone tells most; -1 where all features are words. */
function mapped({ validation, features }: LeadsResult): number {
  const numbers = validation.single.filter(({ feature, auc }) => features[feature]?.levels === null && auc > 0);
  return numbers.reduce((best, one) => (one.auc > best.auc ? one : best), { feature: -1, auc: 0 }).feature;
}
