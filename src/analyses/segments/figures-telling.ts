import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { explainTree, ruleWords } from "../../segmentation/tree-words";
import type { CategoryMakeUp, Description } from "./describe";
import type { SegmentsResult } from "./result";
import { TELLING_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { segmentName } from "./words";

/** Which features the segments differ in most. */
export function rankingFigure(result: SegmentsResult): Figure | null {
  const { profile, columns } = result.description;
  const order = profile.ranking.filter((at) => Number.isFinite(profile.features[at]?.etaSquared ?? NaN));
  if (order.length === 0) return null;
  const eta = order.map((at) => profile.features[at]?.etaSquared ?? NaN);
  const [first] = order;
  const made = result.features.filter(({ levels }) => levels === null).length;
  return {
    id: "segments-ranking",
    section: TELLING_SECTION,
    title: `${columns[first ?? 0]?.label ?? ""} differs most between segments`,
    subtitle: `Share of each feature's variance that lies between the segments (eta squared), ${counted(result.prepared.rows.length, result)}`,
    chart: bars({
      labels: order.slice(0, 15).map((at) => columns[at]?.label ?? ""),
      values: eta.slice(0, 15),
      format: "share",
      axis: "Variance between segments",
      colours: order.slice(0, 15).map((at) => (at < made ? "var(--data-1)" : "var(--muted)")),
      description: `Eta squared of ${order.length} features, from ${format(eta[0], "share")} down.`,
    }),
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Made the segments", format: "text" },
        { label: "Eta squared", format: "share" },
        { label: "Test", format: "text" },
        { label: "F", format: "number" },
        { label: "p", format: "number" },
        { label: "p, corrected", format: "number" },
      ],
      values: [
        order.map((at) => columns[at]?.label ?? ""),
        order.map((at) => (at < made ? "yes" : "no")),
        Float64Array.from(eta),
        order.map((at) => ({ welch: "Welch's F", anova: "F", none: "none" })[profile.features[at]?.test ?? "none"]),
        Float64Array.from(order, (at) => testOf(profile, at)),
        Float64Array.from(order, (at) => profile.features[at]?.p ?? NaN),
        Float64Array.from(order, (at) => profile.features[at]?.adjustedP ?? NaN),
      ],
    },
    explain: {
      text: "Eta squared is the share of a feature's variance that lies between the segments. Grey features did not make the segments, so that they differ is news; features that made them differ by construction, and their p-values say nothing. The test is Welch's F, which allows unequal variances, or the plain F where that cannot be made; p-values are corrected for the number of features (Benjamini-Hochberg).",
    },
    span: 6,
  };
}

function testOf(profile: Description["profile"], at: number): number {
  const feature = profile.features[at];
  return (feature?.test === "welch" ? feature.welch.f : feature?.anova.f) ?? NaN;
}

/** Each segment in words: the rules of a small tree, with how much of the segment they find and how surely. */
export function rulesFigure(result: SegmentsResult): Figure {
  const { rules, tree, asked } = result.description;
  const lines = rules.flatMap((segment, place) => segment.rules.slice(0, 2).map((rule) => ({ place, rule })));
  const accuracy = format(tree.accuracy, "share");
  return {
    id: "segments-rules",
    section: TELLING_SECTION,
    title: `A few questions put ${accuracy} of ${unitsOf(result)} into their segment`,
    subtitle: "Rules of a decision tree with at most four questions; the two widest per segment",
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "Who", format: "text", wraps: true },
        { label: "Of the segment", format: "share" },
        { label: "Are of the segment", format: "share" },
        { label: "Lift", format: "score" },
        { label: "Found", format: "count" },
      ],
      values: [
        lines.map(({ place }) => segmentName(result, place)),
        lines.map(({ rule }) => ruleWords(rule, asked)),
        Float64Array.from(lines, ({ rule }) => rule.coverage),
        Float64Array.from(lines, ({ rule }) => rule.precision),
        Float64Array.from(lines, ({ rule }) => rule.lift),
        Float64Array.from(lines, ({ rule }) => rule.n),
      ],
    },
    ...explainTree(tree, counted(tree.grownOn, result)),
    span: 12,
  };
}

