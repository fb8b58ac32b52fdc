import { bars } from "../../charts/bars";
import type { Figure, Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import { methodWords, outcomeAt, strongest } from "./figures-contact";
import { EXPLAINED } from "./reasons";
import type { LeadsResult, Reasons } from "./result";
import { PICKED_SECTION } from "./sections";
import { counted } from "../units";
import { outcomeWords, valueWords } from "./words";

/** Features drawn for one customer. */
const DRAWN = 10;

/** Cards about the customers that are picked out: why a single one has its score, or how several score. */
export function pickedFigures(result: LeadsResult, picked: Picked): readonly Figure[] {
  const count = picked.reduce((sum, one) => sum + one, 0);
  const place = picked.indexOf(1);
  if (count !== 1 || place < 0) return [manyFigure(result, picked, count)];
  const reasons = result.reasons.find((one) => one.place === place);
  return [reasons === undefined ? unexplained(result, place) : oneFigure(result, reasons)];
}

const titleOf = (result: LeadsResult, place: number): string =>
  `Score ${format(result.scores[place], "share")}, rank ${format(result.order.indexOf(place) + 1, "count", "full")} of ${format(result.order.length, "count", "full")}`;

function oneFigure(result: LeadsResult, reasons: Reasons): Figure {
  const features = strongest(reasons);
  const drawn = features.slice(0, DRAWN);
  const label = (feature: number): string => result.features[feature]?.label ?? "";
  const value = (feature: number): string =>
    valueWords(result, feature, result.features[feature]?.column[reasons.place] ?? NaN);
  const added = (feature: number): number => reasons.contributions[feature] ?? 0;
  return {
    id: "leads-one",
    section: PICKED_SECTION,
    title: titleOf(result, reasons.place),
    subtitle: `${outcomeWords(result)} in the file: ${outcomeAt(result, reasons.place)}; what each feature adds in log-odds to the mean of ${format(reasons.expected, "score")}; ${format(reasons.probability, "share")} before correction`,
    chart: bars({
      labels: drawn.map((feature) => `${label(feature)}: ${value(feature)}`),
      values: drawn.map(added),
      format: "score",
      axis: "Added log-odds",
      colours: drawn.map((feature) => (added(feature) < 0 ? "var(--data-2)" : "var(--data-1)")),
      description: `What features add: ${drawn.map((feature) => `${label(feature)} ${format(added(feature), "score")}`).join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Its value", format: "text" },
        { label: "Added log-odds", format: "score" },
      ],
      values: [features.map(label), features.map(value), Float64Array.from(features, added)],
    },
    explain: { text: `${methodWords(result)} It says how the model counts, not what would change the outcome.` },
    span: 12,
  };
}

function unexplained(result: LeadsResult, place: number): Figure {
  const { features } = result;
  return {
    id: "leads-one",
    section: PICKED_SECTION,
    title: titleOf(result, place),
    subtitle: `${outcomeWords(result)} in the file: ${outcomeAt(result, place)}; reasons are computed for the best ${EXPLAINED} only`,
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Its value", format: "text" },
      ],
      values: [
        features.map(({ label }) => label),
        features.map(({ column }, feature) => valueWords(result, feature, column[place] ?? NaN)),
      ],
    },
    explain: { text: "Values as they are in the file." },
    span: 12,
  };
}

function manyFigure(result: LeadsResult, picked: Picked, count: number): Figure {
  const { scores, known } = result;
  const own = scores.reduce((sum, score, place) => sum + (picked[place] === 1 ? score : 0), 0);
  const all = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const kept = known.rows.reduce((sum, row) => sum + (picked[row] ?? 0), 0);
  const had = known.rows.reduce((sum, row, at) => sum + (picked[row] ?? 0) * (known.outcome[at] ?? 0), 0);
  return {
    id: "leads-picked",
    section: PICKED_SECTION,
    title: `Those picked out score ${format(own / count, "share")} on average, all ${format(all, "share")}`,
    subtitle: counted(count, result),
    table: {
      columns: [
        { label: "Who", format: "text" },
        { label: "How many", format: "count" },
        { label: "Mean score", format: "share" },
        { label: `${outcomeWords(result)} in the file`, format: "share" },
      ],
      values: [
        ["Picked out", "All"],
        Float64Array.of(count, scores.length),
        Float64Array.of(own / count, all),
        Float64Array.of(had / kept, known.outcome.reduce((sum, one) => sum + one, 0) / known.rows.length),
      ],
    },
    explain: { text: "Means over those picked out and over all; shares where the outcome is known." },
    span: 12,
  };
}
