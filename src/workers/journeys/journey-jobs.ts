import type {
  ExactInput,
  ExactOutput,
  FunnelInput,
  FunnelOutput,
  IndependenceInput,
  IndependenceOutput,
} from "./funnel";

/** The jobs of the journeys pages by name: what goes in, what comes out. */
export interface JourneyJobs {
  funnel: { input: FunnelInput; output: FunnelOutput };
  independence: { input: IndependenceInput; output: IndependenceOutput };
  exactTests: { input: ExactInput; output: ExactOutput };
}
