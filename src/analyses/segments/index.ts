import type { Dataset } from "../../data/dataset";
import type { Values } from "../../view/settings";
import type { Analysis, Context } from "../analysis";
import { ALGORITHMS } from "./algorithms";
import { compare } from "./compare";
import { costOf, costWords } from "./cost";
import { describe } from "./describe";
import { segmentFigures } from "./figures";
import { segmentAnswer, segmentCards, segmentFindings } from "./findings";
import { group, type GroupingPlan } from "./group";
import type { Grouping } from "./grouping";
import { howMany, judge } from "./judge";
import { mapOf, type MapKind } from "./map";
import { groupingKey, readGivenName } from "./given-name";
import { nameSegments } from "./naming";
import { pickedFigures } from "./figures-picked";
import { readLab, type Lab } from "./read-lab";
import type { SegmentsResult } from "./result";
import { SEGMENT_SETTINGS } from "./settings";

type Chosen = Values<typeof SEGMENT_SETTINGS>;

/** A clustering lab for any table: features, algorithm, map, judgement, description. */
export const segments: Analysis<typeof SEGMENT_SETTINGS, SegmentsResult> = {
  id: "segments",
  title: "Segments",
  question: "Which kinds of customers are there?",
  settings: SEGMENT_SETTINGS,
  missing,
  optionNotes,
  run,
  answer: segmentAnswer,
  cards: segmentCards,
  figures: segmentFigures,
  findings: segmentFindings,
  customers: ({ customerNo }) => customerNo,
  picked: pickedFigures,
};

function missing(dataset: Dataset): string | null {
  if (dataset.counts.customers >= 2) return null;
  return "Fewer than two customers are left, so there is nothing to group. Take a filter away.";
}

/** Features when the table suggests them: their number is not known before it is read. */
const USUAL_FEATURES = 6;

function optionNotes(dataset: Dataset, values: Chosen): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const n = dataset.counts.customers;
  const { k, restarts, linkage, affinity } = values;
  const size = { n, d: values.features.length || USUAL_FEATURES, k, restarts, linkage, affinity };
  const costs = ALGORITHMS.map(({ id }) => [id, costWords(costOf(id, size), n)] as const);
  return new Map([["algorithm", new Map(costs)]]);
}

async function run(context: Context, values: Chosen): Promise<SegmentsResult> {
  context.onProgress(0, "Reading the features");
  const lab = await readLab(context, values.features);
  context.onProgress(0.05, "Preparing the features");
  const { treatment } = context;
  const prepared = await context.compute("prepareFeatures", { features: lab.raw, treatment });
  const plan = planOf(values);
  context.onProgress(0.1, "Finding segments");
  const grouping = await group(values.algorithm as Parameters<typeof group>[0], prepared.matrix, plan, {
    compute: context.compute,
    onProgress: (share) => context.onProgress(0.1 + 0.3 * share, "Finding segments"),
  });
  await context.derive("segments", taken(lab.customerNo, prepared.rows), { segment: grouping.labels });
  const seen = await see(context, values, lab, { prepared, plan, grouping });
  context.show({ ...seen, partial: true });
  context.onProgress(0.6, "Asking how many segments there are");
  let parts = 0;
  const many = await howMany(grouping, prepared.matrix, plan, context.compute, () =>
    context.onProgress(0.6 + 0.3 * (++parts / HOW_MANY_PARTS), "Asking how many segments there are"),
  );
  const others = values.compare.filter((id) => id !== values.algorithm);
  if (others.length === 0) return { ...seen, howMany: many, partial: false };
  context.show({ ...seen, howMany: many, partial: true });
  const comparison = await compare(
    [values.algorithm, ...others],
    prepared.matrix,
    plan,
    context.compute,
    (doing, share) => context.onProgress(0.9 + 0.1 * share, doing),
  );
  return { ...seen, howMany: many, comparison, partial: false };
}

/** Curve, gap statistic and two halves of the resamples. */
const HOW_MANY_PARTS = 4;

interface Grouped {
  readonly prepared: SegmentsResult["prepared"];
  readonly plan: GroupingPlan;
  readonly grouping: Grouping;
}

/** What can be seen at once: the map, the indices of these segments, and what tells them apart. */
async function see(
  context: Context,
  values: Chosen,
  lab: Lab,
  { prepared, plan, grouping }: Grouped,
): Promise<SegmentsResult> {
  const { compute } = context;
  const { matrix, rows } = prepared;
  const { features, beside } = lab;
  const map = {
    kind: values.map as MapKind,
    dimensions: values.dimensions === "3" ? (3 as const) : (2 as const),
    seed: plan.seed,
    axes: axesOf(lab, values.axes, values.dimensions === "3" ? 3 : 2),
  };
  const [laid, indices, description] = await Promise.all([
    mapOf(matrix, rows, map, compute, (share) => context.onProgress(0.4 + 0.2 * share, "Drawing the map")),
    judge(grouping, matrix, plan.seed, compute),
    describe({ grouping, rows, features, beside }, plan.seed, compute),
  ]);
  const given = values.names.map(readGivenName).filter((name) => name !== null);
  return {
    unit: context.dataset.unit,
    treatment: context.treatment,
    plan,
    customers: lab.customerNo.length,
    customerNo: taken(lab.customerNo, rows),
    features,
    prepared,
    grouping,
    names: nameSegments(description, given, groupingKey(grouping.algorithm, grouping.k)),
    description,
    map: laid,
    indices,
    howMany: null,
    comparison: null,
    partial: true,
  };
}

/** The features asked for on the axes that are there, else the first ones. */
function axesOf({ features }: Lab, wanted: readonly string[], count: 2 | 3): Lab["features"] {
  const asked = wanted.flatMap((text) => features.filter((feature) => feature.text === text));
  return [...asked, ...features.filter((feature) => !asked.includes(feature))].slice(0, count);
}

function planOf(values: Chosen): GroupingPlan {
  return {
    ...{ k: values.k, seed: values.seed, restarts: values.restarts },
    linkage: values.linkage as GroupingPlan["linkage"],
    covariance: values.covariance as GroupingPlan["covariance"],
    metric: values.metric as GroupingPlan["metric"],
    affinity: values.affinity as GroupingPlan["affinity"],
    selection: values.selection as GroupingPlan["selection"],
    ...{ gamma: values.gamma, eps: values.eps, minSamples: values.minSamples },
    ...{ minSize: values.minSize, bandwidth: values.bandwidth },
  };
}

function taken(column: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => column[row] as number);
}
