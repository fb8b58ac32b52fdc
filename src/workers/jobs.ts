import { elbow } from "../math/elbow";
import { pca } from "../math/pca";
import { regression } from "../math/regression";
import { segment } from "../math/segment";
import { validity } from "../math/validity";
import type { Job, JobName } from "./contract";
import { labJobs } from "./lab/jobs";

/** Every job by name. */
export const jobs: { readonly [Name in JobName]: Job<Name> } = {
  ...{ segment, elbow, pca, regression, validity },
  ...labJobs,
};
