import { profile } from "../../math/describing/profile";
import { exactTests } from "../../math/journeys/exact-tests";
import { funnel } from "../../math/journeys/funnel";
import { groupMeans } from "../../math/journeys/group-means";
import { funnelTimes } from "../../math/journeys/funnel-times";
import { independence } from "../../math/journeys/independence";
import { kinds } from "../../math/journeys/kinds";
import type { JourneyJobs } from "./journey-jobs";

type JourneyJob<Name extends keyof JourneyJobs> = (
  input: JourneyJobs[Name]["input"],
) => Generator<number, JourneyJobs[Name]["output"], void>;

/** Every job of the journeys pages by name. */
export const journeyJobs: { readonly [Name in keyof JourneyJobs]: JourneyJob<Name> } = {
  funnel,
  funnelTimes,
  independence,
  exactTests,
  profile,
  kinds,
  groupMeans,
};
