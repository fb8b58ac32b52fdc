import { UserError } from "../../data/user-error";
import type { Values } from "../../view/settings";
import type { PreparedMatrix } from "../../workers/lab/preparing";
import type { Context } from "../analysis";
import { byModel } from "./apply-model";
import type { GivenName } from "./given-name";
import { group, type GroupingPlan } from "./group";
import type { Grouping } from "./grouping";
import type { NamedSegment } from "./naming";
import { readLab, type Lab } from "./read-lab";
import { studyRfm, type RfmStudy } from "./rfm";
import { groupByRfm } from "./rfm-group";
import { rfmLab } from "./rfm-lab";
import type { SEGMENT_SETTINGS } from "./settings";

type Chosen = Values<typeof SEGMENT_SETTINGS>;

/** Segments with what they were made from. */
export interface Found {
  readonly lab: Lab;
  readonly prepared: PreparedMatrix;
  readonly grouping: Grouping;
  /** Names that rules or a model give; null where the profile names the segments. */
  readonly ruled: readonly NamedSegment[] | null;
  readonly rfm: RfmStudy | null;
}

/** Groups the customers in the way that was chosen. */
export function findSegments(
  context: Context,
  values: Chosen,
  plan: GroupingPlan,
  given: readonly GivenName[],
): Promise<Found> {
  if (values.algorithm === "rfm") return byRules(context, values, given);
  return values.algorithm === "model" ? byModel(context, values.model) : byAlgorithm(context, values, plan);
}

async function byAlgorithm(context: Context, values: Chosen, plan: GroupingPlan): Promise<Found> {
  const lab = await readLab(context, values.features);
  context.onProgress(0.05, "Preparing the features");
  const prepared = await context.compute("prepareFeatures", { features: lab.raw, treatment: context.treatment });
  context.onProgress(0.1, "Finding segments");
  const grouping = await group(values.algorithm as Parameters<typeof group>[0], prepared.matrix, plan, {
    compute: context.compute,
    onProgress: (share) => context.onProgress(0.1 + 0.3 * share, "Finding segments"),
  });
  return { lab, prepared, grouping, ruled: null, rfm: null };
}

async function byRules(context: Context, values: Chosen, given: readonly GivenName[]): Promise<Found> {
  const rfm = await studyRfm(context, values);
  const around = await readLab(context, values.features).catch((error: unknown) => {
    // A table may have no other number to describe beside the three.
    if (error instanceof UserError) return { customerNo: new Int32Array(), features: [], beside: [], leftOut: [] };
    throw error;
  });
  const lab = rfmLab(rfm, around);
  const prepared = await context.compute("prepareFeatures", { features: lab.raw, treatment: context.treatment });
  const { grouping, names } = await groupByRfm(rfm, prepared, given, context.compute);
  return { lab, prepared, grouping, ruled: names, rfm };
}
