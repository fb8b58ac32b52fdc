import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { EXPLAINED } from "./reasons";
import type { LeadsResult, Reasons } from "./result";
import { CONTACT_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { between, howTested, outcomeWords, valueWords } from "./words";

/** What contacting the best so many finds. */
export function capacityFigure(result: LeadsResult): Figure {
  const { capacities, plan, validation } = result;
  const [chosen] = capacities;
  const ordered = capacities.toSorted((a, b) => a.n - b.n);
  const column = (of: (one: (typeof ordered)[number]) => number): Float64Array => Float64Array.from(ordered, of);
  return {
    id: "leads-capacity",
    section: CONTACT_SECTION,
    title:
      chosen === undefined
        ? "What contacting the best finds"
        : `Contact the best ${format(chosen.n, "count", "full")}: expect ${format(Math.round(chosen.outcomes), "count")} with ${outcomeWords(result)}, 95 % ${between(chosen.low95, chosen.high95, "count")}`,
    subtitle: `Counted among ${counted(validation.rowsTested, result)} by models that never saw them; by chance ${format(Math.round(chosen?.byChance ?? NaN), "count")}`,
    table: {
      columns: [
        { label: "Contacted", format: "count" },
        { label: "Expected", format: "count" },
        { label: "At least (95 %)", format: "count" },
        { label: "At most (95 %)", format: "count" },
        { label: "Expected by chance", format: "count" },
        { label: "Of those contacted", format: "share" },
        { label: "Of all there are", format: "share" },
      ],
      values: [
        column(({ n }) => n),
        column(({ outcomes }) => Math.round(outcomes)),
        column(({ low95 }) => Math.round(low95)),
        column(({ high95 }) => Math.round(high95)),
        column(({ byChance }) => Math.round(byChance)),
        column(({ precision }) => precision),
        column(({ recall }) => recall),
      ],
    },
    explain: {
      ...howTested(result),
      text: `${howTested(result).text} Expected: how many of the best had the outcome; where equal scores are parted, their outcomes are shared out evenly. Bounds are Wilson's interval of the share (Wilson 1927), times the number; by chance is the outcome's share of all, times the number. What is expected is rounded to whole ${unitsOf(result)}; shares are of what is not rounded. It holds for ${unitsOf(result)} like those of this file.`,
    },
    ...(plan.contacts > validation.rowsTested
      ? { caution: `Only ${counted(validation.rowsTested, result)} were tested, fewer than you can contact.` }
      : {}),
    span: 12,
  };
}

/** Reasons named beside a customer. */
const NAMED = 3;

/** The best customers, each with what speaks most for it or against it. */
export function topFigure(result: LeadsResult): Figure {
  const { reasons, scores, names } = result;
  return {
    id: "leads-top",
    section: CONTACT_SECTION,
    title: `The best ${format(reasons.length, "count")} to contact, and why`,
    subtitle: `All ${counted(scores.length, result)} with score and rank are in the export of the customers`,
    table: {
      columns: [
        { label: "Rank", format: "count" },
        { label: "Who", format: "text" },
        { label: "Score", format: "share" },
        { label: `${outcomeWords(result)} in the file`, format: "text" },
        { label: "What speaks most, for (+) or against (-)", format: "text", wraps: true },
      ],
      values: [
        Float64Array.from(reasons, (_, at) => at + 1),
        reasons.map(({ place }) => names.get(place) ?? ""),
        Float64Array.from(reasons, ({ place }) => scores[place] ?? NaN),
        reasons.map(({ place }) => outcomeAt(result, place)),
        reasons.map((one) => reasonWords(result, one, NAMED)),
      ],
    },
    explain: {
      text: `Contributions in log-odds: with the mean they add up to the log-odds of the score before it is corrected, by the very model that gave it. ${methodWords(result)} They say how the model counts, not what would change if a value were changed. Made for the best ${EXPLAINED} only.`,
    },
    span: 12,
  };
}

/** How contributions are made. */
export const methodWords = ({ method }: Pick<LeadsResult, "method">): string =>
  method === "tree-shap"
    ? "Shapley values of the trees (TreeSHAP, path-dependent; Lundberg and others 2020)."
    : "Coefficient times distance from the mean.";

/** Whether the outcome came about, as far as the file knows. */
export function outcomeAt({ known }: LeadsResult, place: number): string {
  const at = known.rows.indexOf(place);
  if (at < 0) return "not known";
  return known.outcome[at] === 1 ? "yes" : "no";
}

/** Features by the size of what they add. */
export const strongest = ({ contributions }: Reasons): readonly number[] =>
  [...contributions.keys()].toSorted((a, b) => Math.abs(contributions[b] ?? 0) - Math.abs(contributions[a] ?? 0));

function reasonWords(result: LeadsResult, reasons: Reasons, most: number): string {
  return strongest(reasons)
    .slice(0, most)
    .map((feature) => {
      const { label, column } = result.features[feature] ?? { label: "", column: [] };
      const added = reasons.contributions[feature] ?? 0;
      return `${label} ${valueWords(result, feature, column[reasons.place] ?? NaN)} (${added < 0 ? "-" : "+"}${format(Math.abs(added), "score")})`;
    })
    .join("; ");
}
