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

/** The jobs of the journeys pages by name: what goes in, what comes out. */
export interface JourneyJobs {
  funnel: { input: FunnelInput; output: FunnelPart };
  funnelTimes: { input: FunnelTimesInput; output: FunnelTimes };
  independence: { input: IndependenceInput; output: IndependenceOutput };
  exactTests: { input: ExactInput; output: ExactOutput };
}
