import config from "./vitest.config.ts";

/** Whole corpora and long series of trials: too long for every change, run by `npm run test:long`. */
export default {
  ...config,
  test: { ...config.test, include: ["tests/long/**/*.test.ts"], testTimeout: 900_000, passWithNoTests: true },
};
