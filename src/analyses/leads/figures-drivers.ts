import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { forest } from "../../charts/forest";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import type { DriversOutput, PartialDependence } from "../../workers/lab/explaining";
import type { LeadsResult } from "./result";
import { DRIVERS_SECTION } from "./sections";
import { between, howTested, outcomeWords, valueWords } from "./words";

/** Features drawn at most; the table has all. */
const DRAWN = 15;

/** What the models lean on. */
export function driversFigure(result: LeadsResult, { drivers, notes }: DriversOutput): Figure {
  const label = (feature: number): string => result.features[feature]?.label ?? "";
  const drawn = drivers.slice(0, DRAWN);
  const [first] = drivers;
  return {
    id: "leads-drivers",
    section: DRIVERS_SECTION,
    title:
      first === undefined || !(first.aucFall > 0)
        ? "The model leans on no feature"
        : `${label(first.feature)} matters most: without it the AUC falls by ${format(first.aucFall, "score")} (95 % ${between(first.low95, first.high95)})`,
    subtitle: `${drivers.length > DRAWN ? `The first ${DRAWN} of ${drivers.length} features` : `${drivers.length} features`}; fall of the AUC when a feature's values are shuffled`,
    chart: forest({
      labels: drawn.map(({ feature }) => label(feature)),
      values: drawn.map(({ aucFall }) => aucFall),
      low: drawn.map(({ low95 }) => low95),
      high: drawn.map(({ high95 }) => high95),
      format: "score",
      axis: "Fall of the AUC",
      description: `Fall of the AUC without a feature: ${drawn.map(({ feature, aucFall }) => `${label(feature)} ${format(aucFall, "score")}`).join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Fall of the AUC", format: "score" },
        { label: "At least (95 %)", format: "score" },
        { label: "At most (95 %)", format: "score" },
      ],
      values: [
        drivers.map(({ feature }) => label(feature)),
        Float64Array.from(drivers, ({ aucFall }) => aucFall),
        Float64Array.from(drivers, ({ low95 }) => low95),
        Float64Array.from(drivers, ({ high95 }) => high95),
      ],
    },
    explain: {
      ...howTested(result),
      text: `Permutation importance (Breiman 2001) on customers each model never saw, five shuffles a part; intervals over the parts, widened for what their models share (Nadeau and Bengio 2003). Features that say the same share their importance, so each may look small. What a model leans on need not be what causes the outcome.`,
    },
    ...(notes.length > 0 ? { caution: notes.join(" ") } : {}),
    span: 12,
  };
}

/** How the probability goes with one feature, the others as they are. */
export function dependenceFigure(result: LeadsResult, { feature, values, probabilities }: PartialDependence): Figure {
  const { label, levels, format: as, text } = result.features[feature] ?? NO_FEATURE;
  const names = values.map((value) => valueWords(result, feature, value));
  const [low, high] = [Math.min(...probabilities), Math.max(...probabilities)];
  const description = `Mean probability by ${label}: ${names.map((name, at) => `${name} ${format(probabilities[at], "share")}`).join(", ")}.`;
  const axis = `Mean probability of ${outcomeWords(result)}`;
  return {
    id: `leads-dependence-${text}`,
    section: DRIVERS_SECTION,
    title: `With ${label} the mean probability goes from ${format(low, "share")} to ${format(high, "share")}`,
    subtitle: "If everybody had the same value and was otherwise as they are",
    chart:
      levels === null
        ? lines({
            x: values,
            series: [{ label, values: probabilities }],
            ...{ xAxis: label, xFormat: as, yAxis: axis, yFormat: "share", description },
          })
        : bars({ labels: names, values: probabilities, format: "share", axis, description }),
    table: {
      columns: [
        { label, format: "text" },
        { label: "Mean probability", format: "share" },
      ],
      values: [names, Float64Array.from(probabilities)],
    },
    explain: {
      text: "Partial dependence (Friedman 2001) of a model of all, over at most 1,000 customers. It takes features for independent, so it also asks about customers that there are not; it shows no cause.",
    },
    span: 6,
  };
}

const NO_FEATURE = { label: "", levels: null, format: "number", text: "" } as const;

/** How far each feature alone tells the outcome. */
export function singleFigure(result: LeadsResult): Figure {
  const ranked = result.validation.single.toSorted((a, b) => (b.auc || 0) - (a.auc || 0));
  const leaking = ranked.filter(({ leaks }) => leaks).map(({ feature }) => result.features[feature]?.label ?? "");
  return {
    id: "leads-single",
    section: DRIVERS_SECTION,
    title:
      leaking.length > 0
        ? `${leaking.join(", ")}: alone nearly sure, so probably known only afterwards`
        : "No feature alone gives the outcome away",
    subtitle: "Each feature by itself",
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "AUC alone", format: "score" },
        { label: "Probably knows the outcome", format: "text" },
      ],
      values: [
        ranked.map(({ feature }) => result.features[feature]?.label ?? ""),
        Float64Array.from(ranked, ({ auc }) => auc),
        ranked.map(({ leaks }) => (leaks ? "yes: leave it out" : "no")),
      ],
    },
    explain: {
      text: "AUC of the values, or of the outcome's share in tenths of them or at each word, whichever tells more.",
    },
    ...(leaking.length > 0
      ? { caution: "Such a feature became known with or after the outcome, and makes every figure here too good." }
      : {}),
    span: 12,
  };
}
