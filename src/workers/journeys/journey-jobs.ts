import type { Labelled, ProfileOutput } from "../lab/describing";
import type {
  ExactInput,
  ExactOutput,
  FunnelInput,
  FunnelPart,
  FunnelTimes,
  FunnelTimesInput,
  IndependenceInput,
  IndependenceOutput,
} from "./funnel";
import type { GroupMean, GroupMeansInput, KindsInput, KindsOutput } from "./kinds";

/** The jobs of the journeys pages by name: what goes in, what comes out. */
export interface JourneyJobs {
  funnel: { input: FunnelInput; output: FunnelPart };
  funnelTimes: { input: FunnelTimesInput; output: FunnelTimes };
  independence: { input: IndependenceInput; output: IndependenceOutput };
  exactTests: { input: ExactInput; output: ExactOutput };
  profile: { input: Labelled; output: ProfileOutput };
  kinds: { input: KindsInput; output: KindsOutput };
  groupMeans: { input: GroupMeansInput; output: readonly GroupMean[] };
}
