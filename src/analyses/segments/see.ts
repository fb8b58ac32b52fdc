import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import { describe } from "./describe";
import type { Found } from "./find-segments";
import { groupingKey, type GivenName } from "./given-name";
import type { GroupingPlan } from "./group";
import { judge } from "./judge";
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

/** What can be seen at once: the map, the indices of these segments, and what tells them apart. */
export async function see(
  context: Context,
  values: Values<typeof SEGMENT_SETTINGS>,
  { lab, prepared, plan, grouping, given, ruled, rfm, customerNo }: Sight,
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
    customerNo,
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
    migration: null,
    partial: true,
  };
}

/** The features asked for on the axes that are there, else the first ones. */
function axesOf({ features }: Lab, wanted: readonly string[], count: 2 | 3): Lab["features"] {
  const asked = wanted.flatMap((text) => features.filter((feature) => feature.text === text));
  return [...asked, ...features.filter((feature) => !asked.includes(feature))].slice(0, count);
}
