import { bestFirst } from "../../math/classifying/best-first";
import { calibrated } from "../../math/classifying/calibrate";
import { capacities } from "../../math/classifying/capacities";
import { contributions } from "../../math/classifying/contributions";
import { drivers } from "../../math/classifying/drivers";
import { partialDependence } from "../../math/classifying/partial-dependence";
import { score } from "../../math/classifying/score";
import { train } from "../../math/classifying/train";
import { validate } from "../../math/classifying/validate";
import { dbscan } from "../../math/density/dbscan";
import { hdbscan } from "../../math/density/hdbscan";
import { kDistances } from "../../math/density/k-distances";
import { meanShift } from "../../math/density/mean-shift";
import { describeSegments } from "../../math/describing/describe-segments";
import { makeUp } from "../../math/describing/make-up";
import { migration } from "../../math/describing/migration";
import { agglomerative } from "../../math/hierarchy/agglomerative";
import { cutClusters } from "../../math/hierarchy/cut-clusters";
import { agreement } from "../../math/judging/agreement";
import { gapStatistic } from "../../math/judging/gap-statistic";
import { howMany } from "../../math/judging/how-many";
import { indices } from "../../math/judging/indices";
import { silhouetteShard } from "../../math/judging/silhouette-shard";
import { stability } from "../../math/judging/stability";
import { combinedStability } from "../../math/judging/stability-summary";
import { trustworthiness } from "../../math/judging/trustworthiness";
import { similarRows } from "../../math/neighbours/similar-rows";
import { similarToGroup } from "../../math/neighbours/similar-to-group";
import { assign } from "../../math/partition/assign";
import { clusterMeans } from "../../math/partition/cluster-means";
import { gaussianMixture } from "../../math/partition/gaussian-mixture";
import { kMedoids } from "../../math/partition/k-medoids";
import { labKmeans } from "../../math/partition/lab-kmeans";
import { miniBatchKmeans } from "../../math/partition/mini-batch-kmeans";
import { applyPreparation } from "../../math/preparing/apply-preparation";
import { prepareFeatures } from "../../math/preparing/prepare-features";
import { sampledMatrix } from "../../math/preparing/sampled-matrix";
import { principalAxes } from "../../math/projection/principal-axes";
import { tsne } from "../../math/projection/tsne";
import { umap } from "../../math/projection/umap";
import { spectral } from "../../math/spectral/spectral";
import { journeyJobs } from "../journeys/jobs";
import type { LabJobs } from "./lab-jobs";

type LabJob<Name extends keyof LabJobs> = (
  input: LabJobs[Name]["input"],
) => Generator<number, LabJobs[Name]["output"], void>;

/** Every job of the clustering lab, of telling an outcome and of journeys by name. */
export const labJobs: { readonly [Name in keyof LabJobs]: LabJob<Name> } = {
  prepareFeatures,
  applyPreparation,
  sampledMatrix,
  labKmeans,
  miniBatchKmeans,
  kMedoids,
  gaussianMixture,
  clusterMeans,
  assign,
  agglomerative,
  cutClusters,
  spectral,
  dbscan,
  kDistances,
  hdbscan,
  meanShift,
  indices,
  silhouetteShard,
  howMany,
  gapStatistic,
  stability,
  combinedStability: atOnce(({ parts }) => combinedStability(parts)),
  agreement,
  trustworthiness,
  principalAxes,
  umap,
  tsne,
  describeSegments,
  makeUp,
  migration: atOnce(migration),
  similarRows,
  similarToGroup,
  validate,
  capacities,
  drivers,
  train,
  corrected: atOnce(({ probabilities, calibrator }) => calibrated(probabilities, calibrator)),
  bestFirst,
  score,
  partialDependence,
  contributions,
  ...journeyJobs,
};

/** A computation that takes no time as a job of one step. */
function atOnce<Input, Output>(compute: (input: Input) => Output): (input: Input) => Generator<number, Output, void> {
  return function* (input) {
    yield 0;
    return compute(input);
  };
}
