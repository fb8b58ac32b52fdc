import type { Dataset } from "../../data/dataset";
import { UserError } from "../../data/user-error";
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
import { groupingKey, readGivenName, type GivenName } from "./given-name";
import { nameSegments } from "./naming";
import { pickedFigures } from "./figures-picked";
import { readLab, type Lab } from "./read-lab";
import { studyRfm, type RfmStudy } from "./rfm";
import { groupByRfm } from "./rfm-group";
import { rfmLab } from "./rfm-lab";
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
  const { lab, rfm } = await laboratory(context, values);
  context.onProgress(0.05, "Preparing the features");
  const { treatment } = context;
  const prepared = await context.compute("prepareFeatures", { features: lab.raw, treatment });
  const plan = planOf(values);
  context.onProgress(0.1, "Finding segments");
  const given = values.names.map(readGivenName).filter((name) => name !== null);
  const ruled = rfm === null ? null : await groupByRfm(rfm, prepared, given, context.compute);
  const grouping = ruled?.grouping ?? (await grouped(context, values, prepared, plan));
  await context.derive("segments", taken(lab.customerNo, prepared.rows), { segment: grouping.labels });
  const seen = await see(context, values, lab, { prepared, plan, grouping, given, ruled: ruled?.names ?? null, rfm });
  context.show(seen);
  return judged(context, values, seen);
}

/** Reads what the segments are made from: recency, frequency and money for RFM, else the chosen features. */
async function laboratory(context: Context, values: Chosen): Promise<{ lab: Lab; rfm: RfmStudy | null }> {
  if (values.algorithm !== "rfm") return { lab: await readLab(context, values.features), rfm: null };
  const rfm = await studyRfm(context, values);
  const around = await readLab(context, values.features).catch((error: unknown) => {
    // A table may have no other number to describe beside the three.
    if (error instanceof UserError) return { customerNo: new Int32Array(), features: [], beside: [], leftOut: [] };
    throw error;
  });
  return { lab: rfmLab(rfm, around), rfm };
}

function grouped(
  context: Context,
  { algorithm }: Chosen,
  { matrix }: SegmentsResult["prepared"],
  plan: GroupingPlan,
): Promise<Grouping> {
  return group(algorithm as Parameters<typeof group>[0], matrix, plan, {
    compute: context.compute,
    onProgress: (share) => context.onProgress(0.1 + 0.3 * share, "Finding segments"),
  });
}

/** Adds what takes longer: how many segments there are, and other algorithms beside this one. */
async function judged(context: Context, values: Chosen, seen: SegmentsResult): Promise<SegmentsResult> {
  const { grouping, prepared, plan } = seen;
  const asking = "Asking how many segments there are";
  context.onProgress(0.6, asking);
  let parts = 0;
  const many = await howMany(grouping, prepared.matrix, plan, context.compute, () =>
    context.onProgress(0.6 + 0.3 * (++parts / HOW_MANY_PARTS), asking),
  );
  const own = values.algorithm === "rfm" ? [] : [values.algorithm];
  const others = values.compare.filter((id) => !own.includes(id));
  if (others.length === 0) return { ...seen, howMany: many, partial: false };
  context.show({ ...seen, howMany: many });
  const comparison = await compare([...own, ...others], prepared.matrix, plan, context.compute, (doing, share) =>
    context.onProgress(0.9 + 0.1 * share, doing),
  );
  return { ...seen, howMany: many, comparison, partial: false };
}

/** Curve, gap statistic and two halves of the resamples. */
const HOW_MANY_PARTS = 4;

interface Grouped {
  readonly prepared: SegmentsResult["prepared"];
  readonly plan: GroupingPlan;
  readonly grouping: Grouping;
  readonly given: readonly GivenName[];
  /** Names that the rules of the grouping give; null where the profile names the segments. */
  readonly ruled: SegmentsResult["names"] | null;
  readonly rfm: RfmStudy | null;
}

/** What can be seen at once: the map, the indices of these segments, and what tells them apart. */
async function see(
  context: Context,
  values: Chosen,
  lab: Lab,
  { prepared, plan, grouping, given, ruled, rfm }: Grouped,
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
  return {
    unit: context.dataset.unit,
    treatment: context.treatment,
    plan,
    customers: lab.customerNo.length,
    customerNo: taken(lab.customerNo, rows),
    features,
    prepared,
    grouping,
    names: ruled ?? nameSegments(description, given, groupingKey(grouping.algorithm, grouping.k)),
    description,
    rfm,
    leftOut: lab.leftOut,
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
