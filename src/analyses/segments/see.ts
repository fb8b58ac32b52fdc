import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import { describe } from "./describe";
import type { Found } from "./find-segments";
import { groupingKey, type GivenName } from "./given-name";
import type { GroupingPlan } from "./group";
import { judge } from "../../segmentation/judge";
import { mapOf, type MapKind } from "./map";
import { nameSegments } from "./naming";
import type { Lab } from "./read-lab";
import type { SegmentsResult } from "./result";
import type { SEGMENT_SETTINGS } from "./settings";

/** What is to be seen, and what it is told. */
export interface Sight extends Found {
  readonly plan: GroupingPlan;
  readonly given: readonly GivenName[];
  readonly customerNo: Int32Array;
}

/**
 * What can be seen at once: the map, the indices of these segments, and what tells them apart. Other pages have the segments
 * as soon as these have names.
 */
export async function see(
  context: Context,
  values: Values<typeof SEGMENT_SETTINGS>,
  sight: Sight,
): Promise<SegmentsResult> {
  const { lab, prepared, plan, grouping, rfm, customerNo } = sight;
  const { compute } = context;
  const { matrix, rows } = prepared;
  const { features } = lab;
  const map = {
    kind: values.map as MapKind,
    dimensions: values.dimensions === "3" ? (3 as const) : (2 as const),
    seed: plan.seed,
    axes: axesOf(lab, values.axes, values.dimensions === "3" ? 3 : 2),
  };
  const [laid, indices, { description, names }] = await Promise.all([
    mapOf(matrix, rows, map, compute, (share) => context.onProgress(0.4 + 0.2 * share, "Drawing the map")),
    judge(grouping, matrix, plan.seed, compute),
    named(context, sight),
  ]);
  return {
    unit: context.dataset.unit,
    treatment: context.treatment,
    plan,
    similar: values.similar,
    customers: lab.customerNo.length,
    customerNo,
    features,
    prepared,
    grouping,
    names,
    description,
    rfm,
    leftOut: lab.leftOut,
    map: laid,
    indices,
    howMany: null,
    comparison: null,
    migration: null,
    partial: true,
  };
}

async function named(
  context: Context,
  { lab: { features, beside }, prepared: { rows }, plan, grouping, given, ruled, customerNo }: Sight,
): Promise<Pick<SegmentsResult, "description" | "names">> {
  const description = await describe({ grouping, rows, features, beside }, plan.seed, context.compute);
  const names = ruled ?? nameSegments(description, given, groupingKey(grouping.algorithm, grouping.k));
  const words = names.map(({ name }) => name);
  await context.derive("segments", customerNo, { segment: grouping.labels }, words);
  return { description, names };
}

/** The features asked for on the axes that are there, else the first ones. */
function axesOf({ features }: Lab, wanted: readonly string[], count: 2 | 3): Lab["features"] {
  const asked = wanted.flatMap((text) => features.filter((feature) => feature.text === text));
  return [...asked, ...features.filter((feature) => !asked.includes(feature))].slice(0, count);
}
