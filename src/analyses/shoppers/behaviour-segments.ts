import { UserError } from "../../data/user-error";
import { earnedNames, type EarnedName } from "../../segmentation/earned-names";
import { howMany, type HowMany } from "../../segmentation/how-many";
import { judge } from "../../segmentation/judge";
import { valuesAt } from "../../segmentation/lab-feature";
import { TREE_QUESTIONS } from "../../segmentation/tree-words";
import type { Values } from "../../view/settings";
import type { MakeUpOutput, ProfileOutput } from "../../workers/lab/describing";
import type { DescribeSegmentsOutput } from "../../workers/lab/description";
import type { IndicesOutput } from "../../workers/lab/judging";
import type { LabKmeansOutput } from "../../workers/lab/partition";
import type { PreparedMatrix, RawFeature } from "../../workers/lab/preparing";
import type { Context } from "../analysis";
import { shortLabel, type Feature } from "./features";
import type { Behaviour } from "./read-features";
import type { SHOPPERS_SETTINGS } from "./settings";

/** Segments that the features alone make, whatever the rules say. Rows are those of `prepared`. */
export interface BehaviourSegments {
  /** Those that made them. */
  readonly features: readonly Feature[];
  /** Chosen, but told of too few to be used. */
  readonly leftOut: readonly Feature[];
  readonly prepared: PreparedMatrix;
  readonly made: LabKmeansOutput;
  readonly indices: IndicesOutput;
  readonly description: DescribeSegmentsOutput;
  readonly names: readonly EarnedName[];
  /** Adjusted Rand index of kinds and segments: 1 the same groups, 0 no more alike than chance. */
  readonly agreement: number;
  /** Kinds as categories of the segments; the last one is of no kind. */
  readonly makeUp: MakeUpOutput;
  /** Null until it is computed. */
  readonly howMany: HowMany | null;
}

/** Why there are no segments, as sentences. */
export interface NoSegments {
  readonly problem: string;
}

/** What the segments are made beside. */
export interface Beside {
  readonly behaviour: Behaviour;
  readonly profile: ProfileOutput;
  /** Kind of each, 0 … `kinds` - 1. */
  readonly labels: Int32Array;
  readonly kinds: number;
}

type Chosen = Pick<Values<typeof SHOPPERS_SETTINGS>, "segments" | "by" | "restarts" | "seed">;

/** Less than this share of values known: filling the rest in would make the segments. */
const LEAST_KNOWN = 0.5;

/** Segments by k-means over the behaviour, as the lab makes them; why there are none where nothing can be grouped. */
export async function behaviourSegments(
  context: Context,
  values: Chosen,
  beside: Beside,
): Promise<BehaviourSegments | NoSegments> {
  try {
    return await segmented(context, values, beside);
  } catch (error) {
    if (error instanceof UserError) return { problem: error.message };
    throw error;
  }
}

async function segmented(context: Context, values: Chosen, beside: Beside): Promise<BehaviourSegments | NoSegments> {
  const { compute } = context;
  const { seed, restarts } = values;
  const { features, columns, leftOut } = chosenFeatures(values.by, beside);
  if (features.length === 0)
    return { problem: "None of the chosen features is known of half of them or more. Choose others in the settings." };
  const prepared = await compute("prepareFeatures", {
    features: features.map((feature, at): RawFeature => ({
      kind: "number",
      column: columns[at] as Float64Array,
      weight: 1,
      transform: feature.format === "share" ? "none" : "signed-log",
    })),
    treatment: context.treatment,
  });
  if (prepared.features.every(({ constant }) => constant))
    return { problem: "All behave alike in the chosen features, so there are no segments. Choose others." };
  const { matrix, rows } = prepared;
  const made = await compute(
    "labKmeans",
    { matrix, k: values.segments, seed, restarts },
    { onProgress: (share) => context.onProgress(0.8 + 0.1 * share, "Finding segments by behaviour") },
  );
  const { labels, k } = made;
  const kinds = valuesOf(beside.labels, rows);
  const kept = columns.map((column) => valuesAt({ column }, rows));
  const [indices, description, makeUp, { values: agreed }] = await Promise.all([
    judge(made, matrix, seed, compute),
    compute("describeSegments", {
      columns: kept,
      naming: kept.length,
      asked: kept,
      labels,
      k,
      depth: TREE_QUESTIONS,
      seed,
    }),
    compute("makeUp", { codes: kinds, categories: beside.kinds, labels, k }),
    compute("agreement", { labelings: [labels, kinds] }),
  ]);
  return {
    ...{ features, leftOut, prepared, made, indices, description, makeUp },
    names: earnedNames(
      description,
      features.map((feature) => ({ label: shortLabel(feature), format: feature.format })),
    ),
    agreement: agreed[1] ?? NaN,
    howMany: null,
  };
}

/** Adds what speaks for another number of segments. */
export async function withHowMany(
  context: Context,
  segments: BehaviourSegments,
  seed: number,
  onPart: () => void,
): Promise<BehaviourSegments> {
  const asked = { k: segments.made.k, seed, mixtures: null };
  return { ...segments, howMany: await howMany(asked, segments.prepared.matrix, context.compute, onPart) };
}

/** The chosen features that are known of enough, in the order of the features. */
function chosenFeatures(
  by: readonly string[],
  { behaviour, profile, labels }: Beside,
): Pick<BehaviourSegments, "features" | "leftOut"> & { readonly columns: readonly Float64Array[] } {
  const wanted = [...behaviour.features.keys()].filter((at) => by.includes(behaviour.features[at]?.key ?? ""));
  const known = (at: number): boolean => (profile.features[at]?.all.n ?? 0) >= LEAST_KNOWN * labels.length;
  const named = (places: readonly number[]): readonly Feature[] =>
    places.map((at) => behaviour.features[at] as Feature);
  const used = wanted.filter(known);
  return {
    features: named(used),
    leftOut: named(wanted.filter((at) => !known(at))),
    columns: used.map((at) => behaviour.columns[at] as Float64Array),
  };
}

function valuesOf(codes: Int32Array, rows: Int32Array): Int32Array {
  const kept = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) kept[i] = codes[rows[i] as number] as number;
  return kept;
}
