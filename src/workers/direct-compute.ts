import type { Compute } from "./contract";
import { jobs } from "./jobs";
import { plainFailure } from "./plain-failure";
import { abortError, runInSlices } from "./run-in-slices";

/** The jobs in this very thread, with the same answers, errors and cancelling as the workers': for tests and Node. */
export const directCompute: Compute = async (name, input, options = {}) => {
  const { signal, onProgress } = options;
  if (signal?.aborted) throw abortError();
  try {
    return await runInSlices(
      jobs[name](input),
      () => signal?.aborted ?? false,
      (share) => onProgress?.(share),
    );
  } catch (thrown) {
    throw plainFailure(thrown);
  }
};