/** Categories drawn; the table has all. */
const CATEGORIES = 12;

/** How one category is spread over the segments. */
export function makeUpFigure(result: SegmentsResult, { feature, made }: CategoryMakeUp): Figure {
  const levels = feature.levels ?? [];
  const cell = (values: ArrayLike<number>, segment: number, category: number): number =>
    values[segment * made.categories + category] ?? NaN;
  const shown = levels.slice(0, CATEGORIES);
  const strength = format(made.cramersVCorrected, "score");
  const chance = made.p < 0.001 ? "p < 0.001" : `p = ${format(made.p, "score")}`;
  const pairs = result.names.flatMap((_, segment) => levels.map((__, category) => ({ segment, category })));
  return {
    id: `segments-makeup-${feature.text}`,
    section: TELLING_SECTION,
    title: makeUpTitle(result, { feature, made }),
    subtitle: `Share of each segment; Cramér's V ${strength}, ${chance}, ${counted(made.n, result)} with a value`,
    chart: heatmap({
      rows: result.names.map(({ name }) => name),
      columns: shown,
      values: result.names.map((_, segment) => shown.map((__, category) => cell(made.share, segment, category))),
      scale: "intensity",
      print: (value) => `${Math.round(100 * value)} %`,
      hover: (segment, category) =>
        `${segmentName(result, segment)}: ${format(cell(made.share, segment, category), "share")} ${shown[category] ?? ""}, ${format(cell(made.lift, segment, category), "score")} times the share of all`,
      description: `${feature.label} by segment.`,
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: feature.label, format: "text" },
        { label: "Count", format: "count" },
        { label: "Share of the segment", format: "share" },
        { label: "Lift", format: "score" },
        { label: "Standardised residual", format: "score" },
      ],
      values: [
        pairs.map(({ segment }) => segmentName(result, segment)),
        pairs.map(({ category }) => levels[category] ?? ""),
        Float64Array.from(pairs, ({ segment, category }) => cell(made.counts, segment, category)),
        Float64Array.from(pairs, ({ segment, category }) => cell(made.share, segment, category)),
        Float64Array.from(pairs, ({ segment, category }) => cell(made.lift, segment, category)),
        Float64Array.from(pairs, ({ segment, category }) => cell(made.residuals, segment, category)),
      ],
    },
    explain: {
      text: "Pearson's chi-squared test of segment against category; Cramér's V without the bias of small tables (0 unrelated, 1 determined). A residual beyond ±2 is more than chance would often give.",
      parameters: { "chi-squared": made.chiSquared, degrees: made.degrees, p: made.p, "Cramér's V": made.cramersV },
      sql: feature.sql,
    },
    span: shown.length > 7 ? 12 : 6,
    ...(made.caution ? { caution: "Many cells expect fewer than 5, so the p-value is not to be relied on." } : {}),
  };
}

function makeUpTitle(result: SegmentsResult, { feature, made }: CategoryMakeUp): string {
  const weak = !(made.cramersVCorrected >= 0.1);
  if (weak) return `${feature.label} hardly differs between the segments`;
  const best = result.names
    .map((_, segment) => ({ segment, category: made.typical[segment] ?? -1 }))
    .filter(({ category }) => category >= 0)
    .map((pair) => ({ ...pair, residual: made.residuals[pair.segment * made.categories + pair.category] ?? 0 }))
    .toSorted((a, b) => b.residual - a.residual)[0];
  if (best === undefined) return `${feature.label} differs between the segments`;
  const share = made.share[best.segment * made.categories + best.category];
  return `${feature.levels?.[best.category] ?? ""} is typical of “${segmentName(result, best.segment)}”: ${format(share, "share")} of it`;
}
