import type { JourneyJobs } from "../journeys/journey-jobs";
import type { DescribeSegmentsInput, DescribeSegmentsOutput } from "./description";
import type {
  BestFirstInput,
  Classifier,
  ContributionsInput,
  CorrectedInput,
  ContributionsOutput,
  DriversInput,
  DriversOutput,
} from "./explaining";
import type { PartialDependence, PartialDependenceInput, ScoreInput, ScoreOutput, TrainInput } from "./explaining";
import type { CapacitiesInput, Capacity, Validation, ValidationInput } from "./validating";
import type { DbscanInput, DbscanOutput, HdbscanInput, HdbscanOutput } from "./density";
import type { KDistancesInput, KDistancesOutput, MeanShiftInput, MeanShiftOutput } from "./density";
import type { MakeUpInput, MakeUpOutput } from "./describing";
import type { AgglomerativeInput, AgglomerativeOutput, CutInput, CutOutput } from "./hierarchy";
import type { AgreementInput, AgreementOutput, GapInput, GapOutput, HowManyInput, HowManyOutput } from "./judging";
import type { IndicesInput, IndicesOutput, SilhouetteShard, SilhouetteShardInput } from "./judging";
import type { StabilityInput, StabilityOutput, TrustworthinessInput, TrustworthinessOutput } from "./judging";
import type { MigrationInput, MigrationOutput } from "./moving";
import type { AssignInput, AssignOutput, ClusterMeansInput, ClusterMeansOutput } from "./partition";
import type { GaussianMixtureInput, GaussianMixtureOutput, KMedoidsInput, KMedoidsOutput } from "./partition";
import type { LabKmeansInput, LabKmeansOutput, MiniBatchKmeansInput, MiniBatchKmeansOutput } from "./partition";
import type { ApplyPreparationInput, PreparedMatrix, PrepareFeaturesInput } from "./preparing";
import type { PrincipalAxes, PrincipalAxesInput, TsneInput, TsneOutput, UmapInput, UmapOutput } from "./projection";
import type { SampledMatrixInput, SampledMatrixOutput } from "./sampling";
import type { Nearest, SimilarRowsInput, SimilarToGroup, SimilarToGroupInput } from "./similar";
import type { SpectralInput, SpectralOutput } from "./spectral";

/** The jobs of the clustering lab, of telling an outcome and of journeys by name: what goes in, what comes out. */
export interface LabJobs extends JourneyJobs {
  prepareFeatures: { input: PrepareFeaturesInput; output: PreparedMatrix };
  applyPreparation: { input: ApplyPreparationInput; output: PreparedMatrix };
  sampledMatrix: { input: SampledMatrixInput; output: SampledMatrixOutput };
  labKmeans: { input: LabKmeansInput; output: LabKmeansOutput };
  miniBatchKmeans: { input: MiniBatchKmeansInput; output: MiniBatchKmeansOutput };
  kMedoids: { input: KMedoidsInput; output: KMedoidsOutput };
  gaussianMixture: { input: GaussianMixtureInput; output: GaussianMixtureOutput };
  clusterMeans: { input: ClusterMeansInput; output: ClusterMeansOutput };
  assign: { input: AssignInput; output: AssignOutput };
  agglomerative: { input: AgglomerativeInput; output: AgglomerativeOutput };
  cutClusters: { input: CutInput; output: CutOutput };
  spectral: { input: SpectralInput; output: SpectralOutput };
  dbscan: { input: DbscanInput; output: DbscanOutput };
  kDistances: { input: KDistancesInput; output: KDistancesOutput };
  hdbscan: { input: HdbscanInput; output: HdbscanOutput };
  meanShift: { input: MeanShiftInput; output: MeanShiftOutput };
  indices: { input: IndicesInput; output: IndicesOutput };
  silhouetteShard: { input: SilhouetteShardInput; output: SilhouetteShard };
  howMany: { input: HowManyInput; output: HowManyOutput };
  gapStatistic: { input: GapInput; output: GapOutput };
  stability: { input: StabilityInput; output: StabilityOutput };
  combinedStability: { input: CombinedStabilityInput; output: StabilityOutput };
  agreement: { input: AgreementInput; output: AgreementOutput };
  trustworthiness: { input: TrustworthinessInput; output: TrustworthinessOutput };
  principalAxes: { input: PrincipalAxesInput; output: PrincipalAxes };
  umap: { input: UmapInput; output: UmapOutput };
  tsne: { input: TsneInput; output: TsneOutput };
  describeSegments: { input: DescribeSegmentsInput; output: DescribeSegmentsOutput };
  makeUp: { input: MakeUpInput; output: MakeUpOutput };
  migration: { input: MigrationInput; output: MigrationOutput };
  similarRows: { input: SimilarRowsInput; output: Nearest };
  similarToGroup: { input: SimilarToGroupInput; output: SimilarToGroup };
  validate: { input: ValidationInput; output: Validation };
  capacities: { input: CapacitiesInput; output: readonly Capacity[] };
  drivers: { input: DriversInput; output: DriversOutput };
  train: { input: TrainInput; output: Classifier };
  corrected: { input: CorrectedInput; output: Float64Array };
  bestFirst: { input: BestFirstInput; output: Int32Array };
  score: { input: ScoreInput; output: ScoreOutput };
  partialDependence: { input: PartialDependenceInput; output: readonly PartialDependence[] };
  contributions: { input: ContributionsInput; output: ContributionsOutput };
}

/** Resamples of several workers, of the same seed, sample and k. */
export interface CombinedStabilityInput {
  readonly parts: readonly [StabilityOutput, ...StabilityOutput[]];
}
