import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import { compare } from "./compare";
import { findSegments } from "./find-segments";
import { readGivenName } from "./given-name";
import type { GroupingPlan } from "./group";
import { howMany } from "../../segmentation/how-many";
import { migrationOf } from "./migrate";
import type { SegmentsResult } from "./result";
import { see } from "./see";
import type { SEGMENT_SETTINGS } from "./settings";

type Chosen = Values<typeof SEGMENT_SETTINGS>;

/** Finds segments, shows what can be seen of them, then adds what takes longer. Rejects as the jobs do. */
export async function runLab(context: Context, values: Chosen): Promise<SegmentsResult> {
  context.onProgress(0, "Reading the features");
  const plan = planOf(values);
  const given = values.names.map(readGivenName).filter((name) => name !== null);
  const found = await findSegments(context, values, plan, given);
  const { lab, prepared, grouping } = found;
  const customerNo = prepared.rows.map((row) => lab.customerNo[row] as number);
  // Before other pages have the segments, and may filter the tables by them.
  const migration = await migrationOf(context, customerNo, grouping);
  const seen = await see(context, values, { ...found, plan, given, customerNo });
  context.show({ ...seen, migration });
  return judged(context, values, { ...seen, migration });
}

/** Adds what takes longer: how many segments there are, and other algorithms beside this one. */
async function judged(context: Context, values: Chosen, seen: SegmentsResult): Promise<SegmentsResult> {
  const { grouping, prepared, plan } = seen;
  const asking = "Asking how many segments there are";
  context.onProgress(0.6, asking);
  const asked = {
    ...{ k: grouping.k, seed: plan.seed },
    mixtures: grouping.algorithm === "mixture" ? plan.covariance : null,
  };
  let parts = 0;
  const many = await howMany(asked, prepared.matrix, context.compute, () =>
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
